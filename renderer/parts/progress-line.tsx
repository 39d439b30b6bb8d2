// One line for running work: what, how far, how long, cancel.
import type { ReactNode } from "react";
import { useFormats, useWords } from "./words.tsx";
import type { Work } from "./work.tsx";
import "./notes.css";

export function ProgressLine(props: { work: Work; more?: number }): ReactNode {
  const { common, frame } = useWords();
  const formats = useFormats();
  const { work } = props;
  const known = work.total !== null && work.total > 0;
  const share = known ? Math.min(1, work.done / (work.total ?? 1)) : 0;
  const far = known
    ? `${formats.count(work.done)} / ${formats.count(work.total ?? 0)}`
    : formats.count(work.done);
  return (
    <div className="q-progress-line">
      <span className="q-ellipsis">{work.name}</span>
      <span
        className="q-progress"
        role="progressbar"
        aria-label={work.name}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(known ? { "aria-valuenow": Math.round(share * 100) } : { "data-unknown": "" })}
      >
        <i style={known ? { width: `${share * 100}%` } : undefined} />
      </span>
      {known || work.done > 0 ? (
        <span>
          {far}
          {work.unit ? ` ${work.unit}` : ""}
          {work.left === null ? "" : `${common.dot}${frame.about(formats.lapse(work.left))}`}
        </span>
      ) : null}
      {work.cancel ? (
        <button type="button" className="q-link" onClick={work.cancel}>
          {common.cancel}
        </button>
      ) : null}
      {props.more ? <span className="q-muted">{frame.moreWork(formats.count(props.more))}</span> : null}
    </div>
  );
}
