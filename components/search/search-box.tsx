"use client";

import { Search, X } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { useId, useRef, useState } from "react";
import { useRefusal, useT } from "@/components/ui/texts";
import { useRouter } from "@/components/ui/use-router";
import { forgetSearches, recentSearches, rememberSearch } from "./recent-searches";
import { type Choice, SearchChoices } from "./search-choices";
import { useSlashKey } from "./use-slash-key";
import { useSuggestions } from "./use-suggestions";

/** Looks for names as one types. Before the page is alive it is a form that leads to the results. */
export function SearchBox() {
  const t = useT();
  const refuse = useRefusal();
  const router = useRouter();
  const path = usePathname();
  const search = useSearchParams();
  const isResults = path === "/drive/search";
  const [typed, setTyped] = useState(() => (isResults ? (search.get("q") ?? "") : ""));
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [recent, setRecent] = useState<string[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const found = useSuggestions(isOpen ? typed : "");
  const items = found && "code" in found ? [] : (found ?? []);
  const q = typed.trim();
  const choices: Choice[] =
    q === ""
      ? recent.map((each) => ({ kind: "recent", q: each }))
      : [...items.map((entry) => ({ kind: "entry", entry }) as const), { kind: "all", q }];

  useSlashKey(input);

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const showResults = (wanted: string) => {
    rememberSearch(wanted);
    setTyped(wanted);
    close();
    input.current?.blur();
    const folder = /^\/drive\/([\w-]{20,})$/.exec(path)?.[1];
    const query = new URLSearchParams({ q: wanted, ...(folder ? { from: folder } : {}) });
    router.push(`/drive/search?${query}`);
  };
  const choose = (choice: Choice) => {
    if (choice.kind !== "entry") return showResults(choice.q);
    rememberSearch(q);
    close();
    input.current?.blur();
    const { id, kind, parentId } = choice.entry;
    const folder = parentId === "root" ? "/drive" : `/drive/${parentId}`;
    router.push(kind === "folder" ? `/drive/${id}` : `${folder}?preview=${id}`);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const count = choices.length;
    if (event.key === "Escape") {
      if (isOpen) close();
      else setTyped("");
    } else if (event.key === "ArrowDown" && count > 0) {
      setOpen(true);
      setActive((at) => (at + 1) % count);
    } else if (event.key === "ArrowUp" && count > 0) setActive((at) => (at <= 0 ? count - 1 : at - 1));
    else return;
    event.preventDefault();
  };

  return (
    <search className="relative min-w-0 max-w-2xl flex-1 sm:me-auto">
      <form
        action="/drive/search"
        onSubmit={(event) => {
          event.preventDefault();
          const choice = choices[active];
          if (choice) choose(choice);
          else if (q !== "") showResults(q);
        }}
        className="flex min-h-11 items-center gap-2 rounded-full bg-raised ps-4 pe-1 focus-within:bg-surface focus-within:shadow-float focus-within:outline-2 focus-within:outline-accent forced-colors:border"
      >
        <Search aria-hidden="true" className="size-4 shrink-0 text-muted" />
        <input
          ref={input}
          name="q"
          type="text"
          role="combobox"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          // An empty field would take its placeholder for text from left to right.
          dir={typed === "" ? undefined : "auto"}
          placeholder={t("search.label")}
          aria-label={t("search.label")}
          aria-expanded={isOpen && choices.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && active >= 0 ? `${listId}-${active}` : undefined}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(-1);
            setOpen(true);
          }}
          onFocus={() => {
            setRecent(recentSearches());
            setOpen(true);
          }}
          onBlur={close}
          onKeyDown={onKeyDown}
          className="min-w-0 flex-1 bg-transparent min-h-11 outline-none placeholder:text-muted"
        />
        {typed !== "" && (
          <button
            type="button"
            aria-label={t("search.clear")}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              setTyped("");
              input.current?.focus();
            }}
            className="grid size-11 shrink-0 place-items-center rounded-full text-muted hover:bg-raised sm:size-9"
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        )}
      </form>
      <SearchChoices
        id={listId}
        isOpen={isOpen}
        choices={choices}
        active={active}
        isEmpty={found !== null && items.length === 0 && q !== ""}
        fault={found && "code" in found ? refuse(found) : null}
        onChoose={choose}
        onForget={() => {
          forgetSearches();
          setRecent([]);
        }}
      />
    </search>
  );
}
