// The part of a decision that casbin and cedar can express, by all of them over the same drafts, answers compared.
import type { Store } from "../../db/open.ts";
import { loadActs, loadCases } from "../../db/queries/segments.ts";
import { factNumbers } from "../../db/service/fast-log.ts";
import { dayNumber, dayOf, wallReader } from "../../shared/domain/day.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import { verdictOf } from "../../shared/rules/gate/ready-gate.ts";
import { bulkGate } from "./bulk-gate.ts";
import type { AskedDraft, BenchGate } from "./gate-decisions.ts";
import { gateOver, percentile } from "./gate-decisions.ts";
import { casbinTimes, cedarTimes, type PeerDraft, type PeerPolicy } from "./peers/gate-peers.ts";

interface Drawn {
  asked: AskedDraft;
  person: number;
  step: number;
  of: number;
  day: number;
  amount: number;
  peer: PeerDraft;
}
const bestPolicies = 10;
const most = Number.MAX_SAFE_INTEGER;

export async function againstGatePeers(
  store: Store,
  rules: readonly Rule[],
  gate: BenchGate,
  asked: readonly AskedDraft[],
  peersAsked: number,
) {
  const subset = rules.filter(({ kind }) => kind === "within-authority" || kind === "separate-duties");
  const { plain, rows } = gate;
  const { numberOf, largest } = factNumbers(store.db, plain.facts);
  const started = performance.now();
  const acts = loadActs(store.db, { keeps: true }).packed;
  const cases = loadCases(store.db, { keeps: true }).packed;
  const bulk = bulkGate(plain, subset, numberOf, largest, { acts, cases });
  const apart = bulkGate(
    plain,
    subset.filter(({ kind }) => kind === "separate-duties"),
    numberOf,
    largest,
    { acts, cases },
  );
  const readyMs = performance.now() - started;
  const zone = plain.facts.settings.timeZone;
  const wall = wallReader(zone);
  const borrowers = new Set(plain.facts.delegations.map(({ toPersonId }) => toPersonId));
  // Nobody here acts on a loan or for somebody: neither peer knows credit.
  const drawn = asked.flatMap((one): Drawn[] => {
    const { draft } = one;
    const personId = draft.personId ?? "";
    if (draft.onBehalfOfId !== null || borrowers.has(personId) || plain.people.get(personId)?.isSystem)
      return [];
    const known = rows.caseByNo(one.caseNo);
    if (!known) return [];
    const day = dayOf(draft.happenedAt, zone);
    const amount = draft.amount ?? known.case.amount ?? Number.NaN;
    if (Number.isNaN(amount)) return [];
    const holders = plain.holdersOf.get(draft.stepId);
    const held = (plain.assignmentsOf.get(personId) ?? []).filter(
      (row) => row.from <= day && (row.until === null || day < row.until),
    );
    const grants = [
      ...(holders?.people.get(personId) ?? []),
      ...held.flatMap(({ postId }) => holders?.posts.get(postId) ?? []),
    ].filter((row) => row.from <= day && (row.until === null || day < row.until));
    const [person, step] = [numberOf(personId), numberOf(draft.stepId)];
    const number = dayNumber(day);
    return [
      {
        asked: one,
        person,
        step,
        of: known.key,
        day: Math.floor(wall(draft.happenedAt) / 86_400_000),
        amount,
        peer: {
          grants: grants.map((row) => ({
            holder: row.postId ?? row.personId ?? "",
            over: row.over ?? -1,
            upTo: row.upTo ?? most,
          })),
          step: draft.stepId,
          amount,
          clash: !apart.allows(person, step, known.key, number, amount, true),
        },
      },
    ];
  });

  const answers = drawn.map((it) => bulk.allows(it.person, it.step, it.of, it.day, it.amount, true));
  // The same two questions by the folds, one draft after the other: a document is on record, as above.
  const folded = gateOver(store, subset, gate.today);
  const differences = drawn.slice(0, 3_000).filter((it, index) => {
    const known = rows.caseByNo(it.asked.caseNo);
    if (!known) return true;
    const { draft } = it.asked;
    const day = dayOf(draft.happenedAt, zone);
    const scene = folded.ready.open(folded.log, { of: known.case, isNew: false, today: gate.today, day });
    return (verdictOf(scene.reasonsOf({ ...draft, docNo: "-" })) === "allowed") !== answers[index];
  });
  const rounds = Math.max(3, Math.ceil(1_000_000 / drawn.length));
  const rates: number[] = [];
  let allowed = 0;
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    for (const it of drawn) if (bulk.allows(it.person, it.step, it.of, it.day, it.amount, true)) allowed += 1;
    rates.push(drawn.length / ((performance.now() - begun) / 1000));
  }

  const policies = allPolicies(gate);
  const best = bestOf(policies, drawn);
  const few = drawn.filter(({ peer }) => best.steps.has(peer.step)).slice(0, peersAsked);
  const some = drawn.slice(0, Math.min(peersAsked, 2_000));
  const cedar = await cedarTimes(some.map(({ peer }) => peer));
  const casbinBest = await casbinTimes(
    best.policies,
    few.map(({ peer }) => peer),
  );
  const full = drawn.slice(0, 100);
  const casbinFull = await casbinTimes(
    policies,
    full.map(({ peer }) => peer),
  );
  const index = new Map(drawn.map((it, at) => [it, answers[at]]));
  const same = (of: readonly Drawn[], told: readonly boolean[]): number =>
    of.filter((it, at) => index.get(it) !== told[at]).length;
  const bulkPerSecond = Math.round(percentile(rates, 50));
  const ratio = (other: number): number => Math.round((bulkPerSecond / other) * 10) / 10;
  return {
    bulkRules: subset.length,
    bulkDrafts: drawn.length,
    bulkAllowedShare: Math.round((allowed / rounds / drawn.length) * 1000) / 1000,
    bulkReadyMs: Math.round(readyMs),
    bulkPerSecond,
    bulkDifferencesToFolds: differences.length,
    casbinPolicies: best.policies.length,
    casbinBestPerSecond: casbinBest.perSecond,
    casbinBestP50Us: casbinBest.p50Us,
    casbinBestP99Us: casbinBest.p99Us,
    casbinBestDrafts: few.length,
    casbinBestDifferences: same(few, casbinBest.answers),
    ratioToCasbinBest: ratio(casbinBest.perSecond),
    casbinFullPolicies: policies.length,
    casbinFullPerSecond: casbinFull.perSecond,
    casbinFullP50Us: casbinFull.p50Us,
    casbinFullDifferences: same(full, casbinFull.answers),
    cedarPerSecond: cedar.perSecond,
    cedarP50Us: cedar.p50Us,
    cedarP99Us: cedar.p99Us,
    cedarDifferences: same(some, cedar.answers),
    ratioToCedar: ratio(cedar.perSecond),
  };
}

/** Every authority in force today; another day's would be another policy. */
const allPolicies = ({ plain, today }: BenchGate): PeerPolicy[] =>
  plain.facts.authorities
    .filter((row) => row.from <= today && (row.until === null || today < row.until))
    .map((row) => ({
      holder: row.postId ?? row.personId ?? "",
      step: row.stepId,
      over: row.over ?? -1,
      upTo: row.upTo ?? most,
    }));

/** The steps that most drafts are on, as long as their authorities together are no more than ten. */
function bestOf(policies: readonly PeerPolicy[], drawn: readonly Drawn[]) {
  const counts = new Map<string, number>();
  for (const { peer } of drawn) counts.set(peer.step, (counts.get(peer.step) ?? 0) + 1);
  const steps = new Set<string>();
  const chosen: PeerPolicy[] = [];
  for (const [step] of [...counts].sort((a, b) => b[1] - a[1])) {
    const own = policies.filter((policy) => policy.step === step);
    if (chosen.length + own.length > bestPolicies) continue;
    steps.add(step);
    chosen.push(...own);
  }
  return { steps, policies: chosen };
}
