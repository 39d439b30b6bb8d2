// Focus that would fall out of the window, because the button that held it is gone, stays in its panel.
import { type FocusEvent, type RefObject, useCallback, useEffect, useRef } from "react";

/** Cards that open from the panel belong to it: their focus comes by way of React, wherever they are drawn. */
export function useHeldFocus(panel: RefObject<HTMLElement | null>): {
  onFocus(event: FocusEvent): void;
  onBlur(): void;
} {
  const last = useRef<Element | null>(null);
  const hold = useCallback((): void => {
    const { activeElement } = document;
    const isLost = activeElement === null || activeElement === document.body;
    if (!isLost || last.current === null || last.current.checkVisibility()) return;
    last.current = null;
    panel.current?.focus({ preventScroll: true });
  }, [panel]);
  // An element that is taken out of the page tells nobody that it has lost the focus.
  useEffect(() => {
    if (!panel.current) return;
    const watch = new MutationObserver(hold);
    watch.observe(panel.current, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, [panel, hold]);
  return {
    onFocus: ({ target }) => {
      last.current = target;
    },
    onBlur: () => void setTimeout(hold),
  };
}
