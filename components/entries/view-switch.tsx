import { LayoutGrid, List } from "lucide-react";
import { keepChoice } from "@/components/ui/keep-choice";
import { useT } from "@/components/ui/texts";
import { VIEW_COOKIE, type View } from "./view";

const CHOICES = [
  { view: "list", text: "entries.listView", Icon: List },
  { view: "grid", text: "entries.gridView", Icon: LayoutGrid },
] as const;

/** Chooses between list and grid, and keeps the choice. */
export function ViewSwitch({ view, onChoose }: { view: View; onChoose: (view: View) => void }) {
  const t = useT();
  const choose = (chosen: View) => {
    keepChoice(VIEW_COOKIE, chosen);
    onChoose(chosen);
  };
  return (
    <fieldset aria-label={t("entries.view")} className="flex shrink-0 rounded-xl border border-line p-0.5">
      {CHOICES.map(({ view: each, text, Icon }) => (
        <button
          key={each}
          type="button"
          aria-label={t(text)}
          aria-pressed={view === each}
          onClick={() => choose(each)}
          className="grid size-11 place-items-center rounded-[10px] text-muted hover:bg-raised aria-pressed:bg-accent-soft aria-pressed:text-accent sm:size-9"
        >
          <Icon aria-hidden="true" className="size-5" />
        </button>
      ))}
    </fieldset>
  );
}
