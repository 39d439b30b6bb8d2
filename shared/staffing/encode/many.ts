// "Many" as clauses: how many distinct things act on some slots.
import type { StaffingBound } from "../../domain/staffing.ts";
import type { Choices, KeyChoices } from "./choices.ts";
import { firsts, shareAtLeast, shareAtMost } from "./sharing.ts";

type Many = Extract<StaffingBound, { type: "many" }>;

export function addMany(choices: Choices, bound: Many): void {
  const { cnf } = choices;
  const slots = [...new Set(bound.slots)].sort((a, b) => a - b);
  const key = choices.key(bound.counted);
  if (bound.most !== null) shareAtMost(cnf, key, slots, bound.most);
  shareAtLeast(cnf, key, slots, bound.least);
  if (bound.isOdd) addOdd(choices, key, slots, bound.least);
  if (bound.experts) addExperts(choices, slots, bound.experts, isUnsure(choices, key, slots, bound.least));
}

/** Too few beside an unknown one: the rule has no verdict. */
function isUnsure({ cnf }: Choices, key: KeyChoices, slots: readonly number[], least: number): number {
  if (least === 0) return -cnf.always;
  return cnf.guarded(0, () => {
    const isReached = cnf.sums(firsts(cnf, key, slots))[least - 1] ?? -cnf.always;
    return -cnf.any([isReached, -cnf.any(slots.map((slot) => key.isNull(slot)))]);
  });
}

/** Where `least` are reached, an even number is none. */
function addOdd({ cnf }: Choices, key: KeyChoices, slots: readonly number[], least: number): void {
  const sums = cnf.guarded(0, () => cnf.sums(firsts(cnf, key, slots)));
  for (let even = 0; even <= slots.length; even += 2)
    if (even >= least)
      cnf.clause([...(even > 0 ? [-sums[even - 1]!] : []), ...(even < slots.length ? [sums[even]!] : [])]);
}

function addExperts(
  choices: Choices,
  slots: readonly number[],
  experts: NonNullable<Many["experts"]>,
  unsure: number,
): void {
  const { cnf, person, problem } = choices;
  const { people, counted } = cnf.guarded(0, () => {
    const first = firsts(cnf, person, slots);
    const isExpert = slots.map((slot) =>
      choices.where(slot, (it) => experts.has[problem.takers[it]!.person] === true),
    );
    return {
      people: cnf.sums(first),
      counted: cnf.sums(slots.map((_, at) => -cnf.any([-first[at]!, -isExpert[at]!]))),
    };
  });
  for (let count = 1; count <= slots.length; count++) {
    const needed = Math.ceil((count * experts.atLeast) / experts.of);
    if (needed > 0) cnf.clause([-people[count - 1]!, counted[needed - 1] ?? -cnf.always, unsure]);
  }
}
