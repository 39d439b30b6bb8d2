// The fields that describe a change set: name, day, reason, document no.
import { Input } from "antd";
import type { ReactNode } from "react";
import { DayField } from "../../parts/day-field.tsx";
import { useFrame } from "../../parts/frame-state.ts";
import { useWords } from "../../parts/words.tsx";
import "../../parts/row-form.css";

export interface Description {
  name: string;
  day: string;
  reason: string;
  docNo: string | null;
}

export function SetFields(props: {
  id: string;
  value: Description;
  onChange(value: Description): void;
  /** The name was left empty. */
  isNameMissing: boolean;
  hasFocus?: boolean;
}): ReactNode {
  const { value, onChange, id } = props;
  const { changes: words } = useWords();
  const { today } = useFrame();
  return (
    <>
      <div className="q-field" {...(props.isNameMissing ? { "data-doubtful": "" } : {})}>
        <label htmlFor={`${id}-name`}>{words.name}</label>
        <div>
          <Input
            id={`${id}-name`}
            maxLength={200}
            autoFocus={props.hasFocus ?? false}
            value={value.name}
            {...(props.isNameMissing ? { status: "warning" as const } : {})}
            onChange={(event) => onChange({ ...value, name: event.target.value })}
          />
          {props.isNameMissing ? (
            <p className="q-amber" role="alert">
              {words.nameMissing}
            </p>
          ) : null}
        </div>
      </div>
      <div className="q-field">
        <span className="q-field-name">{words.day}</span>
        <div>
          <DayField
            label={words.day}
            value={value.day}
            doubtful={value.day < today}
            onChange={(day) => day && onChange({ ...value, day })}
          />
          <p className={value.day < today ? "q-amber" : "q-muted"}>
            {value.day < today ? words.dayPast : words.dayHint}
          </p>
        </div>
      </div>
      <div className="q-field" data-wide="">
        <label htmlFor={`${id}-reason`}>{words.reason}</label>
        <Input.TextArea
          id={`${id}-reason`}
          maxLength={2000}
          autoSize={{ minRows: 2, maxRows: 6 }}
          placeholder={words.reasonHint}
          value={value.reason}
          onChange={(event) => onChange({ ...value, reason: event.target.value })}
        />
      </div>
      <div className="q-field">
        <label htmlFor={`${id}-doc`}>{words.docNo}</label>
        <Input
          id={`${id}-doc`}
          maxLength={200}
          placeholder={words.docNoHint}
          value={value.docNo ?? ""}
          onChange={(event) => onChange({ ...value, docNo: event.target.value || null })}
        />
      </div>
    </>
  );
}
