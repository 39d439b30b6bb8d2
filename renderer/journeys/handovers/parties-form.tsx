// Who takes over and who witnesses, with the rule about witnesses.
import { Button, Input, Select } from "antd";
import { type ReactNode, useState } from "react";
import { useAsk } from "../../data/ask.ts";
import { useTell } from "../../data/tell.ts";
import type { HandoverView } from "../../data/types.ts";
import { Facts, PanelSection } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useWords } from "../../parts/words.tsx";

export function PartiesForm(props: { view: HandoverView; canWrite: boolean }): ReactNode {
  const { view, canWrite } = props;
  const { handovers: words } = useWords();
  const say = useText();
  const toast = useToast();
  const describe = useTell("handovers.describe");
  const people = useAsk("sheets.list", canWrite ? { kind: "people" } : null).value?.rows ?? [];
  const [takerId, setTaker] = useState(view.taker?.id ?? null);
  const [witnessId, setWitness] = useState(view.witness?.id ?? view.witnesses.candidates[0]?.id ?? null);
  const [basis, setBasis] = useState(view.witnessBasis);
  if (!canWrite)
    return (
      <PanelSection title={words.people}>
        <Facts
          facts={[
            { name: words.taker, value: view.taker?.name ?? words.nobody, half: true },
            { name: words.witness, value: view.witness?.name ?? words.nobody, half: true },
            ...(view.witnessBasis === "" ? [] : [{ name: words.witnessBasis, value: view.witnessBasis }]),
          ]}
        />
      </PanelSection>
    );
  const listed = new Map(people.map(({ id, values }) => [id, `${values.name} ${values.staffNo}`]));
  for (const one of [view.taker, view.witness, ...view.witnesses.candidates])
    if (one) listed.set(one.id, `${one.name} ${one.staffNo}`);
  const options = [...listed].map(([value, label]) => ({ value, label }));
  const first = view.witnesses.candidates.map(({ id }) => id);
  const witnesses = options.toSorted(
    (a, b) => Number(first.includes(b.value)) - Number(first.includes(a.value)),
  );
  const isSame =
    takerId === (view.taker?.id ?? null) &&
    witnessId === (view.witness?.id ?? null) &&
    basis === view.witnessBasis;
  const isNamed = view.witnesses.isBound && witnessId !== null && !first.includes(witnessId);
  const save = async (): Promise<void> => {
    const { remark } = view;
    if (await describe.tell({ id: view.id, takerId, witnessId, witnessBasis: basis, remark }))
      toast.say({ words: words.saved });
  };
  const select = (
    label: string,
    value: string | null,
    set: (id: string | null) => void,
    list: typeof options,
  ) => (
    <div className="q-done-field">
      <span aria-hidden="true">{label}</span>
      <Select
        aria-label={label}
        showSearch={{ optionFilterProp: "label" }}
        allowClear
        value={value}
        placeholder={words.nobody}
        options={list}
        onChange={(next: string | undefined) => set(next ?? null)}
      />
    </div>
  );
  return (
    <PanelSection title={words.people} note={say(view.witnesses.rule)}>
      <Trouble fault={describe.fault} />
      <div className="q-done-people">
        {select(words.taker, takerId, setTaker, options)}
        {select(words.witness, witnessId, setWitness, witnesses)}
        {isNamed ? (
          <div className="q-done-field">
            <label htmlFor="handover-basis">{words.witnessBasis}</label>
            <Input id="handover-basis" value={basis} onChange={({ target }) => setBasis(target.value)} />
          </div>
        ) : null}
        <Button disabled={isSame || describe.isBusy} onClick={() => void save()}>
          {words.savePeople}
        </Button>
      </div>
    </PanelSection>
  );
}
