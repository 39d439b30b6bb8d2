// A world packed without a store: numbers for its ids, columns, and the rows behind them.
import { type NumberOf, packWorld } from "../../shared/domain/packed-log.ts";
import type { World } from "../../shared/domain/world.ts";
import type { Rows } from "../../shared/rules/fast/fast-check.ts";
import type { Packed } from "../../shared/rules/fast/nominate.ts";

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
      textsOf: (of) => ({
        category: world.cases[of]!.category,
        project: world.cases[of]!.budgetProject,
      }),
    },
    rows: {
      approvals: (places) => places.map((place) => world.approvals[place]!),
      cases: (places) => places.map((place) => world.cases[place]!),
    },
  };
}
