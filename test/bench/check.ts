// Measures the whole check against peers over the same rows in the same run, and the answers against each other.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { v7 as newId } from "uuid";
import { change } from "../../db/journal.ts";
import type { Store } from "../../db/open.ts";
import { conflictWriter } from "../../db/queries/conflicts.ts";
import { plainFactsOf, worldOf } from "../../db/queries/world.ts";
import { factNumbers, fastLogOf } from "../../db/service/fast-log.ts";
import { identityOf } from "../../shared/domain/conflict.ts";
import { check } from "../../shared/rules/check.ts";
import { indexPlain } from "../../shared/rules/facts.ts";
import { type FastResult, fastCheck, type Ready, readyCheck } from "../../shared/rules/fast/fast-check.ts";
import { starterRules } from "../../shared/rules/packs/packs.ts";
import { reconcile } from "../../shared/rules/reconcile.ts";
import { journalled, storeWorld } from "./check-store.ts";
import { benchWorld } from "./check-world.ts";
import { type PeerRun, peerIdentities, peers } from "./peers/peers.ts";

const chunk = 65_536;
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const timed = <T>(work: () => T): { ms: number; value: T } => {
  const started = performance.now();
  const value = work();
  return { ms: performance.now() - started, value };
};

/** The columns that segments hold of every approval, as plain rows. */
function select({ db }: Store): number {
  const statement = db.prepare(
    `SELECT row_id, case_key, step, person, on_behalf_of, post, action, amount, happened_at, recorded_at, doc_no,
     terminal FROM approvals WHERE superseded_in IS NULL AND row_id > ? ORDER BY row_id LIMIT ${chunk}`,
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

/** `--rows N [--runs N] [--seed N] [--one-more N] [--no-folds] [--no-peers] [--json]` */
export async function benchCheck(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: "string", default: "100000" },
      runs: { type: "string", default: "5" },
      seed: { type: "string" },
      "one-more": { type: "string", default: "30" },
      "no-folds": { type: "boolean", default: false },
      "no-peers": { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  const rows = Number(values.rows);
  const say = (words: string): void => void process.stderr.write(`${words}\n`);
  const folder = mkdtempSync(join(tmpdir(), "quanheng-bench-"));
  try {
    const { store, today, units } = madeStore(rows, values.seed, folder);
    say(`${units} units, ${rows} approvals stored`);
    const { db } = store;
    const facts = plainFactsOf(db);
    const made = (of: typeof facts): Ready => {
      const { numberOf, largest } = factNumbers(db, of);
      return readyCheck(indexPlain(of, today), starterRules, numberOf, largest);
    };
    const prepared = timed(() => made(facts));
    const ready = prepared.value;
    const first = timed(() => fastLogOf(db, { keeps: true }));
    say(`${first.value.made} segments made in ${Math.round(first.ms)} ms`);

    const times = { select: [] as number[], warm: [] as number[], cold: [] as number[] };
    let result: FastResult | null = null;
    for (let run = 0; run < Number(values.runs); run += 1) {
      times.select.push(timed(() => select(store)).ms);
      const warm = timed(() => {
        const { packed, rows: behind } = fastLogOf(db, { keeps: false });
        return fastCheck(ready, packed, behind);
      });
      times.warm.push(warm.ms);
      result = warm.value;
      const cold = timed(() => {
        const { packed, rows: behind } = fastLogOf(db, { keeps: false, fromRowsOnly: true });
        return fastCheck(made(plainFactsOf(db)), packed, behind);
      });
      times.cold.push(cold.ms);
      if (JSON.stringify(cold.value) !== JSON.stringify(warm.value)) throw new Error("cold and warm differ");
    }
    if (!result) throw new Error("a bench needs runs");
    let identical: boolean | null = null;
    if (!values["no-folds"]) {
      say("the folds over everything");
      const { undecided: _pairs, ...whole } = check(worldOf(db), starterRules, today);
      identical = JSON.stringify(whole) === JSON.stringify(result);
    }
    const against = values["no-peers"] ? null : await againstPeers(store, today, Number(values.runs), say);
    if (against) identical = identical !== false && against.identical;
    const persisted = timed(() => persist(store, result));
    const more = oneMore(store, ready, Number(values["one-more"]));
    const rate = (ms: readonly number[]): number => Math.round(rows / (median(ms) / 1000));
    const ratio = (value: number): number => Math.round(value * 1000) / 1000;
    const answer = {
      rows,
      rules: result.rulesApplied,
      conflicts: result.findings.length,
      warmRate: rate(times.warm),
      coldRate: rate(times.cold),
      ratioToSelect: ratio(median(times.select) / median(times.warm)),
      coldRatioToSelect: ratio(median(times.select) / median(times.cold)),
      ratioToDuckdb1: against && ratio(against.duckdb1Ms / against.oursMs),
      ratioToDuckdb2: against && ratio(against.duckdb2Ms / against.oursMs),
      ratioToSqliteSql: against && ratio(against.sqliteMs / against.oursMs),
      identical,
      bytesPerApproval: Math.round((first.value.bytes / rows) * 10) / 10,
      peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
      threads: 1,
      selectMs: Math.round(median(times.select)),
      warmMs: Math.round(median(times.warm)),
      coldMs: Math.round(median(times.cold)),
      readyMs: Math.round(prepared.ms),
      persistMs: Math.round(persisted.ms),
      peers: against,
      oneMoreP50Ms: Math.round(percentile(more, 50) * 10) / 10,
      oneMoreP99Ms: Math.round(percentile(more, 99) * 10) / 10,
    };
    store.close();
    if (values.json) process.stdout.write(`${JSON.stringify(answer)}\n`);
    else for (const [key, value] of Object.entries(answer)) process.stdout.write(`${key}: ${value}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The rules that SQL can judge too, by all of them over the same rows: milliseconds, medians of ours. */
async function againstPeers(store: Store, today: string, runs: number, say: (words: string) => void) {
  const world = worldOf(store.db);
  const sql = peers(world, starterRules, today);
  const covered = new Set(sql.covers);
  const rules = starterRules.filter(({ id }) => covered.has(id));
  const facts = plainFactsOf(store.db);
  const { numberOf, largest } = factNumbers(store.db, facts);
  const ready = readyCheck(indexPlain(facts, today), rules, numberOf, largest);
  const ours: number[] = [];
  let told: string[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { ms, value } = timed(() => {
      const { packed, rows } = fastLogOf(store.db, { keeps: false });
      return fastCheck(ready, packed, rows);
    });
    ours.push(ms);
    told = peerIdentities(value.findings);
  }
  const same = (run: PeerRun): PeerRun => {
    say(`${run.identities.length} conflicts in ${Math.round(run.ms)} ms`);
    return run;
  };
  say(`peers judge ${rules.length} of ${starterRules.length} rules`);
  const duckdb1 = same(await sql.duckdb(1));
  const duckdb2 = same(await sql.duckdb(2));
  const sqlite = same(sql.sqlite());
  sql.close();
  return {
    rules: rules.length,
    oursMs: Math.round(median(ours)),
    duckdb1Ms: Math.round(duckdb1.ms),
    duckdb2Ms: Math.round(duckdb2.ms),
    sqliteMs: Math.round(sqlite.ms),
    identical: [duckdb1, duckdb2, sqlite].every(
      ({ identities }) => JSON.stringify(identities) === JSON.stringify(told),
    ),
  };
}

/** The world itself is dropped once it is stored: what is measured starts from the file. */
function madeStore(rows: number, seed: string | undefined, folder: string) {
  const { world, today, units } = benchWorld(rows, seed === undefined ? undefined : Number(seed));
  return { store: storeWorld(world, join(folder, "bench.quanheng")), today, units };
}

/** Writes the difference to a workbook without any conflicts yet: all of them. */
function persist(store: Store, { findings }: FastResult): number {
  const rules = new Map(starterRules.map((rule) => [rule.id, rule.kind]));
  const { opened } = reconcile([], findings, (ruleId) => rules.get(ruleId));
  change(store, journalled("check"), ({ seq }) => {
    const writer = conflictWriter(store.db, seq);
    for (const finding of opened) writer.open(newId(), identityOf(finding), finding, 0);
  });
  return opened.length;
}

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor((values.length * share) / 100))] ??
  0;

/** One more approval on an open case each time, then the whole check: milliseconds of the check. */
function oneMore(store: Store, ready: Ready, times: number): number[] {
  const last = store.db.prepare("SELECT * FROM approvals ORDER BY row_id DESC LIMIT 1").get() as Record<
    string,
    number
  >;
  const idOf = store.db.prepare("SELECT id FROM entities WHERE key = ?").pluck();
  return Array.from({ length: times }, (_, index) => {
    change(store, journalled("import"), (recorder) =>
      recorder.insert("approvals", null, {
        naturalKey: `bench-${index}`,
        caseId: idOf.get(last.case_key) as string,
        stepId: idOf.get(last.step) as string,
        personId: idOf.get(last.person) as string,
        onBehalfOfId: null,
        postId: null,
        action: "execute",
        amount: null,
        happenedAt: (last.happened_at ?? 0) + index * 60_000,
        recordedAt: null,
        docNo: null,
        terminal: null,
        source: "bench",
      }),
    );
    return timed(() => {
      const { packed, rows } = fastLogOf(store.db, { keeps: true });
      return fastCheck(ready, packed, rows);
    }).ms;
  });
}
