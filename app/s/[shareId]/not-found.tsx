import { Link2Off } from "lucide-react";
import { connection } from "next/server";
import { ShareNotice } from "@/components/sharing/share-notice";

export default async function ShareNotFound() {
  await connection();
  const text = "Its address may be cut short, or what it led to was removed. Ask whoever sent it for a new one.";
  return <ShareNotice Icon={Link2Off} title="This link leads nowhere" text={text} />;
}
