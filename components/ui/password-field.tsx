"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { Button } from "./button";
import { TextField } from "./text-field";
import { useT } from "./texts";

type Props = Omit<React.ComponentProps<typeof TextField>, "type" | "after">;

/** A password, which one may look at while typing it. */
export function PasswordField(props: Props) {
  const t = useT();
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
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
          <Icon aria-hidden="true" className="size-5" />
        </Button>
      }
    />
  );
}
