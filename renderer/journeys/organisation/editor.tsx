// The form panel for one row of a sheet: a new one, or the correction of one.
import { type ReactNode, useState } from "react";
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import { sheetOf } from "../../../shared/domain/sheets.ts";
import { useChoices } from "../../data/choices.ts";
import { useTell } from "../../data/tell.ts";
import type { SheetRow } from "../../data/types.ts";
import { useUndo } from "../../data/undo.ts";
import { writtenToast } from "../../data/written.ts";
import { labelOf } from "../../parts/field-label.ts";
import { freshValues, missingKeys, RowForm } from "../../parts/row-form.tsx";
import type { FieldValues } from "../../parts/row-values.ts";
import { SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useLanguage, useWords } from "../../parts/words.tsx";

interface EditorProps {
  kind: SheetKind;
  /** Null: a new row. */
  row: SheetRow | null;
  /** What a new row is for: these columns stand. */
  fixed: FieldValues;
  onClose(): void;
}

export function Editor(props: EditorProps): ReactNode {
  const { kind, row, fixed } = props;
  const said = useWords();
  const { organisation, common } = said;
  const say = useText();
  const language = useLanguage();
  const toast = useToast();
  const undo = useUndo();
  const sheet = sheetOf(kind);
  const [values, setValues] = useState<FieldValues>(
    () => row?.values ?? { ...freshValues(sheet.columns), ...fixed },
  );
  const [missing, setMissing] = useState<readonly string[]>([]);
  const save = useTell("sheets.save");
  const referred = [...new Set(sheet.columns.flatMap((column) => column.to ?? []))];
  const choices = useChoices(referred, null, language);
  const title = row ? `${common.change} ${say(sheet.name)}` : organisation.add(say(sheet.name));
  const wrongColumn = save.fault?.where?.column;
  const problems = Object.fromEntries([
    ...sheet.columns
      .filter(({ key }) => missing.includes(key))
      .map((column) => [column.key, organisation.required(say(labelOf(column, sheet.columns)))]),
    ...sheet.columns
      .filter(({ key, name }) => wrongColumn === key || wrongColumn === name.zh || wrongColumn === name.en)
      .map((column) => [column.key, save.fault ? say(save.fault.message) : ""]),
  ]);
  const submit = async (): Promise<void> => {
    const lacking = missingKeys(sheet.columns, values);
    setMissing(lacking);
    if (lacking.length > 0) return;
    const done = await save.tell({ kind, id: row?.id ?? null, values: { ...values } });
    if (!done) return;
    toast.say(writtenToast(done, organisation.saved(title), undo, said));
    props.onClose();
  };
  return (
    <SidePanel id="organisation" label={title} title={title} onClose={props.onClose}>
      <Trouble fault={save.fault} />
      <RowForm
        id={`edit-${kind}`}
        columns={sheet.columns}
        values={values}
        onChange={setValues}
        choices={choices}
        fixed={Object.keys(fixed)}
        problems={problems}
        verb={common.save}
        busy={save.isBusy}
        onSubmit={() => void submit()}
        onCancel={props.onClose}
      />
      <p className="q-prose">{organisation.addHint}</p>
    </SidePanel>
  );
}
