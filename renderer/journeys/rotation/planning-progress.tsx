// How far a plan in the making is: units spent, and the better and better plans that were found.
import { Progress as Bar, Button } from "antd";
import type { ReactNode } from "react";
import type { Progress } from "../../data/types.ts";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

export function PlanningProgress(props: { heard: readonly Progress[]; onStop(): void }): ReactNode {
  const { rotation } = useWords();
  const formats = useFormats();
  const say = useText();
  const last = props.heard.at(-1);
  const part = last?.total ? Math.min(100, Math.round((last.done / last.total) * 100)) : 0;
  return (
    <div className="q-planning" role="status">
      <div className="q-row">
        <b className="q-strong">{last ? say(last.label) : rotation.running}</b>
        <span className="q-grow" />
        <Button size="small" onClick={props.onStop}>
          {rotation.stopKeepsBest}
        </Button>
      </div>
      <Bar percent={part} showInfo={false} size="small" aria-label={rotation.effortSpent} />
      {last?.total ? (
        <p className="q-muted q-small">
          {rotation.effortOf(formats.count(last.done), formats.count(last.total))}
        </p>
      ) : null}
      {props.heard.length > 1 ? (
        <ol className="q-better">
          {[...props.heard].reverse().map((one) => (
            <li key={one.label.zh}>
              <span>{say(one.label)}</span>
              <span className="q-muted">{one.total ? formats.count(one.done) : ""}</span>
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  );
}
