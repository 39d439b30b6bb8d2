// One line of the forms here: its name, its control, and what is wrong with it or what it is for.
import type { ReactNode } from "react";

export function FormLine(props: {
  id: string;
  name: string;
  problem: string | null;
  note?: string;
  isOptional?: boolean;
  children: ReactNode;
}): ReactNode {
  return (
    <div className="q-field" {...(props.problem ? { "data-doubtful": "" } : {})}>
      <label htmlFor={props.id}>
        {props.name}
        {props.isOptional ? null : (
          <span className="q-amber" aria-hidden="true">
            {" *"}
          </span>
        )}
      </label>
      <div>
        {props.children}
        {props.problem ? (
          <p className="q-amber" role="alert">
            {props.problem}
          </p>
        ) : props.note ? (
          <p className="q-muted">{props.note}</p>
        ) : null}
      </div>
    </div>
  );
}
