// The official Electron of the `electron` package: read where it lies, or fetched once by its own installer.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "./command.ts";
import { ROOT } from "./places.ts";
import { type Runtime, readRuntime } from "./runtime.ts";

const PACKAGE = join(ROOT, "node_modules/electron");

/** The official runtime if its installer has been here already. */
export function readOfficialRuntime(): Runtime | undefined {
  const found = readRuntime("official", join(PACKAGE, "dist"));
  const wanted: { version: string } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8"));
  return found?.version === wanted.version ? found : undefined;
}

/** Lets Electron's installer download it (it honours ELECTRON_MIRROR); undefined when the network says no. */
export async function fetchOfficialRuntime(): Promise<Runtime | undefined> {
  const code = await runNode([join(PACKAGE, "install.js")], { stdout: "stderr" });
  return code === 0 ? readOfficialRuntime() : undefined;
}
