// The workbook that is open, and the recent ones.
import { type Answer, useAsk } from "./ask.ts";
import type { OpenWorkbook, WorkbookState } from "./types.ts";

const nothing = {};
export const useWorkbookState = (): Answer<WorkbookState> => useAsk("workbook.state", nothing);
/** Null while none is open or known. */
export const useWorkbook = (): OpenWorkbook | null => useWorkbookState().value?.open ?? null;
/** Why nothing can be written just now; null when it can. */
export const useReadOnly = (): OpenWorkbook["readOnly"] => useWorkbook()?.readOnly ?? null;
