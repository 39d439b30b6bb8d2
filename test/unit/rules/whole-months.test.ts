// The fast check leaves acts out: a month of which it keeps some acts alone must not be counted as if they were all.
import { expect, it } from "vitest";
import { fastAnswer } from "../../builders/packed.ts";
import * as row from "../../builders/rows.ts";

const hours = row.rule("hours", "tempo", {
  check: "off-hours",
  from: "08:00",
  until: "18:00",
  minActs: 9,
  sharePermille: 400,
  minMonthActs: 1,
});
const separate = row.rule("separate", "separate-duties", { duties: ["doc_make", "accept"], maxHeld: 1 });
const act = (id: string, caseId: string, step: string, day: string, clock: string) =>
  row.approval(id, caseId, step, "p1", row.at(day, clock));

it("counts a month whole or not at all", () => {
  const world = row.world({
    matters: [row.matter("m1")],
    steps: [row.step("s1", "m1", 1, "doc_make"), row.step("s2", "m1", 2, "accept")],
    people: [row.person("p1")],
    cases: ["c1", "c2", "c3", "c4", "c5"].map((id) => row.caseOf(id, "m1")),
    approvals: [
      // One of five acts in March is late; of the two that the other rule asks for it is one.
      act("v1", "c1", "s1", "2026-03-02", "23:00"),
      act("v2", "c1", "s2", "2026-03-03", "12:00"),
      act("v3", "c2", "s1", "2026-03-04", "12:00"),
      act("v4", "c3", "s1", "2026-03-05", "12:00"),
      act("v5", "c4", "s1", "2026-03-06", "12:00"),
      act("v6", "c5", "s1", "2026-04-01", "23:00"),
    ],
  });
  const { fast, whole } = fastAnswer({ world, rules: [hours, separate], today: "2026-06-30" });
  expect(fast).toEqual(whole);
  expect(fast.findings.map(({ ruleId, anchor }) => [ruleId, anchor])).toEqual([
    ["hours", "2026-04"],
    ["separate", ""],
  ]);
});
