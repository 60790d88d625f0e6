import { CircleAlert, CircleCheck, RotateCw, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { formatBytes } from "@/lib/format";
import { ProgressBar } from "./progress-bar";
import { cancelUpload, canRetry, retryUpload, type TrayItem } from "./upload-store";

const buttonClass = "size-11 px-0 text-muted sm:size-9";

export function TrayRow({ item }: { item: TrayItem }) {
  const { id, name, size, sent, state, message } = item;
  const percent = size === 0 ? 0 : Math.floor((Math.min(sent, size) / size) * 100);
  return (
    <li className="flex min-h-14 items-center gap-1 border-line border-b py-1.5 last:border-0">
      <div className="min-w-0 flex-1">
        <div className="flex items-center gap-2">
          {state === "failed" && <CircleAlert aria-hidden="true" className="size-4 shrink-0 text-danger" />}
          <span dir="auto" className="min-w-0 flex-1 truncate text-left">
            {name}
          </span>
          {state !== "failed" && <span className="shrink-0 text-muted text-sm tabular-nums">{notesOf(item)}</span>}
        </div>
        {state === "failed" && <p className="text-danger text-sm leading-5">{message}</p>}
        {state === "sending" && (
          <div className="mt-1.5">
            <ProgressBar label={`Progress of ${name}`} percent={percent} />
          </div>
        )}
      </div>
      {state === "failed" && canRetry(id) && (
        <Button look="quiet" aria-label={`Retry ${name}`} className={buttonClass} onClick={() => retryUpload(id)}>
          <RotateCw aria-hidden="true" className="size-4" />
        </Button>
      )}
      {state === "done" ? (
        <span className="grid size-9 place-items-center">
          <CircleCheck aria-label={`${name} is uploaded`} role="img" className="size-5 text-accent" />
        </span>
      ) : (
        <Button look="quiet" aria-label={`Cancel ${name}`} className={buttonClass} onClick={() => cancelUpload(id)}>
          <X aria-hidden="true" className="size-4" />
        </Button>
      )}
    </li>
  );
}

function notesOf({ state, size, sent }: TrayItem): string {
  if (state === "waiting") return "Waiting";
  if (state === "done") return formatBytes(size);
  return `${formatBytes(Math.min(sent, size))} of ${formatBytes(size)}`;
}
