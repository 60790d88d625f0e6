import "server-only";
import type { User } from "@/lib/auth/session";
import { safeDelivery } from "@/lib/aws/content-disposition";
import { presignGet } from "@/lib/aws/presign";
import { requireEntry } from "@/lib/entries/access";
import type { ContentQuery } from "@/lib/entries/schema";
import { findVersionRow } from "@/lib/entries/version-repo";
import { AppError } from "@/lib/errors";

const OWNER_GET_SECONDS = 5 * 60;

/** A signed address of a file's content, current or older, good for five minutes (SECURITY 19). */
export async function contentUrl(
  user: User,
  entryId: string,
  query: ContentQuery & { host?: string },
): Promise<string> {
  const { row } = await requireEntry(user, entryId, "viewer");
  const content = query.version ? await findVersionRow(entryId, query.version) : row;
  if (!content?.objectKey) throw new AppError("not_found", { detail: "There is no such content. A folder has none." });
  const delivery = safeDelivery(content.type ?? "", query.disposition);
  return presignGet({
    objectKey: content.objectKey,
    name: row.name,
    ...delivery,
    seconds: OWNER_GET_SECONDS,
    host: query.host,
  });
}
