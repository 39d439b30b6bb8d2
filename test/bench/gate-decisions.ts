// Drafts drawn from a stored log and the time that the gate takes to judge each, part by part; and the time of one durable commit.

import { change } from "../../db/journal.ts";
import type { Store } from "../../db/open.ts";
import { gateRows } from "../../db/queries/gate-rows.ts";
import { idReader } from "../../db/queries/versions.ts";
import { plainFactsOf } from "../../db/queries/world.ts";
import { type StoredLog, storedLog } from "../../db/service/gate/stored-log.ts";
import type { Approval } from "../../shared/domain/approval.ts";
import { dayOf } from "../../shared/domain/day.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import { indexPlain, type PlainIndex } from "../../shared/rules/facts.ts";
import { type ReadyGate, readyGate, verdictOf } from "../../shared/rules/gate/ready-gate.ts";
import { journalled } from "./check-store.ts";

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? 0;
};
const micro = (ms: number): number => Math.round(ms * 10_000) / 10;

export interface BenchGate {
  store: Store;
  plain: PlainIndex;
  ready: ReadyGate;
  log: StoredLog;
  rows: ReturnType<typeof gateRows>;
  today: string;
  readyMs: number;
}
export function gateOver(store: Store, rules: readonly Rule[], today: string): BenchGate {
  const started = performance.now();
  const { db } = store;
  const idOf = idReader(db);
  const rows = gateRows(db, idOf);
  const plain = indexPlain(plainFactsOf(db, null, idOf), today);
  const ready = readyGate(plain, rules);
  const log = storedLog(db, rows, { keeps: true });
  return { store, plain, ready, log, rows, today, readyMs: performance.now() - started };
}

/** Acts of the log that are asked about once more, as if by the same person the moment after the last of their case. */
export interface AskedDraft {
  caseNo: string;
  draft: Approval;
}
export function askedOf(store: Store, count: number): AskedDraft[] {
  const { db } = store;
  const idOf = idReader(db);
  const rows = gateRows(db, idOf);
  const largest = db.prepare("SELECT max(row_id) FROM approvals").pluck().get() as number;
  const caseNoOf = db.prepare("SELECT case_no FROM cases WHERE entity = ?").pluck();
  const lastAt = db.prepare("SELECT max(happened_at) FROM approvals WHERE case_key = ?").pluck();
  let seed = 1;
  const next = (): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return seed;
  };
  const asked: AskedDraft[] = [];
  while (asked.length < count) {
    const [found] = rows.approvalsAt([1 + (next() % largest)]);
    if (!found || found.approval.personId === null || found.approval.action === "comment") continue;
    const caseNo = caseNoOf.get(found.caseKey) as string | undefined;
    if (caseNo === undefined) continue;
    asked.push({
      caseNo,
      draft: {
        ...found.approval,
        id: "draft",
        naturalKey: "~draft",
        postId: null,
        happenedAt: (lastAt.get(found.caseKey) as number) + 60_000,
        recordedAt: null,
      },
    });
  }
  return asked;
}

/** The verdict alone, as the service finds it: the case by its number, its acts by index, the folds. */
function judge({ ready, log, rows, plain, today }: BenchGate, { caseNo, draft }: AskedDraft): string {
  const known = rows.caseByNo(caseNo);
  if (!known) throw new Error(`no case ${caseNo}`);
  const day = dayOf(draft.happenedAt, plain.facts.settings.timeZone);
  const scene = ready.open(log, { of: known.case, isNew: false, today, day });
  return verdictOf(scene.reasonsOf(draft));
}

export function decisionTimes(gate: BenchGate, asked: readonly AskedDraft[]) {
  const counts = { allowed: 0, warned: 0, refused: 0 };
  // Kept states are made when first asked for; that is told apart.
  const cold: number[] = [];
  for (const one of asked) {
    const started = performance.now();
    judge(gate, one);
    cold.push(performance.now() - started);
  }
  const times: number[] = [];
  for (const one of asked) {
    const started = performance.now();
    const verdict = judge(gate, one);
    times.push(performance.now() - started);
    counts[verdict as keyof typeof counts] += 1;
  }
  return {
    asks: asked.length,
    ...counts,
    verdictP50Us: micro(percentile(times, 50)),
    verdictP99Us: micro(percentile(times, 99)),
    verdictsPerSecond: Math.round(times.length / (times.reduce((sum, ms) => sum + ms, 0) / 1000)),
    coldP50Us: micro(percentile(cold, 50)),
    coldP99Us: micro(percentile(cold, 99)),
    coldWorstMs: Math.round(percentile(cold, 100)),
  };
}

/** One approval written down durably, its journal entry with it: what a signature costs anyway. */
export function commitTimes(store: Store, times: number) {
  const { db } = store;
  const bare = db.prepare("INSERT INTO settings VALUES (?, ?)");
  const small: number[] = [];
  const whole: number[] = [];
  const last = db.prepare("SELECT * FROM approvals ORDER BY row_id DESC LIMIT 1").get() as Record<
    string,
    number
  >;
  const idOf = idReader(db);
  for (let index = 0; index < times; index += 1) {
    const started = performance.now();
    bare.run(`bench-${index}`, "x");
    const between = performance.now();
    change(store, journalled("import"), (recorder) =>
      recorder.insert("approvals", null, {
        naturalKey: `bench-${index}`,
        caseId: idOf(last.case_key ?? 0) ?? "",
        stepId: idOf(last.step ?? 0) ?? "",
        personId: idOf(last.person ?? 0) ?? "",
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
    small.push(between - started);
    whole.push(performance.now() - between);
  }
  return {
    commitP50Us: micro(percentile(small, 50)),
    journalledCommitP50Us: micro(percentile(whole, 50)),
  };
}
