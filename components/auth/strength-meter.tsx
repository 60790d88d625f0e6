import { useT } from "@/components/ui/texts";
import { judgePassword } from "./password-strength";

type Props = { id: string; password: string; name: string; email: string };

const TONES = ["bg-danger", "bg-danger", "bg-muted", "bg-accent", "bg-accent"];
const STEPS = [1, 2, 3, 4];

/** How strong the typed password is, in words and as a picture. */
export function StrengthMeter({ id, password, name, email }: Props) {
  const t = useT();
  const { score, label, advice } = judgePassword(password, { name, email });
  const isEmpty = password === "";
  return (
    <div className="-mt-2 grid gap-1.5">
      {/* biome-ignore lint/a11y/useSemanticElements: browsers draw their own <meter> in ways that can't be told not to */}
      <div
        role="meter"
        aria-label={t("auth.strength")}
        aria-valuemin={0}
        aria-valuemax={4}
        aria-valuenow={isEmpty ? 0 : score}
        aria-valuetext={isEmpty ? t("auth.nothingTyped") : t(label)}
        className="grid grid-cols-4 gap-1"
      >
        {STEPS.map((step) => {
          const isLit = !isEmpty && step <= Math.max(1, score);
          return (
            <span
              key={step}
              className={`h-1 rounded-full transition-colors ${isLit ? `${TONES[score]} forced-colors:bg-[Highlight]` : "bg-raised forced-colors:outline"}`}
            />
          );
        })}
      </div>
      <p id={id} aria-live="polite" className="text-muted text-sm">
        {isEmpty ? (
          t("auth.strengthHint")
        ) : (
          <>
            <span className="font-medium text-ink">{t(label)}.</span> {t(advice)}
          </>
        )}
      </p>
    </div>
  );
}
