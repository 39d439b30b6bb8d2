// `npm test`: every kind of test in order of cost, stopping at the first that fails, with a summary of what ran and how long it took.
import { performance } from "node:perf_hooks";
import { runNpm } from "./command.ts";
import { runJourneys } from "./journeys.ts";
import { say } from "./say.ts";

const script = (name: string) => () => runNpm(["run", "-s", name]);

const STAGES: readonly (readonly [name: string, run: () => Promise<number>])[] = [
  ["format", script("format")],
  ["types", script("types")],
  ["lint", script("lint")],
  ["layers", script("layers")],
  ["unit", script("unit")],
  ["window", () => runJourneys([])],
];

const summary: string[] = [];
for (const [index, [name, runStage]] of STAGES.entries()) {
  say(`${index + 1}/${STAGES.length} ${name} …`);
  const startedAt = performance.now();
  const code = await runStage().catch((error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    return 3;
  });
  summary.push(
    `${code === 0 ? "ok    " : "FAILED"} ${name.padEnd(8)} ${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
  );
  if (code !== 0) {
    process.exitCode = code;
    break;
  }
}
say(process.exitCode ? "not all is well" : "all is well");
for (const line of summary) say(line);
