// The acts of one case in order; acts that clash are joined by a bracket with the rule on it.
import type { ReactNode } from "react";
import type { Day } from "../../shared/domain/day.ts";
import type { DutyType } from "../../shared/domain/duty.ts";
import type { Fen } from "../../shared/domain/money.ts";
import { Amount } from "./amount.tsx";
import { DutyGlyph } from "./duty-glyph.tsx";
import { useWords } from "./words.tsx";
import "./case-timeline.css";

export interface CaseAct {
  id: string;
  day: Day;
  /** "14:05", where the order within a day matters. */
  clock?: string;
  duty: DutyType;
  step: string;
  person: string;
  post: string;
  /** The principal whom the person acted for. */
  onBehalfOf?: string | null;
  amount: Fen | null;
  onOpen?: () => void;
}
export interface Clash {
  /** Ids of the acts, two or more. */
  acts: readonly string[];
  rule: string;
  /** Under the rule: "同一人", "97 天". */
  notes: readonly string[];
}

const rowHeight = 30;
const axis = 60;
const lane = 28;
const laneGap = 9;
const middle = (at: number): number => at * rowHeight + rowHeight / 2;

export function CaseTimeline(props: {
  label: string;
  acts: readonly CaseAct[];
  clashes: readonly Clash[];
}): ReactNode {
  const { common } = useWords();
  const { acts } = props;
  // Acts rarely carry an amount of their own: a column of dashes would take the room of the posts.
  const hasAmounts = acts.some((act) => act.amount !== null);
  const clashing = new Set(props.clashes.flatMap((clash) => clash.acts));
  const brackets = props.clashes.flatMap((clash, at) => {
    const places = clash.acts
      .map((id) => acts.findIndex((act) => act.id === id))
      .filter((place) => place >= 0);
    if (places.length < 2) return [];
    return [
      { ...clash, places, top: Math.min(...places), bottom: Math.max(...places), x: 32 - (at % 3) * laneGap },
    ];
  });
  return (
    <div className="q-case">
      <table aria-label={props.label}>
        <colgroup>
          <col style={{ width: 76 }} />
          <col style={{ width: 88 }} />
          <col style={{ width: 136 }} />
          <col style={{ width: 66 }} />
          <col />
          {hasAmounts ? <col style={{ width: 70 }} /> : null}
        </colgroup>
        <tbody>
          {acts.map((act) => {
            const isClashing = clashing.has(act.id);
            const person = act.onOpen ? (
              <button
                type="button"
                className="q-link"
                style={{ color: "inherit", fontWeight: "inherit" }}
                onClick={act.onOpen}
              >
                {act.person}
              </button>
            ) : (
              act.person
            );
            return (
              <tr key={act.id} {...(isClashing ? { "data-clash": "" } : {})}>
                <td />
                <td className="q-second" title={act.clock ? `${act.day} ${act.clock}` : act.day}>
                  {act.day}
                </td>
                <td title={act.step}>
                  <span className="q-case-step">
                    <DutyGlyph duty={act.duty} />
                    <span className="q-ellipsis">{act.step}</span>
                  </span>
                </td>
                <td className={isClashing ? "q-strong" : ""} title={act.person}>
                  {person}
                </td>
                <td className={act.onBehalfOf ? "q-strong" : "q-second"} title={act.post}>
                  {act.onBehalfOf ? common.onBehalfOf(act.onBehalfOf) : act.post}
                </td>
                {hasAmounts ? (
                  <td className="q-case-amount">
                    <Amount fen={act.amount} />
                  </td>
                ) : null}
              </tr>
            );
          })}
        </tbody>
      </table>
      <svg className="q-case-wire" width={76} height={acts.length * rowHeight} aria-hidden="true">
        <path
          d={`M${axis} ${middle(0)}V${middle(Math.max(0, acts.length - 1))}`}
          stroke="var(--c-line-strong)"
          strokeWidth="1.5"
        />
        {acts.map((act, at) =>
          clashing.has(act.id) ? (
            <circle key={act.id} cx={axis} cy={middle(at)} r="4.5" fill="var(--c-red)" />
          ) : (
            <circle
              key={act.id}
              cx={axis}
              cy={middle(at)}
              r="3"
              fill="var(--c-surface)"
              stroke="var(--c-control)"
              strokeWidth="1.5"
            />
          ),
        )}
        {brackets.map(({ rule, acts: ids, places, top, bottom, x }) => (
          <g key={rule + ids.join()} fill="none" stroke="var(--c-red)" strokeWidth="1.75">
            <path
              d={`M${axis - 4.5} ${middle(top)}H${x + 8}a8 8 0 0 0-8 8V${middle(bottom) - 8}a8 8 0 0 0 8 8H${axis - 4.5}`}
            />
            {places
              .filter((place) => place !== top && place !== bottom)
              .map((place) => (
                <path key={place} d={`M${axis - 4.5} ${middle(place)}H${x}`} />
              ))}
          </g>
        ))}
      </svg>
      {brackets.map(({ rule, acts: ids, notes, top, bottom }, at) => {
        const room = (bottom - top) * rowHeight - 16;
        const shown = notes.slice(0, Math.max(0, Math.floor((room - 24) / 16)));
        // Several brackets of one case: their labels step down so that none hides another.
        const centre =
          (middle(top) + middle(bottom)) / 2 +
          (brackets.length > 1 ? (at - (brackets.length - 1) / 2) * lane : 0);
        if (room < 18) return null;
        return (
          <div
            key={rule + ids.join()}
            className="q-case-label"
            style={{ top: centre - (24 + shown.length * 16) / 2 }}
          >
            <b title={[rule, ...notes].join(common.dot)}>{rule}</b>
            {shown.map((note) => (
              <span key={note}>{note}</span>
            ))}
          </div>
        );
      })}
    </div>
  );
}
