// Ends a running delegation before its last day, with the reason.
import { Button, Input, Popover } from "antd";
import { type ReactNode, useState } from "react";
import { addDays, type Day } from "../../../shared/domain/day.ts";
import { useTell } from "../../data/tell.ts";
import type { DelegationRow } from "../../data/types.ts";
import { useUndo } from "../../data/undo.ts";
import { DayField } from "../../parts/day-field.tsx";
import { useFrame } from "../../parts/frame-state.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useWords } from "../../parts/words.tsx";
import { saidOf } from "./said.ts";

export function EndingEarly(props: { row: DelegationRow }): ReactNode {
  const { row } = props;
  const { delegations: words } = useWords();
  const { today } = useFrame();
  const toast = useToast();
  const undo = useUndo();
  const end = useTell("sheets.end");
  const [isAsking, setAsking] = useState(false);
  const [isUnsaid, setUnsaid] = useState(false);
  const earliest = row.from;
  const latest = row.until === null ? today : addDays(row.until, -1);
  const [last, setLast] = useState<Day>(today < latest ? today : latest);
  const [why, setWhy] = useState("");
  const submit = async (): Promise<void> => {
    setUnsaid(why.trim() === "");
    if (why.trim() === "") return;
    const done = await end.tell({
      kind: "delegations",
      id: row.id,
      until: addDays(last, 1),
      reason: why.trim(),
    });
    if (!done) return;
    setAsking(false);
    toast.say(saidOf(done, words.taken(row.receiver.name), words.asDraft, undo));
  };
  return (
    <Popover
      trigger="click"
      placement="topRight"
      title={words.endEarly}
      open={isAsking}
      onOpenChange={setAsking}
      content={
        <div className="q-lent-ending">
          <DayField
            label={words.lastDay}
            value={last}
            earliest={earliest}
            latest={latest}
            onChange={(day) => day && setLast(day)}
          />
          <Input
            aria-label={words.endWhy}
            placeholder={words.endWhy}
            value={why}
            {...(isUnsaid ? { status: "warning" as const } : {})}
            onChange={({ target }) => setWhy(target.value)}
          />
          {isUnsaid ? (
            <p className="q-amber" role="alert">
              {words.needsWhy}
            </p>
          ) : (
            <p className="q-muted q-small">{words.endHelp}</p>
          )}
          <Button loading={end.isBusy} onClick={() => void submit()}>
            {words.endIt}
          </Button>
          <Trouble fault={end.fault} />
        </div>
      }
    >
      <Button>{words.endEarly}</Button>
    </Popover>
  );
}
