import { buildApp } from "./app";
import { readSettings } from "./settings";

buildApp(readSettings(process.env)).app.synth();
