// For a log: which column is case, activity, person, time; which rows are kept; kept as a profile if wanted.
import { Button, Checkbox, Input, Select } from "antd";
import { Plus, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useAsk } from "../../data/ask.ts";
import { useTell } from "../../data/tell.ts";
import type { LogMapping } from "../../data/types.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { ScrollBox } from "../../parts/scroll-box.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { isMapped, type WizardState } from "./wizard-state.ts";
import "../../parts/row-form.css";

const required = ["caseColumn", "activityColumn", "personColumn", "timeColumn"] as const;
const optional = ["amountColumn", "supplierColumn"] as const;
const nothing = {};

export function MappingStep(props: {
  state: Extract<WizardState, { step: "mapping" }>;
  onState(state: WizardState): void;
}): ReactNode {
  const { state } = props;
  const { imports, common } = useWords();
  const formats = useFormats();
  const toast = useToast();
  const [mapping, setMapping] = useState<LogMapping>(state.mapping);
  const [name, setName] = useState("");
  const profiles = useAsk("imports.profiles", nothing).value?.profiles ?? [];
  const saveProfile = useTell("imports.saveProfile");
  const sheet = state.offer.sheets.find((one) => one.index === state.index);
  const headers = sheet?.columns.map((column) => column.header).filter((header) => header !== "") ?? [];
  const options = headers.map((header) => ({ value: header, label: header }));
  const change = (part: Partial<LogMapping>): void => setMapping({ ...mapping, ...part });
  const keep = async (): Promise<void> => {
    const done = await saveProfile.tell({ name: name.trim(), mapping });
    if (done) toast.say({ words: imports.profileSaved(name.trim()) });
  };
  return (
    <>
      <PageHead
        finding={[imports.logFinding(sheet?.sheet ?? "", formats.count(sheet?.rows ?? 0))]}
        primary={{
          words: imports.toDuties,
          disabled: !isMapped(mapping),
          onClick: () => props.onState({ ...state, step: "duties", mapping }),
        }}
      />
      <Trouble fault={saveProfile.fault} />
      <div className="q-mapping q-scroll">
        <section>
          {profiles.length > 0 ? (
            <div className="q-field">
              <label htmlFor="log-profile">{imports.profile}</label>
              <Select
                id="log-profile"
                placeholder={imports.profileNone}
                options={profiles.map((profile) => ({ value: profile.name, label: profile.name }))}
                onChange={(chosen: string) => {
                  const found = profiles.find((profile) => profile.name === chosen);
                  if (found) setMapping({ ...mapping, ...found.mapping });
                }}
              />
            </div>
          ) : null}
          {required.map((key) => (
            <div key={key} className="q-field">
              <label htmlFor={`log-${key}`}>
                {imports.logColumns[key]} <span className="q-amber">*</span>
              </label>
              <div>
                <Select
                  id={`log-${key}`}
                  value={mapping[key] || null}
                  options={options}
                  showSearch={{ optionFilterProp: "label" }}
                  style={{ width: "100%" }}
                  onChange={(next: string) => change({ [key]: next })}
                />
                <p className="q-muted">{imports.logHints[key]}</p>
              </div>
            </div>
          ))}
          {optional.map((key) => (
            <div key={key} className="q-field">
              <label htmlFor={`log-${key}`}>{imports.logColumns[key]}</label>
              <div>
                <Select
                  id={`log-${key}`}
                  value={mapping[key] ?? ""}
                  options={[{ value: "", label: imports.none }, ...options]}
                  style={{ width: "100%" }}
                  onChange={(next: string) => change({ [key]: next === "" ? null : next })}
                />
              </div>
            </div>
          ))}
          <div className="q-field">
            <label htmlFor="log-matter">{imports.matterName}</label>
            <div>
              <Input
                id="log-matter"
                value={mapping.matterName}
                placeholder={sheet?.sheet ?? ""}
                onChange={({ target }) => change({ matterName: target.value })}
              />
              <p className="q-muted">{imports.matterHint}</p>
            </div>
          </div>
          <Checkbox
            checked={mapping.addPeople ?? true}
            onChange={({ target }) => change({ addPeople: target.checked })}
          >
            {imports.addPeople}
          </Checkbox>
        </section>
        <section>
          <h2>{imports.where}</h2>
          {(mapping.where ?? []).map((filter, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition is its place in the list
            <div key={at} className="q-where">
              <Select
                aria-label={imports.whereColumn}
                value={filter.column || null}
                options={options}
                onChange={(column: string) =>
                  change({ where: (mapping.where ?? []).with(at, { ...filter, column }) })
                }
              />
              <span>{imports.whereValue}</span>
              <Input
                aria-label={imports.whereValue}
                value={filter.value}
                onChange={({ target }) =>
                  change({ where: (mapping.where ?? []).with(at, { ...filter, value: target.value }) })
                }
              />
              <button
                type="button"
                className="q-icon-button"
                aria-label={common.remove}
                onClick={() => change({ where: (mapping.where ?? []).toSpliced(at, 1) })}
              >
                <X size={14} strokeWidth={1.5} />
              </button>
            </div>
          ))}
          <button
            type="button"
            className="q-chip"
            onClick={() =>
              change({ where: [...(mapping.where ?? []), { column: headers[0] ?? "", value: "" }] })
            }
          >
            <Plus size={14} strokeWidth={1.75} aria-hidden="true" />
            {imports.whereAdd}
          </button>
          <h2>{imports.sampleRows}</h2>
          <ScrollBox className="q-sample" label={imports.sampleRows}>
            <table aria-label={imports.sampleRows}>
              <thead>
                <tr>
                  {headers.map((header) => (
                    <th key={header} scope="col">
                      {header}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {(sheet?.sample ?? []).slice(0, 6).map((row, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a sample row is its place
                  <tr key={at}>
                    {headers.map((header, c) => (
                      <td key={header}>{row[c] ?? ""}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
          <h2>{imports.profile}</h2>
          <div className="q-where">
            <Input
              aria-label={imports.profileName}
              placeholder={imports.profileName}
              value={name}
              maxLength={60}
              onChange={({ target }) => setName(target.value)}
            />
            <Button
              disabled={name.trim() === "" || !isMapped(mapping)}
              loading={saveProfile.isBusy}
              onClick={() => void keep()}
            >
              {imports.profileSave}
            </Button>
          </div>
        </section>
      </div>
    </>
  );
}
