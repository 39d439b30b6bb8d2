// Evidence of one period: given in a small form, taken back with a reason.
import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import type { Day } from "../../../../shared/domain/day.ts";
import { useTell } from "../../../data/tell.ts";
import { useUndo } from "../../../data/undo.ts";
import { CardPopover } from "../../../parts/card-popover.tsx";
import { DayField } from "../../../parts/day-field.tsx";
import { useFrame } from "../../../parts/frame-state.ts";
import { Trouble } from "../../../parts/trouble.tsx";
import { useToast } from "../../../parts/undo-toast.tsx";
import { useWords } from "../../../parts/words.tsx";
import { ReasonedPopover } from "./reasoned.tsx";

/** `period`: which one, in words; the card covers its row. */
export function GivenEvidence(props: { subjectId: string; from: Day; period: string }): ReactNode {
  const { subjectId, from } = props;
  const { exemption: words } = useWords().tenure;
  const { today } = useFrame();
  const toast = useToast();
  const undo = useUndo();
  const add = useTell("tenure.addEvidence");
  const [isOpen, setOpen] = useState(false);
  const [isSent, setSent] = useState(false);
  const [doneOn, setDoneOn] = useState<Day>(today);
  const [doneBy, setDoneBy] = useState("");
  const [found, setFound] = useState("");
  const [docNo, setDocNo] = useState("");
  const lacking = [
    ...(doneBy.trim() === "" ? [words.doneBy] : []),
    ...(found.trim() === "" ? [words.found] : []),
  ];
  const submit = async (): Promise<void> => {
    setSent(true);
    if (lacking.length > 0) return;
    const done = await add.tell({ subjectId, from, doneOn, doneBy, found, docNo: docNo.trim() || null });
    if (!done) return;
    setOpen(false);
    toast.say({ words: words.evidenceSaved, undo: () => undo(done.change.seq) });
  };
  return (
    <CardPopover
      placement="leftTop"
      title={words.giveOf(props.period)}
      open={isOpen}
      onOpenChange={setOpen}
      content={
        <div className="q-tenure-small" style={{ width: 280 }}>
          <DayField
            label={words.doneOn}
            value={doneOn}
            earliest={from}
            latest={today}
            onChange={(day) => day && setDoneOn(day)}
          />
          <Input
            aria-label={words.doneBy}
            placeholder={words.doneBy}
            value={doneBy}
            onChange={({ target }) => setDoneBy(target.value)}
          />
          <Input.TextArea
            aria-label={words.found}
            placeholder={words.found}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={found}
            onChange={({ target }) => setFound(target.value)}
          />
          <Input
            aria-label={words.docNo}
            placeholder={words.docNo}
            value={docNo}
            onChange={({ target }) => setDocNo(target.value)}
          />
          {isSent && lacking[0] ? (
            <p className="q-amber" role="alert">
              {words.required(lacking[0])}
            </p>
          ) : null}
          <Button type="primary" loading={add.isBusy} onClick={() => void submit()}>
            {words.give}
          </Button>
          <Trouble fault={add.fault} />
        </div>
      }
    >
      <Button size="small">{words.give}</Button>
    </CardPopover>
  );
}

export function DroppedEvidence(props: { id: string }): ReactNode {
  const { exemption: words } = useWords().tenure;
  const toast = useToast();
  const undo = useUndo();
  const drop = useTell("tenure.dropEvidence");
  return (
    <ReasonedPopover
      title={words.drop}
      reason={words.dropWhy}
      verb={words.drop}
      isSmall
      isBusy={drop.isBusy}
      fault={drop.fault}
      onSubmit={async (reason) => {
        const done = await drop.tell({ id: props.id, reason });
        if (done) toast.say({ words: words.dropped, undo: () => undo(done.change.seq) });
        return done !== null;
      }}
    />
  );
}
