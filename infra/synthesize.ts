import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Template } from "aws-cdk-lib/assertions";
import { buildApp } from "./app";
import { readSettings } from "./settings";

/** A file in the release's place, whose bytes never change. */
export function releaseForTests(): string {
  const release = join(tmpdir(), "smart-drive-release.tar.gz");
  writeFileSync(release, "a release");
  return release;
}

/** Synthesizes the app by these variables, with a release whose bytes never change. For tests. */
export function synthesize(variables: Record<string, string> = {}) {
  const { app, stack } = buildApp(readSettings({ RELEASE: releaseForTests(), ...variables }));
  const { stacks } = app.synth();
  return { template: Template.fromStack(stack), names: stacks.map(({ stackName }) => stackName), app };
}
