import {
  ChangePassword,
  CreateToken,
  DeleteMe,
  LoggedIn,
  LogIn,
  PatchMe,
  Register,
  Registered,
  TokenId,
  TokenMade,
  Tokens,
} from "@/lib/auth/schema";
import { defineCall } from "@/lib/http/call";
import { Usage, User } from "@/lib/users/schema";

const tag = "Accounts";
const who = "user" as const;

export const registerCall = defineCall({
  method: "post",
  path: "/api/auth/register",
  tag,
  summary: "Make an account",
  body: Register,
  answer: Registered,
  status: 201,
  creates: true,
  errors: ["email_taken"],
});
export const logInCall = defineCall({
  method: "post",
  path: "/api/auth/login",
  tag,
  summary: "Get a bearer token",
  body: LogIn,
  answer: LoggedIn,
  errors: ["invalid_credentials"],
});
export const logOutCall = defineCall({
  method: "post",
  path: "/api/auth/logout",
  tag,
  who,
  summary: "End this session",
});
export const meCall = defineCall({ method: "get", path: "/api/me", tag, who, summary: "The account", answer: User });
export const patchMeCall = defineCall({
  method: "patch",
  path: "/api/me",
  tag,
  who,
  summary: "Change the account's name",
  body: PatchMe,
  answer: User,
});
export const deleteMeCall = defineCall({
  method: "delete",
  path: "/api/me",
  tag,
  who,
  summary: "Delete the account and all it holds",
  body: DeleteMe,
  errors: ["invalid_credentials"],
});
export const changePasswordCall = defineCall({
  method: "post",
  path: "/api/auth/password",
  tag,
  who,
  summary: "Change the password; every other session and token ends",
  body: ChangePassword,
  errors: ["invalid_credentials"],
});
export const listTokensCall = defineCall({
  method: "get",
  path: "/api/tokens",
  tag,
  who,
  summary: "Personal access tokens",
  answer: Tokens,
});
export const createTokenCall = defineCall({
  method: "post",
  path: "/api/tokens",
  tag,
  who,
  summary: "Make a personal access token; its secret is told here alone",
  body: CreateToken,
  answer: TokenMade,
  status: 201,
  creates: true,
});
export const revokeTokenCall = defineCall({
  method: "delete",
  path: "/api/tokens/{tokenId}",
  tag,
  who,
  summary: "Revoke a token",
  params: TokenId,
});
export const usageCall = defineCall({
  method: "get",
  path: "/api/usage",
  tag,
  who,
  summary: "What fills the space",
  answer: Usage,
});

export const calls = [
  registerCall,
  logInCall,
  logOutCall,
  meCall,
  patchMeCall,
  deleteMeCall,
  changePasswordCall,
  listTokensCall,
  createTokenCall,
  revokeTokenCall,
  usageCall,
];
