import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const HINT = "//# allFunctionsCalledOnLoad\n";

/**
 * Tells browsers to compile the scripts that every page starts with while they load, and not one function after the other as
 * these are called, on the thread that also answers the first touch. V8 has heeded it since Chrome 136; to others it is a comment.
 */
export async function hintCompilation(distDir: string): Promise<void> {
  const { rootMainFiles } = JSON.parse(await readFile(join(distDir, "build-manifest.json"), "utf8"));
  await Promise.all(
    (rootMainFiles as string[]).map(async (name) => {
      const file = join(distDir, name);
      const script = await readFile(file, "utf8");
      if (!script.startsWith(HINT)) await writeFile(file, HINT + script);
    }),
  );
}
