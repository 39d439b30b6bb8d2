// A case as the kinds that group cases see it: on its day, with its amount, or why it is left out.
import type { Fen } from "../../../domain/money.ts";
import { isPriced, type PricedCase } from "../../kinds/dated-cases.ts";
import type { DatedCase } from "../../view.ts";
import { type Asked, type Reason, reason } from "./reason.ts";

export type AnyCaseKind = Asked<"split-amount"> | Asked<"tempo"> | Asked<"concentration">;

/** The case as dated and in scope, or why it is left out. */
export function dated(asked: AnyCaseKind): DatedCase | Reason {
  const of = asked.case;
  const { view } = asked;
  const one = view.datedCases().find((other) => other.case.id === of?.id);
  if (one) return one;
  if (view.caseActs.get(of?.id ?? "")?.acts.at(-1)?.approval.action === "reject")
    return reason(
      "left-out",
      "本件最后被退回，不计入。",
      "The case was rejected in the end and is left out.",
    );
  return of?.openedOn && of.openedOn > view.today
    ? reason(
        "left-out",
        `本件于 ${of.openedOn} 才立件，今日之后的不计入。`,
        `The case opens on ${of.openedOn}; cases after today are left out.`,
      )
    : reason(
        "no-data",
        "本件没有审批办理，也没有立件日，无从定日。",
        "The case has no authorising act and no opening day: it cannot be dated.",
      );
}
export const isReason = (one: DatedCase | PricedCase | Reason): one is Reason => "code" in one;
export function priced(asked: AnyCaseKind): PricedCase | Reason {
  const one = dated(asked);
  if (isReason(one)) return one;
  return isPriced(one)
    ? one
    : reason("no-data", "本件没有金额，或金额为零。", "The case has no amount, or nothing.");
}
export const sumOf = (cases: readonly { amount: Fen | null }[]): Fen =>
  cases.reduce((sum, one) => sum + (one.amount ?? 0), 0);
export const unnamed = (zh: string, en: string): Reason =>
  reason("no-data", `本件没有写明${zh}。`, `The case does not name its ${en}.`);
