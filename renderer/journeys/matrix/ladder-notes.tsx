// What is wrong with a ladder, one line each; or that every amount has exactly one level.
import type { ReactNode } from "react";
import type { LadderPiece } from "../../../shared/rules/design/ladder.ts";
import { Mark } from "../../parts/marks.tsx";
import { useWords } from "../../parts/words.tsx";
import { useLadderWords } from "./ladder-words.ts";

export function LadderNotes(props: { pieces: readonly LadderPiece[] }): ReactNode {
  const { matrixWork, common } = useWords();
  const spoken = useLadderWords()(props.pieces);
  return (
    <ul className="q-ladder-notes" aria-live="polite">
      {spoken.length === 0 ? (
        <li>
          <Mark shape="done" />
          {matrixWork.ladder.sound}
        </li>
      ) : (
        spoken.map(({ is, words }) => (
          <li key={words} data-is={is}>
            <Mark shape={is === "gap" ? "warning" : "warningHollow"} />
            {words}
            {common.fullStop}
          </li>
        ))
      )}
    </ul>
  );
}
