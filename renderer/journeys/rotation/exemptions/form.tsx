// The form of an exemption: who on which post, why, on what paper, given by whom, until when, reviewed when, watched by what.
import { AutoComplete, Button, Input, Select } from "antd";
import { type FormEvent, type ReactNode, useState } from "react";
import { addDays, addMonths, type Day } from "../../../../shared/domain/day.ts";
import { approvers, exemptionGrounds, offeredControls } from "../../../../shared/domain/tenure-controls.ts";
import { useChoices } from "../../../data/choices.ts";
import { useTell } from "../../../data/tell.ts";
import { useUndo } from "../../../data/undo.ts";
import { writtenToast } from "../../../data/written.ts";
import { DayField } from "../../../parts/day-field.tsx";
import { useFrame } from "../../../parts/frame-state.ts";
import { SidePanel } from "../../../parts/side-panel.tsx";
import { useText } from "../../../parts/text.ts";
import { Trouble } from "../../../parts/trouble.tsx";
import { useToast } from "../../../parts/undo-toast.tsx";
import { useLanguage, useWords } from "../../../parts/words.tsx";
import { FormLine } from "./field.tsx";
import "../../../parts/row-form.css";

interface Draft {
  personId: string | null;
  postId: string | null;
  reason: string;
  docNo: string;
  approver: string;
  from: Day;
  last: Day;
  reviewOn: Day;
  controls: readonly string[];
}
const kinds = ["people", "posts"] as const;
/** What the sheet calls the columns that a refusal names. */
const columnOf: Readonly<Record<string, keyof Draft>> = {
  工号: "personId",
  岗位编码: "postId",
  事由: "reason",
  文号: "docNo",
  批准机构: "approver",
  起始日期: "from",
  终止日期: "last",
  复核日期: "reviewOn",
  替代控制措施: "controls",
};

export function ExemptionForm(props: {
  personId: string | null;
  postId: string | null;
  onClose(): void;
}): ReactNode {
  const said = useWords();
  const { tenure, common } = said;
  const { exemption: words } = tenure;
  const say = useText();
  const { today } = useFrame();
  const toast = useToast();
  const undo = useUndo();
  const save = useTell("sheets.save");
  const choices = useChoices(kinds, today, useLanguage());
  const [isSent, setSent] = useState(false);
  const [draft, setDraft] = useState<Draft>(() => ({
    personId: props.personId,
    postId: props.postId,
    reason: "",
    docNo: "",
    approver: "",
    from: today,
    last: addDays(addMonths(today, 12), -1),
    reviewOn: addMonths(today, 6),
    controls: [],
  }));
  const put = (changes: Partial<Draft>): void => setDraft({ ...draft, ...changes });
  const names: Record<keyof Draft, string> = {
    personId: common.person,
    postId: common.post,
    reason: words.reason,
    docNo: words.basis,
    approver: words.approver,
    from: words.from,
    last: words.last,
    reviewOn: words.review,
    controls: words.controls,
  };
  const refused = columnOf[save.fault?.where?.column ?? ""] ?? null;
  const isLacking = (key: keyof Draft): boolean => {
    const value = draft[key];
    return value === null || (typeof value === "string" ? value.trim() : value).length === 0;
  };
  const problemOf = (key: keyof Draft): string | null =>
    isSent && isLacking(key)
      ? words.required(names[key])
      : refused === key && save.fault
        ? say(save.fault.message)
        : null;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSent(true);
    if (save.isBusy || (Object.keys(names) as (keyof Draft)[]).some(isLacking)) return;
    const { controls, last, ...values } = draft;
    const done = await save.tell({
      kind: "exemptions",
      id: null,
      values: {
        ...values,
        until: addDays(last, 1),
        compensatingControl: controls.join("；"),
        endReason: null,
      },
    });
    if (!done) return;
    toast.say(writtenToast(done, words.saved, undo, said));
    props.onClose();
  };
  const status = (key: keyof Draft) => (problemOf(key) ? { status: "warning" as const } : {});
  const line = (key: keyof Draft, control: ReactNode, note?: string): ReactNode => (
    <FormLine id={`exemption-${key}`} name={names[key]} problem={problemOf(key)} {...(note ? { note } : {})}>
      {control}
    </FormLine>
  );
  const referred = (key: "personId" | "postId", kind: (typeof kinds)[number]): ReactNode =>
    line(
      key,
      <Select<string>
        id={`exemption-${key}`}
        value={draft[key]}
        showSearch={{ optionFilterProp: "label" }}
        style={{ width: "100%" }}
        options={(choices.get(kind) ?? []).map(({ value, name, code }) => ({
          value,
          label: `${name} (${code})`,
        }))}
        {...status(key)}
        onChange={(next) => put({ [key]: next })}
      />,
    );
  const offered = (key: "reason" | "approver", texts: readonly { zh: string; en: string }[], note: string) =>
    line(
      key,
      <AutoComplete
        id={`exemption-${key}`}
        value={draft[key]}
        style={{ width: "100%" }}
        options={texts.map((text) => ({ value: say(text) }))}
        {...status(key)}
        onChange={(next: string) => put({ [key]: next })}
      />,
      note,
    );
  const day = (key: "from" | "last" | "reviewOn", earliest: Day | null): ReactNode =>
    line(
      key,
      <DayField
        label={names[key]}
        value={draft[key]}
        {...(earliest ? { earliest } : {})}
        doubtful={problemOf(key) !== null}
        onChange={(next) => next && put({ [key]: next })}
      />,
    );
  return (
    <SidePanel id="exemption" startWidth={460} label={words.add} title={words.add} onClose={props.onClose}>
      <form className="q-form" noValidate onSubmit={(event) => void submit(event)}>
        {referred("personId", "people")}
        {referred("postId", "posts")}
        {offered("reason", exemptionGrounds, words.reasonHint)}
        {line(
          "docNo",
          <Input
            id="exemption-docNo"
            value={draft.docNo}
            {...status("docNo")}
            onChange={({ target }) => put({ docNo: target.value })}
          />,
        )}
        {offered("approver", approvers, words.approverHint)}
        {day("from", null)}
        {day("last", draft.from)}
        {day("reviewOn", draft.from)}
        {line(
          "controls",
          <Select<string[]>
            id="exemption-controls"
            mode="tags"
            value={[...draft.controls]}
            style={{ width: "100%" }}
            options={offeredControls.map(({ name }) => ({ value: say(name), label: say(name) }))}
            {...status("controls")}
            onChange={(next) => put({ controls: next })}
          />,
          words.controlsHint,
        )}
        {refused === null ? <Trouble fault={save.fault} /> : null}
        <div className="q-form-foot">
          <Button type="primary" htmlType="submit" loading={save.isBusy}>
            {words.submit}
          </Button>
          <Button onClick={props.onClose}>{common.cancel}</Button>
        </div>
      </form>
    </SidePanel>
  );
}
