// The second opinion as pages use it: the last one that still stands, and the way to ask for a new one.
import type { Fault } from "../../shared/domain/fault.ts";
import { useAsk } from "./ask.ts";
import { useTell } from "./tell.ts";
import type { SecondOpinion } from "./types.ts";
import { useWorkbook } from "./workbook.ts";

export interface OpinionState {
  opinion: SecondOpinion | null;
  /** There is a check of today that it can be about. */
  canRun: boolean;
  isBusy: boolean;
  fault: Fault | null;
  run(label: { zh: string; en: string }): void;
}
export function useSecondOpinion(): OpinionState {
  const book = useWorkbook();
  const { value } = useAsk("conflicts.opinion", book ? {} : null);
  const { tell, isBusy, fault } = useTell("conflicts.secondOpinion");
  return {
    opinion: value?.opinion ?? null,
    canRun: book?.lastCheck != null && !book.isCheckStale,
    isBusy,
    fault,
    run: (label) => void tell({}, { label }),
  };
}
