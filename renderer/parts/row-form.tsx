// A form for one row of a sheet, made from the sheet's own columns: names, hints, choices, required marks.
import { Button } from "antd";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import type { SheetColumn, SheetKind } from "../../shared/domain/sheet-column.ts";
import { labelOf } from "./field-label.ts";
import { RowField } from "./row-field.tsx";
import type { FieldChoice, FieldValues } from "./row-values.ts";
import { useText } from "./text.ts";
import { useWords } from "./words.tsx";
import "./row-form.css";

interface RowFormProps {
  id: string;
  columns: readonly SheetColumn[];
  values: FieldValues;
  onChange(values: FieldValues): void;
  choices: ReadonlyMap<SheetKind, readonly FieldChoice[]>;
  /** Column keys that stand as they are, because the form was opened for them. */
  fixed?: readonly string[];
  /** What is wrong, by column key. */
  problems: Readonly<Record<string, string>>;
  /** "新增任职" */
  verb: string;
  busy: boolean;
  onSubmit(): void;
  onCancel(): void;
}

/** Keys of required columns that hold nothing. */
export const missingKeys = (columns: readonly SheetColumn[], values: FieldValues): string[] =>
  columns
    .filter((column) => column.isRequired)
    .filter(({ key }) => values[key] === undefined || values[key] === null || values[key] === "")
    .map(({ key }) => key);

/** The values a fresh row starts with. */
export const freshValues = (columns: readonly SheetColumn[]): FieldValues =>
  Object.fromEntries(
    columns.map(({ key, type, fallback }) => [
      key,
      fallback !== undefined ? fallback : type === "flag" ? false : type === "codes" ? [] : null,
    ]),
  );

export function RowForm(props: RowFormProps): ReactNode {
  const { common } = useWords();
  const say = useText();
  const form = useRef<HTMLFormElement>(null);
  const wasSent = useRef(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (props.busy) return;
    wasSent.current = true;
    props.onSubmit();
  };
  // What was refused begins at its first field; typed into later, nothing jumps.
  useEffect(() => {
    if (!wasSent.current || props.busy) return;
    wasSent.current = false;
    form.current?.querySelector<HTMLElement>("[data-doubtful] :is(input, textarea, button)")?.focus();
  });
  return (
    <form
      ref={form}
      className="q-form"
      onSubmit={submit}
      onKeyDown={(event) => {
        // Enter in a day field takes the day; it does not send the form.
        if (event.key === "Enter" && event.target instanceof Element && event.target.closest(".ant-picker"))
          event.preventDefault();
      }}
      noValidate
    >
      {props.columns.map((column) => {
        const fieldId = `${props.id}-${column.key}`;
        const problem = props.problems[column.key];
        return (
          <div key={column.key} className="q-field" {...(problem ? { "data-doubtful": "" } : {})}>
            <label htmlFor={fieldId}>
              {say(labelOf(column, props.columns))}
              {column.isRequired ? (
                <span className="q-amber" aria-hidden="true">
                  {" "}
                  *
                </span>
              ) : null}
            </label>
            <div>
              <RowField
                id={fieldId}
                column={column}
                value={props.values[column.key] ?? null}
                values={props.values}
                choices={column.to ? (props.choices.get(column.to) ?? []) : []}
                disabled={props.fixed?.includes(column.key) ?? false}
                doubtful={problem !== undefined}
                onChange={(value) => props.onChange({ ...props.values, [column.key]: value })}
              />
              {problem ? (
                <p className="q-amber" role="alert">
                  {problem}
                </p>
              ) : column.hint && column.type !== "reference" ? (
                <p className="q-muted">{say(column.hint)}</p>
              ) : null}
            </div>
          </div>
        );
      })}
      <div className="q-form-foot">
        <Button type="primary" htmlType="submit" loading={props.busy}>
          {props.verb}
        </Button>
        <Button onClick={props.onCancel}>{common.cancel}</Button>
      </div>
    </form>
  );
}
