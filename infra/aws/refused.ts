const DENIED = ["AccessDenied", "AccessDeniedException", "UnauthorizedOperation"];

/** Whether AWS said that these credentials may not ask that. */
export const isDenied = (error: unknown): boolean => error instanceof Error && DENIED.includes(error.name);
