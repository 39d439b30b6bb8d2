// Looks for a reason with fewer members, or proves that there is none, by way of what every reason must contain.
import type { StaffingProblem, StaffingReason } from "../domain/staffing.ts";
import { type Budget, share } from "./budget.ts";
import { holds } from "./evaluate.ts";
import { cdcl } from "./sat/cdcl.ts";
import { Cnf } from "./sat/cnf.ts";
import type { Sat } from "./sat/sat.ts";
import { indices, subproblem } from "./subproblem.ts";
import { findWitness } from "./witness.ts";

/** Slots are members 0, 1, …; constraints follow. */
type Member = number;

/**
 * Where a part of the problem has a witness and cannot grow without losing it, each reason has a member outside that part.
 * The fewest members that meet all these outsides are a reason themselves, then the smallest, or show one more part.
 */
export function smallestReason(
  problem: StaffingProblem,
  reason: StaffingReason,
  budget: Budget,
  sat?: Sat,
): StaffingReason {
  const slots = indices(problem.slots);
  const count = slots.length + problem.constraints.length;
  const size = reason.slots.length + reason.constraints.length;
  const part = (members: ReadonlySet<Member>) => ({
    slots: slots.filter((it) => members.has(it)),
    constraints: indices(problem.constraints).filter((it) => members.has(slots.length + it)),
  });
  const ask = (members: ReadonlySet<Member>) => {
    const { slots: some, constraints } = part(members);
    return share(budget, 0.3, (own) => findWitness(subproblem(problem, some, constraints), own, sat));
  };
  const outsides: Member[][] = [];
  let least = 1;
  for (let round = 0; budget.left > 0; round++) {
    const hit = fewestHits(count, outsides, least, size - 1, budget);
    if (hit === "undecided") break;
    // Any reason has at least as many members as the one that we have.
    if (hit === null) return { ...reason, isSmallest: true };
    least = Math.max(1, hit.size);
    const answer = ask(hit);
    if (answer.status === "undecided") break;
    if (answer.status === "impossible") return { ...part(hit), isIrreducible: true, isSmallest: true };
    const grown = grow(hit, round);
    if (grown === null) break;
    outsides.push(grown);
  }
  return reason;

  /** The members outside a part that has a witness and holds as much as it can; null: undecided. */
  function grow(from: ReadonlySet<Member>, round: number): Member[] | null {
    let members = new Set(from);
    const order = Array.from({ length: count }, (_, at) => (at + round) % count);
    for (const member of order) {
      if (members.has(member)) continue;
      const larger = new Set([...members, member]);
      const answer = ask(larger);
      if (answer.status === "undecided") return null;
      if (answer.status === "impossible") continue;
      members = larger;
      // What this witness keeps anyway comes in without asking.
      const { slots: some, constraints } = part(members);
      const all = subproblem(problem, some, indices(problem.constraints));
      for (const [at, bound] of all.constraints.entries())
        if (!constraints.includes(at) && holds(all, bound, answer.witness)) members.add(slots.length + at);
    }
    return order.filter((it) => !members.has(it)).sort((a, b) => a - b);
  }
}

/** The fewest members, from `least` to `most`, with one of each list; null: there are none so few. */
function fewestHits(
  count: number,
  lists: readonly (readonly Member[])[],
  least: number,
  most: number,
  budget: Budget,
): Set<Member> | null | "undecided" {
  for (let size = least; size <= most; size++) {
    const cnf = new Cnf();
    const isIn = Array.from({ length: count }, () => cnf.variable());
    for (const list of lists) cnf.clause(list.map((it) => isIn[it]!));
    cnf.atMost(isIn, size);
    const answer = cdcl.solve(cnf.formula(), budget);
    if (answer.status === "undecided") return "undecided";
    if (answer.status === "satisfiable")
      return new Set(isIn.flatMap((literal, member) => (answer.model[literal] === 1 ? [member] : [])));
  }
  return null;
}
