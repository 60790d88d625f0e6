import { describe, expect, it } from "vitest";
import { judge, readReport, sum } from "./count";
import { planFor } from "./steps";

describe("judge", () => {
  it("takes a good run as it is", () => {
    expect(judge({ passed: 3, failed: 0 }, 0)).toEqual({ passed: 3, failed: 0 });
  });

  it("counts a crash as a failure", () => {
    expect(judge({ passed: 3, failed: 0 }, 1)).toEqual({ passed: 3, failed: 1 });
  });

  it("counts a run without tests as a failure", () => {
    expect(judge({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
  });
});

it("counts a missing report as nothing run", async () => {
  expect(await readReport("vitest", "no-such-report.json")).toEqual({ passed: 0, failed: 0 });
});

it("sums", () => {
  const counts = [
    { passed: 1, failed: 2 },
    { passed: 3, failed: 4 },
  ];
  expect(sum(counts)).toEqual({ passed: 4, failed: 6 });
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
