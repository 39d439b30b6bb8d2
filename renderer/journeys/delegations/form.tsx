// The form of a delegation: who lends which authorities to whom, for which days, on which paper and why; below it what would come of it.
import { Button, Input, Select } from "antd";
import { type FormEvent, type ReactNode, useMemo, useState } from "react";
import { addDays, type Day, daysBetween } from "../../../shared/domain/day.ts";
import { useAsk } from "../../data/ask.ts";
import { useChoices } from "../../data/choices.ts";
import { useTell } from "../../data/tell.ts";
import type { DelegationRow } from "../../data/types.ts";
import { useUndo } from "../../data/undo.ts";
import { DayField } from "../../parts/day-field.tsx";
import { useFrame, useUnit } from "../../parts/frame-state.ts";
import { SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useFormats, useLanguage, useWords } from "../../parts/words.tsx";
import "../../parts/row-form.css";
import type { Limits } from "./limits.tsx";
import { PreviewBox } from "./preview-box.tsx";
import { saidOf } from "./said.ts";

export interface Draft {
  fromPersonId: string | null;
  authorityIds: readonly string[];
  toPersonId: string | null;
  from: Day;
  /** Half-open. */
  until: Day;
  docNo: string;
  reason: string;
}
const usualDays = 7;
export const freshDraft = (today: Day, giver: string | null, authority: string | null): Draft => ({
  fromPersonId: giver,
  authorityIds: giver === null || authority === null ? [] : [authority],
  toPersonId: null,
  from: today,
  until: addDays(today, usualDays),
  docNo: "",
  reason: "",
});
/** The same loan for as many days again, from the day after. */
export function renewalOf(row: DelegationRow): Draft {
  const from = row.until ?? row.from;
  return {
    fromPersonId: row.giver.id,
    authorityIds: [row.authority.id],
    toPersonId: row.receiver.id,
    from,
    until: addDays(from, Math.max(1, daysBetween(row.from, from))),
    docNo: "",
    reason: row.reason ?? "",
  };
}

const kinds = ["people"] as const;

export function DelegationForm(props: {
  start: Draft;
  isRenewal: boolean;
  limits: Limits;
  onClose(): void;
}): ReactNode {
  const { delegations: words, common, organisation } = useWords();
  const { form } = words;
  const formats = useFormats();
  const say = useText();
  const language = useLanguage();
  const unit = useUnit();
  const { today } = useFrame();
  const toast = useToast();
  const undo = useUndo();
  const [draft, setDraft] = useState<Draft>(props.start);
  const [isSent, setSent] = useState(false);
  const save = useTell("matrix.apply");
  const people = useChoices(kinds, today, language).get("people") ?? [];
  const { fromPersonId, authorityIds, toPersonId, from, until } = draft;
  const held = useAsk(
    "delegations.lendable",
    fromPersonId === null ? null : { personId: fromPersonId, day: from },
  ).value?.authorities;
  const asked = useMemo(
    () =>
      fromPersonId && authorityIds.length > 0 && toPersonId
        ? {
            authorityIds: [...authorityIds],
            fromPersonId,
            toPersonId,
            from,
            until,
            docNo: draft.docNo || null,
            reason: draft.reason || null,
          }
        : null,
    [fromPersonId, authorityIds, toPersonId, from, until, draft.docNo, draft.reason],
  );
  const preview = useAsk("delegations.preview", asked);
  const answer = asked ? preview.value : undefined;
  // Paper and reason are asked for when the form is sent, not while it is filled in.
  const told = (answer?.problems ?? []).filter(({ key }) => isSent || (key !== "docNo" && key !== "reason"));
  const names: Record<keyof Draft, string> = {
    fromPersonId: form.giver,
    authorityIds: form.authority,
    toPersonId: form.receiver,
    from: form.from,
    until: form.last,
    docNo: form.docNo,
    reason: form.reason,
  };
  const problemOf = (key: keyof Draft): string | null => {
    const found = told.find((one) => one.key === key);
    if (found) return say(found.message);
    const value = draft[key];
    const isMissing =
      isSent && (value === null || (typeof value === "string" ? value.trim() : value).length === 0);
    return isMissing ? organisation.required(names[key]) : null;
  };
  const put = (changes: Partial<Draft>): void => setDraft({ ...draft, ...changes });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSent(true);
    if (!asked || save.isBusy || !draft.docNo.trim() || !draft.reason.trim()) return;
    const { authorityIds: lent, ...values } = asked;
    const edits = lent.map((authorityId) => ({
      op: "save" as const,
      kind: "delegations" as const,
      id: crypto.randomUUID(),
      values: { ...values, authorityId, endReason: null },
    }));
    const done = await save.tell({ edits, day: today });
    if (!done) return;
    toast.say(saidOf(done, words.saved, words.asDraft, undo));
    props.onClose();
  };
  const person = people.map(({ value, code, name }) => ({ value, label: `${name} (${code})` }));
  const field = (key: keyof Draft, label: string, control: ReactNode, note?: ReactNode): ReactNode => {
    const problem = problemOf(key);
    return (
      <div className="q-field" {...(problem ? { "data-doubtful": "" } : {})}>
        <label htmlFor={`delegation-${key}`}>
          {label}
          <span className="q-amber" aria-hidden="true">
            {" *"}
          </span>
        </label>
        <div>
          {control}
          {problem ? (
            <p className="q-amber" role="alert">
              {problem}
            </p>
          ) : (
            note
          )}
        </div>
      </div>
    );
  };
  const status = (key: keyof Draft) => (problemOf(key) ? { status: "warning" as const } : {});
  const title = props.isRenewal ? form.renewTitle : words.add;
  const days = daysBetween(from, until);
  return (
    <SidePanel id="delegation" startWidth={460} label={title} title={title} onClose={props.onClose}>
      <form className="q-form" noValidate onSubmit={(event) => void submit(event)}>
        {field(
          "fromPersonId",
          form.giver,
          <Select<string>
            id="delegation-fromPersonId"
            value={fromPersonId}
            disabled={props.isRenewal}
            showSearch={{ optionFilterProp: "label" }}
            style={{ width: "100%" }}
            options={person}
            {...status("fromPersonId")}
            onChange={(next) => put({ fromPersonId: next, authorityIds: [] })}
          />,
        )}
        {field(
          "authorityIds",
          form.authority,
          <Select<string[]>
            id="delegation-authorityIds"
            mode="multiple"
            maxTagCount={6}
            value={held ? [...authorityIds] : []}
            disabled={props.isRenewal || fromPersonId === null}
            showSearch={{ optionFilterProp: "label" }}
            style={{ width: "100%" }}
            options={(held ?? []).map((one) => ({
              value: one.id,
              label: `${words.what(one.matter, one.step)}${common.dot}${
                one.over === null && one.upTo === null
                  ? words.unlimited
                  : `${formats.range(one, unit)} ${common[unit]}`
              }`,
            }))}
            {...status("authorityIds")}
            onChange={(next) => put({ authorityIds: next })}
          />,
          fromPersonId === null ? (
            <p className="q-muted">{form.giverFirst}</p>
          ) : held?.length === 0 ? (
            <p className="q-amber">{form.nothingHeld}</p>
          ) : held && !props.isRenewal && authorityIds.length < held.length ? (
            <button
              type="button"
              className="q-link"
              onClick={() => put({ authorityIds: held.map(({ id }) => id) })}
            >
              {form.all(formats.count(held.length))}
            </button>
          ) : null,
        )}
        {field(
          "toPersonId",
          form.receiver,
          <Select<string>
            id="delegation-toPersonId"
            value={toPersonId}
            disabled={props.isRenewal}
            showSearch={{ optionFilterProp: "label" }}
            style={{ width: "100%" }}
            options={person.filter(({ value }) => value !== fromPersonId)}
            {...status("toPersonId")}
            onChange={(next) => put({ toPersonId: next })}
          />,
        )}
        {field(
          "from",
          form.from,
          <DayField
            label={form.from}
            value={from}
            doubtful={problemOf("from") !== null}
            onChange={(day) => day && put({ from: day, until: addDays(day, Math.max(1, days)) })}
          />,
        )}
        {field(
          "until",
          form.last,
          <DayField
            label={form.last}
            value={addDays(until, -1)}
            earliest={from}
            doubtful={problemOf("until") !== null}
            onChange={(day) => day && put({ until: addDays(day, 1) })}
          />,
          <p className="q-muted">
            {form.days(formats.count(days), formats.count(props.limits.longestDays))}
          </p>,
        )}
        {field(
          "docNo",
          form.docNo,
          <Input
            id="delegation-docNo"
            value={draft.docNo}
            {...status("docNo")}
            onChange={({ target }) => put({ docNo: target.value })}
          />,
        )}
        {field(
          "reason",
          form.reason,
          <Input
            id="delegation-reason"
            value={draft.reason}
            placeholder={form.reasonHint}
            {...status("reason")}
            onChange={({ target }) => put({ reason: target.value })}
          />,
        )}
        <Trouble fault={save.fault} />
        <div className="q-form-foot">
          <Button type="primary" htmlType="submit" loading={save.isBusy}>
            {(answer?.appearing.length ?? 0) > 0 ? form.anyway : form.submit}
          </Button>
          <Button onClick={props.onClose}>{common.cancel}</Button>
        </div>
      </form>
      <PreviewBox
        preview={answer ?? null}
        receiver={people.find(({ value }) => value === toPersonId)?.name ?? ""}
      />
    </SidePanel>
  );
}
