"use client";

import { usePathname } from "next/navigation";

const PLACES = ["recent", "starred", "shared", "links", "trash", "storage", "search"];

/** Where what is new goes: into the folder one looks at; from any other place, into the top folder. */
export function useFolderId(): { folderId: string; isFolder: boolean } {
  const [, top, place = ""] = usePathname().split("/");
  const isFolder = top === "drive" && !PLACES.includes(place);
  return { folderId: isFolder && place ? place : "root", isFolder };
}
