"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useT } from "@/components/ui/texts";
import { useToast } from "@/components/ui/toasts";

const QUIET = 4;

type Drawing = { side: number; path: string };

/** A link for a phone's camera. It is drawn when it is asked for: most links are copied. */
export function QrCode({ text }: { text: string }) {
  const t = useT();
  const toast = useToast();
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const draw = async () => {
    const code = await import("qrcode").catch(() => null);
    if (!code) return toast({ message: t("ui.unreachable"), isError: true });
    const { modules } = code.create(text, { errorCorrectionLevel: "M" });
    setDrawing({ side: modules.size + 2 * QUIET, path: pathOf(modules) });
  };
  if (!drawing) {
    return (
      <Button look="quiet" className="mt-2 px-3 text-accent" onClick={draw}>
        {t("sharing.qr")}
      </Button>
    );
  }
  return (
    <svg
      role="img"
      aria-label={t("sharing.qrOf")}
      viewBox={`0 0 ${drawing.side} ${drawing.side}`}
      shapeRendering="crispEdges"
      // Cameras want dark on light, whatever the theme.
      className="mx-auto mt-3 w-44 rounded-lg bg-white"
    >
      <path d={drawing.path} fill="black" />
    </svg>
  );
}

function pathOf({ size, data }: { size: number; data: Uint8Array }): string {
  const squares: string[] = [];
  for (const [index, isDark] of data.entries()) {
    if (isDark) squares.push(`M${(index % size) + QUIET} ${Math.floor(index / size) + QUIET}h1v1h-1z`);
  }
  return squares.join("");
}
