// What an Electron runtime is to the launcher, and how one is read from a folder.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Runtime {
  source: "given" | "official" | "carried";
  /** Folder in the layout of Electron's own zip: works as ELECTRON_OVERRIDE_DIST_PATH and as electron-builder's electronDist. */
  folder: string;
  executable: string;
  /** For example "45.4.1". */
  version: string;
}

const EXECUTABLES: Partial<Record<NodeJS.Platform, string>> = {
  darwin: "Electron.app/Contents/MacOS/Electron",
  win32: "electron.exe",
};

/** Reads a runtime from its folder; undefined when none is there. */
export function readRuntime(source: Runtime["source"], folder: string): Runtime | undefined {
  const executable = join(folder, EXECUTABLES[process.platform] ?? "electron");
  const version = join(folder, "version");
  if (!existsSync(executable) || !existsSync(version)) return undefined;
  return { source, folder, executable, version: readFileSync(version, "utf8").trim().replace(/^v/, "") };
}

/** True when the runtime's Node-API (10 since Electron 36) can hold the database driver, so that the data service may live in a utilityProcess. */
export function holdsDatabaseDriver(runtime: Runtime): boolean {
  return Number.parseInt(runtime.version, 10) >= 36;
}
