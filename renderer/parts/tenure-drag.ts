// Dragging a planned tenure along the months: days moved so far while it goes on, then where it was let go.
import { type PointerEvent, useEffect, useRef } from "react";

/** `days`: how far from where it began; `isDone`: let go there. Null days: given up. */
export type TenureDrag = (move: string, days: number | null, isDone: boolean) => void;
/** Less is a click. */
const least = 5;

export function useTenureDrag(drag: TenureDrag | undefined, daysPerPixel: number) {
  const stop = useRef<(() => void) | null>(null);
  const said = useRef(drag);
  said.current = drag;
  useEffect(() => () => stop.current?.(), []);
  const hasDragged = useRef(false);

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    hasDragged.current = false;
    const bar = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-move]") : null;
    const move = bar?.dataset.move;
    if (event.button !== 0 || !move || !said.current || event.pointerType === "touch") return;
    const begun = event.clientX;
    let isDragging = false;
    const daysAt = (x: number): number => Math.round((x - begun) * daysPerPixel);
    const moved = (to: globalThis.PointerEvent): void => {
      if (!isDragging && Math.abs(to.clientX - begun) < least) return;
      isDragging = true;
      hasDragged.current = true;
      document.body.style.cursor = "grabbing";
      said.current?.(move, daysAt(to.clientX), false);
    };
    const end = (days: number | null): void => {
      stop.current?.();
      if (isDragging) said.current?.(move, days, true);
    };
    const up = (to: globalThis.PointerEvent): void => end(daysAt(to.clientX));
    const givenUp = (): void => end(null);
    const key = (pressed: globalThis.KeyboardEvent): void => {
      if (pressed.key !== "Escape") return;
      pressed.preventDefault();
      pressed.stopPropagation();
      end(null);
    };
    addEventListener("pointermove", moved);
    addEventListener("pointerup", up);
    addEventListener("pointercancel", givenUp);
    addEventListener("keydown", key, true);
    stop.current = () => {
      document.body.style.cursor = "";
      removeEventListener("pointermove", moved);
      removeEventListener("pointerup", up);
      removeEventListener("pointercancel", givenUp);
      removeEventListener("keydown", key, true);
      stop.current = null;
    };
  };
  return { onPointerDown, hasDragged };
}
