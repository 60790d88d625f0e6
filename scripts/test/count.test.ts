import { describe, expect, it } from "vitest";
import { judge, readReport, sum } from "./count";
import { planFor } from "./steps";

const count = (passed: number, failed: number, failures: string[] = []) => ({ passed, failed, failures });

describe("judge", () => {
  it("takes a good run as it is", () => {
    expect(judge(count(3, 0), 0)).toEqual(count(3, 0));
  });

  it("counts a crash as a failure", () => {
    expect(judge(count(3, 0), 1)).toEqual(count(3, 1));
  });

  it("counts a run without tests as a failure", () => {
    expect(judge(count(0, 0), 0)).toEqual(count(0, 1));
  });
});

it("counts a missing report as nothing run", async () => {
  expect(await readReport("vitest", "no-such-report.json")).toEqual(count(0, 0));
});

it("sums", () => {
  expect(sum([count(1, 1, ["a"]), count(3, 2, ["b", "c"])])).toEqual(count(4, 3, ["a", "b", "c"]));
});

describe("planFor", () => {
  it("runs the fastest first", () => {
    const names = planFor([]).steps.map(({ name }) => name);
    expect(names).toEqual([
      "lint",
      "typecheck",
      "arch",
      "unit",
      "infra",
      "integration",
      "build",
      "http",
      "e2e",
      "rights",
    ]);
  });

  it("runs against real engines only what touches engines", () => {
    const { steps, lane } = planFor(["--lane=real"]);
    expect(lane).toBe("real");
    expect(steps.map(({ name }) => name)).toEqual(["integration", "build", "http", "copies", "e2e", "rights"]);
  });

  it("lets browsers meet three copies where a balancer can be had", () => {
    const { steps } = planFor(["--lane=real"]);
    expect(steps.find(({ name }) => name === "e2e")?.env).toEqual({ COPIES: "3" });
  });

  it("refuses what it does not know", () => {
    expect(() => planFor(["--lane=aws"])).toThrow("--lane=aws");
  });
});
