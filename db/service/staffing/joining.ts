// Small unit: the rules to give up at least weight so that a tier can be staffed, if need be with further grants as well.
import type { Rule } from "../../../shared/domain/rule.ts";
import { brokenByHolding } from "../../../shared/rules/staffing/candidates.ts";
import { type Offered, type StaffingCase, weights } from "../../../shared/rules/staffing/problem-of.ts";
import { withGrants } from "../../../shared/staffing/advice.ts";
import { findJoin } from "../../../shared/staffing/join.ts";
import { freshBudget } from "./answer.ts";
import { cheapest } from "./cheapest.ts";
import type { Scene } from "./scene.ts";

export interface Joining {
  readonly rules: readonly Rule[];
  /** The problem that the grants speak of, without the rules given up. */
  readonly of: StaffingCase;
  readonly grants: readonly Offered[];
}

/** Rules on two or more people make the seats: each set of so many of them is tried given up. */
const mostTried = 4;

/**
 * `caseOf`: the tier without these rules. First with the people who may; then, if `mayGrant`, as if everybody had been
 * granted what could be. Null: not even so, or not decided.
 */
export function joiningOf(
  scene: Scene,
  full: StaffingCase,
  caseOf: (givenUp: ReadonlySet<string>) => StaffingCase,
  mayGrant: boolean,
): Joining | null {
  const seating = [...new Set(full.rules.filter(({ kind }) => kind === "two-person"))].slice(0, mostTried);
  const cases = subsets(seating).map((rules) => ({
    rules,
    weight: sumOf(rules),
    of: caseOf(new Set(rules.map(({ id }) => id))),
  }));
  return leastOf(scene, cases, false) ?? (mayGrant ? leastOf(scene, cases, true) : null);
}

interface Relaxed {
  rules: readonly Rule[];
  weight: number;
  of: StaffingCase;
}
function leastOf(scene: Scene, cases: readonly Relaxed[], isGranting: boolean): Joining | null {
  let best: (Joining & { weight: number }) | null = null;
  for (const { rules, weight, of } of cases) {
    if (best && best.weight <= weight) continue;
    const problem = isGranting ? withGrants(of.problem, of.offered) : of.problem;
    const join = findJoin(problem, freshBudget());
    if (join.status !== "found" || (best && best.weight <= weight + join.weight)) continue;
    const givenUp = new Set(join.constraints.flatMap((at) => of.rules[at]?.id ?? []));
    const left: StaffingCase = {
      ...of,
      rules: of.rules.filter(({ id }) => !givenUp.has(id)),
      problem: {
        ...of.problem,
        constraints: of.problem.constraints.filter(({ source }) => !givenUp.has(source)),
      },
    };
    const grants = isGranting ? grantsFor(left) : [];
    if (grants === null) continue;
    const joined = of.rules.filter(({ id }) => givenUp.has(id));
    const all = [...rules, ...joined, ...heldTogether(scene, left, grants)];
    best = {
      rules: [...new Map(all.map((rule) => [rule.id, rule])).values()],
      of: left,
      grants,
      weight: weight + join.weight,
    };
  }
  return best;
}

function grantsFor(of: StaffingCase): Offered[] | null {
  const found = cheapest(of.problem, of.offered);
  return found.status === "found" ? found.grants.flatMap((at) => of.offered[at] ?? []) : null;
}

/** Never-together rules that the grants break by being held at all. */
function heldTogether({ view, binding, day }: Scene, of: StaffingCase, grants: readonly Offered[]): Rule[] {
  const broken = brokenByHolding(view, binding, day);
  return grants.flatMap(({ slot, taker }) => {
    const step = of.path.steps[of.stepOf[slot] ?? -1];
    const personId = of.ways[taker]?.personId;
    return step && personId !== undefined ? broken(personId, step.duty) : [];
  });
}

const sumOf = (rules: readonly Rule[]): number =>
  rules.reduce((sum, { severity }) => sum + weights[severity], 0);

/** Lightest first. */
function subsets(rules: readonly Rule[]): Rule[][] {
  const all: Rule[][] = [[]];
  for (const rule of rules) all.push(...all.map((one) => [...one, rule]));
  return all.sort((a, b) => sumOf(a) - sumOf(b));
}
