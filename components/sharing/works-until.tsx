import { Moment } from "@/components/ui/moment";
import { Text } from "@/components/ui/texts";

/** When a link ends; nothing of one that doesn't. */
export const WorksUntil = ({ expiresAt }: { expiresAt: string | null }) =>
  expiresAt && (
    <p className="mt-4 text-center text-muted text-sm">
      <Text name="visit.worksUntil" values={{ time: <Moment at={expiresAt} /> }} />
    </p>
  );
