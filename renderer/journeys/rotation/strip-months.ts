// The months under the timeline in words; of a plan that does not know them, counted from its moves.
import { useMemo } from "react";
import type { Plan } from "../../data/types.ts";
import type { StripMonth } from "../../parts/tenure-row.ts";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import type { DraftMove } from "./hand-edits.ts";

type PlanMonth = Plan["strip"][number];

function counted(moves: readonly DraftMove[]): PlanMonth[] {
  const of = new Map<string, { arrivals: number; people: Set<string> }>();
  for (const move of moves) {
    const month = `${move.day.slice(0, 7)}-01`;
    const one = of.get(month) ?? { arrivals: 0, people: new Set<string>() };
    of.set(month, one);
    if (move.toPostId !== null) one.arrivals += 1;
    one.people.add(move.personId);
  }
  return [...of].map(([month, { arrivals, people }]) => ({
    month,
    isBlackedOut: false,
    arrivals,
    people: people.size,
    handovers: 0,
    staffable: null,
    judged: 0,
    unstaffable: [],
  }));
}

export function useStrip(
  months: readonly PlanMonth[] | null,
  moves: readonly DraftMove[],
): readonly StripMonth[] | null {
  const { rotation } = useWords();
  const formats = useFormats();
  const say = useText();
  return useMemo(() => {
    if (months === null) return null;
    return (months.length > 0 ? months : counted(moves)).map((one) => ({
      month: one.month,
      arrivals: one.arrivals,
      handovers: one.handovers,
      staffable: one.staffable,
      judged: one.judged,
      words: [
        rotation.stripMonth(one.month.slice(0, 7), formats.count(one.arrivals), formats.count(one.handovers)),
        ...(one.isBlackedOut ? [rotation.blackOutMonth] : []),
        ...(one.staffable === null
          ? []
          : one.staffable === one.judged
            ? [rotation.stripStaffable(formats.count(one.judged))]
            : [
                rotation.stripLacking(formats.count(one.judged - one.staffable)),
                ...one.unstaffable.slice(0, 8).map(say),
              ]),
      ].join("\n"),
    }));
  }, [months, moves, rotation, formats, say]);
}
