// Whether Chromium's sandbox can work for this user on this system, and the switch to pass where it cannot.
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Chromium refuses its sandbox as root, and where neither user namespaces nor a setuid helper is to be had.
 * Only a start from the checkout asks this: an installed app never gives its sandbox up.
 */
export function sandboxSwitches(executable: string): string[] {
  if (process.platform !== "linux") return [];
  const isSandboxed = process.getuid?.() !== 0 && (canMakeNamespaces() || isHelperSetuid(executable));
  return isSandboxed ? [] : ["--no-sandbox"];
}

function canMakeNamespaces(): boolean {
  return spawnSync("unshare", ["--user", "true"], { stdio: "ignore" }).status === 0;
}

function isHelperSetuid(executable: string): boolean {
  const helper = statSync(join(dirname(executable), "chrome-sandbox"), { throwIfNoEntry: false });
  return helper !== undefined && helper.uid === 0 && (helper.mode & 0o4000) !== 0;
}
