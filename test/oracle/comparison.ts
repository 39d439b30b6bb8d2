// Compares the engine with the oracle on one question, and makes what differs small enough to read.
import { check } from "../../shared/rules/check.ts";
import type { Question } from "../builders/rules.ts";
import { describeQuestion, shrunk } from "../builders/shrink.ts";
import { byIdentity, type Expected, oracle } from "./check.ts";
import { distinct } from "./ground.ts";

function answerOf({ world, rules, today }: Question): Expected {
  const answer = check(world, rules, today);
  return {
    findings: answer.findings.map(({ sentence: _wording, ...finding }) => finding).sort(byIdentity),
    notApplicable: distinct(answer.notApplicable.map(({ ruleId }) => ruleId)),
    notYetJudged: answer.notYetJudged,
  };
}

/** The same text for the same content, whatever the order of the keys. */
const print = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
const linesOf = ({ findings, notApplicable, notYetJudged }: Expected): string[] => [
  ...findings.map(print),
  ...notApplicable.map((id) => `not applicable: ${id}`),
  `not yet judged: ${notYetJudged}`,
];

/** What only one of the two says, line by line; empty when they agree. */
export function differenceOf(question: Question): string[] {
  const expected = linesOf(oracle(question.world, question.rules, question.today));
  const actual = linesOf(answerOf(question));
  return [
    ...expected.filter((line) => !actual.includes(line)).map((line) => `oracle: ${line}`),
    ...actual.filter((line) => !expected.includes(line)).map((line) => `engine: ${line}`),
    ...(expected.length === actual.length
      ? []
      : [`lines: oracle ${expected.length}, engine ${actual.length}`]),
  ];
}

/** A small question on which the two differ, and how; null when they agree. */
export function counterexampleOf(question: Question): string | null {
  if (differenceOf(question).length === 0) return null;
  // One rule after the other, so that the small question shows the same trouble as the large one.
  const single = question.rules
    .map((rule) => ({ ...question, rules: [rule] }))
    .find((one) => differenceOf(one).length > 0);
  const smallest = shrunk(single ?? question, (one) => differenceOf(one).length > 0);
  return [...differenceOf(smallest), describeQuestion(smallest)].join("\n");
}
