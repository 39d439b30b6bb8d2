// Staffing problems whose bounds treat all people alike: what patterns are for.
import type { StaffingBound, StaffingConstraint, StaffingProblem } from "../../../shared/domain/staffing.ts";
import { chance, pick, type Source, several, shuffled, someOf } from "../../builders/source.ts";

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

export interface AlikeSize {
  readonly people: number;
  readonly steps: number;
  readonly constraints: number;
}

export function alikeProblem(source: Source, size: AlikeSize): StaffingProblem {
  const people = several(source, 1, size.people, (at) => `p${at}`);
  // Holders may have any numbers, as long as they tell people apart; some people have a second way to act.
  const number = shuffled(source, upTo(people.length));
  const takers = [...upTo(people.length), ...upTo(people.length).filter(() => chance(source, 20))].map(
    (person, at) => ({ person, credited: at < people.length ? [person] : [person, 0] }),
  );
  const slots = several(source, 1, size.steps, (at) => at).flatMap((step) =>
    upTo(chance(source, 15) ? 2 : 1).map((seat) => ({ stepId: `s${step}`, seat })),
  );
  const holders = takers.map((it) => [number[it.person]!]);
  const some = (): number[] => someOf(source, upTo(slots.length), 0, 5);
  const bound = (): StaffingBound => {
    const kind = source.int(1, 5);
    if (kind <= 2)
      return {
        type: "few",
        labels: slots.map(() => (chance(source, 30) ? [source.int(0, 2)] : [])),
        holders,
        most: 1,
      };
    if (kind === 3) return { type: "together", slots: some().slice(0, 2), holders };
    const counted = holders.map(([it]) => it!);
    const [least, most] = pick(source, [
      [0, 1],
      [0, 2],
      [0, 3],
      [2, null],
      [3, null],
      [2, 3],
    ] as const);
    return { type: "many", slots: some(), counted, least, most, isOdd: false, experts: null };
  };
  return {
    people,
    takers,
    slots,
    allowed: slots.map(() => someOf(source, upTo(takers.length), 1, takers.length).sort((a, b) => a - b)),
    constraints: several(
      source,
      0,
      size.constraints,
      (at): StaffingConstraint => ({ ...bound(), source: `r${at}`, weight: 1 }),
    ),
  };
}
