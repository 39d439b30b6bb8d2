// Asks for a forced leave: whose, within which days, how long, why, on what paper, given by whom.
import { AutoComplete, Button, Input, InputNumber, Select } from "antd";
import { type FormEvent, type ReactNode, useState } from "react";
import { addDays, addMonths, type Day } from "../../../../shared/domain/day.ts";
import { leastLeaveDays } from "../../../../shared/domain/rotation.ts";
import { approvers } from "../../../../shared/domain/tenure-controls.ts";
import { useAsk } from "../../../data/ask.ts";
import { useTell } from "../../../data/tell.ts";
import { useUndo } from "../../../data/undo.ts";
import { DayField } from "../../../parts/day-field.tsx";
import { useFrame } from "../../../parts/frame-state.ts";
import { SidePanel } from "../../../parts/side-panel.tsx";
import { useText } from "../../../parts/text.ts";
import { Trouble } from "../../../parts/trouble.tsx";
import { useToast } from "../../../parts/undo-toast.tsx";
import { useWords } from "../../../parts/words.tsx";
import { FormLine } from "../exemptions/field.tsx";
import "../../../parts/row-form.css";

const now = {};

export function LeaveForm(props: { onClose(): void; onAsked(id: string): void }): ReactNode {
  const { tenure, common } = useWords();
  const { leave: words, exemption } = tenure;
  const say = useText();
  const { today } = useFrame();
  const toast = useToast();
  const undo = useUndo();
  const ask = useTell("leaves.ask");
  const lines = (useAsk("tenure.ledger", now).value?.lines ?? []).filter(
    ({ state, post, services }) =>
      state !== "rotated" &&
      services.some(
        (one) =>
          one.post === post.name &&
          (one.last === null || one.last >= today) &&
          (one.kind === "substantive" || one.kind === "acting"),
      ),
  );
  const [holder, setHolder] = useState<string | null>(null);
  const [from, setFrom] = useState<Day>(addDays(today, 1));
  const [last, setLast] = useState<Day>(addMonths(today, 3));
  const [workingDays, setWorkingDays] = useState(leastLeaveDays);
  const [reason, setReason] = useState("");
  const [docNo, setDocNo] = useState("");
  const [approver, setApprover] = useState("");
  const [isSent, setSent] = useState(false);
  const missing = (value: string | null, name: string): string | null =>
    isSent && !value?.trim() ? exemption.required(name) : null;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSent(true);
    const line = lines.find((one) => `${one.person.id}.${one.post.id}` === holder);
    if (!line || [reason, docNo, approver].some((value) => value.trim() === "") || ask.isBusy) return;
    const done = await ask.tell({
      personId: line.person.id,
      postId: line.post.id,
      workingDays,
      from,
      until: addDays(last, 1),
      reason,
      docNo,
      approver,
    });
    if (!done) return;
    toast.say({ words: words.asked, undo: () => undo(done.change.seq) });
    props.onAsked(done.id);
  };
  return (
    <SidePanel id="leave" startWidth={460} label={words.add} title={words.add} onClose={props.onClose}>
      <form className="q-form" noValidate onSubmit={(event) => void submit(event)}>
        <FormLine id="leave-holder" name={common.person} problem={missing(holder, common.person)}>
          <Select<string>
            id="leave-holder"
            value={holder}
            showSearch={{ optionFilterProp: "label" }}
            style={{ width: "100%" }}
            options={lines.map((line) => ({
              value: `${line.person.id}.${line.post.id}`,
              label: `${line.person.name} · ${line.post.name}`,
            }))}
            onChange={setHolder}
          />
        </FormLine>
        <FormLine id="leave-from" name={words.windowFrom} problem={null}>
          <DayField
            label={words.windowFrom}
            value={from}
            earliest={today}
            onChange={(day) => day && setFrom(day)}
          />
        </FormLine>
        <FormLine id="leave-last" name={words.windowLast} problem={null}>
          <DayField
            label={words.windowLast}
            value={last}
            earliest={from}
            onChange={(day) => day && setLast(day)}
          />
        </FormLine>
        <FormLine id="leave-days" name={words.workingDays} problem={null}>
          <InputNumber
            id="leave-days"
            min={leastLeaveDays}
            max={60}
            precision={0}
            value={workingDays}
            onChange={(next) => next !== null && setWorkingDays(next)}
          />
        </FormLine>
        <FormLine id="leave-reason" name={exemption.reason} problem={missing(reason, exemption.reason)}>
          <Input id="leave-reason" value={reason} onChange={({ target }) => setReason(target.value)} />
        </FormLine>
        <FormLine id="leave-docNo" name={exemption.basis} problem={missing(docNo, exemption.basis)}>
          <Input id="leave-docNo" value={docNo} onChange={({ target }) => setDocNo(target.value)} />
        </FormLine>
        <FormLine
          id="leave-approver"
          name={exemption.approver}
          problem={missing(approver, exemption.approver)}
          note={exemption.approverHint}
        >
          <AutoComplete
            id="leave-approver"
            value={approver}
            style={{ width: "100%" }}
            options={approvers.map((text) => ({ value: say(text) }))}
            onChange={(next: string) => setApprover(next)}
          />
        </FormLine>
        <Trouble fault={ask.fault} />
        <div className="q-form-foot">
          <Button type="primary" htmlType="submit" loading={ask.isBusy}>
            {words.ask}
          </Button>
          <Button onClick={props.onClose}>{common.cancel}</Button>
        </div>
      </form>
    </SidePanel>
  );
}
