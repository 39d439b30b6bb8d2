// The bars of one row of the tenure timeline: who sat, sits and will sit there, with limits, overlap and what is amiss.
import { Lock, Repeat } from "lucide-react";
import { memo, type ReactNode } from "react";
import type { Day } from "../../shared/domain/day.ts";
import { laneHeight, type PlannedBar, type TenureBar, type TenureRow } from "./tenure-row.ts";
import { textWidth } from "./text-width.ts";
import type { TimeScale } from "./time-scale.ts";
import { useWords } from "./words.tsx";
import "./tenure-bars.css";

/** The stretch of the picture that is drawn, in pixels. */
export interface DrawnPart {
  from: number;
  until: number;
}
interface Placed {
  left: number;
  width: number;
}
function place(scale: TimeScale, from: Day, until: Day | null, drawn: DrawnPart): Placed | null {
  const left = scale.within(from);
  const right = scale.within(until ?? scale.until);
  return right - left < 1 || right < drawn.from || left > drawn.until ? null : { left, width: right - left };
}
const topOf = (lane: number | undefined): number => 10 + (lane ?? 0) * laneHeight;

function Bar(props: { bar: TenureBar; scale: TimeScale; drawn: DrawnPart }): ReactNode {
  const { bar, scale } = props;
  const at = place(scale, bar.from, bar.until, props.drawn);
  if (!at) return null;
  // Words stay off the red, where they could not be read.
  const late = bar.stages.find(({ state }) => state === "overdue" || state === "exempt");
  const room = (late ? scale.within(late.from) : at.left + at.width) - at.left;
  const shown =
    room >= textWidth(`${bar.person} ${bar.note}`) + 16
      ? "whole"
      : room >= textWidth(bar.person) + 12
        ? "name"
        : "none";
  return (
    <div
      className="q-bar"
      title={`${bar.person} ${bar.note}`.trim()}
      style={{ ...at, top: topOf(bar.lane) }}
      {...(bar.isPast ? { "data-past": "" } : {})}
      {...(scale.x(bar.from) < 0 ? { "data-begun": "" } : {})}
    >
      {bar.stages.map((stage) => {
        const left = scale.within(stage.from);
        const width = scale.within(stage.until ?? scale.until) - left;
        return width < 0.5 ? null : (
          <i key={stage.from} data-state={stage.state} style={{ left: left - at.left, width }} />
        );
      })}
      {shown === "none" ? (
        <span className="q-hidden">{bar.person}</span>
      ) : (
        <div className="q-bar-room" style={{ width: room }}>
          <span className="q-bar-words">
            {bar.person}
            {shown === "whole" && bar.note ? <small> {bar.note}</small> : null}
          </span>
        </div>
      )}
    </div>
  );
}

function Planned(props: {
  bar: PlannedBar;
  post: string;
  scale: TimeScale;
  drawn: DrawnPart;
  isPicked: boolean;
  isLit: boolean;
}): ReactNode {
  const { bar, scale } = props;
  const { tables } = useWords();
  const at = place(scale, bar.from, bar.until, props.drawn);
  if (!at) return null;
  const breaches = bar.breaches ?? [];
  const name = tables.moveName(bar.person, props.post, bar.from, String(bar.chain));
  const said = [name, ...(bar.isLocked ? [tables.locked] : []), ...breaches];
  const chip = (bar.isCycle ? 30 : 20) + (bar.isLocked ? 14 : 0);
  const room = at.width - chip - 8;
  const shown =
    room >= textWidth(`${bar.person} ${bar.note}`)
      ? "whole"
      : room >= textWidth(bar.person)
        ? "name"
        : "none";
  return (
    <button
      type="button"
      className="q-plan-bar"
      tabIndex={-1}
      data-move={bar.key}
      data-chain={bar.chain}
      aria-pressed={props.isPicked}
      title={said.join("\n")}
      style={{ ...at, top: topOf(bar.lane) }}
      {...(props.isLit ? { "data-lit": "" } : {})}
      {...(bar.isLocked ? { "data-locked": "" } : {})}
      {...(bar.isTouched ? { "data-touched": "" } : {})}
      {...(breaches.length > 0 ? { "data-breach": "" } : {})}
      {...(bar.until !== null ? {} : { "data-open": "" })}
    >
      <span className="q-plan-words">
        <span className="q-chain-chip">
          {bar.chain}
          {bar.isCycle ? <Repeat size={10} strokeWidth={2.25} aria-hidden="true" /> : null}
        </span>
        {bar.isLocked ? <Lock size={11} strokeWidth={2.25} aria-hidden="true" /> : null}
        {shown === "none" ? null : <b>{bar.person}</b>}
        {shown === "whole" ? <small>{bar.note}</small> : null}
        <span className="q-hidden"> {said.join("; ")}</span>
      </span>
    </button>
  );
}

interface TenureBarsProps {
  row: TenureRow;
  scale: TimeScale;
  drawn: DrawnPart;
  /** The move that is chosen, if it is in this row. */
  picked: string | null;
  /** The chain whose moves stand out, if it is in this row. */
  lit: number | null;
}

export const TenureBars = memo(function TenureBars(props: TenureBarsProps): ReactNode {
  const { row, scale, drawn } = props;
  const isIn = (day: Day): boolean => {
    const x = scale.x(day);
    return x >= 0 && x <= scale.width && x >= drawn.from && x <= drawn.until;
  };
  const appeal = row.appeal ? place(scale, row.appeal.from, null, drawn) : null;
  const exempt = row.exemption ? place(scale, row.exemption.from, row.exemption.until, drawn) : null;
  return (
    <>
      {row.bars.map((bar) => (
        <Bar key={bar.key} bar={bar} scale={scale} drawn={drawn} />
      ))}
      {row.appeal && appeal ? (
        <div className="q-appeal" style={appeal}>
          <span className="q-bar-words">{row.appeal.words}</span>
        </div>
      ) : null}
      {row.exemption && exempt ? (
        <div className="q-exempt" style={exempt}>
          {exempt.width > textWidth(row.exemption.words) + 12 ? (
            <span className="q-bar-words">{row.exemption.words}</span>
          ) : null}
        </div>
      ) : null}
      {row.planned?.map((bar) => (
        <Planned
          key={bar.key}
          bar={bar}
          post={row.name}
          scale={scale}
          drawn={drawn}
          isPicked={props.picked === bar.key}
          isLit={props.lit === bar.chain}
        />
      ))}
      {row.handovers?.map((both) => {
        const at = place(scale, both.from, both.until, drawn);
        return at ? (
          <i key={both.from} className="q-handover" style={{ left: at.left, width: Math.max(3, at.width) }} />
        ) : null;
      })}
      {row.leaves?.map((leave) => {
        const at = place(scale, leave.from, leave.until, drawn);
        return at ? (
          <div
            key={leave.from + leave.words}
            className="q-leave"
            style={{ left: at.left, width: Math.max(5, at.width) }}
            title={leave.words}
          >
            <span className="q-hidden">{leave.words}</span>
          </div>
        ) : null;
      })}
      {row.vacancies?.map((empty) => {
        const at = place(scale, empty.from, empty.until, drawn);
        return at ? (
          <div
            key={empty.from}
            className="q-vacancy"
            style={{ left: at.left, width: Math.max(6, at.width) }}
            title={empty.words}
          >
            {at.width > textWidth(empty.words) + 8 ? (
              <span className="q-bar-words">{empty.words}</span>
            ) : (
              <span className="q-hidden">{empty.words}</span>
            )}
          </div>
        ) : null;
      })}
      {row.limits.filter(isIn).map((day) => (
        <i key={day} className="q-limit" style={{ left: scale.x(day) }} />
      ))}
    </>
  );
});
