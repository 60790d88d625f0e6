import { connection } from "next/server";
import { MissingPage } from "@/components/ui/missing-page";

export default async function NotFound() {
  await connection();
  return (
    <main className="grid min-h-dvh place-items-center">
      <MissingPage title="Nothing here" text="It doesn't exist, or it was removed." href="/" label="Go to the start" />
    </main>
  );
}
