import { describe, expect, it } from "vitest";
import { runSteps, type Step } from "./steps";

const denied: Step = {
  title: "encrypt at rest",
  right: "s3:PutEncryptionConfiguration",
  run: () => Promise.reject(Object.assign(new Error("no"), { name: "AccessDenied" })),
};

describe("runSteps", () => {
  it("goes on after a refusal and names the right that is missing", async () => {
    const done: string[] = [];
    const next: Step = { title: "next", right: "s3:Next", run: async () => void done.push("next") };
    const refusals = await runSteps([denied, next], []);
    expect(refusals).toEqual([{ title: "encrypt at rest", right: "s3:PutEncryptionConfiguration" }]);
    expect(done).toEqual(["next"]);
  });

  it("leaves out what the engine lacks", async () => {
    expect(await runSteps([{ ...denied, feature: "encryption" }], ["encryption"])).toEqual([]);
  });

  it("stops at any other failure and says at which step", async () => {
    const broken: Step = { ...denied, run: () => Promise.reject(new Error("boom")) };
    await expect(runSteps([broken], [])).rejects.toThrow("Could not encrypt at rest");
  });
});
