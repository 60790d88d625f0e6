import { buildApp } from "./app";
import { readSettings } from "./settings";

try {
  buildApp(readSettings(process.env)).app.synth();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
