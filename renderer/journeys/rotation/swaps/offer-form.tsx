// The form of an offer: whose post, of which class, in which months, for what in exchange.
import { Button, Select } from "antd";
import { type FormEvent, type ReactNode, useState } from "react";
import { addMonths } from "../../../../shared/domain/day.ts";
import { type PostClass, postClasses } from "../../../../shared/domain/swap-offer.ts";
import { useAsk } from "../../../data/ask.ts";
import { useTell } from "../../../data/tell.ts";
import { useUndo } from "../../../data/undo.ts";
import { useFrame } from "../../../parts/frame-state.ts";
import { SidePanel } from "../../../parts/side-panel.tsx";
import { Trouble } from "../../../parts/trouble.tsx";
import { useToast } from "../../../parts/undo-toast.tsx";
import { useWords } from "../../../parts/words.tsx";
import { FormLine } from "../exemptions/field.tsx";

const nothing = {};
/** Months that can be chosen: the two years from the next month on. */
const monthsAhead = 24;

export function OfferForm(props: { onClose(): void }): ReactNode {
  const { swaps: words, common, tenure } = useWords();
  const { today } = useFrame();
  const toast = useToast();
  const undo = useUndo();
  const holders = useAsk("swaps.candidates", nothing);
  const save = useTell("swaps.saveOffer");
  const months = Array.from({ length: monthsAhead }, (_, at) =>
    addMonths(`${today.slice(0, 7)}-01`, at + 1).slice(0, 7),
  );
  const [holder, setHolder] = useState<string | null>(null);
  const [postClass, setClass] = useState<PostClass | null>(null);
  const [accepts, setAccepts] = useState<PostClass[]>([]);
  const [fromMonth, setFrom] = useState(months[0] ?? "");
  const [toMonth, setTo] = useState(months[5] ?? "");
  const [isSent, setSent] = useState(false);
  const rows = holders.value?.rows ?? [];
  const keyOf = (row: (typeof rows)[number]): string => `${row.person.id} ${row.post.id}`;
  const lacking = (value: string | null, name: string): string | null =>
    isSent && value === null ? tenure.exemption.required(name) : null;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSent(true);
    const row = rows.find((one) => keyOf(one) === holder);
    if (!row || !postClass || save.isBusy) return;
    const done = await save.tell({
      id: null,
      personId: row.person.id,
      postId: row.post.id,
      postClass,
      accepts,
      fromMonth,
      toMonth,
    });
    if (!done) return;
    toast.say({ words: words.form.saved, undo: () => undo(done.change.seq) });
    props.onClose();
  };
  const classOptions = postClasses.map((value) => ({ value, label: words.classes[value] }));
  const month = (
    id: string,
    value: string,
    choices: readonly string[],
    put: (next: string) => void,
  ): ReactNode => (
    <Select
      id={id}
      value={value}
      style={{ width: "100%" }}
      options={choices.map((one) => ({ value: one, label: one }))}
      onChange={put}
    />
  );
  return (
    <SidePanel
      id="swap-offer"
      startWidth={440}
      label={words.form.title}
      title={words.add}
      onClose={props.onClose}
    >
      <form className="q-form" noValidate onSubmit={(event) => void submit(event)}>
        <Trouble fault={holders.fault} />
        <FormLine id="swap-holder" name={words.form.holder} problem={lacking(holder, words.form.holder)}>
          <Select
            id="swap-holder"
            value={holder}
            showSearch={{ optionFilterProp: "label" }}
            style={{ width: "100%" }}
            options={rows.map((row) => ({
              value: keyOf(row),
              label: `${words.form.holderOption(row.person.name, row.post.name)}${row.dueOn ? ` · ${words.form.due(row.dueOn)}` : ""}`,
            }))}
            onChange={(next) => {
              setHolder(next);
              setClass(rows.find((one) => keyOf(one) === next)?.postClass ?? null);
            }}
          />
        </FormLine>
        <FormLine
          id="swap-class"
          name={words.columns.postClass}
          problem={lacking(postClass, words.columns.postClass)}
        >
          <Select
            id="swap-class"
            value={postClass}
            showSearch={{ optionFilterProp: "label" }}
            style={{ width: "100%" }}
            options={classOptions}
            onChange={setClass}
          />
        </FormLine>
        <FormLine id="swap-accepts" name={words.columns.accepts} problem={null} isOptional>
          <Select
            id="swap-accepts"
            mode="multiple"
            placeholder={words.any}
            value={accepts}
            style={{ width: "100%" }}
            options={classOptions}
            onChange={setAccepts}
          />
        </FormLine>
        <FormLine id="swap-from" name={words.form.fromMonth} problem={null}>
          {month("swap-from", fromMonth, months, (next) => {
            setFrom(next);
            if (toMonth < next) setTo(next);
          })}
        </FormLine>
        <FormLine id="swap-to" name={words.form.toMonth} problem={null}>
          {month(
            "swap-to",
            toMonth,
            months.filter((one) => one >= fromMonth),
            setTo,
          )}
        </FormLine>
        <Trouble fault={save.fault} />
        <div className="q-form-foot">
          <Button type="primary" htmlType="submit" loading={save.isBusy}>
            {words.form.save}
          </Button>
          <Button onClick={props.onClose}>{common.cancel}</Button>
        </div>
      </form>
    </SidePanel>
  );
}
