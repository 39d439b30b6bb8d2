// Posts down, months across: who sits where for how long, what is due, what is planned, and who follows whom.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the active cell
// biome-ignore-all lint/a11y/useKeyWithClickEvents: Enter on the active cell does the same as a click
// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid cannot be a table element; it carries the roles
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { Day, Period } from "../../shared/domain/day.ts";
import { usePrinting } from "./printing.ts";
import { TenureMark } from "./state-mark.tsx";
import { moveTo } from "./table-range.ts";
import { TenureArrow } from "./tenure-arrow.tsx";
import { MonthGrid, rowHeight, TenureBars } from "./tenure-bars.tsx";
import { TenureMonths } from "./tenure-months.tsx";
import type { TenureGroup, TenureLink, TenureRow } from "./tenure-row.ts";
import { makeTimeScale } from "./time-scale.ts";
import { useWords } from "./words.tsx";
import "./tenure-timeline.css";

interface TenureTimelineProps {
  id: string;
  label: string;
  groups: readonly TenureGroup[];
  /** First day of the first month shown. */
  from: Day;
  months: number;
  today: Day;
  /** Months in which nobody may move. */
  frozen?: readonly Period[];
  links?: readonly TenureLink[];
  /** Headings of the three columns at the left. */
  headings?: readonly [string, string, string];
  selected?: string | null;
  onOpen?: (row: TenureRow) => void;
}

type Line =
  | { kind: "group"; group: TenureGroup; height: number }
  | { kind: "row"; row: TenureRow; height: number };
const left = 296;
const groupHeight = 24;
const leastMonth = 20;
const noFrozen: readonly Period[] = [];

export function TenureTimeline(props: TenureTimelineProps): ReactNode {
  const { id, groups, today, frozen = noFrozen, links = [] } = props;
  const { tables } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(900);
  const [active, setActive] = useState(0);
  const [pointed, setPointed] = useState<string | null>(null);
  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    const watch = new ResizeObserver(() => setRoom(box.clientWidth - left));
    watch.observe(box);
    return () => watch.disconnect();
  }, []);
  const width = Math.max(props.months * leastMonth, room);
  const scale = useMemo(
    () => makeTimeScale(props.from, props.months, width),
    [props.from, props.months, width],
  );

  const lines = useMemo<Line[]>(
    () =>
      groups.flatMap((group) => [
        { kind: "group" as const, group, height: groupHeight },
        ...group.rows.map((row) => ({ kind: "row" as const, row, height: rowHeight })),
      ]),
    [groups],
  );
  const places = useMemo(() => {
    const tops = new Map<string, number>();
    let top = 0;
    for (const line of lines) {
      if (line.kind === "row") tops.set(line.row.id, top);
      top += line.height;
    }
    return tops;
  }, [lines]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: (at) => lines[at]?.height ?? rowHeight,
    overscan: 8,
    scrollPaddingEnd: 36,
  });

  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing || event.target !== frame.current) return;
    const line = lines[active];
    const to = moveTo(
      event.key,
      { line: active, column: 0 },
      { lines: lines.length, columns: 1, page: 10 },
      event.ctrlKey,
    );
    if (to && !event.key.startsWith("ArrowL") && !event.key.startsWith("ArrowR")) {
      const step = to.line < active ? -1 : 1;
      let next = Math.max(0, to.line);
      while (lines[next]?.kind === "group" && lines[next + step]) next += step;
      if (lines[next]?.kind !== "row") return;
      setActive(next);
      virtual.scrollToIndex(next);
    } else if (event.key === "Enter" && line?.kind === "row") props.onOpen?.(line.row);
    else return;
    event.preventDefault();
  };

  const [name = tables.keyPost, holder = tables.inPost, distance = tables.toLimit] = props.headings ?? [];
  const todayX = scale.x(today);
  const isPrinting = usePrinting();
  const drawn = isPrinting ? lines.map((_, index) => ({ index, start: 0 })) : virtual.getVirtualItems();
  return (
    <div
      ref={frame}
      className="q-tenures q-scroll"
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={lines.length + 1}
      {...(drawn.some(({ index }) => index === active) ? { "aria-activedescendant": `${id}-${active}` } : {})}
      onKeyDown={onKey}
      onPointerLeave={() => setPointed(null)}
    >
      <div className="q-tenures-head" role="row">
        <div className="q-tenures-left" role="presentation">
          <span role="columnheader">{name}</span>
          <span role="columnheader">{holder}</span>
          <span role="columnheader">{distance}</span>
        </div>
        <div role="columnheader">
          <span className="q-hidden">{tables.timeline}</span>
          <TenureMonths scale={scale} today={today} />
        </div>
      </div>
      <div
        className="q-tenures-body"
        role="rowgroup"
        style={{ height: virtual.getTotalSize(), width: left + scale.width }}
      >
        <svg width="0" height="0" style={{ position: "absolute" }} aria-hidden="true">
          <defs>
            <pattern
              id="q-late"
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <path d="M0 0V6" stroke="var(--c-surface)" strokeWidth="2" opacity=".55" />
            </pattern>
            <pattern
              id="q-exempt"
              width="7"
              height="7"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <path d="M0 0V7" stroke="var(--c-line-strong)" strokeWidth="1.5" />
            </pattern>
          </defs>
        </svg>
        {drawn.map(({ index, start }) => {
          const line = lines[index];
          if (!line) return null;
          const place = { transform: `translateY(${start}px)` };
          if (line.kind === "group")
            return (
              <div
                key={`g.${line.group.key}`}
                id={`${id}-${index}`}
                className="q-tenures-line"
                data-group=""
                role="row"
                style={place}
              >
                <div className="q-tenures-left" role="gridcell">
                  <b className="q-strong">{line.group.words}</b>
                  <span className="q-second">{line.group.note}</span>
                </div>
                <div role="gridcell">
                  <svg width={scale.width} height={groupHeight} aria-hidden="true">
                    <MonthGrid scale={scale} height={groupHeight} frozen={noFrozen} today={today} filled />
                  </svg>
                </div>
              </div>
            );
          const { row } = line;
          return (
            <div
              key={row.id}
              id={`${id}-${index}`}
              className="q-tenures-line"
              role="row"
              style={place}
              {...(props.selected === undefined ? {} : { "aria-selected": props.selected === row.id })}
              {...(props.onOpen ? { "data-openable": "" } : {})}
              {...(active === index ? { "data-active": "" } : {})}
              onPointerEnter={() => setPointed(row.id)}
              onClick={() => {
                setActive(index);
                props.onOpen?.(row);
              }}
            >
              <div className="q-tenures-left" role="presentation">
                <span className="q-tenures-post" role="rowheader" title={`${row.name}\n${row.note}`}>
                  <b>{row.name}</b>
                  <span>{row.note}</span>
                </span>
                <span className="q-tenures-holder" role="gridcell" title={row.holder}>
                  {row.holder}
                </span>
                <span className="q-tenures-mark" role="gridcell" title={row.mark}>
                  <TenureMark state={row.state} words={row.mark} />
                </span>
              </div>
              <div role="gridcell">
                <TenureBars
                  row={row}
                  scale={scale}
                  today={today}
                  frozen={frozen}
                  label={[...row.bars, ...(row.planned ?? [])]
                    .map((bar) => `${bar.person} ${bar.note}`)
                    .join("; ")}
                />
              </div>
            </div>
          );
        })}
        <svg
          className="q-tenures-over"
          style={{ left }}
          width={scale.width}
          height={virtual.getTotalSize()}
          aria-hidden="true"
        >
          {todayX >= 0 && todayX <= scale.width ? (
            <path d={`M${todayX} 0V${virtual.getTotalSize()}`} stroke="var(--c-accent)" strokeWidth="1.5" />
          ) : null}
          {links.map((link) => (
            <TenureArrow
              key={`${link.from}.${link.to}.${link.day}`}
              link={link}
              links={links}
              scale={scale}
              places={places}
              isLit={pointed !== null && (pointed === link.from || pointed === link.to)}
            />
          ))}
        </svg>
      </div>
    </div>
  );
}
