import { expect, it } from "vitest";
import { localNames, safeName } from "./local-names";

it.each([
  ["plan.txt", "plan.txt"],
  ["Ümläut 日本.pdf", "Ümläut 日本.pdf"],
  ["10:30? yes.txt", "10_30_ yes.txt"],
  ["con", "con_"],
  [".hidden", ".hidden"],
  ["ada@example.com", "ada@example.com"],
  ["../../etc/passwd", "_.._etc_passwd"],
])("makes of %s the local name %s", (name, local) => {
  expect(safeName(name)).toBe(local);
});

it("leads nowhere outside of its folder, whatever the name", () => {
  const names = ["..", ".", "a/../../b", "C:\\x", "/etc", "a\u0000b", "~"].map(safeName);
  for (const name of names) expect(name).toMatch(/^(?!\.{1,2}$)[^/\\\p{Cc}:]+$/u);
});

it("keeps names apart that a file system takes for the same, and gives the same ones again", () => {
  const things = [
    { id: "c", name: "a_b.txt" },
    { id: "b", name: "a:b.txt" },
    { id: "a", name: "A?B.txt" },
    { id: "t", name: "trash" },
  ];
  const names = localNames(things, ["Trash"]);
  expect(Object.fromEntries(names)).toEqual({
    c: "a_b.txt",
    a: "A_B (2).txt",
    b: "a_b (3).txt",
    t: "trash (2)",
  });
  expect(localNames(things.toReversed(), ["Trash"])).toEqual(names);
});
