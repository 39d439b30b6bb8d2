// What SQL is asked, and what it is not asked and why.
import type { Rule } from "../../../shared/domain/rule.ts";
import type { Text } from "../../../shared/domain/text.ts";
import { authorityQuestions } from "./kinds/authority.ts";
import { dutyQuestions } from "./kinds/duties.ts";
import { holdingQuestions } from "./kinds/holdings.ts";
import { moneyQuestions } from "./kinds/money.ts";
import { relationQuestions } from "./kinds/relations.ts";
import { sequenceQuestions } from "./kinds/sequence.ts";
import { tempoQuestions } from "./kinds/tempo.ts";
import type { Question } from "./question.ts";
import { aspectOf } from "./rule-rows.ts";
import { judgedElsewhere } from "./same-check.ts";

export const questions: readonly Question[] = [
  ...dutyQuestions,
  ...holdingQuestions,
  ...authorityQuestions,
  ...sequenceQuestions,
  ...moneyQuestions,
  ...relationQuestions,
  ...tempoQuestions,
];

const isAsked = (rule: Rule, question: Question): boolean =>
  question.kind === rule.kind && question.aspect === aspectOf(rule);
export function questionsFor(
  rules: readonly Rule[],
  from: readonly Question[] = questions,
): readonly Question[] {
  const isElsewhere = judgedElsewhere(rules);
  const judged = rules.filter((rule) => !isElsewhere(rule));
  return from.filter((question) => judged.some((rule) => isAsked(rule, question)));
}

const unsaid: Partial<Record<Rule["kind"], Text>> = {
  tenure: {
    zh: "任期由岗位承接与同职责岗位连成，按日历月计算；这不是集合运算，SQL 不另算。",
    en: "Terms join successor posts and posts of equal duties and count calendar months: no work for sets, so SQL is not asked.",
  },
  "split-amount": {
    zh: "簇由前一簇取走的业务件决定起点，须逐件推进；SQL 不另算。",
    en: "Where a cluster begins depends on the cases that the one before took: a walk, no work for sets, so SQL is not asked.",
  },
};
/** Why SQL does not judge a rule; null where it does. */
export function unsaidReasons(rules: readonly Rule[]): (rule: Rule) => Text | null {
  const isElsewhere = judgedElsewhere(rules);
  return (rule) => {
    if (isElsewhere(rule))
      return {
        zh: `与规则 ${rule.sameCheckAs} 相同，由它一并核对。`,
        en: `The same check as rule ${rule.sameCheckAs}, which judges for both.`,
      };
    if (questions.some((question) => isAsked(rule, question))) return null;
    return unsaid[rule.kind] ?? { zh: "还没有写成 SQL。", en: "It has not been written in SQL yet." };
  };
}
