import { Clock, Search } from "lucide-react";
import { EntryIcon } from "@/components/entries/entry-icon";
import { useT } from "@/components/ui/texts";
import type { Entry } from "@/lib/entries/schema";

/** What can be chosen below the search field. */
export type Choice = { kind: "recent" | "all"; q: string } | { kind: "entry"; entry: Entry };

type Props = {
  id: string;
  isOpen: boolean;
  choices: Choice[];
  active: number;
  /** Whether it is known that nothing is named like that. */
  isEmpty: boolean;
  /** Why it is not known. */
  fault: string | null;
  onChoose: (choice: Choice) => void;
  onForget: () => void;
};

export function SearchChoices({ id, isOpen, choices, active, isEmpty, fault, onChoose, onForget }: Props) {
  const t = useT();
  const nothing = fault ?? t("search.nothing");
  const isShown = isOpen && choices.length > 0;
  const isRecent = choices[0]?.kind === "recent";
  const entries = choices.filter(({ kind }) => kind === "entry").length;
  return (
    <>
      <p role="status" className="sr-only">
        {isShown && !isRecent && (isEmpty ? nothing : t("search.found", { count: entries }))}
      </p>
      <div
        hidden={!isShown}
        className="absolute inset-x-0 top-full z-30 mt-2 overflow-hidden rounded-2xl border border-line bg-surface py-2 shadow-float max-sm:fixed max-sm:inset-x-2 max-sm:top-14"
      >
        {isRecent && (
          <p className="flex items-center justify-between ps-4 pe-2 text-muted text-sm">
            {t("search.recent")}
            <button
              type="button"
              onMouseDown={(event) => event.preventDefault()}
              onClick={onForget}
              className="min-h-11 rounded-lg px-2 sm:min-h-9 text-accent hover:bg-raised"
            >
              {t("search.forgetRecent")}
            </button>
          </p>
        )}
        {isEmpty && <p className="px-4 py-2 text-muted">{nothing}</p>}
        <div role="listbox" id={id} aria-label={isRecent ? t("search.recent") : t("search.suggestions")}>
          {choices.map((choice, index) => (
            <div
              key={choice.kind === "entry" ? choice.entry.id : `${choice.kind} ${choice.q}`}
              role="option"
              id={`${id}-${index}`}
              tabIndex={-1}
              aria-selected={index === active}
              // The field keeps the focus: with it the list would close before the click.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(choice)}
              onKeyDown={() => undefined}
              className="flex min-h-11 cursor-default items-center gap-3 px-4 hover:bg-raised aria-selected:bg-accent-soft"
            >
              <ChoiceFace choice={choice} />
            </div>
          ))}
        </div>
      </div>
    </>
  );
}

function ChoiceFace({ choice }: { choice: Choice }) {
  const t = useT();
  if (choice.kind === "entry") {
    const { name, kind, type } = choice.entry;
    return (
      <>
        <EntryIcon kind={kind} type={type} />
        <span className="grid min-w-0 flex-1">
          <span dir="auto" className="max-w-full justify-self-start truncate">
            {name}
          </span>
        </span>
      </>
    );
  }
  const Icon = choice.kind === "recent" ? Clock : Search;
  return (
    <>
      <span className="grid size-9 shrink-0 place-items-center text-muted">
        <Icon aria-hidden="true" className="size-4" />
      </span>
      <span className="min-w-0 flex-1 truncate">
        {choice.kind === "recent" ? <bdi>{choice.q}</bdi> : t("search.all", { q: choice.q })}
      </span>
    </>
  );
}
