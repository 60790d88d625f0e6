import { execFile } from "node:child_process";
import { dirname, relative } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

// Nothing of who packed, when, and under which umask.
const SAME = ["--sort=name", "--mtime=@0", "--owner=0", "--group=0", "--numeric-owner", "--mode=a+rX,u+w,go-w"];

/** Packs a folder so that the same content gives the same bytes. Answers the tarball's name. @throws Error where there is no GNU tar. */
export async function pack(folder: string): Promise<string> {
  const tarball = `${folder}.tar.gz`;
  const env = { ...process.env, GZIP: "-n" };
  const words = [...SAME, "-czf", tarball, "-C", dirname(folder), relative(dirname(folder), folder)];
  await run(await findGnuTar(), words, { env });
  return tarball;
}

/** The name of the tar that can sort: that of macOS can't, and there GNU's has a name of its own. */
async function findGnuTar(): Promise<string> {
  for (const name of ["tar", "gtar"]) {
    const said = await run(name, ["--version"]).catch(() => ({ stdout: "" }));
    if (said.stdout.includes("GNU tar")) return name;
  }
  throw new Error("A release is packed by GNU tar, and there is none here. On macOS: brew install gnu-tar");
}
