// What a person may do and has to do from a day on, in words: one power a step and range, or a standing duty.
import { type Day, intersection, type Period } from "../../domain/day.ts";
import { type AmountRange, formatCny, formatWan } from "../../domain/money.ts";
import type { Text } from "../../domain/text.ts";
import { push } from "../gather.ts";
import { holdingsOf } from "../holdings.ts";
import { daysText, dutyText, personText, postText } from "../sentence.ts";
import type { Holding } from "../view.ts";
import { fromOn, united, without } from "./days-held.ts";
import type { GroundRows } from "./ground.ts";

/** The days of a power with the holdings that give it. */
interface Power {
  days: Period[];
  holdings: Holding[];
}

/** By what it allows; whichever post, grant or delegation gives it. */
export function powersOf(ground: GroundRows, personId: string, day: Day): Map<string, Power> {
  const person = ground.people.get(personId);
  const there: Period = { from: person?.joinedOn ?? "0000-01-01", until: person?.leavesOn ?? null };
  const held = new Map<string, Holding[]>();
  for (const holding of holdingsOf(ground, personId)) {
    const row = ground.authorities.get(holding.authorityId ?? "");
    push(
      held,
      JSON.stringify(row ? [row.stepId, row.over, row.upTo, row.isCollective] : [holding.duty]),
      holding,
    );
  }
  const powers = new Map<string, Power>();
  for (const [key, holdings] of held) {
    const days = united(
      fromOn(
        holdings.flatMap((row) => intersection(row, there) ?? []),
        day,
      ),
    );
    if (days.length > 0) powers.set(key, { days, holdings });
  }
  return powers;
}

/** What the first has on days on which the second has it not, one line a power and span of days. */
export function powersLacking(
  ground: GroundRows,
  personId: string,
  powers: ReadonlyMap<string, Power>,
  other: ReadonlyMap<string, Power>,
  day: Day,
): Text[] {
  return [...powers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, { days, holdings }]) =>
      without(days, other.get(key)?.days ?? []).flatMap((span) => {
        const by = holdings.find((holding) => intersection(holding, span));
        return by ? [powerText(ground, personId, by, span, day)] : [];
      }),
    );
}

function powerText(ground: GroundRows, personId: string, by: Holding, span: Period, day: Day): Text {
  const row = ground.authorities.get(by.authorityId ?? "");
  const way = wayText(ground, personId, by);
  // Open from the day of the change on: nothing to say about days.
  const days = span.from === day && span.until === null ? null : daysText(span.from, span.until);
  const tail: Text = {
    zh: `${way.zh}${days ? `，${days.zh}` : ""}`,
    en: `${way.en}${days ? `, ${days.en}` : ""}`,
  };
  if (!row) {
    const duty = dutyText(ground, by.duty);
    return { zh: `岗位职责“${duty.zh}”，${tail.zh}`, en: `standing duty “${duty.en}”, ${tail.en}` };
  }
  const what = stepName(ground, row.stepId);
  const range = rangeText(row);
  return { zh: `“${what}”，${range.zh}，${tail.zh}`, en: `“${what}”, ${range.en}, ${tail.en}` };
}

/** "matter / step". */
export function stepName(ground: Pick<GroundRows, "steps" | "matters">, stepId: string): string {
  const step = ground.steps.get(stepId);
  if (!step) return stepId;
  return `${ground.matters.get(step.matterId)?.name ?? step.matterId} / ${step.name}`;
}

function wayText(ground: GroundRows, personId: string, by: Holding): Text {
  const delegation = ground.delegationsTo.get(personId)?.find(({ id }) => id === by.delegationId);
  if (delegation) {
    const giver = personText(ground, delegation.fromPersonId);
    return { zh: `受${giver.zh}转授权`, en: `lent by ${giver.en}` };
  }
  const assignment = ground.assignmentsOf.get(personId)?.find(({ id }) => id === by.assignmentId);
  if (!assignment) return { zh: "授予本人", en: "granted in person" };
  const post = postText(ground, assignment.postId);
  return { zh: `岗位“${post.zh}”`, en: `post “${post.en}”` };
}

export function rangeText({ over, upTo }: AmountRange): Text {
  if (over === null && upTo === null) return { zh: "不限金额", en: "any amount" };
  if (over === null || over === 0)
    return upTo === null
      ? { zh: "不限金额", en: "any amount" }
      : { zh: `${formatWan(upTo)} 万元以下（含）`, en: `up to ${formatCny(upTo)}` };
  return upTo === null
    ? { zh: `超过 ${formatWan(over)} 万元`, en: `above ${formatCny(over)}` }
    : {
        zh: `${formatWan(over)} 至 ${formatWan(upTo)} 万元（含）`,
        en: `from ${formatCny(over)} to ${formatCny(upTo)}`,
      };
}
