// How far the months of the timeline reach, which of them are in sight, and the day at the left edge, which zooming keeps.
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Day } from "../../shared/domain/day.ts";
import type { DrawnPart } from "./tenure-bars.tsx";
import { makeTimeScale, monthsAround, type TimeScale } from "./time-scale.ts";

interface TenureScaleProps {
  from: Day;
  months: number;
  zoom: number;
  start: Day;
}
interface TenureScale {
  /** Pixels beside the columns at the left. */
  room: number;
  scale: TimeScale;
  /** What is drawn across: the seen part and as much again around it, in steps, so that scrolling seldom draws. */
  drawn: DrawnPart;
  onScroll(): void;
}
const leastMonth = 12;

export function useTenureScale(
  frame: RefObject<HTMLElement | null>,
  left: number,
  isPrinting: boolean,
  { from, months, zoom, start }: TenureScaleProps,
): TenureScale {
  const [room, setRoom] = useState(900);
  const leftDay = useRef(start);
  /** Where the frame itself has scrolled to: nobody's wish. */
  const placed = useRef(-1);
  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    const watch = new ResizeObserver(() => setRoom(Math.max(200, box.clientWidth - left)));
    watch.observe(box);
    return () => watch.disconnect();
  }, [frame, left]);
  const scale = useMemo(() => {
    if (isPrinting) return makeTimeScale(monthsAround(leftDay.current, 0), zoom, 940 - left);
    const month = Math.max(leastMonth, room / zoom);
    return makeTimeScale(from, months, Math.round(month * months));
  }, [from, months, zoom, room, isPrinting, left]);

  const [part, setPart] = useState(0);
  const step = Math.max(200, Math.round(room / 2));
  const drawn = useMemo<DrawnPart>(
    () =>
      isPrinting
        ? { from: 0, until: scale.width }
        : { from: (part - 1) * step, until: (part + 2) * step + room },
    [part, step, room, isPrinting, scale.width],
  );
  const onScroll = (): void => {
    const box = frame.current;
    if (!box) return;
    setPart(Math.floor(box.scrollLeft / step));
    if (Math.abs(box.scrollLeft - placed.current) < 2) return;
    placed.current = -1;
    leftDay.current = scale.dayAt(box.scrollLeft);
  };
  // Another zoom or range keeps the day at the left edge.
  useLayoutEffect(() => {
    const box = frame.current;
    if (!box || isPrinting) return;
    box.scrollLeft = scale.x(leftDay.current);
    placed.current = box.scrollLeft;
    setPart(Math.floor(box.scrollLeft / step));
  }, [frame, scale, isPrinting, step]);
  return { room, scale, drawn, onScroll };
}
