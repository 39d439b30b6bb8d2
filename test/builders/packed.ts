// A world packed without a store: numbers for its ids, columns, and the rows behind them; and the fast check of it.
import { type NumberOf, packWorld } from "../../shared/domain/packed-log.ts";
import type { World } from "../../shared/domain/world.ts";
import { check } from "../../shared/rules/check.ts";
import { indexPlain } from "../../shared/rules/facts.ts";
import { type FastResult, fastCheck, type Rows, readyCheck } from "../../shared/rules/fast/fast-check.ts";
import type { Packed } from "../../shared/rules/fast/nominate.ts";
import type { Question } from "./rules.ts";

export function packedOf(world: World): { packed: Packed; rows: Rows; numberOf: NumberOf } {
  const ids: (string | null)[] = [null];
  const numbers = new Map<string, number>();
  for (const table of Object.values(world))
    for (const row of Array.isArray(table) ? table : [])
      if ("id" in row && !numbers.has(row.id)) numbers.set(row.id, ids.push(row.id) - 1);
  const numberOf = (id: string | null): number => (id === null ? 0 : (numbers.get(id) ?? 0));
  const { acts, cases } = packWorld(world, numberOf);
  return {
    numberOf,
    packed: {
      acts,
      cases,
      idOf: (number) => ids[number] ?? null,
      largest: ids.length,
      textsOf: (places) =>
        places.map((of) => ({
          category: world.cases[of]!.category,
          project: world.cases[of]!.budgetProject,
        })),
    },
    rows: {
      approvals: (places) => places.map((place) => world.approvals[place]!),
      cases: (places) => places.map((place) => world.cases[place]!),
    },
  };
}

/** The fast check of a question, beside what the folds answer over everything. */
export function fastAnswer({ world, rules, today }: Question): { fast: FastResult; whole: FastResult } {
  const { packed, rows, numberOf } = packedOf(world);
  const ready = readyCheck(indexPlain(world, today), rules, numberOf, packed.largest);
  const { undecided: _pairs, ...whole } = check(world, rules, today);
  return { fast: fastCheck(ready, packed, rows), whole };
}
