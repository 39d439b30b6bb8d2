// Places a leave by hand: days, a stand-in, and at once whether they may be so, by the planner's own check.
import { Button, Select } from "antd";
import { type ReactNode, useState } from "react";
import { addDays, type Day, weekday } from "../../../../shared/domain/day.ts";
import { useAsk } from "../../../data/ask.ts";
import { useTell } from "../../../data/tell.ts";
import type { LeaveRow } from "../../../data/types.ts";
import { useUndo } from "../../../data/undo.ts";
import { DayField } from "../../../parts/day-field.tsx";
import { useFrame } from "../../../parts/frame-state.ts";
import { Mark } from "../../../parts/marks.tsx";
import { PanelSection } from "../../../parts/side-panel.tsx";
import { useText } from "../../../parts/text.ts";
import { Trouble } from "../../../parts/trouble.tsx";
import { useToast } from "../../../parts/undo-toast.tsx";
import { useFormats, useWords } from "../../../parts/words.tsx";

const isFree = (day: Day): boolean => weekday(day) === 0 || weekday(day) === 6;
/** The first day on or after it that is no weekend; the check knows the unit's own calendar. */
const firstFrom = (day: Day): Day => (isFree(day) ? firstFrom(addDays(day, 1)) : day);
/** The last day of so many, Monday to Friday, from the first. */
function lastFrom(first: Day, workingDays: number): Day {
  let day = first;
  for (let left = workingDays - (isFree(first) ? 0 : 1); left > 0; ) {
    day = addDays(day, 1);
    if (!isFree(day)) left -= 1;
  }
  return day;
}

export function Placing(props: { row: LeaveRow }): ReactNode {
  const { row } = props;
  const { tenure, common } = useWords();
  const { leave: words } = tenure;
  const formats = useFormats();
  const say = useText();
  const { today } = useFrame();
  const toast = useToast();
  const undo = useUndo();
  const place = useTell("leaves.place");
  const tomorrow = addDays(today, 1);
  const [from, setFrom] = useState<Day>(
    row.from ?? firstFrom(row.window.from > today ? row.window.from : tomorrow),
  );
  const [last, setLast] = useState<Day>(row.until ? addDays(row.until, -1) : lastFrom(from, row.workingDays));
  const [standInId, setStandIn] = useState<string | null>(row.standIn?.id ?? null);
  const until = addDays(last, 1);
  const able = useAsk("leaves.standIns", { id: row.id, from, until });
  const tried = useAsk("leaves.tryPlace", standInId === null ? null : { id: row.id, from, until, standInId });
  const people = able.value?.people ?? [];
  const troubles = standInId === null ? [] : (tried.value?.troubles ?? []);
  const submit = async (): Promise<void> => {
    if (standInId === null) return;
    const done = await place.tell({ id: row.id, from, until, standInId });
    if (done) toast.say({ words: words.placed, undo: () => undo(done.change.seq) });
  };
  const isPlaced = row.state === "placed";
  const isSame = isPlaced && row.from === from && row.until === until && row.standIn?.id === standInId;
  return (
    <PanelSection title={isPlaced ? words.placeAgain : words.place}>
      <div className="q-tenure-small" style={{ padding: "4px 16px 10px" }}>
        <span className="q-row">
          <DayField
            label={words.first}
            value={from}
            earliest={today}
            onChange={(day) => {
              if (!day) return;
              setFrom(day);
              setLast(lastFrom(day, row.workingDays));
            }}
          />
          <DayField label={words.last} value={last} earliest={from} onChange={(day) => day && setLast(day)} />
        </span>
        <Select<string>
          aria-label={words.standIn}
          placeholder={words.findStandIns}
          value={standInId}
          loading={able.isWaiting}
          showSearch={{ optionFilterProp: "label" }}
          options={people.map((one) => ({
            value: one.id,
            label: `${one.name}${one.post ? ` · ${one.post}` : ""}`,
          }))}
          onChange={setStandIn}
        />
        {able.value && people.length === 0 ? (
          <p className="q-amber">{[words.noStandIn, ...able.value.inCommon.map(say)].join(common.colon)}</p>
        ) : null}
        {standInId !== null && tried.value && !isSame ? (
          troubles.length === 0 ? (
            <p className="q-row q-green">
              <Mark shape="done" />
              {words.fine}
              {common.dot}
              {tenure.workingDays(formats.count(tried.value.workingDays))}
            </p>
          ) : (
            <>
              <p className="q-red">{words.troubles}</p>
              <ul className="q-tenure-concerns" style={{ padding: 0 }}>
                {troubles.map((one) => (
                  <li key={one.en}>
                    <Mark shape="warning" />
                    <span>{say(one)}</span>
                  </li>
                ))}
              </ul>
            </>
          )
        ) : null}
        <span>
          <Button
            type="primary"
            disabled={standInId === null || isSame || troubles.length > 0}
            loading={place.isBusy}
            onClick={() => void submit()}
          >
            {isPlaced ? words.placeAgainIt : words.placeIt}
          </Button>
        </span>
        <Trouble fault={place.fault ?? able.fault ?? tried.fault} />
      </div>
    </PanelSection>
  );
}
