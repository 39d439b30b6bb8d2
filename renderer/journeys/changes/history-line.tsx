// The history of a set in one line: drafted, submitted, decided; who and when.
import type { ReactNode } from "react";
import type { ChangeView } from "../../data/types.ts";
import { Mark, type MarkShape } from "../../parts/marks.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { eventsOf, type SetEvent } from "./set-events.ts";

const shapes: Record<SetEvent["what"], MarkShape> = {
  made: "waiting",
  submit: "half",
  approve: "done",
  reject: "gone",
  withdraw: "gone",
  supersede: "gone",
};

export function HistoryLine(props: { view: ChangeView }): ReactNode {
  const { changes: words } = useWords();
  const formats = useFormats();
  return (
    <ol className="q-set-history" aria-label={words.history}>
      {eventsOf(props.view).map((event) => (
        <li key={`${event.what}.${event.at}`}>
          <Mark shape={shapes[event.what]} />
          <span>
            <b className="q-strong">{words.events[event.what]}</b> {event.who}{" "}
            <span className="q-muted q-nowrap">{formats.instant(event.at).slice(0, 16)}</span>
            {event.why === "" ? null : <span className="q-set-why">{event.why}</span>}
          </span>
        </li>
      ))}
      {props.view.set.state === "submitted" ? (
        <li className="q-muted">
          <Mark shape="waiting" />
          {words.pending}
        </li>
      ) : null}
    </ol>
  );
}
