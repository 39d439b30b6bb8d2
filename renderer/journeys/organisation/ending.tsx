// Ends a row on a day, or removes a mistaken one; both can be taken back.
import { Button, Popover } from "antd";
import { type ReactNode, useState } from "react";
import { addDays, type Day } from "../../../shared/domain/day.ts";
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import { useTell } from "../../data/tell.ts";
import { useUndo } from "../../data/undo.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { DayField } from "../../parts/day-field.tsx";
import { useFrame } from "../../parts/frame-state.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useWords } from "../../parts/words.tsx";
import { hasPeriod } from "./kinds.ts";

export function Ending(props: {
  kind: SheetKind;
  id: string;
  /** What the toast calls it. */
  words: string;
  onGone(): void;
}): ReactNode {
  const { organisation } = useWords();
  const { today } = useFrame();
  const toast = useToast();
  const undo = useUndo();
  const end = useTell("sheets.end");
  const remove = useTell("sheets.remove");
  const [last, setLast] = useState<Day>(today);
  const [isAsking, setAsking] = useState<"end" | "remove" | null>(null);
  const endIt = async (): Promise<void> => {
    const done = await end.tell({ kind: props.kind, id: props.id, until: addDays(last, 1) });
    setAsking(null);
    if (done) toast.say({ words: organisation.ended(props.words), undo: () => undo(done.change.seq) });
  };
  const removeIt = async (): Promise<void> => {
    const done = await remove.tell({ kind: props.kind, id: props.id });
    setAsking(null);
    if (!done) return;
    toast.say({ words: organisation.removed(props.words), undo: () => undo(done.change.seq) });
    props.onGone();
  };
  return (
    <>
      {hasPeriod(props.kind) ? (
        <Popover
          trigger="click"
          placement="topLeft"
          title={organisation.endOn}
          open={isAsking === "end"}
          onOpenChange={(open) => setAsking(open ? "end" : null)}
          content={
            <div style={{ display: "grid", gap: 8, width: 220 }}>
              <DayField label={organisation.endOn} value={last} onChange={(day) => day && setLast(day)} />
              <span className="q-muted q-small">{organisation.endHelp}</span>
              <Button loading={end.isBusy} onClick={() => void endIt()}>
                {organisation.endIt}
              </Button>
            </div>
          }
        >
          <Button>{organisation.end}</Button>
        </Popover>
      ) : null}
      <Button onClick={() => setAsking("remove")}>{organisation.remove}</Button>
      <Confirm
        open={isAsking === "remove"}
        title={organisation.removeTitle}
        verb={organisation.removeIt}
        busy={remove.isBusy}
        onConfirm={() => void removeIt()}
        onCancel={() => setAsking(null)}
      >
        {organisation.removeHelp}
      </Confirm>
      <Trouble fault={end.fault ?? remove.fault} />
    </>
  );
}
