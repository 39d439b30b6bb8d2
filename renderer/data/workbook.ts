// The workbook that is open, the recent ones, and why nothing can be written to it just now.
import { useMemo } from "react";
import { type Role, roleNames } from "../../shared/contract/call.ts";
import { operatorRoles } from "../../shared/contract/operators.ts";
import type { Text } from "../../shared/domain/text.ts";
import { type Answer, useAsk } from "./ask.ts";
import { type CallName, callOf } from "./names.ts";
import type { OpenWorkbook, Operator, WorkbookState } from "./types.ts";

const nothing = {};
export const useWorkbookState = (): Answer<WorkbookState> => useAsk("workbook.state", nothing);
/** Null while none is open or known. */
export const useWorkbook = (): OpenWorkbook | null => useWorkbookState().value?.open ?? null;

const nobodyChosen: Text = {
  zh: "还没有选定是谁在操作，现在只能查看。请在右上角选择您的姓名。",
  en: "Nobody is chosen as operator, so you can only look. Please choose your name at the top right.",
};
function lacking({ name }: Operator, needs: readonly Role[]): Text {
  const roles = operatorRoles.filter((role) => needs.includes(role)).map((role) => roleNames[role]);
  return {
    zh: `这件事由${roles.map((role) => role.zh).join("或")}来办，${name} 没有这个角色。请在右上角换人。`,
    en: `This takes a ${roles.map((role) => role.en).join(" or ")}, which ${name} is not. Please choose somebody else at the top right.`,
  };
}

/** Why `call` cannot be done just now: the workbook, nobody chosen, or a role that is lacking; null when it can. */
export function useReadOnly(call: CallName = "sheets.save"): Text | null {
  const book = useWorkbook();
  const seats = useAsk("operators.list", book ? nothing : null).value;
  return useMemo(() => {
    if (!book) return null;
    if (book.readOnly) return book.readOnly;
    if (!seats || seats.operators.length === 0) return null;
    const { current } = seats;
    if (!current) return nobodyChosen;
    const { needs } = callOf(call);
    if (needs === "anyone" || current.roles.some((role) => needs.includes(role))) return null;
    return lacking(current, needs);
  }, [book, seats, call]);
}
