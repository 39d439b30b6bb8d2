// SQL, the engine and the oracle, each written from docs/rules/kinds.md, find the same conflicts on the same days.
import { expect, it } from "vitest";
import { compare } from "../../db/queries/second-opinion/comparison.ts";
import { questions } from "../../db/queries/second-opinion/questions.ts";
import { aspectOf } from "../../db/queries/second-opinion/rule-rows.ts";
import { judgedElsewhere } from "../../db/queries/second-opinion/same-check.ts";
import { check } from "../../shared/rules/check.ts";
import { rule } from "../builders/rows.ts";
import { questionOf } from "../builders/rules.ts";
import { sqlAnswers } from "../builders/second-opinion.ts";
import { oracle } from "./check.ts";

const parts = [0, 80, 160, 240];
const nameOf = (kind: string, aspect: string | null): string => [kind, aspect ?? ""].join(" ").trim();
const answered = new Set<string>();

it.each(parts)(
  "agrees with the engine and with the oracle on 80 seeded worlds after %i",
  (part) => {
    for (let seed = part + 1; seed <= part + 80; seed += 1) {
      const question = questionOf(seed);
      const { world, rules, today } = question;
      const answers = sqlAnswers(question);
      const beside = (findings: Parameters<typeof compare>[1]) => compare(rules, findings, answers).defects;
      expect(beside(check(world, rules, today).findings), `seed ${seed}, engine`).toEqual([]);
      expect(beside(oracle(world, rules, today).findings), `seed ${seed}, oracle`).toEqual([]);
      for (const { ruleId, ruleVersion } of answers) {
        const rule = rules.find(({ id, version }) => id === ruleId && version === ruleVersion);
        if (rule) answered.add(nameOf(rule.kind, aspectOf(rule)));
      }
    }
  },
  600_000,
);

it("was asked every question where there was something to find", () => {
  expect([...answered].sort()).toEqual(questions.map(({ kind, aspect }) => nameOf(kind, aspect)).sort());
});

it("tells what only one side finds, and a day on which they differ", () => {
  const seed = Array.from({ length: 50 }, (_, index) => index + 1).find(
    (one) => sqlAnswers(questionOf(one)).length > 1,
  );
  const question = questionOf(seed ?? 0);
  const answers = sqlAnswers(question);
  const [first, second, ...others] = answers;
  if (!first || !second) throw new Error("no world with two answers");
  const { defects, twice } = compare(
    question.rules,
    [{ ...first, day: "2000-01-01" }, { ...second, subject: "nobody" }, ...others],
    answers,
  );
  expect(twice).toContain(first.ruleId);
  expect(defects).toContainEqual(expect.objectContaining({ engineDay: "2000-01-01", sqlDay: first.day }));
  expect(defects).toContainEqual(expect.objectContaining({ subject: second.subject, engineDay: null }));
  expect(defects).toContainEqual(expect.objectContaining({ subject: "nobody", sqlDay: null }));
  expect(defects).toHaveLength(3);
});

it("names every rule that SQL does not judge, with the reason", () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const { rules } = questionOf(seed);
    const { twice, once } = compare(rules, [], []);
    expect([...twice, ...once.map(({ ruleId }) => ruleId)].sort()).toEqual(
      [...new Set(rules.map(({ id }) => id))].sort(),
    );
    for (const { reason } of once) expect(reason.zh && reason.en).not.toBe("");
  }
});

it("leaves a rule to the one that asks the same, and of a circle the smallest id judges", () => {
  const ask = (id: string, sameCheckAs: string | null) =>
    rule(id, "sequence", { check: "order" }, { sameCheckAs });
  const rules = [
    ask("a", "b"),
    ask("b", "c"),
    ask("c", "b"),
    ask("d", "d"),
    ask("e", "gone"),
    ask("f", null),
  ];
  const isElsewhere = judgedElsewhere(rules);
  expect(rules.filter(isElsewhere).map(({ id }) => id)).toEqual(["a", "c"]);
});
