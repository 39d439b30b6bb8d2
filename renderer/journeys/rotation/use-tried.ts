// Asks the validator about the moves under the hand, a moment after the last edit.
import { useEffect, useState } from "react";
import type { Answered } from "../../data/names.ts";
import { useTell } from "../../data/tell.ts";
import { bareMoves, type DraftMove } from "./hand-edits.ts";

export type Tried = Answered<"rotation.tryMoves">;
const pause = 120;

/** `planId` null asks nothing. The last answer stays while the next is on its way. */
export function useTried(
  planId: string | null,
  moves: readonly DraftMove[],
): { tried: Tried | null; isAsking: boolean } {
  const { tell } = useTell("rotation.tryMoves");
  const [answer, setAnswer] = useState<{ planId: string; tried: Tried } | null>(null);
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    if (planId === null) return setAnswer(null);
    let isLast = true;
    setAsking(true);
    const timer = setTimeout(() => {
      void tell({ planId, moves: bareMoves(moves) }).then((tried) => {
        if (!isLast) return;
        setAsking(false);
        if (tried) setAnswer({ planId, tried });
      });
    }, pause);
    return () => {
      isLast = false;
      clearTimeout(timer);
    };
  }, [planId, moves, tell]);
  return { tried: answer && answer.planId === planId ? answer.tried : null, isAsking };
}
