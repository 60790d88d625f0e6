import Link from "next/link";
import { connection } from "next/server";
import { buttonClass } from "@/components/ui/button";

export default async function NotFound() {
  await connection();
  return (
    <main className="grid min-h-dvh place-items-center px-4 text-center">
      <div>
        <h1 className="font-semibold text-2xl tracking-tight">Nothing here</h1>
        <p className="mt-2 text-muted">It doesn't exist, or it was removed.</p>
        <Link href="/" className={buttonClass("plain", "mt-6")}>
          Go to the start
        </Link>
      </div>
    </main>
  );
}
