// The public instances under test/bench/rotation/: read, written and listed. Format: the README beside them.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Move } from "../../shared/domain/rotation.ts";
import type { RotationPlan, RotationProblem } from "../../shared/rotation/plan.ts";

export const folder = join(import.meta.dirname, "rotation");
const plans = join(folder, "plans");

export const instanceNames = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json.gz"))
    .map((name) => name.replace(".json.gz", ""))
    .sort();

export const readInstance = (name: string): RotationProblem =>
  readJson(join(folder, `${name}.json.gz`)) as RotationProblem;

/** Plain or gzipped JSON. */
export function readJson(path: string): unknown {
  const bytes = readFileSync(path);
  const text = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  return JSON.parse(text.toString("utf8"));
}

export const writeInstance = (name: string, problem: RotationProblem): void =>
  writeFileSync(join(folder, `${name}.json.gz`), gzipSync(JSON.stringify(problem), { level: 9 }));

export const writePlan = (name: string, { moves, leaves }: Pick<RotationPlan, "moves" | "leaves">): void =>
  writeFileSync(join(plans, `${name}.json.gz`), gzipSync(JSON.stringify({ moves, leaves }), { level: 9 }));

export const readPlan = (path: string): { moves: Move[] } => readJson(path) as { moves: Move[] };

/** What is known of an instance. */
export interface Known {
  status: RotationPlan["status"];
  /** Arrivals on key posts of the best plan known; null: none. */
  cost: number | null;
  /** No plan has fewer. */
  bound: number;
  isOptimal: boolean;
  /** How plan and bound were found. */
  by: string;
  /** Why there is no plan, or the tightest spot found. */
  reason: string | null;
}
const bestPath = join(folder, "best.json");
export const readBest = (): Record<string, Known> => readJson(bestPath) as Record<string, Known>;
export function writeBest(best: Record<string, Known>): void {
  const sorted = Object.keys(best).sort();
  const lines = sorted.map((name) => `  ${JSON.stringify(name)}: ${JSON.stringify(best[name])}`);
  writeFileSync(bestPath, `{\n${lines.join(",\n")}\n}\n`);
}
