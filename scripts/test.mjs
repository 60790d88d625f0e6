import "./require-node.mjs";

async function test() {
  const { ensureInstalled } = await import("./install.mjs");
  if (!ensureInstalled()) return 1;
  const { register } = await import("tsx/esm/api");
  register();
  const { main } = await import("./test/main.ts");
  return main(process.argv.slice(2));
}

test().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    console.error(error.message);
    console.log("0 passed, 1 failed");
    process.exitCode = 1;
  },
);
