import { type Formats, formatsOf } from "@/lib/format";
import { useLocale } from "./texts";

/** Sizes, numbers, days and spans of time as the viewer writes them. */
export const useFormats = (): Formats => formatsOf(useLocale().tag);
