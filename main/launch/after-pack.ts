// Called by electron-builder after packing: a runtime given as a folder leaves its own default app behind, which must not be shipped.
import { rmSync } from "node:fs";
import { join } from "node:path";

export default function afterPack({ appOutDir }: { appOutDir: string }): void {
  rmSync(join(appOutDir, "resources/default_app.asar"), { force: true });
  rmSync(join(appOutDir, "version"), { force: true });
}
