// Remakes the table of the check in docs/benchmarks.md: `npm run -s bench -- table [--rows N …]`, each size in a process of its own.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

const page = join(import.meta.dirname, "../../docs/benchmarks.md");
const [begin, end] = ["<!-- check: begin -->", "<!-- check: end -->"];

interface Answer extends Record<string, unknown> {
  rows: number;
  rules: number;
  conflicts: number;
  warmRate: number;
  coldRate: number;
  peers: { rules: number; oursMs: number; duckdb1Ms: number; duckdb2Ms: number; sqliteMs: number } | null;
}
function answerFor(rows: number): Answer {
  // The largest worlds are held in memory once, for the folds and the peers.
  const isLarge = rows > 2_000_000;
  const args = ["--max-old-space-size=16000", join(import.meta.dirname, "run.ts"), "check"];
  const { stdout, status } = spawnSync(
    process.execPath,
    [
      ...args,
      "--rows",
      String(rows),
      "--json",
      ...(isLarge ? ["--runs", "3", "--no-folds", "--no-peers"] : []),
    ],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  if (status !== 0) throw new Error(`the bench of ${rows} rows ended with ${status}`);
  return JSON.parse(stdout) as Answer;
}

const count = (value: unknown): string => (typeof value === "number" ? value.toLocaleString("en-US") : "–");
const told = (value: unknown): string => (value === null || value === undefined ? "–" : String(value));

function tableOf(answers: readonly Answer[]): string {
  const line = (name: string, of: (answer: Answer) => string): string =>
    `| ${name} | ${answers.map(of).join(" | ")} |`;
  return [
    `Measured ${new Date().toISOString().slice(0, 10)} on ${cpus().length} shared cores, Node ${process.versions.node}, one thread, medians.`,
    "",
    line("approvals", ({ rows }) => count(rows)),
    `|---|${answers.map(() => "---:|").join("")}`,
    line("conflicts, with evidence and sentences", ({ conflicts }) => count(conflicts)),
    line("rules applied", ({ rules }) => count(rules)),
    line("warm, approvals/s", ({ warmRate }) => count(warmRate)),
    line("cold, approvals/s", ({ coldRate }) => count(coldRate)),
    line("warm ÷ SELECT", ({ ratioToSelect }) => told(ratioToSelect)),
    line("cold ÷ SELECT", ({ coldRatioToSelect }) => told(coldRatioToSelect)),
    line("÷ DuckDB, 1 thread", ({ ratioToDuckdb1 }) => told(ratioToDuckdb1)),
    line("÷ DuckDB, 2 threads", ({ ratioToDuckdb2 }) => told(ratioToDuckdb2)),
    line("÷ SQLite SQL", ({ ratioToSqliteSql }) => told(ratioToSqliteSql)),
    line("rules in these three", ({ peers }) => told(peers?.rules)),
    line("all answers identical", ({ identical }) =>
      identical === null ? "not compared" : identical ? "yes" : "NO",
    ),
    line("bytes an approval", ({ bytesPerApproval }) => told(bytesPerApproval)),
    line(
      "SELECT / warm / cold, ms",
      (one) => `${told(one.selectMs)} / ${told(one.warmMs)} / ${told(one.coldMs)}`,
    ),
    line("facts and rules made ready, ms", ({ readyMs }) => told(readyMs)),
    line("storing the difference, ms", ({ persistMs }) => told(persistMs)),
    line(
      "whole check after one more approval, p50 / p99 ms",
      (one) => `${told(one.oneMoreP50Ms)} / ${told(one.oneMoreP99Ms)}`,
    ),
    line("peak memory of the bench, MB", ({ peakMb }) => count(peakMb)),
  ].join("\n");
}

export function benchTable(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: { rows: { type: "string", multiple: true, default: ["100000", "140000", "1000000"] } },
  });
  const answers = values.rows.map((rows) => answerFor(Number(rows)));
  const text = readFileSync(page, "utf8");
  const [from, until] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || until < from) throw new Error(`docs/benchmarks.md has no ${begin} … ${end}`);
  writeFileSync(page, `${text.slice(0, from + begin.length)}\n${tableOf(answers)}\n${text.slice(until)}`);
}
