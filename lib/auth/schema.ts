import { z } from "zod";
import { Email, PersonName, User } from "@/lib/users/schema";

const Password = z.string("Type your password.").max(2000, "A password has at most 256 characters.");

export const Register = z.strictObject({ email: Email, password: Password, name: PersonName.optional() });
export type Register = z.infer<typeof Register>;

export const LogIn = z.strictObject({ email: Email, password: Password, otp: z.string().max(20).optional() });
export type LogIn = z.infer<typeof LogIn>;

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
