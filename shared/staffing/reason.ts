// Why no witness exists: slots and constraints that cannot hold together, and none of them to spare.
import type { StaffingProblem, StaffingReason } from "../domain/staffing.ts";
import { type Budget, share } from "./budget.ts";
import type { Sat } from "./sat/sat.ts";
import { smallestReason } from "./smallest-reason.ts";
import { indices, subproblem } from "./subproblem.ts";
import { findWitness } from "./witness.ts";

/** Of a problem that is known to be impossible. Without budget the reason is everything, and says that it is not irreducible. */
export function findReason(problem: StaffingProblem, budget: Budget, sat?: Sat): StaffingReason {
  const empty = problem.allowed.findIndex((list) => list.length === 0);
  if (empty >= 0) return { slots: [empty], constraints: [], isIrreducible: true, isSmallest: true };
  const reason = share(budget, 0.7, (own) => irreducibleReason(problem, own, sat));
  return reason.isIrreducible ? smallestReason(problem, reason, budget, sat) : reason;
}

/** Leaves out one slot or constraint after the other while there is still no witness. */
function irreducibleReason(problem: StaffingProblem, budget: Budget, sat?: Sat): StaffingReason {
  let slots = indices(problem.slots);
  let constraints = indices(problem.constraints);
  let isIrreducible = true;
  let open = slots.length + constraints.length;
  const isSpare = (fewerSlots: readonly number[], fewerConstraints: readonly number[]): boolean => {
    const answer = share(budget, Math.min(1, 4 / open), (own) =>
      findWitness(subproblem(problem, fewerSlots, fewerConstraints), own, sat),
    );
    open--;
    if (answer.status === "undecided") isIrreducible = false;
    return answer.status === "impossible";
  };
  // The last in path order go first: a reason early on the path is easier to follow.
  for (const slot of indices(problem.slots).reverse()) {
    const fewer = slots.filter((it) => it !== slot);
    if (isSpare(fewer, constraints)) slots = fewer;
  }
  // Lighter rules go first, among equals the later: a reason names what matters most.
  const byWeight = indices(problem.constraints).sort(
    (a, b) => problem.constraints[a]!.weight - problem.constraints[b]!.weight || b - a,
  );
  for (const at of byWeight) {
    const fewer = constraints.filter((it) => it !== at);
    if (isSpare(slots, fewer)) constraints = fewer;
  }
  return { slots, constraints, isIrreducible, isSmallest: false };
}
