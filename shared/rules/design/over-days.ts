// What edits do to the findings of one day after another: each day asks only what has begun or ended since the one before.
import type { Day } from "../../domain/day.ts";
import { compareFindings, type FindingDifference } from "./finding-difference.ts";
import { onLaterDay, type PreparedDesign, preparedFindings } from "./recheck.ts";
import type { Touched } from "./touched.ts";
import { rulesTurn, turnedReader } from "./turned.ts";

export interface LaterDay extends FindingDifference {
  readonly day: Day;
  /** What may be another than on the day before; null: anything. */
  readonly turnedBefore: Touched | null;
  readonly turnedAfter: Touched | null;
}

/** Both sides of one day; `days`: ascending, all after it. The same as a full check of both sides on each. */
export function* overDays(
  before: PreparedDesign,
  after: PreparedDesign,
  days: readonly Day[],
): Generator<LaterDay> {
  const [wasOn, isOn] = [stepper(before), stepper(after)];
  for (const day of days) {
    const [was, is] = [wasOn(day), isOn(day)];
    yield {
      day,
      turnedBefore: was.turned,
      turnedAfter: is.turned,
      ...compareFindings(preparedFindings(was.prepared), preparedFindings(is.prepared)),
    };
  }
}

function stepper(first: PreparedDesign) {
  const { facts, rules, ground, withinDays } = first;
  const turnedIn = turnedReader(ground, facts, rules, withinDays);
  let prepared = first;
  return (day: Day): { prepared: PreparedDesign; turned: Touched | null } => {
    const span = { after: prepared.day, upTo: day };
    const turned = rulesTurn(rules, span) ? null : turnedIn(span);
    prepared = onLaterDay(prepared, day, turned);
    return { prepared, turned };
  };
}
