// Seeded instances of workflow satisfiability: separations and bindings of duty, at most and at least three people on five steps.
import type { StaffingBound, StaffingConstraint, StaffingProblem } from "../../shared/domain/staffing.ts";
import { seeded, shuffled } from "../builders/source.ts";

export interface InstanceSize {
  readonly steps: number;
  readonly people: number;
  /** So many "at most three" and as many "at least three". */
  readonly constraints: number;
  readonly seed: number;
}

/** Each person may take up to half of the steps; a tenth of the pairs of steps are kept apart. */
export function staffingInstance({ steps, people, constraints, seed }: InstanceSize): StaffingProblem {
  const source = seeded(seed);
  const persons = Array.from({ length: people }, (_, at) => at);
  const allowed: number[][] = Array.from({ length: steps }, () => []);
  for (const person of persons) {
    const own = new Set<number>();
    for (let left = source.int(1, Math.ceil(steps / 2)); left > 0; left--) own.add(source.int(0, steps - 1));
    for (const step of own) allowed[step]!.push(person);
  }
  const holders = persons.map((it) => [it]);
  const bounds: StaffingBound[] = [];
  const pairs = shuffled(
    source,
    allowed.flatMap((_, b) => Array.from({ length: b }, (_, a) => [a, b] as const)),
  );
  const apart = Math.round(pairs.length * 0.1);
  for (const [a, b] of pairs.slice(0, apart)) {
    const labels = allowed.map((_, step) => (step === a ? [0] : step === b ? [1] : []));
    bounds.push({ type: "few", labels, holders, most: 1 });
  }
  const bound = pairs[apart];
  if (bound && seed % 3 === 0) bounds.push({ type: "together", slots: bound, holders });
  for (let at = 0; at < 2 * constraints; at++) {
    const slots = new Set<number>();
    while (slots.size < Math.min(5, steps)) slots.add(source.int(0, steps - 1));
    const [least, most] = at < constraints ? [0, 3] : [3, null];
    bounds.push({
      type: "many",
      slots: [...slots],
      counted: persons,
      least,
      most,
      isOdd: false,
      experts: null,
    });
  }
  return {
    people: persons.map((it) => `u${it + 1}`),
    takers: persons.map((person) => ({ person, credited: [person] })),
    slots: allowed.map((_, step) => ({ stepId: `s${step + 1}`, seat: 0 })),
    allowed,
    constraints: bounds.map((it, at): StaffingConstraint => ({ ...it, source: `${at + 1}`, weight: 1 })),
  };
}
