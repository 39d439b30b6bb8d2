// Chooses the day that every page shows, and the day as known on; another day than today is amber.
import { Button, Popover } from "antd";
import { Calendar, ChevronDown, Eye } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Day } from "../../shared/domain/day.ts";
import { DayField } from "./day-field.tsx";
import { useWords } from "./words.tsx";
import "./day-switch.css";

interface DaySwitchProps {
  today: Day;
  day: Day;
  knownOn: Day | null;
  onDay(day: Day): void;
  onKnownOn(day: Day | null): void;
}

export function DaySwitch(props: DaySwitchProps): ReactNode {
  const { common, frame } = useWords();
  const [open, setOpen] = useState<"day" | "known" | null>(null);
  const isToday = props.day === props.today;
  const shut = (what: "day" | "known") => (shown: boolean) => setOpen(shown ? what : null);
  return (
    <fieldset className="q-day-switch" aria-label={frame.daySwitch} style={{ margin: 0, padding: 0 }}>
      <Popover
        open={open === "day"}
        onOpenChange={shut("day")}
        trigger="click"
        placement="bottomLeft"
        title={frame.dayTitle}
        content={
          <div className="q-day-card">
            <DayField
              label={frame.dayTitle}
              value={props.day}
              onChange={(day) => {
                if (!day) return;
                setOpen(null);
                props.onDay(day);
              }}
            />
            <p>{frame.dayHint}</p>
            <Button disabled={isToday} onClick={() => props.onDay(props.today)}>
              {frame.backToToday}
            </Button>
          </div>
        }
      >
        <button
          type="button"
          aria-haspopup="dialog"
          {...(isToday ? { "data-on": "" } : { "data-other": "" })}
        >
          <Calendar size={16} strokeWidth={1.5} aria-hidden="true" />
          {isToday ? frame.todayIs(props.day) : frame.onDay(props.day)}
        </button>
      </Popover>
      <Popover
        open={open === "known"}
        onOpenChange={shut("known")}
        trigger="click"
        placement="bottomLeft"
        title={frame.knownTitle}
        content={
          <div className="q-day-card">
            <DayField
              label={frame.knownTitle}
              value={props.knownOn}
              latest={props.today}
              placeholder={common.today}
              clearable
              onChange={props.onKnownOn}
            />
            <p>{frame.knownHint}</p>
            <Button disabled={props.knownOn === null} onClick={() => props.onKnownOn(null)}>
              {frame.backToToday}
            </Button>
          </div>
        }
      >
        <button type="button" aria-haspopup="dialog" {...(props.knownOn ? { "data-other": "" } : {})}>
          <Eye size={16} strokeWidth={1.5} aria-hidden="true" />
          {props.knownOn ? frame.knownOn(props.knownOn) : frame.knownToday}
          <ChevronDown size={14} strokeWidth={1.5} aria-hidden="true" />
        </button>
      </Popover>
    </fieldset>
  );
}
