// The edge between names and months of the timeline: dragged or nudged to another width.
import type { KeyboardEvent, PointerEvent, ReactNode } from "react";
import { useWords } from "./words.tsx";

export function TenureGrip(props: {
  name: string;
  width: number;
  least: number;
  onWidth(width: number): void;
}): ReactNode {
  const { tables } = useWords();
  const { width, least, onWidth } = props;
  const set = (next: number): void => onWidth(Math.min(640, Math.max(least, next)));
  const drag = (event: PointerEvent<HTMLElement>): void => {
    event.stopPropagation();
    const grip = event.currentTarget;
    const begun = event.clientX;
    grip.setPointerCapture(event.pointerId);
    const move = (to: globalThis.PointerEvent): void => set(width + to.clientX - begun);
    grip.addEventListener("pointermove", move);
    grip.addEventListener("lostpointercapture", () => grip.removeEventListener("pointermove", move), {
      once: true,
    });
  };
  const nudge = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    set(width + (event.key === "ArrowRight" ? 16 : -16));
  };
  return (
    <button
      type="button"
      className="q-tenures-grip q-no-print"
      aria-label={tables.resize(props.name)}
      onPointerDown={drag}
      onKeyDown={nudge}
    />
  );
}
