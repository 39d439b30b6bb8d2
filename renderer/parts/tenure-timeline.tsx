// Posts or people down, months across: who sits where for how long, what is due, what is planned, and who follows whom. Over 300 lines: the one frame that ties scroll, zoom, keys and drag together.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the active cell
// biome-ignore-all lint/a11y/useKeyWithClickEvents: Enter on the active cell does the same as a click
// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid cannot be a table element; it carries the roles
import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Day } from "../../shared/domain/day.ts";
import { useRemembered } from "./memory.ts";
import { mostPrinted, usePrinting } from "./printing.ts";
import { moveTo } from "./table-range.ts";
import { type TenureDrag, useTenureDrag } from "./tenure-drag.ts";
import { TenureGrid } from "./tenure-grid.tsx";
import { TenureGrip } from "./tenure-grip.tsx";
import { TenureLine } from "./tenure-line.tsx";
import { linesOf } from "./tenure-lines.ts";
import { TenureLinks } from "./tenure-links.tsx";
import { TenureMonths } from "./tenure-months.tsx";
import {
  rowHeight,
  type StripMonth,
  type TenureGroup,
  type TenureLink,
  type TenureRow,
} from "./tenure-row.ts";
import { useTenureScale } from "./tenure-scale.ts";
import { TenureStrip } from "./tenure-strip.tsx";
import { useWords } from "./words.tsx";
import "./tenure-timeline.css";

/** Where a menu was asked for: on a move, or on a row. */
export interface TenureSpot {
  move: string | null;
  row: TenureRow;
  x: number;
  y: number;
}
interface TenureTimelineProps {
  id: string;
  label: string;
  groups: readonly TenureGroup[];
  /** First day of the first month that can be scrolled to, and how many months there are. */
  from: Day;
  months: number;
  /** Months that fill the width. */
  zoom: number;
  /** Where the picture begins before anybody scrolls. */
  start: Day;
  today: Day;
  /** First days of months in which nobody may move. */
  frozen?: ReadonlySet<Day>;
  /** All arrows; those of the lit chains are drawn. */
  links?: readonly TenureLink[];
  /** Chains stand together under a head that tells them in words; their arrows then need none. */
  isChained?: boolean;
  strip?: readonly StripMonth[];
  month?: Day | null;
  onMonth?(month: Day | null): void;
  headings?: readonly [string, string, string];
  /** The move that is chosen. */
  picked?: string | null;
  onPick?(move: string | null): void;
  onOpen?(row: TenureRow): void;
  onDrag?: TenureDrag;
  onMenu?(spot: TenureSpot): void;
  /** A key on the chosen move or the active row that the frame itself does not use; true: used. */
  onKey?(event: KeyboardEvent, move: string | null, row: TenureRow | null): boolean;
  /** Names are short and what they hold is long: the columns at the left divide so. */
  isByPerson?: boolean;
  /** Shows this move or row; a new object asks again. */
  reveal?: { move?: string; row?: string; day?: Day } | null;
}

const leastLeft = 200;
const noFrozen: ReadonlySet<Day> = new Set();
const noLinks: readonly TenureLink[] = [];
const readLeft = (json: unknown): number | null =>
  typeof json === "number" && json >= leastLeft && json <= 640 ? json : null;

export function TenureTimeline(props: TenureTimelineProps): ReactNode {
  const { id, groups, today, frozen = noFrozen, links = noLinks, picked = null } = props;
  const { tables } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const [left, setLeft] = useRemembered("tenures.left", 296, readLeft);
  const [active, setActive] = useState<string | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const isPrinting = usePrinting();
  const { room, scale, drawn, onScroll } = useTenureScale(frame, left, isPrinting, props);

  const { lines, at, middles, rowOfMove } = useMemo(() => linesOf(groups), [groups]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => lines[index]?.height ?? rowHeight,
    getItemKey: (index) => {
      const line = lines[index];
      return line?.kind === "row" ? line.row.id : `group.${line?.group.key ?? index}`;
    },
    overscan: 6,
    scrollPaddingStart: 40,
    scrollPaddingEnd: 80,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines have other heights
  useLayoutEffect(() => virtual.measure(), [lines]);

  const pickedRow = picked === null ? null : (rowOfMove.get(picked) ?? null);
  const activeRow = active !== null && at.has(active) ? active : pickedRow;
  const activeAt = activeRow === null ? -1 : (at.get(activeRow) ?? -1);
  const rowAt = (index: number): TenureRow | null => {
    const line = lines[index];
    return line?.kind === "row" ? line.row : null;
  };

  const { reveal } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new object asks to show it, nothing else does
  useEffect(() => {
    const box = frame.current;
    if (!reveal || !box) return;
    const row = reveal.row ?? (reveal.move === undefined ? undefined : rowOfMove.get(reveal.move));
    // A move to where no row stands, a post that need not rotate, is seen in the head of its chain.
    const chain = links.find(({ key }) => key === reveal.move)?.chain;
    const line =
      row !== undefined
        ? at.get(row)
        : lines.findIndex((one) => one.kind === "group" && one.group.chain?.number === chain);
    if (row !== undefined) setActive(row);
    if (line !== undefined && line >= 0) virtual.scrollToIndex(line, { align: "auto" });
    if (reveal.day === undefined) return;
    const x = scale.x(reveal.day);
    if (x < box.scrollLeft + 40 || x > box.scrollLeft + room - 120)
      box.scrollLeft = Math.max(0, x - room / 3);
  }, [reveal]);

  const pick = (move: string | null): void => {
    const row = move === null ? null : rowOfMove.get(move);
    if (row) {
      setActive(row);
      virtual.scrollToIndex(at.get(row) ?? 0);
    }
    props.onPick?.(move);
  };
  const spotOf = (target: Element | null): Omit<TenureSpot, "x" | "y"> | null => {
    const line = target?.closest<HTMLElement>("[data-row]");
    const row = line?.dataset.row === undefined ? null : rowAt(at.get(line.dataset.row) ?? -1);
    return row ? { row, move: target?.closest<HTMLElement>("[data-move]")?.dataset.move ?? null } : null;
  };
  const drag = useTenureDrag(
    props.onDrag,
    useMemo(() => (scale.months.length * 30.44) / scale.width, [scale]),
  );
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    if (drag.hasDragged.current || !(event.target instanceof Element)) return;
    const spot = spotOf(event.target);
    if (!spot) {
      const chained = event.target.closest<HTMLElement>("[data-group][data-chain]");
      if (chained) setPointed(Number(chained.dataset.chain));
      return;
    }
    setActive(spot.row.id);
    grid.current?.focus({ preventScroll: true });
    if (spot.move !== null) props.onPick?.(spot.move);
    else if (event.target.closest(".q-tenures-left")) props.onOpen?.(spot.row);
    else props.onPick?.(null);
  };
  const onContextMenu = (event: MouseEvent<HTMLElement>): void => {
    const target = event.target instanceof Element ? event.target : null;
    const row = rowAt(activeAt);
    const spot = spotOf(target) ?? (target === grid.current && row ? { row, move: picked } : null);
    if (!spot || !props.onMenu) return;
    event.preventDefault();
    setActive(spot.row.id);
    if (spot.move !== null) props.onPick?.(spot.move);
    const from = target === grid.current ? grid.current?.querySelector("[data-active]") : null;
    const box = from?.getBoundingClientRect();
    props.onMenu({
      ...spot,
      x: box ? box.left + Math.min(left, 240) : event.clientX,
      y: box ? box.bottom : event.clientY,
    });
  };
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing || event.target !== grid.current) return;
    const row = rowAt(activeAt);
    const ownPick = picked !== null && row?.planned?.some(({ key }) => key === picked) ? picked : null;
    if (props.onKey?.(event, ownPick, row)) {
      event.preventDefault();
      return;
    }
    if (event.shiftKey || event.altKey) return;
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      const bars = row?.planned ?? [];
      const next = bars[bars.findIndex(({ key }) => key === ownPick) + (event.key === "ArrowRight" ? 1 : -1)];
      if (next) pick(next.key);
      else frame.current?.scrollBy({ left: (event.key === "ArrowRight" ? 1 : -1) * (room / props.zoom) });
      event.preventDefault();
      return;
    }
    const to = moveTo(
      event.key,
      { line: Math.max(0, activeAt), column: 0 },
      { lines: lines.length, columns: 1, page: 10 },
      event.ctrlKey,
    );
    if (to) {
      const back = to.line < activeAt;
      let next = Math.max(0, to.line);
      while (lines[next]?.kind === "group" && lines[next + (back ? -1 : 1)]) next += back ? -1 : 1;
      const found = rowAt(next);
      if (!found) return;
      setActive(found.id);
      virtual.scrollToIndex(next);
      if (picked !== null) props.onPick?.(found.planned?.[0]?.key ?? null);
    } else if (event.key === "Enter" && row) props.onOpen?.(row);
    else return;
    event.preventDefault();
  };

  const [name = tables.keyPost, holder = tables.inPost, distance = tables.toLimit] = props.headings ?? [];
  const shown = isPrinting
    ? lines.slice(0, mostPrinted).map((_, index) => ({ index, start: 0 }))
    : virtual.getVirtualItems().map(({ index, start }) => ({ index, start }));
  const pickedChain = links.find(({ key }) => key === picked)?.chain ?? null;
  const lit = pointed ?? pickedChain;
  const total = virtual.getTotalSize();
  const todayX = scale.x(today);
  const litOf = (index: number): number | null => {
    const line = lines[index];
    if (!line || lit === null) return null;
    if (line.kind === "group") return line.group.chain?.number === lit ? lit : null;
    return line.row.planned?.some(({ chain }) => chain === lit) ? lit : null;
  };
  return (
    <div
      ref={frame}
      className="q-tenures q-scroll"
      style={{ "--left": `${left}px`, "--room": `${room}px` } as CSSProperties}
      {...(props.onDrag ? { "data-editable": "" } : {})}
      {...(props.isByPerson ? { "data-people": "" } : {})}
      onScroll={onScroll}
    >
      <div
        ref={grid}
        className="q-tenures-grid"
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={lines.length + 1}
        {...(shown.some(({ index }) => index === activeAt)
          ? { "aria-activedescendant": `${id}-${activeAt}` }
          : {})}
        onKeyDown={onKey}
        onClick={onClick}
        onContextMenu={onContextMenu}
        onPointerDown={drag.onPointerDown}
        onPointerLeave={() => setPointed(null)}
        onPointerOver={(event) => {
          const over =
            event.target instanceof Element ? event.target.closest<HTMLElement>("[data-chain]") : null;
          setPointed(over ? Number(over.dataset.chain) : null);
        }}
      >
        <div className="q-tenures-head" role="row">
          <div className="q-tenures-left" role="presentation">
            <span role="columnheader">{name}</span>
            <span role="columnheader">{holder}</span>
            <span role="columnheader">
              {distance}
              <TenureGrip name={name} width={left} least={leastLeft} onWidth={setLeft} />
            </span>
          </div>
          <div role="columnheader">
            <span className="q-hidden">{tables.timeline}</span>
            <TenureMonths scale={scale} today={today} drawn={drawn} frozen={frozen} />
          </div>
        </div>
        <div className="q-tenures-body" role="rowgroup" style={{ height: total, width: left + scale.width }}>
          {isPrinting ? null : (
            <TenureGrid
              scale={scale}
              height={total}
              frozen={frozen}
              month={props.month ?? null}
              drawn={drawn}
            />
          )}
          {shown.map(({ index, start }) => {
            const line = lines[index];
            if (!line) return null;
            return (
              <TenureLine
                key={line.kind === "row" ? line.row.id : `group.${line.group.key}`}
                id={`${id}-${index}`}
                line={line}
                start={start}
                scale={scale}
                drawn={drawn}
                isActive={index === activeAt}
                isOpenable={props.onOpen !== undefined}
                picked={
                  line.kind === "row" && line.row.planned?.some(({ key }) => key === picked) ? picked : null
                }
                lit={litOf(index)}
                paper={isPrinting ? frozen : null}
              />
            );
          })}
          <svg className="q-tenures-over" width={scale.width} height={total} aria-hidden="true">
            {todayX >= 0 && todayX <= scale.width ? (
              <path d={`M${todayX} 0V${total}`} stroke="var(--c-accent)" strokeWidth="1.5" />
            ) : null}
            <TenureLinks
              links={lit === null ? noLinks : links.filter(({ chain }) => chain === lit)}
              places={middles}
              scale={scale}
              isBare={props.isChained === true}
            />
          </svg>
        </div>
      </div>
      {props.strip && props.onMonth ? (
        <TenureStrip
          months={props.strip}
          scale={scale}
          drawn={drawn}
          picked={props.month ?? null}
          onPick={props.onMonth}
        />
      ) : null}
    </div>
  );
}
