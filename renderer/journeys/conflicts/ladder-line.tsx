// One ladder on the axis: its pieces, its limits with the cases that crowd below, and the density of cases.
import type { ReactNode } from "react";
import type { Fen } from "../../../shared/domain/money.ts";
import type { LadderRow } from "../../data/types.ts";
import { useUnit } from "../../parts/frame-state.ts";
import { Mark } from "../../parts/marks.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import type { MoneyAxis } from "./money-axis.ts";

/** What of a ladder is open beside it: a piece, the surroundings of a limit, or a bin of cases. */
export type LadderPart =
  | { kind: "piece"; over: Fen; upTo: Fen | null }
  | { kind: "bound"; upTo: Fen }
  | { kind: "bin"; over: Fen; upTo: Fen };

const binRange = (bin: number): { over: Fen; upTo: Fen } => ({
  over: Math.round(10 ** (bin / 10)) - 1,
  upTo: Math.round(10 ** ((bin + 1) / 10)) - 1,
});
/** Two limits close together turn their words away from each other. */
const closeBy = 0.1;
function sideOf(
  axis: MoneyAxis,
  upTo: Fen,
  before: Fen | null,
  after: Fen | null,
): "start" | "end" | undefined {
  const isNear = (other: Fen | null): boolean =>
    other !== null && Math.abs(axis.at(other) - axis.at(upTo)) < closeBy;
  if (isNear(after) && !isNear(before)) return "end";
  return isNear(before) && !isNear(after) ? "start" : undefined;
}
const percent = (share: number): string => `${share * 100}%`;

export function LadderLine(props: {
  row: LadderRow;
  axis: MoneyAxis;
  leads: number;
  isOpen: boolean;
  onOpen(part: LadderPart): void;
}): ReactNode {
  const { row, axis } = props;
  const { analysis, common } = useWords();
  const formats = useFormats();
  const unit = useUnit();
  const range = (of: { over: Fen | null; upTo: Fen | null }): string =>
    analysis.piece(
      formats.range({ over: of.over === 0 ? null : of.over, upTo: of.upTo }, unit),
      common[unit],
    );
  const wordOf = (piece: LadderRow["pieces"][number]): string =>
    piece.is === "covered"
      ? piece.levels[0]
        ? common.levels[piece.levels[0]]
        : analysis.personal
      : analysis[piece.is];
  const top = Math.max(1, ...row.density.map(([, cases]) => cases));
  const gaps = row.pieces.filter(({ is }) => is === "gap").length;
  const overlaps = row.pieces.filter(({ is }) => is === "overlap").length;
  return (
    <li className="q-tier-ladder" data-open={props.isOpen ? "" : undefined}>
      <span className="q-ladder-name">
        <b className="q-ellipsis" title={row.matter.name}>
          {row.matter.name}
        </b>
        <span className="q-second q-small q-ellipsis">{row.step.name}</span>
      </span>
      <span className="q-ladder-axis">
        <span className="q-density" aria-hidden="true">
          {row.density.map(([bin, cases]) => {
            const at = binRange(bin);
            const [left, right] = [axis.at(at.over + 1), axis.at(at.upTo + 1)];
            return (
              <button
                key={bin}
                type="button"
                tabIndex={-1}
                title={analysis.binLabel(range(at), formats.count(cases))}
                style={{ left: percent(left), width: percent(right - left) }}
                onClick={() => props.onOpen({ kind: "bin", ...at })}
              >
                <i className="q-density-bar" style={{ height: percent(Math.max(0.12, cases / top)) }} />
              </button>
            );
          })}
        </span>
        <span className="q-pieces">
          {row.pieces.map((piece) => {
            const left = axis.at(piece.over);
            const right = piece.upTo === null ? 1 : axis.at(piece.upTo);
            return (
              <button
                key={piece.over}
                type="button"
                data-is={piece.is}
                data-level={piece.levels[0]}
                style={{ left: percent(left), width: percent(right - left) }}
                title={`${range(piece)}${common.dot}${wordOf(piece)}`}
                aria-label={analysis.pieceLabel(
                  `${row.matter.name} ${row.step.name}`,
                  range(piece),
                  wordOf(piece),
                )}
                onClick={() => props.onOpen({ kind: "piece", over: piece.over, upTo: piece.upTo })}
              >
                <span>{wordOf(piece)}</span>
              </button>
            );
          })}
        </span>
        <span className="q-bounds">
          {row.bounds.map(({ upTo, near, below }, nth) => {
            const words = formats.range({ over: null, upTo }, unit).slice(1);
            return (
              <button
                key={upTo}
                type="button"
                style={{ left: percent(axis.at(upTo)) }}
                data-side={sideOf(
                  axis,
                  upTo,
                  row.bounds[nth - 1]?.upTo ?? null,
                  row.bounds[nth + 1]?.upTo ?? null,
                )}
                data-crowded={near > 2 * below && near >= 3 ? "" : undefined}
                title={analysis.boundLabel(words, formats.count(near), formats.count(below))}
                onClick={() => props.onOpen({ kind: "bound", upTo })}
              >
                <span className="q-hidden">{`${row.matter.name} ${row.step.name} `}</span>
                {words}
                {near > 0 ? <small aria-hidden="true">{formats.count(near)}</small> : null}
                <span className="q-hidden">
                  {analysis.boundLabel(words, formats.count(near), formats.count(below))}
                </span>
              </button>
            );
          })}
        </span>
      </span>
      <span className="q-ladder-end">
        {row.isSound ? (
          <span className="q-tag" title={analysis.soundWhy}>
            <Mark shape="done" /> {analysis.sound}
          </span>
        ) : null}
        {gaps > 0 ? (
          <span className="q-tag" data-tone="amber">
            <Mark shape="warning" /> {analysis.gap} {formats.count(gaps)}
          </span>
        ) : null}
        {overlaps > 0 ? (
          <span className="q-tag" data-tone="amber">
            <Mark shape="warningHollow" /> {analysis.overlap} {formats.count(overlaps)}
          </span>
        ) : null}
        {props.leads > 0 ? <span className="q-tag">{analysis.leads(formats.count(props.leads))}</span> : null}
      </span>
    </li>
  );
}
