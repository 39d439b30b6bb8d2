// Who is taken out and when: asked before the drill runs, remembered in the address.
import { Button, Select } from "antd";
import { type FormEvent, type ReactNode, useState } from "react";
import { addDays } from "../../../shared/domain/day.ts";
import { useChoices } from "../../data/choices.ts";
import { DayField } from "../../parts/day-field.tsx";
import { useLanguage, useWords } from "../../parts/words.tsx";
import { type Preset, presetDays, presets, type Question, replayed } from "./question.ts";

const kinds = ["people"] as const;

export function DrillForm(props: {
  start: Question;
  today: string;
  busy: boolean;
  onRun(question: Question): void;
}): ReactNode {
  const { drill } = useWords();
  const [asked, setAsked] = useState(props.start);
  const choices = useChoices(kinds, null, useLanguage());
  const whole = replayed(props.today);
  const run = (event: FormEvent): void => {
    event.preventDefault();
    if (asked.people.length > 0) props.onRun(asked);
  };
  const isSame = (preset: Preset): boolean => {
    const days = presetDays(preset, asked.from, props.today);
    return days.from === asked.from && days.until === asked.until;
  };
  return (
    <form className="q-drill-form" aria-label={drill.form} onSubmit={run}>
      <div className="q-drill-field">
        <label htmlFor="drill-people">{drill.people}</label>
        <Select
          id="drill-people"
          mode="multiple"
          allowClear
          autoFocus
          maxTagCount="responsive"
          style={{ width: "100%" }}
          value={asked.people}
          placeholder={drill.peopleHint}
          optionFilterProp="label"
          options={(choices.get("people") ?? []).map(({ value, code, name }) => ({
            value,
            label: `${name} ${code}`,
          }))}
          onChange={(people: string[]) => setAsked({ ...asked, people })}
        />
      </div>
      <div className="q-drill-field">
        <span className="q-small q-muted">{`${drill.absence} ${drill.from}`}</span>
        <DayField
          label={`${drill.absence} ${drill.from}`}
          value={asked.from}
          earliest={whole.from}
          latest={props.today}
          onChange={(from) =>
            from && setAsked({ ...asked, from, until: asked.until > from ? asked.until : addDays(from, 1) })
          }
        />
      </div>
      <div className="q-drill-field">
        <span className="q-small q-muted">{drill.last}</span>
        <DayField
          label={`${drill.absence} ${drill.last}`}
          value={addDays(asked.until, -1)}
          earliest={asked.from}
          latest={props.today}
          onChange={(last) => last && setAsked({ ...asked, until: addDays(last, 1) })}
        />
      </div>
      <Button
        htmlType="submit"
        type="primary"
        loading={props.busy}
        disabled={asked.people.length === 0}
        title={asked.people.length === 0 ? drill.needPeople : ""}
      >
        {drill.run}
      </Button>
      <div className="q-drill-presets">
        {presets.map((preset) => (
          <button
            key={preset}
            type="button"
            className="q-chip"
            aria-pressed={isSame(preset)}
            onClick={() => setAsked({ ...asked, ...presetDays(preset, asked.from, props.today) })}
          >
            {drill.presets[preset]}
          </button>
        ))}
      </div>
    </form>
  );
}
