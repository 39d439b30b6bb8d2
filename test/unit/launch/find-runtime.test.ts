// A runtime named by the person is taken at their word, and a wrong word is said back with the cure.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { findRuntime } from "../../../main/launch/find-runtime.ts";
import { holdsDatabaseDriver, readRuntime } from "../../../main/launch/runtime.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

const PROGRAM =
  { darwin: "Electron.app/Contents/MacOS/Electron", win32: "electron.exe" }[process.platform as string] ??
  "electron";

function unpackedElectron(version: string): string {
  const folder = tempFolder();
  mkdirSync(dirname(join(folder, PROGRAM)), { recursive: true });
  writeFileSync(join(folder, PROGRAM), "");
  writeFileSync(join(folder, "version"), version);
  return folder;
}

test("a given folder comes before everything else", async () => {
  const folder = unpackedElectron("v45.4.1\n");
  const runtime = await findRuntime({ ELECTRON_OVERRIDE_DIST_PATH: folder });
  expect(runtime).toEqual({ source: "given", folder, executable: join(folder, PROGRAM), version: "45.4.1" });
});

test("a given folder without a program is refused by its name", async () => {
  const folder = tempFolder();
  await expect(findRuntime({ ELECTRON_OVERRIDE_DIST_PATH: folder })).rejects.toThrow(folder);
});

test.each([
  ["33.2.1", false],
  ["36.0.0", true],
  ["45.4.1", true],
])("Electron %s holds the database driver: %s", (version, holds) => {
  expect(holdsDatabaseDriver(readRuntime("official", unpackedElectron(version))!)).toBe(holds);
});
