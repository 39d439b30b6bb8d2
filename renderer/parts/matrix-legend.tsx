// The signs of the matrix beside the duty glyphs: conflict, gap, ending soon.
import type { ReactNode } from "react";
import { useWords } from "./words.tsx";
import "./matrix-legend.css";

export function MatrixLegend(): ReactNode {
  const { tables } = useWords();
  return (
    <>
      {(["clash", "gap", "ending"] as const).map((is) => (
        <span key={is} className="q-legend">
          <i data-is={is} />
          {is === "clash" ? tables.conflict : is === "gap" ? tables.gap : tables.ending}
        </span>
      ))}
    </>
  );
}
