// Who cannot be missing: people without whom no witness is left, alone and in pairs.
import type { StaffingProblem, Witness } from "../domain/staffing.ts";
import { type Budget, share } from "./budget.ts";
import type { Sat } from "./sat/sat.ts";
import { peopleOf, without } from "./subproblem.ts";
import { findWitness } from "./witness.ts";

export interface Irreplaceable {
  /** Ascending. */
  readonly people: readonly number[];
  /** False: some were left undecided, and are not among them. */
  readonly isProved: boolean;
}
export interface IrreplaceablePairs {
  /** Smaller index first, ascending; each of the two is replaceable by themselves. */
  readonly pairs: readonly (readonly [number, number])[];
  readonly isProved: boolean;
}

/** Of a problem with this witness: whoever is not in it can be missing, so only its people are asked about. */
export function irreplaceable(
  problem: StaffingProblem,
  witness: Witness,
  budget: Budget,
  sat?: Sat,
): Irreplaceable {
  const known = new Witnesses(problem, [witness]);
  const people: number[] = [];
  let isProved = true;
  const asked = peopleOf(problem, witness);
  for (const [at, person] of asked.entries()) {
    const status = known.isStaffed([person], budget, Math.min(1, 4 / (asked.length - at)), sat);
    if (status === "impossible") people.push(person);
    if (status === "undecided") isProved = false;
  }
  return { people, isProved };
}

/** Pairs of people each of whom can be missing alone; `alone` is what `irreplaceable` found. */
export function irreplaceablePairs(
  problem: StaffingProblem,
  witness: Witness,
  alone: readonly number[],
  budget: Budget,
  sat?: Sat,
): IrreplaceablePairs {
  const known = new Witnesses(problem, [witness]);
  const pairs: (readonly [number, number])[] = [];
  let isProved = true;
  const firsts = peopleOf(problem, witness).filter((it) => !alone.includes(it));
  for (const first of firsts) {
    // A pair meets every witness: one of it sits in the first, the other in each that does without that one.
    const other = known.find([first], budget, 0.2, sat);
    if (other === null) {
      isProved = false;
      continue;
    }
    for (const second of peopleOf(problem, other)) {
      if (alone.includes(second) || (firsts.includes(second) && second < first)) continue;
      const status = known.isStaffed([first, second], budget, 0.2, sat);
      if (status === "undecided") isProved = false;
      if (status === "impossible") pairs.push(first < second ? [first, second] : [second, first]);
    }
  }
  return { pairs: pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]), isProved };
}

/** The witnesses found so far: one that does without the absent answers without a search. */
class Witnesses {
  private readonly problem: StaffingProblem;
  private readonly known: { readonly witness: Witness; readonly people: ReadonlySet<number> }[] = [];

  constructor(problem: StaffingProblem, witnesses: readonly Witness[]) {
    this.problem = problem;
    for (const witness of witnesses) this.add(witness);
  }

  isStaffed(
    absent: readonly number[],
    budget: Budget,
    part: number,
    sat?: Sat,
  ): "staffed" | "impossible" | "undecided" {
    if (this.knownWithout(absent)) return "staffed";
    const answer = share(budget, part, (own) => findWitness(without(this.problem, absent), own, sat));
    if (answer.status === "staffed") this.add(answer.witness);
    return answer.status;
  }

  find(absent: readonly number[], budget: Budget, part: number, sat?: Sat): Witness | null {
    this.isStaffed(absent, budget, part, sat);
    return this.knownWithout(absent);
  }

  private knownWithout(absent: readonly number[]): Witness | null {
    return this.known.find(({ people }) => absent.every((it) => !people.has(it)))?.witness ?? null;
  }

  private add(witness: Witness): void {
    this.known.push({ witness, people: new Set(peopleOf(this.problem, witness)) });
  }
}
