// The journeys in the real window: a built app, a runtime, a virtual display, Playwright.
import { join } from "node:path";
import { buildApp } from "./build.ts";
import { runNode } from "./command.ts";
import { openVirtualDisplay } from "./display.ts";
import { findRuntime } from "./find-runtime.ts";
import { ROOT } from "./places.ts";
import { sandboxSwitches } from "./sandbox.ts";
import { ensureSystemLibraries } from "./system-libraries.ts";

/**
 * Runs Playwright's tests in the app.
 * @param args further words for Playwright, such as a file or `-g words`.
 * @returns Playwright's exit code.
 */
export async function runJourneys(args: readonly string[]): Promise<number> {
  const runtime = await findRuntime();
  await ensureSystemLibraries(runtime, "tests");
  await buildApp(runtime);
  const display = await openVirtualDisplay();
  try {
    return await runNode([join(ROOT, "node_modules/@playwright/test/cli.js"), "test", ...args], {
      env: {
        ...process.env,
        ...display.env,
        ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
        QUANHENG_NODE: process.execPath,
        QUANHENG_TEST_SWITCHES: sandboxSwitches(runtime.executable).join(" "),
      },
    });
  } finally {
    display.close();
  }
}
