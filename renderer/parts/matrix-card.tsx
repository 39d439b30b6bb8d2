// The card of one cell of the matrix: holder, document, period, and what clashes.
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { DutyGlyph } from "./duty-glyph.tsx";
import { Mark } from "./marks.tsx";
import type { MatrixCell, MatrixPost, MatrixStep } from "./matrix-cell.ts";

export function MatrixCard(props: {
  cell: MatrixCell;
  post: MatrixPost;
  step: MatrixStep;
  at: DOMRect;
}): ReactNode {
  const { cell, at } = props;
  const left = at.right + 264 > innerWidth ? at.left - 260 : at.right + 8;
  const top = Math.max(8, Math.min(at.top - 8, innerHeight - 220));
  // Beside the grid, not in it: a grid may hold rows only.
  return createPortal(
    <div className="q-matrix-card" role="tooltip" style={{ left, top }}>
      <h2>
        <DutyGlyph duty={cell.duty} />
        {props.post.name} · {props.step.name}
      </h2>
      <dl>
        {cell.facts.flatMap((fact) => [
          <dt key={`${fact.name}.name`}>{fact.name}</dt>,
          <dd key={fact.name}>{fact.value}</dd>,
        ])}
      </dl>
      {cell.clash ? (
        <div className="q-matrix-card-clash">
          <Mark shape={cell.clash.severity} />
          <div>
            {cell.clash.words}
            {cell.clash.source ? (
              <span className="q-muted" style={{ display: "block" }}>
                {cell.clash.source}
              </span>
            ) : null}
          </div>
        </div>
      ) : null}
    </div>,
    document.body,
  );
}
