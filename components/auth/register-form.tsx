"use client";

import { AuthForm } from "./auth-form";
import { StrengthMeter } from "./strength-meter";

/** Registration: the form, and beside the password how strong it is. */
export const RegisterForm = () => <AuthForm kind="register" Meter={StrengthMeter} />;
