import { connection } from "next/server";
import { MissingPage } from "@/components/ui/missing-page";

export default async function DriveNotFound() {
  await connection();
  return (
    <MissingPage
      title="This folder isn't here"
      text="It was moved to the trash, or its address is not quite right."
      href="/drive"
      label="Go to My files"
    />
  );
}
