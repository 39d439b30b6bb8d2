// True while the page is being printed: paper has no scroll, so virtual parts then draw every line.
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** A paper of more lines than this takes minutes to lay out; the rest is for the export. */
export const mostPrinted = 2_000;

export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const before = (): void => flushSync(() => setPrinting(true));
    const after = (): void => setPrinting(false);
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, []);
  return isPrinting;
}
