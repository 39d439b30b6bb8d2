// What the rules ask of the cases of one matter, made ready as masks over its steps.
import type { Step } from "../../domain/authority.ts";
import type { Rule } from "../../domain/rule.ts";
import type { UnitScope } from "../../domain/rule-kinds.ts";
import type { View } from "../view.ts";
import {
  bitsOf,
  heldTest,
  includingMask,
  type Masks,
  type Matchers,
  masksOf,
  matchingMask,
  mostBits,
} from "./masks.ts";

interface Asked {
  /** Index of the rule. */
  readonly rule: number;
}
interface Pair extends Asked {
  readonly earlier: number;
  readonly later: number;
}
export interface Team extends Asked {
  readonly duty: number;
  /** Required steps after the last one of the duty: the first act there ends the waiting. */
  readonly after: number;
  readonly minPersons: number;
  readonly isOdd: boolean;
  readonly byOrgan: boolean;
  readonly experts: { qualification: string; atLeast: number; of: number } | null;
  readonly quietDays: number;
}
export interface Deadline extends Pair {
  /** The steps of the earlier duty that come last. */
  readonly lastEarlier: number;
  readonly days: number;
  readonly isWorkdays: boolean;
}
export interface CasePlan {
  /** Too many steps for a mask: every case goes to the folds. */
  readonly isWide: boolean;
  /** The rules that group by case, for cases that the masks cannot speak of. */
  readonly all: number[];
  /** Sets of steps that one person must not do. */
  readonly persons: Masks;
  readonly units: { scope: UnitScope; breaks: Masks }[];
  readonly bound: { rule: number; duty: number }[];
  readonly ranks: Pair[];
  readonly teams: Team[];
  readonly order: number[];
  readonly missing: { rule: number; quietDays: number }[];
  /** Of the steps done: 0 none skipped, 1 skipped before a step that is not required, 2 before a required one. */
  readonly gap: (done: number) => number;
  readonly before: Pair[];
  readonly backDated: { rule: number; seconds: number }[];
  readonly afterReject: number[];
  readonly deadlines: Deadline[];
  readonly sums: { rule: number; base: number; added: number; permille: number }[];
  readonly fast: (Pair & { ms: number })[];
  readonly terminals: { rule: number; ms: number }[];
  readonly shares: { rule: number; permille: number; minDuties: number; quietDays: number }[];
  readonly dutyCount: (mask: number) => number;
  readonly suppliers: number[];
  readonly actors: number[];
  readonly required: number;
}

/** The bits that the steps of a matter have in its masks, in order of position. */
function bitSteps(steps: readonly Step[]): readonly Step[] {
  return steps.length <= mostBits ? steps : [];
}

export function casePlanOf(
  view: View,
  steps: readonly Step[],
  rules: readonly { rule: Rule; index: number }[],
  matchers: Matchers,
): CasePlan {
  const known = bitSteps(steps);
  const dutyAt = known.map((step) => step.duty);
  const mask = (test: (step: Step) => boolean): number =>
    known.reduce((bits, step, bit) => (test(step) ? bits | (1 << bit) : bits), 0);
  const including = (duty: string): number => includingMask(view, dutyAt, duty);
  const bothOf = (rule: number, earlier: string, later: string): Pair[] => {
    const pair = { rule, earlier: including(earlier), later: including(later) };
    return pair.earlier !== 0 && pair.later !== 0 ? [pair] : [];
  };
  /** Not one and the same step alone. */
  const pairOf = (rule: number, earlier: string, later: string): Pair[] =>
    bothOf(rule, earlier, later).filter((pair) => bitsOf(pair.earlier | pair.later).length > 1);
  const personTests: { rule: number; breaks(mask: number): boolean }[] = [];
  const unitTests: Record<UnitScope, typeof personTests> = { department: [], organ: [] };
  const plan: Omit<CasePlan, "persons" | "units" | "gap" | "dutyCount" | "isWide" | "required"> = {
    all: [],
    bound: [],
    ranks: [],
    teams: [],
    order: [],
    missing: [],
    before: [],
    backDated: [],
    afterReject: [],
    deadlines: [],
    sums: [],
    fast: [],
    terminals: [],
    shares: [],
    suppliers: [],
    actors: [],
  };

  for (const { rule, index } of rules) {
    plan.all.push(index);
    switch (rule.kind) {
      case "separate-duties": {
        const { duties, maxHeld } = rule.parameters;
        const breaks = heldTest(matchers(duties), dutyAt, maxHeld);
        if (breaks) personTests.push({ rule: index, breaks });
        break;
      }
      case "separate-units": {
        const { duties, maxHeld, unit } = rule.parameters;
        const breaks = heldTest(matchers(duties), dutyAt, maxHeld);
        if (breaks) unitTests[unit].push({ rule: index, breaks });
        break;
      }
      case "same-person":
        plan.bound.push({ rule: index, duty: matchingMask(matchers(rule.parameters.duties), dutyAt) });
        break;
      case "seniority":
        plan.ranks.push(...bothOf(index, rule.parameters.earlier, rule.parameters.later));
        break;
      case "two-person": {
        const { countBy, ...asked } = rule.parameters;
        const duty = including(asked.duty);
        const last = Math.max(...bitsOf(duty).map((bit) => known[bit]!.position));
        const after = mask((step) => step.isRequired && step.position > last);
        if (duty !== 0) plan.teams.push({ ...asked, rule: index, duty, after, byOrgan: countBy === "organ" });
        break;
      }
      case "relation":
        if (rule.parameters.counterpart === "supplier") plan.suppliers.push(index);
        else if (rule.parameters.counterpart === "actor") plan.actors.push(index);
        break;
      case "sequence":
        addSequence(rule.parameters, index);
        break;
      case "tempo": {
        const { parameters } = rule;
        if (parameters.check === "fast")
          for (const pair of bothOf(index, parameters.earlier, parameters.later))
            plan.fast.push({ ...pair, ms: parameters.seconds * 1000 });
        if (parameters.check === "same-terminal")
          plan.terminals.push({ rule: index, ms: parameters.minutes * 60_000 });
        break;
      }
      case "concentration": {
        const { parameters } = rule;
        if (parameters.check === "duty-share") plan.shares.push({ rule: index, ...parameters });
        if (parameters.check === "type-span") {
          const types = new Set<string>(parameters.types);
          const typeAt = dutyAt.map((duty) => view.duties.get(duty)?.type ?? "");
          personTests.push({
            rule: index,
            breaks: (done) =>
              new Set(
                bitsOf(done)
                  .map((bit) => typeAt[bit]!)
                  .filter((type) => types.has(type)),
              ).size >= parameters.min,
          });
        }
        break;
      }
    }
  }

  function addSequence(asked: Extract<Rule, { kind: "sequence" }>["parameters"], rule: number): void {
    switch (asked.check) {
      case "order":
        plan.order.push(rule);
        break;
      case "missing":
        plan.missing.push({ rule, quietDays: asked.quietDays });
        break;
      case "before":
        plan.before.push(...pairOf(rule, asked.earlier, asked.later));
        break;
      case "back-dated":
        plan.backDated.push({ rule, seconds: asked.lagDays * 86_400 });
        break;
      case "after-reject":
        plan.afterReject.push(rule);
        break;
      case "deadline":
        for (const pair of pairOf(rule, asked.earlier, asked.later)) {
          const last = Math.max(...bitsOf(pair.earlier).map((bit) => known[bit]!.position));
          const lastEarlier = pair.earlier & mask((step) => step.position === last);
          plan.deadlines.push({ ...pair, lastEarlier, days: asked.days, isWorkdays: asked.isWorkdays });
        }
        break;
      case "sum-over":
        for (const pair of pairOf(rule, asked.base, asked.added))
          plan.sums.push({ rule, base: pair.earlier, added: pair.later, permille: asked.permille });
        break;
    }
  }

  const gaps = new Map<number, number>();
  const counts = new Map<number, number>();
  return {
    ...plan,
    isWide: steps.length > mostBits,
    required: mask((step) => step.isRequired),
    persons: masksOf(personTests),
    units: (["department", "organ"] as const)
      .filter((scope) => unitTests[scope].length > 0)
      .map((scope) => ({ scope, breaks: masksOf(unitTests[scope]) })),
    gap(done) {
      let gap = gaps.get(done);
      if (gap === undefined) {
        gap = gapOf(known, done);
        gaps.set(done, gap);
      }
      return gap;
    },
    dutyCount(steps_) {
      let count = counts.get(steps_);
      if (count === undefined) {
        count = new Set(bitsOf(steps_).map((bit) => dutyAt[bit])).size;
        counts.set(steps_, count);
      }
      return count;
    },
  };
}

function gapOf(steps: readonly Step[], done: number): number {
  let gap = 0;
  for (const [bit, step] of steps.entries()) {
    if (!step.isRequired || (done >> bit) & 1) continue;
    for (const later of bitsOf(done).map((other) => steps[other]!))
      if (later.position > step.position) gap = Math.max(gap, later.isRequired ? 2 : 1);
  }
  return gap;
}
