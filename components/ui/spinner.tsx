import { LoaderCircle } from "lucide-react";

/** Takes the place of a row's icon while what it leads to loads. */
export const Spinner = () => (
  <span className="grid size-9 shrink-0 place-items-center text-accent">
    <LoaderCircle role="img" aria-label="Loading" className="size-5 animate-spin" />
  </span>
);
