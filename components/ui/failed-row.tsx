import { Button } from "./button";
import { useT } from "./texts";

/** Says at the end of a list why there is no more of it, and tries again. */
export function FailedRow({ error, onRetry }: { error: string; onRetry: () => void }) {
  const t = useT();
  return (
    <div role="alert" className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3 sm:px-3">
      <p>
        <span className="font-medium">{t("ui.restNotLoaded")}</span> <span className="text-muted">{error}</span>
      </p>
      <Button onClick={onRetry}>{t("ui.tryAgain")}</Button>
    </div>
  );
}
