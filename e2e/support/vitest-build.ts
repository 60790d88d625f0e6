import { ensureBuilt } from "@/scripts/start/build";

/** Builds the app from the sources as they are, for tests that start copies of their own. */
export default (): Promise<void> => ensureBuilt(".data");
