// Ends an exemption before its last day, with the reason.
import { type ReactNode, useState } from "react";
import { addDays, type Day } from "../../../../shared/domain/day.ts";
import { useTell } from "../../../data/tell.ts";
import type { ExemptionRow } from "../../../data/types.ts";
import { useUndo } from "../../../data/undo.ts";
import { writtenToast } from "../../../data/written.ts";
import { DayField } from "../../../parts/day-field.tsx";
import { useFrame } from "../../../parts/frame-state.ts";
import { useToast } from "../../../parts/undo-toast.tsx";
import { useWords } from "../../../parts/words.tsx";
import { ReasonedPopover } from "./reasoned.tsx";

export function EndingEarly(props: { row: ExemptionRow }): ReactNode {
  const { row } = props;
  const said = useWords();
  const { exemption: words } = said.tenure;
  const { today } = useFrame();
  const toast = useToast();
  const undo = useUndo();
  const end = useTell("sheets.end");
  const latest = addDays(row.until, -1);
  const earliest = row.from > today ? row.from : today;
  const [last, setLast] = useState<Day>(earliest < latest ? earliest : latest);
  return (
    <ReasonedPopover
      title={words.endEarly}
      reason={words.endWhy}
      verb={words.endIt}
      help={words.endHelp}
      isBusy={end.isBusy}
      fault={end.fault}
      onSubmit={async (reason) => {
        const done = await end.tell({ kind: "exemptions", id: row.id, until: addDays(last, 1), reason });
        if (done) toast.say(writtenToast(done, words.ended, undo, said));
        return done !== null;
      }}
    >
      <DayField
        label={words.last}
        value={last}
        earliest={earliest}
        latest={latest}
        onChange={(day) => day && setLast(day)}
      />
    </ReasonedPopover>
  );
}
