// How a cell came to say what it says: who changed it, when, on which document, before and after.
import type { ReactNode } from "react";
import { Link } from "wouter";
import { lastDay } from "../../../shared/domain/day.ts";
import { useAsk } from "../../data/ask.ts";
import { useUnit } from "../../parts/frame-state.ts";
import { PanelSection } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { type HistoryLine, historyLines } from "./history-lines.ts";

export function CellHistory(props: {
  stepId: string;
  postId: string | null;
  personId: string | null;
}): ReactNode {
  const { matrixWork, common } = useWords();
  const formats = useFormats();
  const unit = useUnit();
  const say = useText();
  const { value, fault } = useAsk("matrix.history", { ...props });
  if (!value) return <Trouble fault={fault} />;
  const saying = (row: HistoryLine["after"]): string => {
    if (row === null) return matrixWork.historyGone;
    const range = formats.range(row, unit);
    return row.over === null && row.upTo === null ? range : `${range} ${common[unit]}`;
  };
  const lines = historyLines(value.changes);
  const saysAll = ({ before, after }: HistoryLine): string => {
    if (before === null) return `${matrixWork.historyNew} ${saying(after)}`;
    const [was, is] = [saying(before), saying(after)];
    return was === is ? is : `${was} → ${is}`;
  };
  return (
    <PanelSection title={matrixWork.history} note={formats.count(lines.length)}>
      {lines.length === 0 ? <p className="q-prose">{matrixWork.historyEmpty}</p> : null}
      <ol className="q-history">
        {lines.map((line) => {
          const last = line.after ? lastDay(line.after) : null;
          const isNewPaper = line.before !== null && line.before.docNo !== line.after?.docNo;
          return (
            <li
              key={`${line.seq}.${line.after?.authorityId}`}
              {...(line.undoneBy ? { "data-undone": "" } : {})}
            >
              <div>
                <b>{saysAll(line)}</b>
                {last === null ? null : <span className="q-muted"> {matrixWork.historyEnds(last)}</span>}
              </div>
              <div className="q-second">
                {formats.instant(line.at)} · {line.actor}
                {line.after?.docNo
                  ? ` · ${isNewPaper && line.before?.docNo ? `${line.before.docNo} → ` : ""}${line.after.docNo}`
                  : ""}
              </div>
              <div className="q-muted">
                <Link className="q-link" href="/journal">
                  {matrixWork.entry(formats.count(line.seq))}
                </Link>{" "}
                {say(line.summary)}
                {line.undoneBy === null ? null : ` · ${matrixWork.undoneBy(formats.count(line.undoneBy))}`}
              </div>
            </li>
          );
        })}
      </ol>
    </PanelSection>
  );
}
