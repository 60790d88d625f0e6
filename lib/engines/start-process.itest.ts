import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { freePort } from "./start-port";
import { answersHttp, startEngine } from "./start-process";

const SERVER = 'require("node:http").createServer((_, r) => r.end()).listen(process.argv[1], "127.0.0.1")';

async function aRecipe(code = SERVER) {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const logFile = join(await mkdtemp(join(tmpdir(), "smart-drive-")), "engine.log");
  const args = ["-e", code, String(port)];
  return {
    name: "The engine",
    command: process.execPath,
    args,
    logFile,
    endpoint,
    isReady: () => answersHttp(endpoint),
  };
}

it("tells the last words of an engine that does not come up", async () => {
  const recipe = await aRecipe('console.error("no disk"); process.exit(1)');
  await expect(startEngine(recipe.endpoint, recipe)).rejects.toThrow("The engine did not start. no disk");
});

it("starts an engine again that died unasked, and lets one rest that was stopped", async () => {
  const recipe = await aRecipe();
  const engine = await startEngine(recipe.endpoint, recipe);
  const first = engine.pid;
  const died = new Promise<void>((resolve) => engine.keepAlive(resolve));
  process.kill(first, "SIGKILL");
  await died;
  await expect.poll(() => engine.pid, { timeout: 10_000 }).not.toBe(first);
  expect(await answersHttp(recipe.endpoint)).toBe(true);
  await engine.stop();
  expect(await answersHttp(recipe.endpoint)).toBe(false);
});

it("stops an engine that is just being started again", async () => {
  const recipe = await aRecipe();
  const engine = await startEngine(recipe.endpoint, recipe);
  const died = new Promise<void>((resolve) => engine.keepAlive(resolve));
  process.kill(engine.pid, "SIGKILL");
  await died;
  await engine.stop();
  expect(await answersHttp(recipe.endpoint)).toBe(false);
});

it("takes its engines with it when it is killed", async () => {
  const recipe = await aRecipe();
  const here = new URL("start-watchdog.ts", import.meta.url).href;
  const launcher = `
    import { spawn } from "node:child_process";
    import { watchOver } from ${JSON.stringify(here)};
    const engine = spawn(process.execPath, ${JSON.stringify(recipe.args)}, { stdio: "ignore", detached: true });
    watchOver(engine.pid);
    console.log("up");
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", launcher]);
  await once(child.stdout, "data");
  await expect.poll(() => answersHttp(recipe.endpoint), { timeout: 10_000 }).toBe(true);
  child.kill("SIGKILL");
  await expect.poll(() => answersHttp(recipe.endpoint), { timeout: 10_000 }).toBe(false);
});
