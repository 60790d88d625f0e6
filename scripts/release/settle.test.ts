import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { settle } from "./settle";

const FILES = ["required-server-files.json", "prerender-manifest.json", "server/preview-props.json"];
const drawn = () => ({
  previewModeId: randomBytes(16).toString("hex"),
  previewModeSigningKey: randomBytes(32).toString("hex"),
  previewModeEncryptionKey: randomBytes(32).toString("hex"),
});

/** What a build in the clone `root` leaves, settled. */
async function aSettledBuild(root: string, buildId = "0123456789abcdef"): Promise<string[]> {
  const dist = await mkdtemp(join(tmpdir(), "smart-drive-"));
  onTestFinished(() => rm(dist, { recursive: true }));
  await mkdir(join(dist, "server"));
  const keys = drawn();
  const config = { outputFileTracingRoot: `${root}/`, turbopack: { root }, distDir: ".next", cache: `${root}/cache` };
  const contents = [{ appDir: root, config, files: [".next/BUILD_ID"] }, { version: 4, preview: keys }, keys];
  await writeFile(join(dist, "BUILD_ID"), buildId);
  await Promise.all(FILES.map((file, index) => writeFile(join(dist, file), JSON.stringify(contents[index]))));
  await settle(dist, root);
  return Promise.all(FILES.map((file) => readFile(join(dist, file), "utf8")));
}

it("leaves nothing of the clone: not its path, nor keys that were drawn in it", async () => {
  const here = await aSettledBuild("/home/ada/smart-drive");
  expect(here).toEqual(await aSettledBuild("/srv/build"));
  expect(JSON.parse(here[0] ?? "")).toEqual({
    appDir: ".",
    config: { outputFileTracingRoot: ".", turbopack: { root: "." }, distDir: ".next", cache: "./cache" },
    files: [".next/BUILD_ID"],
  });
});

it("has Next's keys in the form that it drew them, others for other sources", async () => {
  const [, manifest = "", props = ""] = await aSettledBuild("/srv/build");
  expect(JSON.parse(manifest).preview).toEqual(JSON.parse(props));
  expect(Object.values<string>(JSON.parse(props)).map(({ length }) => length)).toEqual([32, 64, 64]);
  expect((await aSettledBuild("/srv/build", "another"))[2]).not.toBe(props);
});
