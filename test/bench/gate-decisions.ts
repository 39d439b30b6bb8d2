// Drafts drawn from a stored log and the time that the gate takes to judge each, part by part; and the time of one durable commit.

import { change } from "../../db/journal.ts";
import type { Store } from "../../db/open.ts";
import { gateRows } from "../../db/queries/gate-rows.ts";
import { idReader } from "../../db/queries/versions.ts";
import { plainFactsOf } from "../../db/queries/world.ts";
import type { KeptGate } from "../../db/service/gate/kept-gate.ts";
import { lookAheadAnswer } from "../../db/service/gate/look-ahead.ts";
import { reasonsTold } from "../../db/service/gate/reasons.ts";
import { type StoredLog, storedLog } from "../../db/service/gate/stored-log.ts";
import { substitutesFor } from "../../db/service/gate/substitutes.ts";
import type { Approval } from "../../shared/domain/approval.ts";
import { dayOf } from "../../shared/domain/day.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import { bindingRules } from "../../shared/rules/analysis/demands.ts";
import { indexPlain, type PlainIndex } from "../../shared/rules/facts.ts";
import { type ReadyGate, readyGate, verdictOf } from "../../shared/rules/gate/ready-gate.ts";
import { restOf } from "../../shared/rules/gate/rest-of-case.ts";
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
  const caseNoOf = db.prepare("SELECT case_no FROM cases WHERE entity = ? AND superseded_in IS NULL").pluck();
  const lastAt = db
    .prepare("SELECT max(happened_at) FROM approvals WHERE case_key = ? AND superseded_in IS NULL")
    .pluck();
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

const rounds = 3;
export function decisionTimes(gate: BenchGate, asked: readonly AskedDraft[]) {
  const counts = { allowed: 0, warned: 0, refused: 0 };
  // Kept states are made when first asked for; that is told apart.
  const cold: number[] = [];
  for (const one of asked) {
    const started = performance.now();
    const verdict = judge(gate, one);
    cold.push(performance.now() - started);
    counts[verdict as keyof typeof counts] += 1;
  }
  const times: number[] = [];
  const quickest = new Float64Array(asked.length).fill(Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round += 1)
    for (const [at, one] of asked.entries()) {
      const started = performance.now();
      judge(gate, one);
      const ms = performance.now() - started;
      times.push(ms);
      quickest[at] = Math.min(quickest[at] ?? ms, ms);
    }
  return {
    asks: asked.length,
    ...counts,
    verdictP50Us: micro(percentile(times, 50)),
    verdictP90Us: micro(percentile(times, 90)),
    verdictP99Us: micro(percentile(times, 99)),
    /** Each draft's quickest of three: what is left when the machine does something else in between. */
    verdictQuickestP99Us: micro(percentile([...quickest], 99)),
    verdictsPerSecond: Math.round(times.length / (times.reduce((sum, ms) => sum + ms, 0) / 1000)),
    coldP50Us: micro(percentile(cold, 50)),
    coldP99Us: micro(percentile(cold, 99)),
    coldWorstMs: Math.round(percentile(cold, 100)),
  };
}

/** What a full answer asks besides: reasons in words, those who may sign instead, the rest of the case. */
export function partTimes(gate: BenchGate, asked: readonly AskedDraft[]) {
  const { ready, plain, rows, log, today } = gate;
  const binding = bindingRules(ready.view, ready.rules);
  const kept: KeptGate = {
    store: gate.store,
    seq: 0,
    rows,
    plain,
    stored: [],
    ready,
    log,
    binding: () => binding,
    potential: () => 0,
  };
  const nameOf = (id: string) => ({ id, staffNo: plain.people.get(id)?.staffNo ?? "", name: "" });
  const times = { reasons: [] as number[], substitutes: [] as number[], lookAhead: [] as number[] };
  for (const { caseNo, draft } of asked) {
    const known = rows.caseByNo(caseNo);
    const person = plain.people.get(draft.personId ?? "");
    const step = plain.steps.get(draft.stepId);
    const matter = known && plain.matters.get(known.case.matterId);
    if (!known || !person || !step || !matter) continue;
    const of = known.case;
    const day = dayOf(draft.happenedAt, plain.facts.settings.timeZone);
    const scene = ready.open(log, { of, isNew: false, today, day });
    const begun = performance.now();
    reasonsTold(ready.view, [...scene.answer(draft).reasons, ...scene.notes(draft, true)], scene.acts, of);
    const told = performance.now();
    const understood = { person, step, matter, of, isNew: false, draft };
    substitutesFor(kept, scene, understood, day, { left: 4_000_000 }, nameOf);
    const named = performance.now();
    const act = scene.actOf(draft);
    const rest = {
      matter,
      amount: of.amount ?? draft.amount,
      day,
      acts: scene.acts,
      drafts: act ? [act] : [],
    };
    if (act)
      lookAheadAnswer(ready.view, restOf(ready.view, binding, rest)(act), day, { left: 2_000_000 }, nameOf);
    times.reasons.push(told - begun);
    times.substitutes.push(named - told);
    times.lookAhead.push(performance.now() - named);
  }
  const ms = (values: readonly number[], share: number): number =>
    Math.round(percentile(values, share) * 100) / 100;
  return {
    reasonsP50Ms: ms(times.reasons, 50),
    reasonsP99Ms: ms(times.reasons, 99),
    substitutesP50Ms: ms(times.substitutes, 50),
    substitutesP99Ms: ms(times.substitutes, 99),
    lookAheadP50Ms: ms(times.lookAhead, 50),
    lookAheadP99Ms: ms(times.lookAhead, 99),
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
