"use client";

import { useState } from "react";
import { Button } from "./button";
import { Drawn } from "./drawn";
import { TextField } from "./text-field";
import { useT } from "./texts";

type Props = Omit<React.ComponentProps<typeof TextField>, "type" | "after">;

/** A password, which one may look at while typing it. */
export function PasswordField(props: Props) {
  const t = useT();
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={isShown ? "text" : "password"}
      after={
        <Button
          look="quiet"
          // A name that does not say the field's own: who looks for the field finds the field.
          aria-label={t(isShown ? "ui.hideTyped" : "ui.showTyped")}
          className="size-11 px-0 text-muted sm:size-11"
          onClick={() => setShown(!isShown)}
        >
          <Drawn className="size-5" strokeWidth={2}>
            <path d="M2 12s3.6-7 10-7 10 7 10 7-3.6 7-10 7-10-7-10-7Z" />
            <circle cx="12" cy="12" r="3" />
            {isShown && <path d="m3 3 18 18" />}
          </Drawn>
        </Button>
      }
    />
  );
}
