// Compares the engine with the oracle on one question, and makes what differs small enough to read.
import { check } from "../../shared/rules/check.ts";
import type { FastResult } from "../../shared/rules/fast/fast-check.ts";
import type { Question } from "../builders/rules.ts";
import { describeQuestion, shrunk } from "../builders/shrink.ts";
import { byIdentity, type Expected, oracle } from "./check.ts";
import { distinct } from "./ground.ts";

/** An answer of the engine with what the oracle says too, and nothing else. */
export const withoutWording = (answer: FastResult): Expected => ({
  findings: answer.findings.map(({ sentence: _wording, ...finding }) => finding),
  notApplicable: distinct(answer.notApplicable.map(({ ruleId }) => ruleId)),
  notYetJudged: answer.notYetJudged,
});
function answerOf({ world, rules, today }: Question): Expected {
  const answer = withoutWording(check(world, rules, today));
  return { ...answer, findings: answer.findings.sort(byIdentity) };
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

/** What the oracle expects, and what only one of the two says, line by line: nothing when they agree. */
export function compared(question: Question): { answer: Expected; difference: string[] } {
  const answer = oracle(question.world, question.rules, question.today);
  const expected = linesOf(answer);
  const actual = linesOf(answerOf(question));
  const difference = [
    ...expected.filter((line) => !actual.includes(line)).map((line) => `oracle: ${line}`),
    ...actual.filter((line) => !expected.includes(line)).map((line) => `engine: ${line}`),
    ...(expected.length === actual.length
      ? []
      : [`lines: oracle ${expected.length}, engine ${actual.length}`]),
  ];
  return { answer, difference };
}
export const differenceOf = (question: Question): string[] => compared(question).difference;

/** A small question on which the two differ, and how; null when they agree. */
export const counterexampleOf = (question: Question): string | null =>
  differenceOf(question).length === 0 ? null : shrunkDifference(question);

/** The question must be one on which they differ. */
export function shrunkDifference(question: Question): string {
  // One rule after the other, so that the small question shows the same trouble as the large one.
  const single = question.rules
    .map((rule) => ({ ...question, rules: [rule] }))
    .find((one) => differenceOf(one).length > 0);
  const smallest = shrunk(single ?? question, (one) => differenceOf(one).length > 0);
  return [...differenceOf(smallest), describeQuestion(smallest)].join("\n");
}
