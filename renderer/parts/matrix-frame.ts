// How wide the columns of the matrix are and which of them are drawn: all of few, those in sight of many.
import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useMemo, useState } from "react";
import { leastPost, stepWidth } from "./matrix-lines.ts";

/** More columns than this are drawn only where they can be seen. */
const fewColumns = 40;

export function useColumns(
  frame: RefObject<HTMLDivElement | null>,
  count: number,
  isPrinting: boolean,
): { columns: readonly number[]; template: string; width: number; show(column: number): void } {
  const [inner, setInner] = useState(0);
  useLayoutEffect(() => {
    const box = frame.current;
    if (!box) return undefined;
    const measure = (): void => setInner(box.clientWidth);
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(box);
    return () => watch.disconnect();
  }, [frame]);
  const width = Math.max(leastPost, Math.floor((inner - stepWidth) / Math.max(1, count)));
  const isMany = count > fewColumns && !isPrinting;
  const virtual = useVirtualizer({
    horizontal: true,
    count: isMany ? count : 0,
    getScrollElement: () => frame.current,
    estimateSize: () => width,
    overscan: 4,
    paddingStart: stepWidth,
    scrollPaddingStart: stepWidth,
  });
  const key = virtual
    .getVirtualItems()
    .map(({ index }) => index)
    .join();
  const columns = useMemo(
    () =>
      isMany ? key.split(",").filter(Boolean).map(Number) : Array.from({ length: count }, (_, at) => at),
    [key, count, isMany],
  );
  const template = isPrinting
    ? `${stepWidth}px repeat(${count}, minmax(${leastPost}px, 1fr))`
    : `${stepWidth}px repeat(${count}, ${width}px)`;
  return {
    columns,
    template,
    width,
    show: (column) => {
      const box = frame.current;
      if (!box) return;
      const left = column * width;
      if (left < box.scrollLeft) box.scrollLeft = left;
      else if (left + stepWidth + width > box.scrollLeft + box.clientWidth)
        box.scrollLeft = left + stepWidth + width - box.clientWidth;
    },
  };
}
