// Records the handover at one end of a forced leave: when, before which witness, what was handed over.
import { Input } from "antd";
import { type ReactNode, useState } from "react";
import type { Day } from "../../../../shared/domain/day.ts";
import { useTell } from "../../../data/tell.ts";
import type { LeaveRow } from "../../../data/types.ts";
import { useUndo } from "../../../data/undo.ts";
import { DayField } from "../../../parts/day-field.tsx";
import { useFrame } from "../../../parts/frame-state.ts";
import { useToast } from "../../../parts/undo-toast.tsx";
import { useWords } from "../../../parts/words.tsx";
import { ReasonedPopover } from "../exemptions/reasoned.tsx";

export function Handing(props: { row: LeaveRow; end: "out" | "back" }): ReactNode {
  const { row, end } = props;
  const { leave: words } = useWords().tenure;
  const { today } = useFrame();
  const toast = useToast();
  const undo = useUndo();
  const hand = useTell("leaves.handOver");
  const [on, setOn] = useState<Day>(
    end === "out" && row.from !== null && row.from < today ? row.from : today,
  );
  const [witness, setWitness] = useState("");
  return (
    <ReasonedPopover
      title={words.handIt}
      reason={words.note}
      verb={words.handIt}
      isSmall
      isBusy={hand.isBusy}
      fault={hand.fault}
      onSubmit={async (note) => {
        const done = await hand.tell({ id: row.id, end, on, witness, note });
        if (done) toast.say({ words: words.handed, undo: () => undo(done.change.seq) });
        return done !== null;
      }}
    >
      <DayField label={words.on} value={on} latest={today} onChange={(day) => day && setOn(day)} />
      <Input
        aria-label={words.witness}
        placeholder={words.witness}
        value={witness}
        onChange={({ target }) => setWitness(target.value)}
      />
    </ReasonedPopover>
  );
}
