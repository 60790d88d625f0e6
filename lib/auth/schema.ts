import { z } from "zod";
import { Id } from "@/lib/id";
import { Email, PersonName, User } from "@/lib/users/schema";

const Password = z.string("Type your password.").max(2000, "A password has at most 256 characters.");

export const Register = z.strictObject({ email: Email, password: Password, name: PersonName.optional() });
export type Register = z.infer<typeof Register>;

export const LogIn = z.strictObject({ email: Email, password: Password, otp: z.string().max(20).optional() });
export type LogIn = z.infer<typeof LogIn>;

export const ChangePassword = z.strictObject({ currentPassword: Password, newPassword: Password });
export type ChangePassword = z.infer<typeof ChangePassword>;

export const PatchMe = z.strictObject({ name: PersonName.pipe(z.string().min(1, "Type a name.")) });
export type PatchMe = z.infer<typeof PatchMe>;

export const DeleteMe = z.strictObject({ password: Password });
export type DeleteMe = z.infer<typeof DeleteMe>;

const iso = z.iso.datetime({ precision: 3 });
const Scopes = z.union([z.tuple([z.literal("read")]), z.tuple([z.literal("read"), z.literal("write")])], {
  error: 'Scopes are ["read"] or ["read","write"].',
});

export const CreateToken = z.strictObject({
  name: PersonName.pipe(z.string().min(1, "Give it a name.")),
  scopes: Scopes,
  expiresAt: z.iso.datetime({ offset: true, message: "Give an ISO 8601 time." }).nullish(),
});
export type CreateToken = z.infer<typeof CreateToken>;

/** A personal access token as its owner sees it; the secret is in the answer that made it alone. */
export const Token = z
  .object({
    id: Id,
    name: z.string(),
    scopes: z.array(z.enum(["read", "write"])),
    createdAt: iso,
    expiresAt: iso.nullable(),
    lastUsedAt: iso.nullable(),
  })
  .meta({ id: "Token" });
export type Token = z.infer<typeof Token>;

export const TokenMade = Token.extend({ secret: z.string() }).meta({ id: "TokenMade" });
export type TokenMade = z.infer<typeof TokenMade>;
export const Tokens = z.object({ items: z.array(Token), nextCursor: z.null() });
export const TokenId = z.strictObject({ tokenId: Id });
export const SessionId = z.strictObject({ sessionId: Id });

/** A place where the account is logged in. */
export type SessionView = {
  id: string;
  createdAt: string;
  client: string | null;
  address: string | null;
  isCurrent: boolean;
};

const next = z.string().max(2000).optional();

/** The same as forms, which know where to go afterwards. */
export const RegisterForm = Register.extend({ next });
export const LogInForm = LogIn.extend({ next });

export const Registered = z.object({ user: User });
export const LoggedIn = z.object({
  token: z.string(),
  tokenType: z.literal("Bearer"),
  expiresAt: z.iso.datetime({ precision: 3 }),
  user: User,
});
