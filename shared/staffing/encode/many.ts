// "Many" as clauses: how many distinct things act on some slots.
import type { StaffingBound } from "../../domain/staffing.ts";
import type { Choices, KeyChoices } from "./choices.ts";
import { countSubsets, subsets } from "./subsets.ts";

type Many = Extract<StaffingBound, { type: "many" }>;

/** As many subsets as this are said one by one; more are counted. */
const subsetLimit = 400;

export function addMany(choices: Choices, bound: Many): void {
  const slots = [...new Set(bound.slots)].sort((a, b) => a - b);
  const key = choices.key(bound.counted);
  if (bound.most !== null) addMost(choices, key, slots, bound.most);
  if (bound.least > 0) addLeast(choices, key, slots, bound.least);
  if (bound.isOdd) addOdd(choices, key, slots, bound.least);
  if (bound.experts) addExperts(choices, slots, bound.experts, isUnsure(choices, key, slots, bound.least));
}

/** Too few beside an unknown one: the rule has no verdict. */
function isUnsure(choices: Choices, key: KeyChoices, slots: readonly number[], least: number): number {
  const { cnf } = choices;
  if (least === 0) return -cnf.always;
  const isReached = cnf.any(atLeast(choices, key, slots, least));
  return -cnf.any([isReached, -cnf.any(slots.map((slot) => key.isNull(slot)))]);
}

/** Among any `most` + 1 slots two share, or one counts nothing. */
function addMost(choices: Choices, key: KeyChoices, slots: readonly number[], most: number): void {
  const { cnf } = choices;
  if (slots.length <= most) return;
  if (countSubsets(slots.length, most + 1) > subsetLimit) {
    cnf.atMost(firsts(choices, key, slots), most);
    return;
  }
  for (const group of subsets(slots, most + 1))
    cnf.clause([
      ...[...subsets(group, 2)].map(([a, b]) => key.isSame(a!, b!)),
      ...group.map((slot) => key.isNull(slot)),
    ]);
}

function addLeast(choices: Choices, key: KeyChoices, slots: readonly number[], least: number): void {
  const { cnf } = choices;
  const isUnknown = slots.map((slot) => key.isNull(slot));
  if (least === slots.length)
    for (const [a, b] of subsets(slots, 2)) cnf.clause([-key.isSame(a!, b!), ...isUnknown]);
  else cnf.clause([...atLeast(choices, key, slots, least), ...isUnknown]);
}

/** Where `least` are reached, an even number is none. */
function addOdd(choices: Choices, key: KeyChoices, slots: readonly number[], least: number): void {
  const { cnf } = choices;
  const sums = cnf.guarded(0, () => cnf.sums(firsts(choices, key, slots)));
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
  const first = firsts(choices, person, slots);
  const [people, counted] = cnf.guarded(0, () => [
    cnf.sums(first),
    cnf.sums(
      slots.map((slot, at) => {
        const isExpert = choices.where(slot, (it) => experts.has[problem.takers[it]!.person] === true);
        return -cnf.any([-first[at]!, -isExpert]);
      }),
    ),
  ]);
  for (let count = 1; count <= slots.length; count++) {
    const needed = Math.ceil((count * experts.atLeast) / experts.of);
    if (needed > 0) cnf.clause([-people![count - 1]!, counted![needed - 1] ?? -cnf.always, unsure]);
  }
}

/** By slot: it counts something that no earlier one counts. */
function firsts({ cnf }: Choices, key: KeyChoices, slots: readonly number[]): number[] {
  return cnf.guarded(0, () =>
    slots.map(
      (slot, at) =>
        -cnf.any([key.isNull(slot), ...slots.slice(0, at).map((earlier) => key.isSame(earlier, slot))]),
    ),
  );
}

/** A clause that says: at least so many are distinct. */
function atLeast(choices: Choices, key: KeyChoices, slots: readonly number[], least: number): number[] {
  const { cnf } = choices;
  const sums = cnf.guarded(0, () => cnf.sums(firsts(choices, key, slots), least));
  const reached = sums[least - 1];
  return reached === undefined ? [] : [reached];
}
