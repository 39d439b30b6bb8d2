// Sees to the shared libraries, fonts and virtual display a bare Debian or Ubuntu lacks: installs them as root, else prints the exact command.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { run } from "./command.ts";
import type { Runtime } from "./runtime.ts";
import { say } from "./say.ts";

const WINDOW_PACKAGES = ["libgtk-3-0", "libnss3", "libasound2", "libgbm1", "fonts-wqy-microhei"];
const DISPLAY_PACKAGES = ["xvfb", "xauth"];

/** What a command needs from the system: the window's libraries, or those and a virtual display. */
export type Need = "window" | "tests";

/**
 * Makes sure the runtime can start; does nothing where nothing is missing, and nothing on macOS and Windows.
 * @throws with the command to type when something is missing that we may not install.
 */
export async function ensureSystemLibraries(runtime: Runtime, need: Need): Promise<void> {
  if (process.platform !== "linux") return;
  const missing = listMissing(runtime, need);
  if (missing.length === 0) return;
  const packages = need === "tests" ? [...WINDOW_PACKAGES, ...DISPLAY_PACKAGES] : WINDOW_PACKAGES;
  if (!isDebianLike()) {
    throw new Error(
      `missing on this system: ${missing.join(", ")}. Install what provides them (Debian names: ${packages.join(" ")}).`,
    );
  }
  if (process.getuid?.() !== 0) {
    throw new Error(
      `missing on this system: ${missing.join(", ")}. Type:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${named(packages).join(" ")}`,
    );
  }
  say(`missing on this system: ${missing.join(", ")}; installing ${packages.join(" ")} …`);
  const apt = { stdout: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
  await run({ program: "apt-get", args: ["update", "-qq"], ...apt });
  const install = ["install", "-y", "-qq", "--no-install-recommends", ...named(packages)];
  const code = await run({ program: "apt-get", args: install, ...apt });
  const still = listMissing(runtime, need);
  if (code !== 0 || still.length > 0)
    throw new Error(`still missing: ${still.join(", ")} (apt-get ${install.join(" ")} ended with ${code})`);
}

function listMissing(runtime: Runtime, need: Need): string[] {
  const missing = missingLibraries(execFileSync("ldd", [runtime.executable], { encoding: "utf8" }));
  if (!hasChineseFont()) missing.push("a font with Chinese characters");
  if (need === "tests" && spawnSync("Xvfb", ["-version"]).error !== undefined) missing.push("Xvfb");
  return missing;
}

/** The library names that `ldd` could not find, in its order. */
export function missingLibraries(ldd: string): string[] {
  return [...ldd.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1]!);
}

function hasChineseFont(): boolean {
  const list = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" });
  return list.error === undefined && list.stdout.trim() !== "";
}

function isDebianLike(): boolean {
  return (
    existsSync("/usr/bin/apt-get") &&
    /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync("/etc/os-release", "utf8"))
  );
}

/** Newer Debian and Ubuntu renamed some libraries for 64-bit time; takes the name this system knows. */
function named(packages: readonly string[]): string[] {
  return packages.map((name) => {
    const newer = `${name}t64`;
    return name.startsWith("lib") && spawnSync("apt-cache", ["show", newer], { stdio: "ignore" }).status === 0
      ? newer
      : name;
  });
}
