// How often the generated questions make each check find something, nearly find something, or wait: agreement on nothing proves nothing.
import { identityOf } from "../../shared/domain/conflict.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import { kindSchemas } from "../../shared/domain/rule-kinds.ts";
import type { Question } from "../builders/rules.ts";
import { type Expected, oracle } from "./check.ts";

/** The kind with whatever decides which part of its page is asked: "tempo crowding tier". */
export function checkOf({ kind, parameters }: Rule): string {
  const asked: Record<string, unknown> = { ...parameters };
  const { check, test, counterpart, countBy, experts, unit, isWorkdays, isOdd } = asked;
  const said = [check, test, counterpart, unit, countBy === "organ" ? countBy : null].filter(
    (word) => typeof word === "string",
  );
  if (asked.ceiling === null) said.push("tier");
  if (experts) said.push("experts");
  if (isWorkdays) said.push("workdays");
  if (isOdd) said.push("odd");
  return [kind, ...said].join(" ");
}

/** The rule with one number one more or less, or without one of several words. */
function neighbours(rule: Rule): Rule[] {
  const changed = Object.entries(rule.parameters).flatMap(([name, value]: [string, unknown]): object[] => {
    if (typeof value === "number") return [{ [name]: value - 1 }, { [name]: value + 1 }];
    if (Array.isArray(value)) return value.map((_, index) => ({ [name]: value.toSpliced(index, 1) }));
    return [];
  });
  return changed.flatMap((change) => {
    const parameters = kindSchemas[rule.kind].safeParse({ ...rule.parameters, ...change });
    return parameters.success ? [{ ...rule, parameters: parameters.data } as Rule] : [];
  });
}

const identities = ({ findings }: Expected): string[] => findings.map(identityOf);

/** A neighbour of the rule, or the world without one of its acts, has a finding that the question lacks. */
function isNearMiss({ world, today }: Question, rule: Rule, found: Expected): boolean {
  const known = new Set(identities(found));
  const hasMore = (other: Expected): boolean => identities(other).some((identity) => !known.has(identity));
  return (
    neighbours(rule).some((near) => hasMore(oracle(world, [near], today))) ||
    world.approvals.some(({ id }) => {
      const approvals = world.approvals.filter((act) => act.id !== id);
      return hasMore(oracle({ ...world, approvals }, [rule], today));
    })
  );
}

export interface Count {
  asked: number;
  notApplicable: number;
  /** Questions with a finding; findings. */
  found: number;
  findings: number;
  nearMisses: number;
  notYetJudged: number;
}

/** Questions by check; near misses are looked for in the first `nearIn` that ask it, since that is slow. */
export function coverageOf(questions: Iterable<Question>, nearIn: number): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const question of questions)
    for (const rule of question.rules) {
      const alone = { ...rule, sameCheckAs: null };
      const found = oracle(question.world, [alone], question.today);
      const count = counts.get(checkOf(rule)) ?? {
        asked: 0,
        notApplicable: 0,
        found: 0,
        findings: 0,
        nearMisses: 0,
        notYetJudged: 0,
      };
      counts.set(checkOf(rule), count);
      count.asked += 1;
      count.notApplicable += found.notApplicable.length;
      count.found += found.findings.length > 0 ? 1 : 0;
      count.findings += found.findings.length;
      count.notYetJudged += found.notYetJudged > 0 ? 1 : 0;
      if (count.asked <= nearIn && isNearMiss(question, alone, found)) count.nearMisses += 1;
    }
  return counts;
}
