// How often the generated questions make each check find something, nearly find something, or wait: agreement on nothing proves nothing.
import { identityOf } from "../../shared/domain/conflict.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import { kindSchemas } from "../../shared/domain/rule-kinds.ts";
import type { World } from "../../shared/domain/world.ts";
import type { Question } from "../builders/rules.ts";
import { type Expected, oracle } from "./check.ts";

/** The kind with whatever decides which part of its page is asked: "tempo crowding tier". */
export function checkOf({ kind, parameters }: Rule): string {
  const asked: Record<string, unknown> = { ...parameters };
  const { check, test, counterpart, countBy, experts, unit, isWorkdays } = asked;
  const said = [check, test, counterpart, unit, countBy === "organ" ? countBy : null].filter(
    (word) => typeof word === "string",
  );
  if (asked.ceiling === null) said.push("tier");
  if (experts) said.push("experts");
  if (isWorkdays) said.push("workdays");
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

/** The world without one of its acts, or with one of them done by somebody else. */
function nudged(world: World): World[] {
  const people = world.people.map(({ id }) => id);
  return world.approvals.flatMap((act, index) => {
    const other = people[(people.indexOf(act.personId ?? "") + 1) % people.length] ?? null;
    const changed = { ...act, personId: other };
    return [
      { ...world, approvals: world.approvals.toSpliced(index, 1) },
      { ...world, approvals: world.approvals.toSpliced(index, 1, changed) },
    ];
  });
}

/** A neighbour of the rule, or the world with one act less or of somebody else, has a finding that the question lacks. */
function isNearMiss({ world, today }: Question, rule: Rule, found: Expected): boolean {
  const known = new Set(identities(found));
  const hasMore = (other: Expected): boolean => identities(other).some((identity) => !known.has(identity));
  return (
    neighbours(rule).some((near) => hasMore(oracle(world, [near], today))) ||
    nudged(world).some((other) => hasMore(oracle(other, [rule], today)))
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

/** Questions by check; near misses are looked for until there are `enough` of them, since that is slow. */
export function coverageOf(questions: Iterable<Question>, enough: number): Map<string, Count> {
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
      if (count.nearMisses < enough && isNearMiss(question, alone, found)) count.nearMisses += 1;
    }
  return counts;
}

/** One line a check, for tuning the builders and for the soak's last words. */
export const tableOf = (counts: ReadonlyMap<string, Count>): string =>
  [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([check, { asked, notApplicable, found, findings, nearMisses, notYetJudged }]) =>
      [
        check.padEnd(36),
        `asked ${asked}`,
        `not applicable ${notApplicable}`,
        `found ${found} (${findings})`,
        `near misses ${nearMisses}`,
        `waiting ${notYetJudged}`,
      ].join("  "),
    )
    .join("\n");
