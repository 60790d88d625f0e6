import { Text } from "@/components/ui/texts";
import { formatsOf } from "@/lib/format";
import { viewing } from "@/lib/i18n/server";

type Props = { ownerName: string; size: number | null };

/** From whom a shared file is, and how big. */
export async function FromWhom({ ownerName, size }: Props) {
  const { tag } = await viewing();
  const from = { name: <bdi>{ownerName}</bdi>, size: size === null ? "" : formatsOf(tag).formatBytes(size) };
  return (
    <p className="wrap-anywhere mt-1 text-muted">
      <Text name={size === null ? "visit.from" : "visit.fromSized"} values={from} />
    </p>
  );
}
