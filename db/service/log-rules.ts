// Rules as a log understands them: duties by the names of its activities, and what no log can say.
import { fault } from "../../shared/domain/fault.ts";
import { type Rule, ruleSchema } from "../../shared/domain/rule.ts";
import type { Text } from "../../shared/domain/text.ts";
import type { World } from "../../shared/domain/world.ts";
import { logWord } from "../../shared/formats/log-mapping.ts";
import { dutyOfActivity } from "../../shared/formats/log-world.ts";
import { pairRule } from "./pair-rule.ts";

export interface LogRuleAsked {
  /** As it is folded. */
  rule: Rule;
  /** The duties that it names, as they were written. */
  words: string[];
}
interface Duties {
  duties: Record<string, string>;
}

/** @throws FaultError invalid: two names for one duty */
export const pairsAsked = (pairs: readonly (readonly [string, string])[], mapping: Duties): LogRuleAsked[] =>
  pairs.map(([first, second], index) => {
    const [a, b] = [logWord(first), logWord(second)];
    const [one, other] = [dutyOfActivity(mapping, a), dutyOfActivity(mapping, b)];
    if (one === other)
      throw fault("invalid", {
        zh: `“${a}”与“${b}”是同一职责，不能相互分离。`,
        en: `"${a}" and "${b}" are the same duty.`,
      });
    const rule = pairRule(`PAIR-${index + 1}`, { code: one, name: a }, { code: other, name: b });
    return { rule, words: [a, b] };
  });

// Every parameter that names duties, of whatever kind of rule.
const dutyKeys: ReadonlySet<string> = new Set(["duties", "otherDuties", "duty", "earlier", "later"]);
type Named = Record<string, unknown>;
const wordsIn = (parameters: Named): string[] =>
  Object.entries(parameters).flatMap(([key, value]) =>
    dutyKeys.has(key) ? [value].flat().filter((word) => typeof word === "string") : [],
  );
const renamed = (parameters: Named, name: (word: string) => string): Named =>
  Object.fromEntries(
    Object.entries(parameters).map(([key, value]) => {
      if (!dutyKeys.has(key)) return [key, value];
      const one = (word: unknown): unknown => (typeof word === "string" ? name(word) : word);
      return [key, Array.isArray(value) ? value.map(one) : one(value)];
    }),
  );

/**
 * A name that is an activity of the log stands for that activity's duty; any other is the code of a duty. The log is
 * one matter that no workbook knows, so a scope by matters says nothing of it; one by areas only where the area is said.
 */
export const rulesAsked = (
  rules: readonly Rule[],
  activities: ReadonlySet<string>,
  mapping: Duties,
  isAreaKnown: boolean,
): LogRuleAsked[] =>
  rules.map((rule) => ({
    words: wordsIn(rule.parameters),
    rule: ruleSchema.parse({
      ...rule,
      parameters: renamed(rule.parameters, (word) =>
        activities.has(logWord(word)) ? dutyOfActivity(mapping, logWord(word)) : word,
      ),
      scope: { areas: isAreaKnown ? rule.scope.areas : null, matters: null },
    }),
  }));

/**
 * Without an order each duty has a place of its own, so that rules that ask for order between two duties by time alone
 * (before, deadline) can be folded; those that read the places themselves are beyond the log then.
 */
export function placedByDuty(world: World): World {
  const duties = [...new Set(world.steps.map(({ duty }) => duty))].sort();
  const placeOf = new Map(duties.map((duty, at) => [duty, at + 1]));
  return { ...world, steps: world.steps.map((step) => ({ ...step, position: placeOf.get(step.duty) ?? 1 })) };
}

/** What a rule asks that the rows of a log never say; null: it can be folded (and may find its own reason not to apply). */
export function beyondLogs(rule: Rule, isOrdered: boolean): Text | null {
  const kind: string = rule.kind;
  const check = "check" in rule.parameters ? `${kind}/${rule.parameters.check}` : kind;
  switch (check) {
    case "seniority":
      return { zh: "日志没有说明办理人的层级", en: "a log does not say on which level somebody stands" };
    case "tempo/burst":
    case "sequence/after-reject":
      return {
        zh: "日志没有说明哪一行是批准、哪一行是退回",
        en: "a log does not say which rows approve or reject",
      };
    case "sequence/order":
    case "sequence/missing":
    case "sequence/back-dated":
      return isOrdered
        ? null
        : {
            zh: "没有说明各环节的先后次序（--order）",
            en: "the order of the activities is not said (--order)",
          };
    default:
      return null;
  }
}
