import { LoggedIn, LogIn, Register, Registered } from "@/lib/auth/schema";
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
export const usageCall = defineCall({
  method: "get",
  path: "/api/usage",
  tag,
  who,
  summary: "What fills the space",
  answer: Usage,
});

export const calls = [registerCall, logInCall, logOutCall, meCall, usageCall];
