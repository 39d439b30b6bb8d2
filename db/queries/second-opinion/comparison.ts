// Lays the answers of SQL beside the engine's findings: which rules agree, and what only one side says.
import { type Finding, identityOf } from "../../../shared/domain/conflict.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import type { Text } from "../../../shared/domain/text.ts";
import { unsaidReasons } from "./questions.ts";
import type { Answer } from "./sqlite.ts";

export type Told = Pick<Finding, "ruleId" | "ruleVersion" | "groupKey" | "subject" | "anchor" | "day">;
/** One conflict on which the two differ; a side that is null has no such conflict. */
export interface Defect {
  ruleId: string;
  ruleVersion: number;
  groupKey: string;
  subject: string;
  anchor: string;
  engineDay: string | null;
  sqlDay: string | null;
}
export interface Comparison {
  /** Rule ids, each once. */
  twice: string[];
  once: { ruleId: string; reason: Text }[];
  conflicts: number;
  defects: Defect[];
}

/** Versions of one rule that find the same conflict are told apart; two findings of one version never share an identity. */
const keyOf = (told: Told): string => JSON.stringify([told.ruleVersion, identityOf(told)]);

/** `findings` of rules that SQL does not judge are passed over; the rules are listed with the reason. */
export function compare(
  rules: readonly Rule[],
  findings: readonly Told[],
  answers: readonly Answer[],
): Comparison {
  const once = new Map<string, Text>();
  const twice = new Set<string>();
  const isJudged = new Set<string>();
  const reasonOf = unsaidReasons(rules);
  for (const rule of rules) {
    const reason = reasonOf(rule);
    if (reason) once.set(rule.id, reason);
    else {
      twice.add(rule.id);
      isJudged.add(`${rule.id}@${rule.version}`);
    }
  }
  const engine = new Map(
    findings
      .filter((told) => isJudged.has(`${told.ruleId}@${told.ruleVersion}`))
      .map((told) => [keyOf(told), told]),
  );
  const sql = new Map<string, Answer>();
  const defects: Defect[] = [];
  for (const answer of answers) {
    const { ruleId, ruleVersion, groupKey, subject, anchor, day } = answer;
    const same = engine.get(keyOf(answer));
    const isRepeated = sql.has(keyOf(answer));
    sql.set(keyOf(answer), answer);
    if (same?.day !== day || isRepeated)
      defects.push({
        ruleId,
        ruleVersion,
        groupKey,
        subject,
        anchor,
        engineDay: same?.day ?? null,
        sqlDay: day,
      });
  }
  for (const [key, { ruleId, ruleVersion, groupKey, subject, anchor, day }] of engine)
    if (!sql.has(key))
      defects.push({ ruleId, ruleVersion, groupKey, subject, anchor, engineDay: day, sqlDay: null });
  return {
    twice: [...twice].sort(),
    once: [...once]
      .filter(([ruleId]) => !twice.has(ruleId))
      .map(([ruleId, reason]) => ({ ruleId, reason }))
      .sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1)),
    conflicts: engine.size,
    defects,
  };
}
