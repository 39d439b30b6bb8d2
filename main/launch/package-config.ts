// What a package needs beyond electron-builder.yml, which depends on the runtime at hand.
import { basename, join } from "node:path";
import { ROOT } from "./places.ts";
import { holdsDatabaseDriver, type Runtime } from "./runtime.ts";

export interface PackageChoice {
  runtime: Runtime;
  /** The runtime is for this very system, so its folder can be packed. */
  isForThisSystem: boolean;
  /** The Node 24 that runs us; goes into the package where the runtime cannot hold the database driver. */
  node: string;
  /** File that says the package is not for distribution. */
  warning: string;
}

/** True for a package that must not be handed out: its runtime came out of a carrier, or is too old to be looked after. */
export function isOnlyForTrials(runtime: Runtime): boolean {
  return runtime.source === "carried" || !holdsDatabaseDriver(runtime);
}

/** A configuration for electron-builder that extends the project's. */
export function packageConfig({ runtime, isForThisSystem, node, warning }: PackageChoice): object {
  const config: Record<string, unknown> = {
    extends: join(ROOT, "electron-builder.yml"),
  };
  if (!isForThisSystem) return config;
  config.electronDist = runtime.folder;
  config.electronVersion = runtime.version;
  if (!holdsDatabaseDriver(runtime)) {
    // A plain Node runs the service and cannot look into the archive: what it reads lies beside it.
    config.asarUnpack = ["**/*.node", "out/main/**", "node_modules/better-sqlite3/**"];
    config.extraResources = [{ from: node, to: basename(node) }];
  }
  if (isOnlyForTrials(runtime)) {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder's own placeholders
    config.artifactName = "${productName}-${version}-${arch}-NOT-FOR-DISTRIBUTION.${ext}";
    config.extraFiles = [{ from: warning, to: "NOT-FOR-DISTRIBUTION.txt" }];
  }
  return config;
}
