// Measures the staffing solver: on instances read from files, and on seeded ones near the border of what can be staffed.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { isWitness } from "../../shared/staffing/evaluate.ts";
import { minimumPeople } from "../../shared/staffing/minimum.ts";
import { irreplaceable } from "../../shared/staffing/resilience.ts";
import { findWitness } from "../../shared/staffing/witness.ts";
import { InstanceError, readInstance } from "./staffing-file.ts";
import { staffingInstance } from "./staffing-instance.ts";

interface Measured {
  readonly file: string;
  /** Null: not decided within the budget, or not read. */
  readonly satisfiable: boolean | null;
  /** From opening the file to the answer to "can it be staffed?". */
  readonly ms: number;
  /** The same in processor time: what other work on the machine does not stretch. */
  readonly cpuMs: number;
  readonly minimumPeople: number | null;
  readonly irreplaceable: readonly string[] | null;
  readonly error?: string;
}

/**
 * `FILE… [--questions] [--budget UNITS] [--json]`, or
 * `--steps N --people N --constraints N..N --seeds N [--budget UNITS] [--json]`: so many seeds for each number of constraints.
 */
export function benchStaffing(args: readonly string[]): void {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      questions: { type: "boolean", default: false },
      budget: { type: "string", default: "4000000000" },
      steps: { type: "string", default: "20" },
      people: { type: "string", default: "5000" },
      constraints: { type: "string", default: "30..40" },
      seeds: { type: "string", default: "10" },
      json: { type: "boolean", default: false },
    },
  });
  const budget = Number(values.budget);
  if (positionals.length > 0) {
    const instances = positionals.map((file) => measureFile(file, budget, values.questions));
    if (instances.some((it) => it.error !== undefined)) process.exitCode = 1;
    if (values.json) process.stdout.write(`${JSON.stringify({ instances })}\n`);
    else console.table(instances);
    return;
  }
  const [least = Number.NaN, most = least] = values.constraints.split("..").map(Number);
  const size = { steps: Number(values.steps), people: Number(values.people) };
  const seeds = Number(values.seeds);
  if (![size.steps, size.people, least, most, seeds].every((it) => Number.isInteger(it) && it > 0)) {
    process.stderr.write("Steps, people, constraints (N or N..N) and seeds are whole numbers from 1.\n");
    process.exitCode = 2;
    return;
  }
  const result = { ...size, ...measureSeeds(size, least, most, seeds, budget) };
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else console.table(result);
}

/** Minima of hard instances are far from a proof: each further question gets this much of the budget. */
const questionShare = 0.25;

const round = (ms: number): number => Math.round(ms * 100) / 100;

/** From now on, by the wall and by the processor. */
function clock(): () => { ms: number; cpuMs: number } {
  const started = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { ms: round(performance.now() - started), cpuMs: round((user + system) / 1000) };
  };
}

function measureFile(file: string, left: number, hasQuestions: boolean): Measured {
  const elapsed = clock();
  const known = { file, minimumPeople: null, irreplaceable: null };
  const failed = (error: string): Measured => {
    process.stderr.write(`${error}\n`);
    return { ...known, satisfiable: null, ...elapsed(), error };
  };
  try {
    const problem = readInstance(readFileSync(file, "utf8"), file);
    const answer = findWitness(problem, { left });
    const times = elapsed();
    if (answer.status === "undecided") return { ...known, satisfiable: null, ...times };
    if (answer.status === "impossible") return { ...known, satisfiable: false, ...times };
    if (!isWitness(problem, answer.witness)) throw new Error(`${file}: a witness that breaks a bound`);
    if (!hasQuestions) return { ...known, satisfiable: true, ...times };
    const own = Math.floor(left * questionShare);
    const minimum = minimumPeople(problem, { left: own });
    const missed = irreplaceable(problem, answer.witness, { left: own });
    return {
      file,
      satisfiable: true,
      ...times,
      minimumPeople: minimum && minimum.found === minimum.atLeast ? minimum.found : null,
      irreplaceable: missed.isProved ? missed.people.map((it) => problem.people[it]!) : null,
    };
  } catch (error) {
    if (error instanceof InstanceError) return failed(error.message);
    if (error instanceof Error && "code" in error) return failed(`${file}: ${error.message}`);
    throw error;
  }
}

function measureSeeds(
  size: { readonly steps: number; readonly people: number },
  least: number,
  most: number,
  seeds: number,
  left: number,
) {
  const times: number[] = [];
  const cpuTimes: number[] = [];
  let satisfiable = 0;
  let undecided = 0;
  for (let constraints = least; constraints <= most; constraints++)
    for (let at = 0; at < seeds; at++) {
      const problem = staffingInstance({ ...size, constraints, seed: 1000 * size.steps + at });
      const elapsed = clock();
      const answer = findWitness(problem, { left });
      const { ms, cpuMs } = elapsed();
      times.push(ms);
      cpuTimes.push(cpuMs);
      if (answer.status === "undecided") undecided++;
      if (answer.status !== "staffed") continue;
      satisfiable++;
      if (!isWitness(problem, answer.witness)) throw new Error(`seed ${at}: a witness that breaks a bound`);
    }
  for (const list of [times, cpuTimes]) list.sort((a, b) => a - b);
  return {
    constraints: [least, most],
    seeds,
    instances: times.length,
    satisfiable,
    undecided,
    medianMs: times[times.length >> 1] ?? 0,
    worstMs: times.at(-1) ?? 0,
    medianCpuMs: cpuTimes[cpuTimes.length >> 1] ?? 0,
    worstCpuMs: cpuTimes.at(-1) ?? 0,
  };
}
