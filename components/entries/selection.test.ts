import { expect, it } from "vitest";
import { NOTHING, neighbourOf, nextIndex, type Step, select, typedIndex } from "./selection";

const order = ["a", "b", "c", "d", "e"];
const after = (...steps: Step[]) => {
  const { ids, active } = steps.reduce((selection, step) => select(selection, step, order), NOTHING);
  return { ids: [...ids].join(""), active };
};

it("selects one, adds and takes away one by one", () => {
  expect(after({ kind: "only", id: "b" }, { kind: "only", id: "c" })).toEqual({ ids: "c", active: "c" });
  expect(after({ kind: "only", id: "b" }, { kind: "toggle", id: "d" })).toEqual({ ids: "bd", active: "d" });
  expect(after({ kind: "only", id: "b" }, { kind: "toggle", id: "b" })).toEqual({ ids: "", active: "b" });
});

it("extends from the anchor, both ways, and turns round it", () => {
  const { ids } = after({ kind: "only", id: "c" }, { kind: "range", id: "e" });
  expect(ids).toBe("cde");
  expect(after({ kind: "only", id: "c" }, { kind: "range", id: "e" }, { kind: "range", id: "a" }).ids).toBe("abc");
  expect(after({ kind: "range", id: "b" }).ids).toBe("ab");
});

it("keeps what was selected when a range is added", () => {
  const steps: Step[] = [
    { kind: "only", id: "a" },
    { kind: "toggle", id: "d" },
    { kind: "range", id: "e", isAdding: true },
  ];
  expect(after(...steps).ids).toBe("ade");
});

it("leaves the keyboard where it is when nothing is selected any more", () => {
  expect(after({ kind: "only", id: "c" }, { kind: "none" })).toEqual({ ids: "", active: "c" });
});

it("walks a list by arrows, pages and ends", () => {
  const layout = { count: 50, columns: 1, rowsPerPage: 10, isRightToLeft: false };
  expect(nextIndex("ArrowDown", 49, layout)).toBe(49);
  expect(nextIndex("ArrowUp", 0, layout)).toBe(0);
  expect(nextIndex("PageDown", 3, layout)).toBe(13);
  expect(nextIndex("PageUp", 3, layout)).toBe(0);
  expect(nextIndex("Home", 3, layout)).toBe(0);
  expect(nextIndex("End", 3, layout)).toBe(49);
  expect(nextIndex("ArrowRight", 3, layout)).toBeNull();
  expect(nextIndex("x", 3, layout)).toBeNull();
});

it("walks tiles sideways too, as the language is written", () => {
  const layout = { count: 10, columns: 4, rowsPerPage: 2, isRightToLeft: false };
  expect(nextIndex("ArrowRight", 3, layout)).toBe(4);
  expect(nextIndex("ArrowDown", 1, layout)).toBe(5);
  expect(nextIndex("ArrowDown", 7, layout)).toBe(9);
  expect(nextIndex("ArrowDown", 9, layout)).toBe(9);
  expect(nextIndex("ArrowUp", 2, layout)).toBe(2);
  expect(nextIndex("ArrowRight", 4, { ...layout, isRightToLeft: true })).toBe(3);
});

it("finds a name by its first letters, round the list, whatever its accents", () => {
  const names = ["Apple", "banana", "Élan", "Beet", "elm"];
  expect(typedIndex(names, "b", 0)).toBe(1);
  expect(typedIndex(names, "b", 1)).toBe(3);
  expect(typedIndex(names, "b", 3)).toBe(1);
  expect(typedIndex(names, "el", 2)).toBe(2);
  expect(typedIndex(names, "e", 2)).toBe(4);
  expect(typedIndex(names, "z", 2)).toBe(-1);
});

it("hands the place of what left to the next one that is there, else to the one before", () => {
  const isThere = (id: string) => !"bce".includes(id);
  expect(neighbourOf(order, "b", isThere)).toBe("d");
  expect(neighbourOf(order, "e", isThere)).toBe("d");
  expect(neighbourOf(order, "a", () => false)).toBe(null);
  const left = select({ ids: new Set(["b", "x"]), anchor: "x", active: "x" }, { kind: "left", id: "c" }, order);
  expect(left).toEqual({ ids: new Set(["b"]), anchor: null, active: "c" });
});
