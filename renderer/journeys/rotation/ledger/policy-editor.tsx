// The form of one policy: of a risk grade or of one post; both stand, the numbers are the unit's to set.
import { type ReactNode, useState } from "react";
import { sheetOf } from "../../../../shared/domain/sheets.ts";
import { useChoices } from "../../../data/choices.ts";
import { useTell } from "../../../data/tell.ts";
import type { PolicyRow } from "../../../data/types.ts";
import { useUndo } from "../../../data/undo.ts";
import { writtenToast } from "../../../data/written.ts";
import { freshValues, missingKeys, RowForm } from "../../../parts/row-form.tsx";
import type { FieldValues } from "../../../parts/row-values.ts";
import { SidePanel } from "../../../parts/side-panel.tsx";
import { useText } from "../../../parts/text.ts";
import { Trouble } from "../../../parts/trouble.tsx";
import { useToast } from "../../../parts/undo-toast.tsx";
import { useLanguage, useWords } from "../../../parts/words.tsx";

const kinds = ["posts"] as const;
const { columns } = sheetOf("tenure-policies");

export function PolicyEditor(props: { row: PolicyRow; onClose(): void }): ReactNode {
  const { row } = props;
  const said = useWords();
  const { tenure, common, organisation } = said;
  const say = useText();
  const toast = useToast();
  const undo = useUndo();
  const save = useTell("sheets.save");
  const choices = useChoices(kinds, null, useLanguage());
  const [values, setValues] = useState<FieldValues>(() => ({
    ...freshValues(columns),
    riskGrade: row.riskGrade,
    postId: row.post?.id ?? null,
    ...(row.limitMonths === null
      ? {}
      : {
          limitMonths: row.limitMonths,
          minStayMonths: row.minStayMonths,
          coolingOffMonths: row.coolingOffMonths,
          noticeDays: row.noticeDays,
          overlapDays: row.overlapDays,
        }),
  }));
  const [missing, setMissing] = useState<readonly string[]>([]);
  const shown = row.post ? columns : columns.filter(({ key }) => key !== "postId");
  const wrong = save.fault?.where?.column;
  const problems = Object.fromEntries([
    ...columns
      .filter(({ key }) => missing.includes(key))
      .map((column) => [column.key, organisation.required(say(column.name))]),
    ...columns
      .filter(({ name }) => wrong === name.zh || wrong === name.en)
      .map((column) => [column.key, save.fault ? say(save.fault.message) : ""]),
  ]);
  const submit = async (): Promise<void> => {
    const lacking = missingKeys(columns, values);
    setMissing(lacking);
    if (lacking.length > 0) return;
    const done = await save.tell({ kind: "tenure-policies", id: row.id, values: { ...values } });
    if (!done) return;
    toast.say(writtenToast(done, tenure.policySaved, undo, said));
    props.onClose();
  };
  const title = row.post
    ? `${tenure.policies} · ${row.post.name}`
    : `${tenure.policies} · ${common.risk[row.riskGrade]}`;
  return (
    <SidePanel id="tenure-policies" startWidth={520} label={title} title={title} onClose={props.onClose}>
      <Trouble fault={save.fault} />
      <RowForm
        id="policy"
        columns={shown}
        values={values}
        onChange={setValues}
        choices={choices}
        fixed={["riskGrade", "postId"]}
        problems={problems}
        verb={common.save}
        busy={save.isBusy}
        onSubmit={() => void submit()}
        onCancel={props.onClose}
      />
      <p className="q-prose">{tenure.policyWhy}</p>
    </SidePanel>
  );
}
