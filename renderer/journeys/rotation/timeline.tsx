// The timeline page: tenures against their limits, and what the plan under the hand would change.
import { type KeyboardEvent, type ReactNode, useMemo } from "react";
import { addMonths, type Day } from "../../../shared/domain/day.ts";
import type { Answered } from "../../data/names.ts";
import type { TenureRow as LedgerRow, Plan } from "../../data/types.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import type { TenureDrag } from "../../parts/tenure-drag.ts";
import type { StripMonth, TenureRow } from "../../parts/tenure-row.ts";
import { type TenureSpot, TenureTimeline } from "../../parts/tenure-timeline.tsx";
import { monthsAround, monthsBetween } from "../../parts/time-scale.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import type { Breaches } from "./breaches.ts";
import type { HandState } from "./hand-edits.ts";
import type { Names } from "./names.ts";
import { timelineTsv } from "./timeline-copy.ts";
import { useTimelineModel } from "./timeline-model.ts";
import { TimelineTools, useTimelineView } from "./timeline-tools.tsx";

const noLeaves: Plan["leaves"] = [];
const noSurprises: Plan["surprises"] = [];
/** Months before today that can be scrolled to. */
const back = 36;

interface TimelineProps {
  timeline: Answered<"rotation.timeline">;
  plan: Plan | null;
  ledger: readonly LedgerRow[];
  query: AddressQuery;
  base: HandState;
  hand: HandState;
  breaches: Breaches;
  /** Moves that the plan's base does not have so. */
  differing: ReadonlySet<string>;
  strip: readonly StripMonth[] | null;
  names: Names;
  picked: string | null;
  reveal: { move?: string; row?: string; day?: Day } | null;
  onPick(move: string | null): void;
  onOpen(row: TenureRow): void;
  onDrag?: TenureDrag;
  onMenu?(spot: TenureSpot): void;
  onKey?(event: KeyboardEvent, move: string | null, row: TenureRow | null): boolean;
}

export function Timeline(props: TimelineProps): ReactNode {
  const { timeline, plan, query } = props;
  const { rotation, tables, common } = useWords();
  const formats = useFormats();
  const look = useTimelineView(query, plan !== null);
  const { view } = look;
  const model = useTimelineModel({
    timeline,
    ledger: props.ledger,
    base: props.base,
    hand: props.hand,
    breaches: props.breaches,
    differing: props.differing,
    leaves: plan?.leaves ?? noLeaves,
    surprises: plan?.surprises ?? noSurprises,
    names: props.names,
    axis: view.axis,
    grouping: view.grouping,
    filter: view.filter,
  });
  const { day } = timeline;
  const from = monthsAround(day, back);
  const months = useMemo(() => {
    const least = addMonths(`${day.slice(0, 7)}-01`, Math.max(14, view.zoom));
    const end = plan ? addMonths(`${plan.until.slice(0, 7)}-01`, 3) : least;
    return monthsBetween(from, end > least ? end : least);
  }, [day, from, plan, view.zoom]);
  // The present stands a little in from the left: enough to see what it comes from.
  const start = monthsAround(day, Math.round(plan ? Math.min(6, view.zoom / 5) : view.zoom * 0.6));
  const frozen = useMemo(() => {
    const black = plan?.wishes.blackOutMonths ?? [];
    return new Set(
      Array.from({ length: months }, (_, at) => addMonths(from, at)).filter(
        (month) => month > day && black.includes(Number(month.slice(5, 7))),
      ),
    );
  }, [plan, months, from, day]);
  const headings = useMemo(
    () => (view.axis === "posts" ? undefined : ([common.person, tables.inPost, tables.toLimit] as const)),
    [view.axis, common, tables],
  );
  return (
    <>
      <TimelineTools
        look={look}
        query={query}
        hasPlan={plan !== null}
        departments={model.departments}
        broken={props.breaches.all.length}
        shown={model.shown}
        rows={model.rows}
        copy={() =>
          timelineTsv(model.groups, [
            tables.group,
            view.axis === "posts" ? common.post : common.person,
            common.department,
            tables.inPost,
            rotation.columns.dueOn,
            rotation.columns.left,
            rotation.nextOne,
          ])
        }
      />
      {model.groups.length === 0 ? (
        <EmptyState
          title={rotation.nothingShown}
          why={tables.emptyHelp}
          secondary={{
            words: tables.clearFilters,
            onClick: () =>
              query.set({ show: null, department: null, month: null, find: null }, { quiet: true }),
          }}
        />
      ) : (
        <TenureTimeline
          id="rotation"
          label={`${rotation.views.timeline} · ${rotation.rowsShown(formats.count(model.shown))}`}
          groups={model.groups}
          links={model.links}
          isChained={view.grouping === "chain"}
          isByPerson={view.axis === "people"}
          from={from}
          months={months}
          zoom={view.zoom}
          start={start}
          today={day}
          frozen={frozen}
          picked={props.picked}
          onPick={props.onPick}
          onOpen={props.onOpen}
          reveal={props.reveal}
          {...(headings ? { headings } : {})}
          {...(props.strip
            ? {
                strip: props.strip,
                month: view.filter.month,
                onMonth: (month: Day | null) => query.set({ month }, { quiet: true }),
              }
            : {})}
          {...(props.onDrag ? { onDrag: props.onDrag } : {})}
          {...(props.onMenu ? { onMenu: props.onMenu } : {})}
          {...(props.onKey ? { onKey: props.onKey } : {})}
        />
      )}
    </>
  );
}
