// Takes people out of a tier: chosen by name or staff number, put back with one click.
import { Select } from "antd";
import { type ReactNode, useState } from "react";
import { useChoices } from "../../data/choices.ts";
import { useFrame } from "../../parts/frame-state.ts";
import { useFormats, useLanguage, useWords } from "../../parts/words.tsx";

const kinds = ["people"] as const;

export function TakeOut(props: { taken: readonly string[]; onChange(ids: string[]): void }): ReactNode {
  const { staffing } = useWords();
  const formats = useFormats();
  const { day } = useFrame();
  const choices = useChoices(kinds, day, useLanguage());
  const { taken } = props;
  // Closed after each choice: the answer stands below it.
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="q-take-out">
      <label htmlFor="staffing-take-out">{staffing.takeOut}</label>
      <Select
        id="staffing-take-out"
        mode="multiple"
        allowClear
        value={[...taken]}
        placeholder={staffing.takeOutHint}
        optionFilterProp="label"
        options={(choices.get("people") ?? []).map(({ value, code, name }) => ({
          value,
          label: `${name} ${code}`,
        }))}
        open={isOpen}
        onOpenChange={setOpen}
        onChange={(ids: string[]) => {
          setOpen(false);
          props.onChange(ids);
        }}
      />
      {taken.length > 0 ? (
        <small className="q-amber">{staffing.takeOutNote(formats.count(taken.length))}</small>
      ) : null}
    </div>
  );
}
