// Ladders on a day with their proof, the cases around each bound, and what the rules about amounts find.
import type { AmountFinding, LadderRow, TiersView } from "../../../shared/contract/analysis.ts";
import { contains } from "../../../shared/domain/day.ts";
import { coversAmount, type Fen } from "../../../shared/domain/money.ts";
import {
  amountFindings,
  type AmountFinding as Found,
  nearBounds,
  pricedIn,
} from "../../../shared/rules/analysis/near-bounds.ts";
import { ladderSteps } from "../../../shared/rules/design/ladders.ts";
import type { PricedCase } from "../../../shared/rules/kinds/dated-cases.ts";
import { tierLimits } from "./limits.ts";
import { type Scene, yearsOf } from "./scene.ts";

export function tiersView(scene: Scene): TiersView {
  const { view, rules, lens, period, labels } = scene;
  const byMatter = pricedIn(view, period);
  const steps = ladderSteps(view, lens.day);
  const tiered = new Set(steps.map(({ step }) => step.id));
  const named = (matterId: string) => ({ id: matterId, name: view.matters.get(matterId)?.name ?? matterId });
  const holderOf = (authorityId: string): string => {
    const row = view.authorities.get(authorityId);
    return row?.postId != null
      ? (view.posts.get(row.postId)?.name ?? "")
      : labels.person(row?.personId ?? "").name;
  };
  const ladders = steps.flatMap(({ step, ladder }): LadderRow[] => {
    const matter = view.matters.get(step.matterId);
    if (!matter) return [];
    const cases = byMatter.get(matter.id) ?? [];
    return [
      {
        matter,
        step: { id: step.id, name: step.name },
        isSound: ladder.isSound,
        pieces: ladder.pieces.map(({ authorityIds, ...piece }) => ({
          ...piece,
          authorities: authorityIds.map((id) => ({
            id,
            code: view.authorities.get(id)?.code ?? id,
            holder: holderOf(id),
          })),
        })),
        bounds: nearBounds(
          view,
          cases,
          ladder.pieces.flatMap(({ upTo }) => upTo ?? []),
        ),
        cases: cases.length,
        density: densityOf(cases),
      },
    ];
  });
  const unbounded = lens.world.steps.filter(
    (step) =>
      view.duties.get(step.duty)?.type === "authorise" &&
      !tiered.has(step.id) &&
      lens.world.authorities.some((row) => row.stepId === step.id && contains(row, lens.day)),
  );
  const dated = view.datedCases().filter((one) => contains(period, one.day));
  const priced = [...byMatter.values()].reduce((sum, cases) => sum + cases.length, 0);
  return {
    day: lens.day,
    period,
    years: yearsOf(view),
    ladders: ladders.toSorted((a, b) => (a.matter.code < b.matter.code ? -1 : 1)),
    unbounded: unbounded.map((step) => ({
      step: { id: step.id, name: step.name },
      matter: named(step.matterId),
    })),
    findings: amountFindings(view, rules, period).map((one) => shown(scene, one)),
    cases: priced,
    limits: tierLimits(dated.length - priced, unbounded.length),
  };
}

/** Tenths of powers of ten, so that a strip on a log scale has even bins. */
function densityOf(cases: readonly PricedCase[]): [number, number][] {
  const bins = new Map<number, number>();
  for (const { amount } of cases) {
    const bin = Math.floor(Math.log10(amount) * 10 + 1e-9);
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  }
  return [...bins].sort(([a], [b]) => a - b);
}

function shown({ view, labels }: Scene, { rule, finding, ceiling }: Found): AmountFinding {
  const cases = finding.evidence.flatMap(({ kind, id }) =>
    kind === "case" ? (view.cases.get(id) ?? []) : [],
  );
  return {
    ruleId: rule.id,
    title: rule.title,
    severity: finding.severity,
    test: rule.kind === "split-amount" ? rule.parameters.test : "crowding",
    ceiling,
    day: finding.day,
    sum: finding.amount,
    matterIds: [...new Set(cases.map((one) => one.matterId))],
    cases: cases.map(({ id, caseNo, amount }) => ({ id, caseNo, amount })),
    people: labels.people(finding.personIds),
    sentence: finding.sentence,
  };
}

const shownCases = 200;
export function tierCases(
  { view, period, labels }: Scene,
  asked: { matterId: string; over: Fen | null; upTo: Fen | null },
) {
  const all = (pricedIn(view, period).get(asked.matterId) ?? []).filter(({ amount }) =>
    coversAmount(asked, amount),
  );
  const sorted = all.toSorted((a, b) => b.amount - a.amount || (a.day < b.day ? 1 : -1));
  return {
    cases: sorted.slice(0, shownCases).map(({ case: of, day, amount }) => ({
      id: of.id,
      caseNo: of.caseNo,
      day,
      amount,
      requester: of.requesterId === null ? null : labels.person(of.requesterId),
      supplier: of.supplierId === null ? null : (view.suppliers.get(of.supplierId)?.name ?? null),
    })),
    more: Math.max(0, sorted.length - shownCases),
  };
}
