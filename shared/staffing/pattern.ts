// The quick way where bounds treat all people alike: first who shares with whom (patterns), then who it is (matching).
import type { StaffingAnswer, StaffingBound, StaffingProblem } from "../domain/staffing.ts";
import type { Budget } from "./budget.ts";
import { seatsOfOneStep } from "./encode/encode.ts";
import { keepApart, type Sharing, shareAtLeast, shareAtMost, shareInTurn } from "./encode/sharing.ts";
import { subsets } from "./encode/subsets.ts";
import { PeopleSets } from "./people-sets.ts";
import { solveLazily } from "./sat/cdcl.ts";
import { Cnf } from "./sat/cnf.ts";
import { indices } from "./subproblem.ts";

/** Whether only who shares with whom matters to every bound, not who they are. */
export function treatsAllAlike(problem: StaffingProblem): boolean {
  const known = new Map<unknown, boolean>();
  const isPersonal = (list: readonly unknown[], value: (taker: number) => number | null): boolean => {
    const before = known.get(list) ?? tellsPeopleApart(problem, value);
    known.set(list, before);
    return before;
  };
  const single = (holders: readonly (readonly number[])[]) => (taker: number) =>
    holders[taker]!.length === 1 ? holders[taker]![0]! : null;
  return problem.constraints.every((it) => {
    if (it.type === "few") return it.most === 1 && isPersonal(it.holders, single(it.holders));
    if (it.type === "together") return isPersonal(it.holders, single(it.holders));
    if (it.type !== "many" || it.isOdd || it.experts) return false;
    return isPersonal(it.counted, (taker) => it.counted[taker] ?? null);
  });
}

/** Whether a value of takers is the same as saying which person it is. */
function tellsPeopleApart(problem: StaffingProblem, value: (taker: number) => number | null): boolean {
  const ofPerson = new Map<number, number>();
  const personOf = new Map<number, number>();
  return problem.takers.every(({ person }, taker) => {
    const own = value(taker);
    if (own === null) return false;
    const before = ofPerson.get(person) ?? own;
    const holder = personOf.get(own) ?? person;
    ofPerson.set(person, own);
    personOf.set(own, holder);
    return before === own && holder === person;
  });
}

/**
 * Of a problem that treats all alike. Clauses say who shares with whom; each pattern that keeps them is matched with people,
 * and where that fails, what is too much for the people becomes one more clause.
 */
export function findByPattern(problem: StaffingProblem, budget: Budget): StaffingAnswer {
  const cnf = new Cnf();
  const slots = indices(problem.slots);
  const pattern = new Pattern(cnf, slots.length);
  for (const [a, b] of seatsOfOneStep(problem)) cnf.add(-pattern.isSame(a, b));
  for (const bound of problem.constraints) addBound(cnf, pattern, bound);
  shareInTurn(cnf, pattern, slots);

  const people = new PeopleSets(problem, budget);
  let matched: readonly number[] = [];
  const answer = solveLazily(cnf.formula(), budget, (model) => {
    const blocks = pattern.blocks(model);
    const match = people.match(blocks);
    if (match.status === "matched") {
      matched = people.takers(blocks, match.people);
      return [];
    }
    return [pattern.forbid(match.blocks)];
  });
  if (answer.status === "satisfiable") return { status: "staffed", witness: matched };
  return { status: answer.status === "unsatisfiable" ? "impossible" : "undecided" };
}

function addBound(cnf: Cnf, pattern: Pattern, bound: StaffingBound): void {
  if (bound.type === "few") keepApart(cnf, pattern, bound.labels);
  else if (bound.type === "together")
    for (const slot of bound.slots.slice(1)) cnf.add(pattern.isSame(bound.slots[0]!, slot));
  else if (bound.type === "many") {
    const slots = [...new Set(bound.slots)].sort((a, b) => a - b);
    if (bound.most !== null) shareAtMost(cnf, pattern, slots, bound.most);
    shareAtLeast(cnf, pattern, slots, bound.least);
  } else throw new Error(`${bound.type} does not treat all alike`);
}

/** One literal for each pair of slots: they go to the same person. */
class Pattern implements Sharing {
  private readonly cnf: Cnf;
  private readonly slots: number;
  private readonly literals: readonly number[];

  constructor(cnf: Cnf, slots: number) {
    this.cnf = cnf;
    this.slots = slots;
    this.literals = Array.from({ length: slots * slots }, (_, at) =>
      at % slots > Math.floor(at / slots) ? cnf.variable() : 0,
    );
  }

  isSame(a: number, b: number): number {
    if (a === b) return this.cnf.always;
    return this.literals[Math.min(a, b) * this.slots + Math.max(a, b)]!;
  }

  isNull(): number {
    return -this.cnf.always;
  }

  /** Slots that share, together; each block and the blocks by their first slot. */
  blocks(model: Uint8Array): number[][] {
    const blocks: number[][] = [];
    for (let slot = 0; slot < this.slots; slot++) {
      const own = blocks.find(([first]) => model[this.isSame(first!, slot)] === 1);
      if (own) own.push(slot);
      else blocks.push([slot]);
    }
    return blocks;
  }

  /** The clause against all these blocks at once: some block falls apart, or two of them are one. */
  forbid(blocks: readonly (readonly number[])[]): number[] {
    return [
      ...blocks.flatMap(([first, ...rest]) => rest.map((slot) => -this.isSame(first!, slot))),
      ...[...subsets(blocks, 2)].map(([a, b]) => this.isSame(a![0]!, b![0]!)),
    ];
  }
}
