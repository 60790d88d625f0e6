import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it, onTestFinished, vi } from "vitest";
import { pack } from "./pack";

afterEach(() => void vi.unstubAllEnvs());

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "smart-drive-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

type Modes = { folder: number; file: number; program: number };

async function aRelease(modes: Modes, writtenAt: Date): Promise<string> {
  const release = join(await aFolder(), "smart-drive");
  await mkdir(join(release, "inner"), { recursive: true });
  await writeFile(join(release, "inner", "file.js"), "content");
  await writeFile(join(release, "program"), "content");
  await chmod(join(release, "inner", "file.js"), modes.file);
  await chmod(join(release, "program"), modes.program);
  await chmod(join(release, "inner"), modes.folder);
  await utimes(join(release, "program"), writtenAt, writtenAt);
  return release;
}

/** Has this stand first among the programs, as another system's tar does. */
async function putFirst(programs: Record<string, string>): Promise<void> {
  const bin = await aFolder();
  for (const [name, script] of Object.entries(programs))
    await writeFile(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  vi.stubEnv("PATH", `${bin}:${process.env.PATH}`);
}
const OF_MACOS = "echo 'bsdtar 3.5.3 - libarchive 3.7.4'";

it("gives the same bytes for the same content, whoever packs it, when, and under which umask", async () => {
  const ours = await pack(await aRelease({ folder: 0o755, file: 0o644, program: 0o755 }, new Date(1e12)));
  const theirs = await pack(await aRelease({ folder: 0o700, file: 0o660, program: 0o770 }, new Date(2e12)));
  expect((await readFile(ours)).equals(await readFile(theirs))).toBe(true);
});

it("lets everybody read and its owner alone write", async () => {
  const tarball = await pack(await aRelease({ folder: 0o777, file: 0o600, program: 0o775 }, new Date()));
  const listed = execFileSync("tar", ["-tvzf", tarball, "--numeric-owner"], {
    encoding: "utf8",
    env: { ...process.env, TZ: "UTC" },
  });
  expect(
    listed
      .trim()
      .split("\n")
      .map((line) => line.replace(/ +\d+ 1970-01-01 00:00/, "")),
  ).toEqual([
    "drwxr-xr-x 0/0 smart-drive/",
    "drwxr-xr-x 0/0 smart-drive/inner/",
    "-rw-r--r-- 0/0 smart-drive/inner/file.js",
    "-rwxr-xr-x 0/0 smart-drive/program",
  ]);
});

it("takes GNU's tar by its name on macOS", async () => {
  const tar = execFileSync("sh", ["-c", "command -v tar"], { encoding: "utf8" }).trim();
  await putFirst({ tar: OF_MACOS, gtar: `exec ${tar} "$@"` });
  const tarball = await pack(await aRelease({ folder: 0o755, file: 0o644, program: 0o755 }, new Date()));
  expect(execFileSync("gtar", ["-tzf", tarball], { encoding: "utf8" })).toContain("smart-drive/program");
});

it("says what is wanted where no tar can sort", async () => {
  await putFirst({ tar: OF_MACOS, gtar: "exit 127" });
  const packed = pack(await aRelease({ folder: 0o755, file: 0o644, program: 0o755 }, new Date()));
  await expect(packed).rejects.toThrow("GNU tar, and there is none here. On macOS: brew install gnu-tar");
});
