/** What takes what is dropped on it says so by `data-drop`, and its name by `data-drop-name`; `within` chooses among them. */
export const dropTargetOf = (target: EventTarget | null, within = "[data-drop]"): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(within) : null;

/** Marks what would take what is dragged, and nothing else. */
export function markOver(target: HTMLElement | null): void {
  for (const marked of document.querySelectorAll("[data-over]"))
    if (marked !== target) marked.removeAttribute("data-over");
  target?.setAttribute("data-over", "");
}
