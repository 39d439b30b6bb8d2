// Measures the check against a plain SELECT of the same rows in the same run: from rows in SQLite, and from memory.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { v7 as newId } from "uuid";
import { change } from "../../db/journal.ts";
import { openStore, type Store } from "../../db/open.ts";
import { tables } from "../../db/queries/tables.ts";
import type { Value } from "../../db/queries/versions.ts";
import { worldOf } from "../../db/queries/world.ts";
import { worldRows } from "../../db/service/sheet-rows.ts";
import { sheetKinds, sheetOf } from "../../shared/domain/sheets.ts";
import type { World } from "../../shared/domain/world.ts";
import { check } from "../../shared/rules/check.ts";
import { starterRules } from "../../shared/rules/packs/packs.ts";
import { benchWorld } from "./check-world.ts";

const chunk = 65_536;
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const timed = <T>(work: () => T): { ms: number; value: T } => {
  const started = performance.now();
  const value = work();
  return { ms: performance.now() - started, value };
};

function store(world: World, path: string): Store {
  const opened = openStore(path, { create: true, now: () => 0 });
  const options = {
    at: 0,
    newId,
    actor: "bench",
    role: "bench",
    action: "import",
    summary: { zh: "基准", en: "bench" },
  };
  change(opened, options, (recorder) => {
    // The builder's ids are codes, unique within a kind; entities are unique over all.
    for (const kind of sheetKinds) {
      if (kind === "duties") continue;
      const references = sheetOf(kind).columns.filter(
        ({ type, to }) => type === "reference" && to !== "duties",
      );
      for (const { id, ...values } of worldRows(world, kind)) {
        for (const { key, to } of references)
          if (typeof values[key] === "string") values[key] = `${to}:${values[key]}`;
        recorder.add(kind, `${kind}:${id}`, values as Record<string, Value>);
      }
    }
  });
  return opened;
}

/** The columns that a check reads of every approval. */
function select({ db }: Store): number {
  const columns = ["row_id", "entity", ...tables.approvals.columns.map(({ column }) => column)].join(", ");
  const statement = db.prepare(
    `SELECT ${columns} FROM approvals WHERE superseded_in IS NULL AND row_id > ? ORDER BY row_id LIMIT ${chunk}`,
  );
  let rows = 0;
  let last = 0;
  for (;;) {
    const some = statement.all(last) as Array<{ row_id: number }>;
    rows += some.length;
    const end = some.at(-1);
    if (!end || some.length < chunk) return rows;
    last = end.row_id;
  }
}

/** `--rows N [--runs N] [--seed N] [--json]` */
export function benchCheck(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: "string", default: "100000" },
      runs: { type: "string", default: "5" },
      seed: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const rows = Number(values.rows);
  const runs = Number(values.runs);
  const { world, today, units } = benchWorld(
    rows,
    values.seed === undefined ? undefined : Number(values.seed),
  );
  const folder = mkdtempSync(join(tmpdir(), "quanheng-bench-"));
  try {
    const opened = store(world, join(folder, "bench.quanheng"));
    const selects: number[] = [];
    const colds: number[] = [];
    const warms: number[] = [];
    let conflicts = 0;
    let rules = 0;
    for (let run = 0; run < runs; run += 1) {
      selects.push(timed(() => select(opened)).ms);
      const cold = timed(() => check(worldOf(opened.db), starterRules, today));
      colds.push(cold.ms);
      const warm = timed(() => check(world, starterRules, today));
      warms.push(warm.ms);
      if (warm.value.findings.length !== cold.value.findings.length)
        throw new Error(`cold ${cold.value.findings.length} conflicts, warm ${warm.value.findings.length}`);
      conflicts = cold.value.findings.length;
      rules = cold.value.rulesApplied;
    }
    opened.close();
    const rate = (ms: readonly number[]): number => Math.round(rows / (median(ms) / 1000));
    const ratio = (value: number): number => Math.round(value * 1000) / 1000;
    const result = {
      rows,
      rules,
      conflicts,
      warmRate: rate(warms),
      coldRate: rate(colds),
      ratioToSelect: ratio(median(selects) / median(warms)),
      coldRatioToSelect: ratio(median(selects) / median(colds)),
      source: "memory",
    };
    process.stderr.write(
      `${units} units, ${runs} runs, one thread; select ${Math.round(median(selects))} ms, cold ${Math.round(median(colds))} ms, warm ${Math.round(median(warms))} ms\n`,
    );
    if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
    else for (const [key, value] of Object.entries(result)) process.stdout.write(`${key}: ${value}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
