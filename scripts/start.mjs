import "./require-node.mjs";

// Loaded one by one: what an old Node.js could not parse, and what npm has yet to install, comes after its check.
async function start() {
  const { fileURLToPath } = await import("node:url");
  process.chdir(fileURLToPath(new URL("..", import.meta.url)));
  const { ensureInstalled } = await import("./install.mjs");
  if (!ensureInstalled()) process.exit(1);
  const { register } = await import("tsx/esm/api");
  register();
  await import("./launch.ts");
}

start();
