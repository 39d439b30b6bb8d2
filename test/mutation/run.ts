// `npm run mutate -- [glob …]`: runs Stryker over these files, keeps scores and survivors, and writes docs/mutation.md anew; with --page only the last.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { pageOf } from "./page.ts";
import { type Scores, type StrykerReport, withReport } from "./report.ts";

const scoresFile = "test/mutation/scores.json";
const reportFile = "test-results/mutation/mutation.json";
const page = "docs/mutation.md";
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

let scores = readJson(scoresFile) as Scores;
const globs = process.argv.slice(2);
if (!globs.includes("--page")) {
  const stryker = ["node_modules/@stryker-mutator/core/bin/stryker.js", "run"];
  const chosen = globs.length > 0 ? ["--mutate", globs.join(",")] : [];
  const { status } = spawnSync(process.execPath, [...stryker, ...chosen], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
  const worlds = Number(process.env.MUTATION_WORLDS ?? 1000);
  scores = withReport(scores, readJson(reportFile) as StrykerReport, worlds);
  writeFileSync(scoresFile, `${JSON.stringify(scores, null, 2)}\n`);
}
const introduction = readFileSync(page, "utf8").split("\n## Scores")[0] ?? "";
writeFileSync(page, pageOf(introduction, scores));
