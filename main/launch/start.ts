// `npm start`: a runtime, its libraries, a fresh build, the window; without a display the main job runs in the terminal.
import { join } from "node:path";
import { buildApp } from "./build.ts";
import { run, runNode } from "./command.ts";
import { findDisplay } from "./display.ts";
import { findRuntime } from "./find-runtime.ts";
import { ROOT } from "./places.ts";
import { sandboxSwitches } from "./sandbox.ts";
import { say } from "./say.ts";
import { ensureSystemLibraries } from "./system-libraries.ts";

async function start(): Promise<number> {
  const display = await findDisplay();
  if (display === undefined) {
    say("no display here, so no window: running the main job on the sample unit in this terminal");
    return runNode([join(ROOT, "main/cli/run.ts"), "demo"]);
  }
  const runtime = await findRuntime();
  await ensureSystemLibraries(runtime, "window");
  say("building …");
  await buildApp(runtime);
  say("opening the window; close it or press Ctrl+C here to end");
  return run({
    program: runtime.executable,
    // Chromium's own lines (dbus, GPU) worry people and help nobody; only what ends it is shown.
    args: [
      ...sandboxSwitches(runtime.executable),
      ...display,
      "--log-level=3",
      ROOT,
      ...process.argv.slice(2),
    ],
    env: { ...process.env, QUANHENG_NODE: process.execPath },
  });
}

try {
  process.exitCode = await start();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 3;
}
