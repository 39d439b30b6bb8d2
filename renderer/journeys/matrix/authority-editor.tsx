// The form of one authority: holder, amounts, days, kind, document; what it would do to the design check is told while it is filled in.
import { type ReactNode, useMemo, useRef, useState } from "react";
import type { Edit } from "../../../shared/domain/edit.ts";
import { sheetOf } from "../../../shared/domain/sheets.ts";
import { useChoices } from "../../data/choices.ts";
import { useDraft } from "../../data/draft.ts";
import { labelOf } from "../../parts/field-label.ts";
import { useFrame } from "../../parts/frame-state.ts";
import { freshValues, missingKeys, RowForm } from "../../parts/row-form.tsx";
import type { FieldValues } from "../../parts/row-values.ts";
import { SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useLanguage, useWords } from "../../parts/words.tsx";
import { namedBy, useApply } from "./apply.ts";
import { EditPreview } from "./edit-preview.tsx";

const sheet = sheetOf("authorities");
const referred = [...new Set(sheet.columns.flatMap((column) => column.to ?? []))];

/** Which authority is being written, and what its form begins with. */
export interface Editing {
  /** Null: a new one. */
  id: string | null;
  start: FieldValues;
}

export function AuthorityEditor(props: Editing & { onClose(): void }): ReactNode {
  const { matrix, matrixWork, operators, common, organisation } = useWords();
  const { isNeeded: isDrafting } = useDraft();
  const say = useText();
  const language = useLanguage();
  const { day } = useFrame();
  const ownId = useRef(props.id ?? crypto.randomUUID());
  const [values, setValues] = useState<FieldValues>(() => ({
    ...freshValues(sheet.columns),
    ...props.start,
    // A change begins on the day shown: the days before keep what they had.
    from: typeof props.start.from === "string" && props.start.from > day ? props.start.from : day,
  }));
  const [missing, setMissing] = useState<readonly string[]>([]);
  const { apply, isBusy, fault } = useApply();
  const choices = useChoices(referred, null, language);
  const title = props.id === null ? matrix.addAuthority : matrix.changeAuthority;
  const wrong = fault?.where?.column;
  const problems = Object.fromEntries(
    sheet.columns.flatMap((column) => {
      if (missing.includes(column.key))
        return [[column.key, organisation.required(say(labelOf(column, sheet.columns)))] as const];
      return fault && (wrong === column.key || wrong === column.name.zh || wrong === column.name.en)
        ? [[column.key, say(fault.message)] as const]
        : [];
    }),
  );
  const lacking = missingKeys(sheet.columns, values);
  // A grant has exactly one holder: a post, or for special grants a person.
  if (!values.postId && !values.personId) lacking.push("postId");
  const edits = useMemo<Edit[]>(
    () => [{ op: "save", kind: "authorities", id: ownId.current, values: { ...values } }],
    [values],
  );
  const from = typeof values.from === "string" ? values.from : day;
  const nameOf = (key: "stepId" | "postId" | "personId", kind: "steps" | "posts" | "people"): string =>
    choices.get(kind)?.find(({ value }) => value === values[key])?.name ?? "";
  const submit = async (): Promise<void> => {
    setMissing(lacking);
    if (lacking.length > 0) return;
    const what = `${nameOf("postId", "posts") || nameOf("personId", "people")} · ${nameOf("stepId", "steps")}`;
    if (
      await apply(
        edits,
        namedBy((named) => named.cell(what)),
        from,
      )
    )
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
        busy={isBusy}
        onSubmit={() => void submit()}
        onCancel={props.onClose}
      />
      {lacking.length === 0 ? <EditPreview edits={edits} day={from} /> : null}
      <p className="q-prose">{isDrafting ? operators.secondPerson : matrixWork.fromDay(from)}</p>
    </SidePanel>
  );
}
