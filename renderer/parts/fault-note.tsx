// Trouble, said in order: what happened, where, what to do.
import { Button } from "antd";
import type { ReactNode } from "react";
import { Mark } from "./marks.tsx";
import "./notes.css";

interface FaultNoteProps {
  what: string;
  where?: string;
  todo?: string;
  /** A line for the maintainer, selectable. */
  trace?: string;
  action?: { words: string; onClick(): void };
}

export function FaultNote(props: FaultNoteProps): ReactNode {
  return (
    <div className="q-fault" role="alert">
      <Mark shape="warning" />
      <div>
        <p>
          <b className="q-strong">{props.what}</b>
          {props.where ? <span className="q-fault-where"> {props.where}</span> : null}
        </p>
        {props.todo ? <p>{props.todo}</p> : null}
        {props.trace ? <code>{props.trace}</code> : null}
      </div>
      {props.action ? <Button onClick={props.action.onClick}>{props.action.words}</Button> : null}
    </div>
  );
}
