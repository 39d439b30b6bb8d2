// "Together" and "one-team" as clauses: one holder, one team for all the slots.
import type { StaffingBound } from "../../domain/staffing.ts";
import type { Choices } from "./choices.ts";

type Together = Extract<StaffingBound, { type: "together" }>;
type OneTeam = Extract<StaffingBound, { type: "one-team" }>;

/** Slots whose taker lists nobody are left out; where all others list one holder, or at most one is left, it holds. */
export function addTogether(choices: Choices, bound: Together): void {
  const { cnf, problem } = choices;
  const slots = [...new Set(bound.slots)];
  const options = slots.flatMap((slot) => problem.allowed[slot]!.map((taker) => bound.holders[taker]!));
  if (options.every((it) => it.length === 1) && slots.length > 0) {
    const holder = choices.firstOf(bound.holders);
    for (const slot of slots.slice(1)) cnf.add(holder.isSame(slots[0]!, slot));
    return;
  }
  const holders = new Set(options.flat());
  if (holders.size === 0) return;
  const picked = [...holders].map((holder) => {
    const isPicked = cnf.variable();
    for (const slot of slots)
      cnf.add(
        -isPicked,
        choices.where(slot, (it) => bound.holders[it]!.length === 0 || bound.holders[it]!.includes(holder)),
      );
    return isPicked;
  });
  cnf.clause(picked);
}

export function addOneTeam(choices: Choices, bound: OneTeam): void {
  const { cnf, problem } = choices;
  cnf.clause(
    bound.teams.map((team) => {
      const members = new Set(team);
      const isPicked = cnf.variable();
      for (const slot of new Set(bound.slots))
        cnf.add(
          -isPicked,
          choices.where(slot, (it) => members.has(problem.takers[it]!.person)),
        );
      return isPicked;
    }),
  );
}
