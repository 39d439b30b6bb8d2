// The buttons that end a row on a day or remove a mistaken one.
import { Button, Popover } from "antd";
import { type ReactNode, useState } from "react";
import { addDays, type Day } from "../../shared/domain/day.ts";
import { Confirm } from "./confirm.tsx";
import { DayField } from "./day-field.tsx";
import { useFrame } from "./frame-state.ts";
import { useWords } from "./words.tsx";

export function RowEnding(props: {
  hasPeriod: boolean;
  isEnding: boolean;
  isRemoving: boolean;
  /** `until` is the first day on which the row no longer holds. Both answer when done. */
  onEnd(until: Day): Promise<void>;
  onRemove(): Promise<void>;
}): ReactNode {
  const { organisation } = useWords();
  const { today } = useFrame();
  const [last, setLast] = useState<Day>(today);
  const [asking, setAsking] = useState<"end" | "remove" | null>(null);
  const shut = (): void => setAsking(null);
  return (
    <>
      {props.hasPeriod ? (
        <Popover
          trigger="click"
          placement="topLeft"
          title={organisation.endOn}
          open={asking === "end"}
          onOpenChange={(open) => setAsking(open ? "end" : null)}
          content={
            <div style={{ display: "grid", gap: 8, width: 220 }}>
              <DayField label={organisation.endOn} value={last} onChange={(day) => day && setLast(day)} />
              <span className="q-muted q-small">{organisation.endHelp}</span>
              <Button loading={props.isEnding} onClick={() => void props.onEnd(addDays(last, 1)).then(shut)}>
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
        open={asking === "remove"}
        title={organisation.removeTitle}
        verb={organisation.removeIt}
        busy={props.isRemoving}
        onConfirm={() => void props.onRemove().then(shut)}
        onCancel={shut}
      >
        {organisation.removeHelp}
      </Confirm>
    </>
  );
}
