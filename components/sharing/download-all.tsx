"use client";

import { FolderDown, X } from "lucide-react";
import { useRef, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { useT } from "@/components/ui/texts";
import { useFormats } from "@/components/ui/use-formats";
import { faultOf } from "@/lib/http/client";

type Props = { shareId: string; folder?: string; name: string; isCounted: boolean };

/**
 * The whole folder as one ZIP, put together by the browser. The server sends it where there is no JavaScript, and where the
 * link counts its downloads: this is one, not one a file.
 */
export function DownloadAll({ isCounted, ...folder }: Props) {
  const href = `/s/${folder.shareId}/download${folder.folder ? `?file=${folder.folder}` : ""}`;
  const whole = (
    <a href={href} className={buttonClass()}>
      <Label />
    </a>
  );
  if (isCounted) return whole;
  return (
    <div className="flex flex-wrap items-center gap-x-2">
      <noscript>{whole}</noscript>
      <ZipButton {...folder} />
    </div>
  );
}

function Label() {
  const t = useT();
  return (
    <>
      <FolderDown aria-hidden="true" className="size-5" /> {t("visit.downloadAll")}
    </>
  );
}

function ZipButton({ shareId, folder, name }: Omit<Props, "isCounted">) {
  const t = useT();
  const { formatBytes } = useFormats();
  const [bytes, setBytes] = useState<number | null>(null);
  const [error, setError] = useState("");
  const abort = useRef<AbortController | null>(null);
  const start = async () => {
    const controller = new AbortController();
    abort.current = controller;
    setError("");
    setBytes(0);
    try {
      // Most who open a link never ask for it.
      const { downloadFolder } = await import("@/lib/sharing/client-zip");
      await downloadFolder({ shareId, folder, name, onProgress: setBytes, signal: controller.signal });
    } catch (reason) {
      const isWish = reason instanceof DOMException && reason.name === "AbortError";
      if (!isWish) setError(faultOf(reason, t("visit.brokeOff")));
    }
    setBytes(null);
  };
  return (
    <>
      {bytes === null ? (
        <Button className="[@media(scripting:none)]:hidden" onClick={start}>
          <Label />
        </Button>
      ) : (
        <>
          <p className="text-muted text-sm tabular-nums">{t("visit.soFar", { size: formatBytes(bytes) })}</p>
          <Button
            look="quiet"
            aria-label={t("visit.cancelDownload")}
            className="size-11 px-0"
            onClick={() => abort.current?.abort()}
          >
            <X aria-hidden="true" className="size-5" />
          </Button>
        </>
      )}
      <p role="status" className="text-danger text-sm empty:hidden">
        {error}
      </p>
    </>
  );
}
