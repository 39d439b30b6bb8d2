// The generated questions make every check find something, nearly find something and, where it can wait, wait.
import { beforeAll, expect, it } from "vitest";
import { kinds } from "../../shared/domain/rule-kinds.ts";
import { type Question, questionOf } from "../builders/rules.ts";
import { coverageOf, tableOf } from "./coverage.ts";

const worlds = 1000;
const enough = 4;
function* questions(): Generator<Question> {
  for (let seed = 1; seed <= worlds; seed += 1) yield questionOf(seed);
}
const asked = () => coverageOf(questions(), enough);
let counts: ReturnType<typeof asked> = new Map();
beforeAll(() => {
  counts = asked();
});

const checks = [
  "absence",
  "concentration duty-share",
  "concentration single-source",
  "concentration supplier-share",
  "concentration type-span",
  "never-together",
  "relation actor",
  "relation holder",
  "relation supplier",
  "same-person",
  "seniority",
  "separate-duties",
  "separate-units department",
  "separate-units organ",
  "sequence after-reject",
  "sequence back-dated",
  "sequence before",
  "sequence deadline",
  "sequence deadline workdays",
  "sequence missing",
  "sequence order",
  "sequence sum-over",
  "split-amount behavioural",
  "split-amount behavioural tier",
  "split-amount statutory",
  "tempo brief-delegation",
  "tempo burst",
  "tempo crowding",
  "tempo crowding tier",
  "tempo fast",
  "tempo off-hours",
  "tempo same-terminal",
  "tempo year-end",
  "tenure cooling-off",
  "tenure limit",
  "two-person",
  "two-person experts",
  "two-person organ",
  "two-person organ experts",
  "within-authority",
];
const waiting = [
  "concentration duty-share",
  "sequence deadline",
  "sequence deadline workdays",
  "sequence missing",
  "two-person",
  "two-person experts",
  "two-person organ",
];

it("asks every check of every kind", () => {
  expect([...counts.keys()].sort()).toEqual(checks);
  expect(new Set(checks.map((check) => check.split(" ")[0]))).toEqual(new Set(kinds));
});

it.each(checks)("%s: finds, nearly finds, and is not applicable", (check) => {
  const { asked, found, nearMisses, notApplicable } = counts.get(check)!;
  expect(found, tableOf(counts)).toBeGreaterThanOrEqual(Math.max(8, asked * 0.025));
  expect(nearMisses, tableOf(counts)).toBe(enough);
  expect(notApplicable, tableOf(counts)).toBeGreaterThanOrEqual(5);
});

it.each(waiting)("%s: is not yet judged", (check) => {
  expect(counts.get(check)!.notYetJudged, tableOf(counts)).toBeGreaterThanOrEqual(6);
});
