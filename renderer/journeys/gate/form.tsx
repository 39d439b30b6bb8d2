// The left side: who is about to do what, and what the case has seen so far.
import { AutoComplete, Input, Select } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { parseMoney, plainYuan } from "../../../shared/domain/money.ts";
import { useChoices } from "../../data/choices.ts";
import type { GateAnswer } from "../../data/types.ts";
import { DayField } from "../../parts/day-field.tsx";
import { DutyGlyph } from "../../parts/duty-glyph.tsx";
import { Mark } from "../../parts/marks.tsx";
import { useFormats, useLanguage, useWords } from "../../parts/words.tsx";
import { type Action, type Asking, actions, type StepChoice, type useGround } from "./question.ts";

const kinds = ["people", "matters"] as const;
const casesShown = 60;

interface FormProps extends Asking {
  ground: ReturnType<typeof useGround>;
  /** The case's own amount, once it is known. */
  amountOfCase: number | null;
  acts: GateAnswer["acts"];
}

export function GateForm({ question, put, ground, amountOfCase, acts }: FormProps): ReactNode {
  const { gate } = useWords();
  const formats = useFormats();
  const language = useLanguage();
  const choices = useChoices(kinds, question.day, language);
  const people = (choices.get("people") ?? []).map(({ value, code, name }) => ({
    value,
    label: `${name}（${code}）`,
  }));
  const matters = (choices.get("matters") ?? []).map(({ value, code, name }) => ({
    value,
    label: `${name} ${code}`,
  }));
  const typed = question.case.trim().toLowerCase();
  const cases = ground.cases
    .filter((row) =>
      String(row.values.caseNo ?? "")
        .toLowerCase()
        .includes(typed),
    )
    .slice(-casesShown)
    .reverse()
    .map((row) => ({
      value: String(row.values.caseNo ?? ""),
      label: `${String(row.values.caseNo ?? "")} ${row.labels.matterId?.name ?? ""}`,
    }));
  return (
    <form className="q-gate-form" aria-label={gate.form} onSubmit={(event) => event.preventDefault()}>
      <h2>{gate.form}</h2>
      <Field id="person" label={gate.person}>
        <Select<string>
          id="gate-person"
          aria-label={gate.person}
          showSearch={{ optionFilterProp: "label" }}
          value={question.person}
          options={people}
          onChange={(person) => put({ person })}
          autoFocus={question.person === null}
        />
      </Field>
      <Field id="behalf" label={gate.onBehalfOf}>
        <Select<string>
          id="gate-behalf"
          aria-label={gate.onBehalfOf}
          showSearch={{ optionFilterProp: "label" }}
          allowClear
          placeholder={gate.self}
          value={question.onBehalfOf}
          options={people.filter(({ value }) => value !== question.person)}
          onChange={(onBehalfOf) => put({ onBehalfOf: onBehalfOf ?? null })}
        />
      </Field>
      <Field id="case" label={gate.case_}>
        <AutoComplete
          id="gate-case"
          aria-label={gate.case_}
          value={question.case}
          options={cases}
          placeholder={gate.casePlaceholder}
          allowClear
          onChange={(value: string | undefined) =>
            put({ case: value ?? "", step: null, amount: null, docNo: "" })
          }
        />
      </Field>
      {ground.isKnownCase ? null : (
        <Field id="matter" label={gate.matter}>
          <Select<string>
            id="gate-matter"
            aria-label={gate.matter}
            showSearch={{ optionFilterProp: "label" }}
            value={question.matter}
            options={matters}
            onChange={(matter) => put({ matter, step: null })}
          />
        </Field>
      )}
      <Field id="step" label={gate.step}>
        <Select<string>
          id="gate-step"
          aria-label={gate.step}
          showSearch={{ optionFilterProp: "label" }}
          value={question.step}
          options={ground.steps.map(({ id, name, code }: StepChoice) => ({
            value: id,
            label: `${name} ${code}`,
          }))}
          onChange={(step) => put({ step })}
        />
      </Field>
      <Field id="amount" label={gate.amount}>
        <AmountField
          amount={question.amount}
          ofCase={amountOfCase}
          isNew={question.case.trim() === ""}
          onChange={(amount) => put({ amount })}
        />
      </Field>
      <Field id="doc" label={gate.docNo}>
        <Input
          id="gate-doc"
          value={question.docNo}
          placeholder={gate.docNoPlaceholder}
          maxLength={200}
          onChange={({ target }) => put({ docNo: target.value })}
        />
      </Field>
      <Field id="day" label={gate.day}>
        <DayField
          label={gate.day}
          value={question.day}
          onChange={(day) => put({ day: day ?? question.day })}
        />
      </Field>
      <Field id="action" label={gate.action}>
        <Select<Action>
          id="gate-action"
          aria-label={gate.action}
          value={question.action}
          options={actions.map((value) => ({ value, label: gate.actions[value] }))}
          onChange={(action) => put({ action })}
        />
      </Field>
      {acts.length > 0 ? (
        <>
          <h2 className="q-gate-past-title">{gate.past(formats.count(acts.length))}</h2>
          <ol className="q-gate-past">
            {acts.map((act, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the acts of a case have no other identity here
              <li key={at} {...(act.isEvidence ? { "data-hit": "" } : {})}>
                <span className="q-second" title={act.day}>
                  {act.day.slice(5)}
                </span>
                <DutyGlyph duty={act.dutyType} />
                <span className="q-ellipsis" title={act.step}>
                  {act.step}
                </span>
                <span className="q-row">
                  {act.isEvidence ? <Mark shape="high" label={gate.isEvidence} /> : null}
                  {act.person || "—"}
                </span>
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </form>
  );
}

function Field(props: { id: string; label: string; children: ReactNode }): ReactNode {
  return (
    <div className="q-gate-field">
      <label htmlFor={`gate-${props.id}`}>{props.label}</label>
      <div>{props.children}</div>
    </div>
  );
}

/** Money as people write it; empty is the case's own. */
function AmountField(props: {
  amount: number | null;
  ofCase: number | null;
  isNew: boolean;
  onChange: (fen: number | null) => void;
}): ReactNode {
  const { gate, common } = useWords();
  const formats = useFormats();
  const shown = props.amount === null ? "" : plainYuan(props.amount);
  const [typed, setTyped] = useState(shown);
  const fen = typed.trim() === "" ? null : parseMoney(typed);
  useEffect(() => {
    setTyped((now) => ((now.trim() === "" ? null : parseMoney(now)) === props.amount ? now : shown));
  }, [props.amount, shown]);
  const isUnread = typed.trim() !== "" && (fen === null || fen < 0);
  return (
    <>
      <Input
        id="gate-amount"
        value={typed}
        inputMode="decimal"
        suffix={common.yuan}
        placeholder={
          props.ofCase === null
            ? props.isNew
              ? gate.ofNew
              : gate.ofCase
            : formats.money(props.ofCase, "yuan")
        }
        {...(isUnread ? { status: "warning" as const, "aria-invalid": true } : {})}
        onChange={({ target }) => {
          setTyped(target.value);
          const read = target.value.trim() === "" ? null : parseMoney(target.value);
          if (target.value.trim() === "" || (read !== null && read >= 0)) props.onChange(read);
        }}
      />
      {isUnread ? (
        <p className="q-amber q-small" role="alert">
          {gate.unread}
        </p>
      ) : null}
    </>
  );
}
