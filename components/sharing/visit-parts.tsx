"use client";

import dynamic from "next/dynamic";

// What a link leads to is one of these: the server draws it, and its code alone comes, not that of the others.

/** The rows of a shared folder. */
export const SharedFolder = dynamic(() => import("./shared-folder").then((m) => m.SharedFolder));

/** The whole folder as one ZIP. */
export const DownloadAll = dynamic(() => import("./download-all").then((m) => m.DownloadAll));

/** Asks for a link's password. */
export const UnlockForm = dynamic(() => import("./unlock-form").then((m) => m.UnlockForm));
