// "Few" as clauses: a holder collects at most so many different labels.
import type { StaffingBound } from "../../domain/staffing.ts";
import type { Choices } from "./choices.ts";

type Few = Extract<StaffingBound, { type: "few" }>;

export function addFew(choices: Choices, bound: Few): void {
  const slots = bound.labels.flatMap((labels, slot) => (labels.length > 0 ? [slot] : []));
  const isSingle = slots.every((slot) =>
    [...choices.takersOf(slot).keys()].every((it) => bound.holders[it]!.length <= 1),
  );
  if (isSingle && bound.most === 1) addApart(choices, bound, slots);
  else addCollected(choices, bound, slots);
}

/** One holder a taker, one label: slots of different labels are not held by the same. */
function addApart(choices: Choices, bound: Few, slots: readonly number[]): void {
  const { cnf } = choices;
  const holder = choices.key(bound.holders.map((it) => it[0] ?? null));
  for (const [at, slot] of slots.entries()) {
    if (new Set(bound.labels[slot]).size > 1)
      for (const [value, literal] of holder.at(slot)) if (value !== null) cnf.add(-literal);
    for (const other of slots.slice(0, at))
      if (new Set([...bound.labels[slot]!, ...bound.labels[other]!]).size > 1)
        cnf.add(-holder.isSame(other, slot));
  }
}

/** Any lists of holders: by holder, which labels are collected, and at most so many of them. */
function addCollected(choices: Choices, bound: Few, slots: readonly number[]): void {
  const { cnf } = choices;
  const collected = new Map<number, Map<number, number[]>>();
  for (const slot of slots)
    for (const [taker, literal] of choices.takersOf(slot))
      for (const holder of new Set(bound.holders[taker]!)) {
        const labels = collected.get(holder) ?? new Map<number, number[]>();
        collected.set(holder, labels);
        for (const label of new Set(bound.labels[slot]!)) {
          const literals = labels.get(label) ?? [];
          literals.push(literal);
          labels.set(label, literals);
        }
      }
  for (const labels of collected.values())
    if (labels.size > bound.most)
      cnf.atMost(
        [...labels.values()].map((literals) => cnf.any(literals)),
        bound.most,
      );
}
