// Builds the app from its sources into out/.
import { join } from "node:path";
import { runNode } from "./command.ts";
import { ROOT } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** @throws when the build fails; its own messages stand above. */
export async function buildApp(runtime: Runtime): Promise<void> {
  const code = await runNode(
    [join(ROOT, "node_modules/electron-vite/bin/electron-vite.js"), "build", "--logLevel", "warn"],
    {
      stdout: "stderr",
      env: { ...process.env, NODE_ENV: "production", ELECTRON_EXEC_PATH: runtime.executable },
    },
  );
  if (code !== 0) throw new Error("the build failed; its messages are above");
}
