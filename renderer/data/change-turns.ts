// The change sets with whose turn each is: what the list sorts by, and what the frame counts.
import { useMemo } from "react";
import { useAsk } from "./ask.ts";
import { useSeats } from "./operators.ts";
import { type Asker, byTurn, type SetTurn } from "./turn.ts";
import { useWorkbook } from "./workbook.ts";

const nothing = {};
/** Null while not known. */
export function useTurns(): readonly SetTurn[] | null {
  const book = useWorkbook();
  const { current, operators, isKnown } = useSeats();
  const me: Asker = operators.length === 0 ? "sole" : current;
  const sets = useAsk("changes.list", book ? nothing : null).value?.sets;
  return useMemo(() => (sets && isKnown ? byTurn(sets, me) : null), [sets, me, isKnown]);
}
