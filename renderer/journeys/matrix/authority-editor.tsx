// The form of one authority: step, holder, amounts, days, document; saved as a change set of one, or kept in the draft where somebody else approves.
import { type ReactNode, useState } from "react";
import { sheetOf } from "../../../shared/domain/sheets.ts";
import { useChoices } from "../../data/choices.ts";
import { useDraft } from "../../data/draft.ts";
import { useTell } from "../../data/tell.ts";
import { useUndo } from "../../data/undo.ts";
import { writtenToast } from "../../data/written.ts";
import { useFrame } from "../../parts/frame-state.ts";
import { freshValues, missingKeys, RowForm } from "../../parts/row-form.tsx";
import type { FieldValues } from "../../parts/row-values.ts";
import { SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useLanguage, useWords } from "../../parts/words.tsx";
import type { ViewCell } from "./scope.ts";

const sheet = sheetOf("authorities");
const referred = [...new Set(sheet.columns.flatMap((column) => column.to ?? []))];

/** The row as the sheet keeps it. */
export const rowValues = (cell: ViewCell, matterId: string): FieldValues => ({
  code: cell.code,
  matterId,
  stepId: cell.stepId,
  postId: cell.postId,
  personId: cell.person?.id ?? null,
  level: cell.level,
  over: cell.over,
  upTo: cell.upTo,
  from: cell.from,
  until: cell.until,
  kind: cell.grant,
  isCollective: cell.isCollective,
  isSubDelegable: cell.isSubDelegable,
  docNo: cell.docNo,
});

export function AuthorityEditor(props: {
  /** Null: a new authority. */
  id: string | null;
  start: FieldValues;
  onClose(): void;
}): ReactNode {
  const said = useWords();
  const { matrix, common, operators, organisation } = said;
  const say = useText();
  const language = useLanguage();
  const { day } = useFrame();
  const toast = useToast();
  const undo = useUndo();
  const [values, setValues] = useState<FieldValues>(() => ({
    ...freshValues(sheet.columns),
    from: day,
    ...props.start,
  }));
  const [missing, setMissing] = useState<readonly string[]>([]);
  const save = useTell("sheets.save");
  const draft = useDraft();
  const fault = save.fault ?? draft.fault;
  const choices = useChoices(referred, null, language);
  /** "付款审批 · 财务科长" */
  const what = (): string =>
    (["stepId", "postId", "personId"] as const)
      .flatMap((key) => {
        const to = key === "stepId" ? "steps" : key === "postId" ? "posts" : "people";
        return choices.get(to)?.find(({ value }) => value === values[key])?.name ?? [];
      })
      .join(common.dot);
  const title = props.id === null ? matrix.addAuthority : matrix.changeAuthority;
  const wrong = fault?.where?.column;
  const problems = Object.fromEntries(
    sheet.columns.flatMap((column) => {
      if (missing.includes(column.key))
        return [[column.key, organisation.required(say(column.name))] as const];
      return fault && (wrong === column.key || wrong === column.name.zh || wrong === column.name.en)
        ? [[column.key, say(fault.message)] as const]
        : [];
    }),
  );
  const submit = async (): Promise<void> => {
    const lacking = missingKeys(sheet.columns, values);
    // A grant has exactly one holder: a post, or for special grants a person.
    if (!values.postId && !values.personId) lacking.push("postId");
    setMissing(lacking);
    if (lacking.length > 0) return;
    if (draft.isNeeded) {
      const id = props.id ?? crypto.randomUUID();
      if (await draft.add([{ op: "save", kind: "authorities", id, values: { ...values } }], what()))
        props.onClose();
      return;
    }
    const done = await save.tell({ kind: "authorities", id: props.id, values: { ...values } });
    if (!done) return;
    toast.say(writtenToast(done, matrix.saved, undo, said));
    props.onClose();
  };
  return (
    <SidePanel id="matrix.cell" startWidth={400} label={title} title={title} onClose={props.onClose}>
      <Trouble fault={fault} />
      <RowForm
        id="authority"
        columns={sheet.columns}
        values={values}
        onChange={setValues}
        choices={choices}
        problems={problems}
        verb={common.save}
        busy={save.isBusy || draft.isBusy}
        onSubmit={() => void submit()}
        onCancel={props.onClose}
      />
      <p className="q-prose">{draft.isNeeded ? operators.secondPerson : matrix.noSecond}</p>
    </SidePanel>
  );
}
