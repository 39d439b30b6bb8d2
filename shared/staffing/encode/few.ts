// "Few" as clauses: a holder collects at most so many different labels.
import type { StaffingBound } from "../../domain/staffing.ts";
import type { Choices } from "./choices.ts";
import { keepApart } from "./sharing.ts";

type Few = Extract<StaffingBound, { type: "few" }>;

export function addFew(choices: Choices, bound: Few): void {
  const slots = bound.labels.flatMap((labels, slot) => (labels.length > 0 ? [slot] : []));
  const isSingle = slots.every((slot) =>
    [...choices.takersOf(slot).keys()].every((it) => bound.holders[it]!.length <= 1),
  );
  if (isSingle && bound.most === 1) keepApart(choices.cnf, choices.firstOf(bound.holders), bound.labels);
  else addCollected(choices, bound, slots);
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
