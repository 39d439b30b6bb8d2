// For a log: which duty each activity is; by default a duty of its own.
import { Select } from "antd";
import { type ReactNode, useState } from "react";
import { useAsk } from "../../data/ask.ts";
import { useChoices } from "../../data/choices.ts";
import { useTell } from "../../data/tell.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useLanguage, useWords } from "../../parts/words.tsx";
import type { WizardState } from "./wizard-state.ts";

const ownDuty = "";
const noDuties = {};

export function DutiesStep(props: {
  state: Extract<WizardState, { step: "duties" }>;
  onState(state: WizardState): void;
}): ReactNode {
  const { state } = props;
  const { imports } = useWords();
  const formats = useFormats();
  const say = useText();
  const language = useLanguage();
  const { value, fault, isWaiting } = useAsk("imports.activities", {
    id: state.offer.id,
    index: state.index,
    mapping: { ...state.mapping, duties: noDuties },
  });
  const [duties, setDuties] = useState<Readonly<Record<string, string>>>(state.mapping.duties ?? noDuties);
  const preview = useTell("imports.previewLog");
  const choices = useChoices(["duties"], null, language).get("duties") ?? [];
  const options = [
    { value: ownDuty, label: imports.ownDuty },
    ...choices.map((duty) => ({ value: duty.value, label: `${duty.name} (${duty.code})` })),
  ];
  const judge = async (): Promise<void> => {
    const mapping = { ...state.mapping, duties: { ...duties } };
    const found = await preview.tell(
      { id: state.offer.id, index: state.index, mapping },
      { label: imports.previewing },
    );
    if (found)
      props.onState({
        step: "preview",
        files: state.files,
        offer: state.offer,
        preview: found,
        log: { index: state.index, mapping },
      });
  };
  if (isWaiting) return <PageSkeleton />;
  return (
    <>
      <PageHead
        finding={[
          imports.dutiesFinding(
            formats.count(value?.activities.length ?? 0),
            formats.count(value?.rows ?? 0),
          ),
        ]}
        why={{ words: imports.dutiesWhy }}
        primary={{
          words: imports.check(formats.count(value?.rows ?? 0)),
          busy: preview.isBusy,
          disabled: !value,
          onClick: () => void judge(),
        }}
      />
      <Trouble fault={fault ?? preview.fault} />
      <div className="q-duties q-scroll">
        {value?.warnings.map((warning) => (
          <p key={warning.en} className="q-amber">
            {say(warning)}
          </p>
        ))}
        <table>
          <thead>
            <tr>
              <th scope="col">{imports.activity}</th>
              <th scope="col" className="q-num">
                {imports.rows}
              </th>
              <th scope="col" className="q-num">
                {imports.cases}
              </th>
              <th scope="col" className="q-num">
                {imports.people}
              </th>
              <th scope="col">{imports.duty}</th>
            </tr>
          </thead>
          <tbody>
            {value?.activities.map((one) => (
              <tr key={one.activity}>
                <th scope="row">{one.activity}</th>
                <td className="q-num">{formats.count(one.rows)}</td>
                <td className="q-num">{formats.count(one.cases)}</td>
                <td className="q-num">{formats.count(one.people)}</td>
                <td>
                  <Select
                    aria-label={`${imports.duty} ${one.activity}`}
                    value={duties[one.activity] ?? ownDuty}
                    options={options}
                    showSearch={{ optionFilterProp: "label" }}
                    style={{ width: 260 }}
                    onChange={(next: string) => {
                      const { [one.activity]: _, ...rest } = duties;
                      setDuties(next === ownDuty ? rest : { ...rest, [one.activity]: next });
                    }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
