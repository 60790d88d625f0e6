import { CircleAlert, CircleCheck, FolderOpen, Pause, Play, RotateCw, X } from "lucide-react";
import Link from "next/link";
import { Button, buttonClass } from "@/components/ui/button";
import { useT } from "@/components/ui/texts";
import { useFormats } from "@/components/ui/use-formats";
import { notesOf } from "./notes";
import { ProgressBar } from "./progress-bar";
import { cancelUploads } from "./upload-jobs";
import { pauseUploads, planOf, resumeUploads } from "./upload-queue";
import { resumeStopped } from "./upload-restore";
import { isActive, isSending, type TrayItem } from "./upload-store";
import { useFault } from "./use-fault";

const toolClass = "size-11 shrink-0 px-0 text-muted sm:size-9";

export function TrayRow({ item }: { item: TrayItem }) {
  const t = useT();
  const faultOf = useFault();
  const { name, size, sent, state } = item;
  const percent = size === 0 ? 0 : Math.floor((Math.min(sent, size) / size) * 100);
  const isBad = state === "failed" || item.fault !== undefined;
  return (
    <li className="flex min-h-14 items-center gap-1 border-line border-b py-1.5 last:border-0">
      <div className="min-w-0 flex-1">
        <div className="flex items-center gap-2">
          {isBad && <CircleAlert aria-hidden="true" className="size-4 shrink-0 text-danger" />}
          <span className="min-w-0 flex-1 truncate">
            <bdi>{name}</bdi>
          </span>
        </div>
        {isBad && item.fault ? (
          <p className="text-danger text-sm leading-5">{faultOf(item.fault, item)}</p>
        ) : (
          <Notes item={item} />
        )}
        {(isSending(item) || state === "paused") && (
          <div className="mt-1.5">
            <ProgressBar label={t("uploads.progressOf", { name })} percent={percent} isStill={state === "paused"} />
          </div>
        )}
      </div>
      <Tools item={item} />
    </li>
  );
}

function Notes({ item }: { item: TrayItem }) {
  const t = useT();
  const formats = useFormats();
  const { formatBytes } = formats;
  const { state, size, sent, pace, hasFile } = item;
  const sentOf = t("uploads.sentOf", { sent: formatBytes(Math.min(sent, size)), size: formatBytes(size) });
  const pacing = notesOf({ pace, secondsLeft: pace ? (size - sent) / pace : null }, t, formats);
  const said = {
    reading: t("uploads.reading"),
    waiting: t("uploads.waiting"),
    sending: pacing ? `${sentOf} · ${pacing}` : sentOf,
    offline: `${t("uploads.offline")} · ${sentOf}`,
    elsewhere: t("uploads.elsewhere"),
    paused: `${t("uploads.paused")} · ${sentOf}`,
    stopped: hasFile ? t("uploads.stopped") : t("uploads.chooseAgain"),
    asking: t("uploads.asking"),
    done: formatBytes(size),
    failed: "",
  };
  return <p className="truncate text-muted text-sm tabular-nums">{said[state]}</p>;
}

function Tools({ item }: { item: TrayItem }) {
  const t = useT();
  const { id, name, state, parentId } = item;
  if (state === "done") {
    return (
      <>
        <Link
          href={parentId === "root" ? "/drive" : `/drive/${parentId}`}
          aria-label={t("uploads.showInFolder", { name })}
          className={buttonClass("quiet", toolClass)}
        >
          <FolderOpen aria-hidden="true" className="size-4" />
        </Link>
        <span className="grid size-9 shrink-0 place-items-center">
          <CircleCheck aria-label={t("uploads.isUploaded", { name })} role="img" className="size-5 text-accent" />
        </span>
      </>
    );
  }
  const canRetry = state === "failed" && planOf(id) !== undefined;
  const resume = () => (item.hasFile ? resumeUploads([id]) : void resumeStopped([id]));
  return (
    <>
      {isActive(item) && state !== "reading" && (
        <Tool label={t("uploads.pause", { name })} Icon={Pause} onClick={() => pauseUploads([id])} />
      )}
      {(state === "paused" || state === "stopped") && (
        <Tool label={t("uploads.resume", { name })} Icon={Play} onClick={resume} />
      )}
      {canRetry && <Tool label={t("uploads.retry", { name })} Icon={RotateCw} onClick={resume} />}
      <Tool label={t("uploads.cancelOne", { name })} Icon={X} onClick={() => cancelUploads([id])} />
    </>
  );
}

type ToolProps = { label: string; Icon: typeof X; onClick: () => void };

const Tool = ({ label, Icon, onClick }: ToolProps) => (
  <Button look="quiet" aria-label={label} className={toolClass} onClick={onClick}>
    <Icon aria-hidden="true" className="size-4" />
  </Button>
);
