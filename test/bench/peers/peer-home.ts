// Fetches what a bench measures against by npm into `.runtime/` on first use; the program itself never needs it.
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { runNpm } from "../../../main/launch/command.ts";

const here = import.meta.dirname;
const home = join(here, "../../../.runtime/peers");
const files = ["package.json", "package-lock.json"] as const;

const isHere = (name: string): boolean =>
  existsSync(join(home, "node_modules", name.replace("/nodejs", ""))) &&
  files.every((file) => readFileSync(join(home, file), "utf8") === readFileSync(join(here, file), "utf8"));

/** @throws when npm cannot fetch it. The lockfile names the exact version. */
export async function peer(name: string): Promise<unknown> {
  if (!isHere(name)) {
    mkdirSync(home, { recursive: true });
    for (const file of files) copyFileSync(join(here, file), join(home, file));
    copyFileSync(join(here, "../../../.npmrc"), join(home, ".npmrc"));
    const installed = await runNpm(["ci", "--loglevel=error"], { cwd: home, stdout: "stderr" });
    if (installed !== 0) throw new Error(`npm could not fetch ${name}, which the bench measures against`);
  }
  return createRequire(join(home, "package.json"))(name) as unknown;
}
