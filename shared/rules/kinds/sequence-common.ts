// What the checks of a sequence share: which acts count, who took part, and when nothing can be asked.
import type { Parameters } from "../../domain/rule-kinds.ts";
import type { Text } from "../../domain/text.ts";
import type { Act } from "../view.ts";
import { actorsOf } from "./dated-cases.ts";
import { stepsInScope } from "./grouping.ts";
import type { Breach, Context } from "./kind.ts";

export type Asked<Check extends string> = Extract<Parameters<"sequence">, { check: Check }>;

/** Deciding and not a reject; system accounts count. */
export const isDone = (act: Act): boolean => act.approval.action !== "reject";

/** Two steps of different positions in a matter in scope, else there is no order to keep. */
export function unmetOrder(context: Context<"sequence">): Text | null {
  const positions = new Map<string, number>();
  for (const step of stepsInScope(context)) {
    const known = positions.get(step.matterId);
    if (known !== undefined && known !== step.position) return null;
    positions.set(step.matterId, step.position);
  }
  return { zh: "没有规定先后次序的事项", en: "no matter has ordered steps" };
}

/** A breach of one case, with the people of its evidence. */
export function breachOfCase(
  caseId: string,
  acts: readonly Act[],
  rest: Pick<Breach, "day" | "say"> & Partial<Breach>,
): Breach {
  return {
    groupKey: caseId,
    subject: caseId,
    anchor: "",
    basis: "actual",
    acts,
    personIds: actorsOf(acts),
    ...rest,
  };
}
