// Adds own rules: pairs of duties that must not be done by the same person in one case.
import { Button, Select } from "antd";
import { Plus, X } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { useChoices } from "../../data/choices.ts";
import type { Answered } from "../../data/names.ts";
import { useTell } from "../../data/tell.ts";
import { useUndo } from "../../data/undo.ts";
import { writtenToast } from "../../data/written.ts";
import { SidePanel } from "../../parts/side-panel.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useFormats, useLanguage, useWords } from "../../parts/words.tsx";
import "../../parts/row-form.css";

interface Pair {
  id: number;
  first: string | null;
  second: string | null;
}

export function PairPanel(props: { onClose(): void }): ReactNode {
  const said = useWords();
  const { rules, common } = said;
  const formats = useFormats();
  const language = useLanguage();
  const toast = useToast();
  const undo = useUndo();
  const duties = useChoices(["duties"], null, language).get("duties") ?? [];
  const [pairs, setPairs] = useState<readonly Pair[]>([{ id: 1, first: null, second: null }]);
  const [isLacking, setLacking] = useState(false);
  const [saved, setSaved] = useState<Answered<"rules.savePairs">["pairs"]>([]);
  const save = useTell("rules.savePairs");
  const options = duties.map((duty) => ({ value: duty.value, label: `${duty.name} (${duty.code})` }));
  const change = (id: number, part: Partial<Pair>): void =>
    setPairs(pairs.map((pair) => (pair.id === id ? { ...pair, ...part } : pair)));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const whole = pairs.flatMap(({ first, second }) =>
      first !== null && second !== null && first !== second ? [{ first, second }] : [],
    );
    setLacking(whole.length < pairs.length);
    if (whole.length < pairs.length) return;
    const done = await save.tell({ pairs: whole });
    if (!done) return;
    setSaved(done.pairs);
    toast.say(writtenToast(done, rules.pairSaved(formats.count(done.pairs.length)), undo, said));
  };
  return (
    <SidePanel
      id="rules"
      startWidth={460}
      label={rules.pairTitle}
      title={rules.pairTitle}
      onClose={props.onClose}
    >
      <p className="q-prose">{rules.pairWhy}</p>
      <Trouble fault={save.fault} />
      <form className="q-form" onSubmit={(event) => void submit(event)}>
        {pairs.map((pair) => (
          <div key={pair.id} className="q-rule-pair">
            {(["first", "second"] as const).map((side) => (
              <Select<string>
                key={side}
                aria-label={rules[side]}
                placeholder={rules[side]}
                value={pair[side]}
                options={options}
                showSearch={{ optionFilterProp: "label" }}
                {...(isLacking && pair[side] === null ? { status: "warning" as const } : {})}
                onChange={(next) => change(pair.id, { [side]: next })}
              />
            ))}
            <button
              type="button"
              className="q-icon-button"
              aria-label={common.remove}
              disabled={pairs.length === 1}
              onClick={() => setPairs(pairs.filter((one) => one.id !== pair.id))}
            >
              <X size={14} strokeWidth={1.5} />
            </button>
          </div>
        ))}
        {isLacking ? (
          <p className="q-amber q-small" role="alert">
            {rules.pairMissing}
          </p>
        ) : null}
        <button
          type="button"
          className="q-chip"
          style={{ justifySelf: "start" }}
          onClick={() =>
            setPairs([
              ...pairs,
              { id: Math.max(...pairs.map((one) => one.id)) + 1, first: null, second: null },
            ])
          }
        >
          <Plus size={14} strokeWidth={1.75} aria-hidden="true" />
          {rules.addPair}
        </button>
        <div className="q-row">
          <Button type="primary" htmlType="submit" loading={save.isBusy}>
            {rules.savePairs}
          </Button>
          <Button onClick={props.onClose}>{common.close}</Button>
        </div>
      </form>
      {saved.length > 0 ? (
        <ul className="q-rule-story">
          {saved.map((pair) => (
            <li key={pair.ruleId}>
              {pair.first} × {pair.second}
              {common.colon}
              {rules.pairBoth(formats.count(pair.casesWithBoth))}
              {common.comma}
              <b className="q-strong">{rules.pairConflict(formats.count(pair.casesInConflict))}</b>
            </li>
          ))}
        </ul>
      ) : null}
    </SidePanel>
  );
}
