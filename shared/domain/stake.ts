// Money at stake over several conflicts: what two of them share counts once.
import type { Fen } from "./money.ts";

interface Stake {
  cases: readonly { id: string; amount: Fen | null }[];
  amount: Fen | null;
}

/** Fen, each case once by its own amount; a case without one by what a conflict about it alone says. */
export function stakeOf(conflicts: readonly Stake[]): Fen {
  const figures = new Map<string, Fen>();
  for (const { cases, amount } of conflicts)
    for (const of of cases) {
      const figure = of.amount ?? (cases.length === 1 ? amount : null);
      if (figure !== null) figures.set(of.id, Math.max(figure, figures.get(of.id) ?? 0));
    }
  return [...figures.values()].reduce((sum, figure) => sum + figure, 0);
}
