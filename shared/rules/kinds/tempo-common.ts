// What the checks of tempo share: acts by month, and when no clock can be asked.
import type { Parameters } from "../../domain/rule-kinds.ts";
import type { Text } from "../../domain/text.ts";
import type { Act, Touched } from "../view.ts";
import { actorsOf } from "./dated-cases.ts";
import { actsInScope, persons } from "./grouping.ts";
import type { Breach, Context, Group } from "./kind.ts";

export type Asked<Check extends string> = Extract<Parameters<"tempo">, { check: Check }>;

/** `YYYY-MM` of an act's day. */
export const monthOf = (act: Act): string => act.day.slice(0, 7);

export function unmetClock({ view, admits }: Context<"tempo">): Text | null {
  for (const matterId of view.timedMatters()) if (admits(matterId)) return null;
  return { zh: "办理记录没有具体时刻", en: "no approval says at what time of day it was done" };
}

/** People with the acts of theirs in scope that the check counts. */
export function* actorGroups(
  context: Context<"tempo">,
  touched: Touched | null,
  isCounted: (act: Act) => boolean,
): Generator<Group<Act>> {
  for (const key of persons(context.view, touched)) {
    const items = actsInScope(context, context.view.actsBy(key)).filter(isCounted);
    if (items.length > 0) yield { key, items };
  }
}

/** A breach of one person in one month. */
export const breachOfMonth = (
  personId: string,
  month: string,
  acts: Iterable<Act>,
  rest: Pick<Breach, "day" | "say">,
): Breach => ({
  groupKey: personId,
  subject: personId,
  anchor: month,
  basis: "actual",
  personIds: actorsOf(acts),
  // Read when the group ends: evidence may still be gathered.
  get acts() {
    return [...acts];
  },
  ...rest,
});
