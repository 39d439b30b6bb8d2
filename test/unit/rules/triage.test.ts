// Triage: each factor moves the score as its page says, and the order hangs on content alone.
import { expect, test } from "vitest";
import { byTriage, type Lead, moneyBand, triage } from "../../../shared/rules/triage.ts";

const wan = 1_000_000;
const lead = (id: string, rest: Partial<Lead> = {}): Lead => ({
  id,
  ruleId: "R1",
  severity: "high",
  basis: "actual",
  amount: 50 * wan,
  day: "2026-03-01",
  personIds: ["p1"],
  departmentId: null,
  isSettled: false,
  ...rest,
});
const scoreOf = (leads: readonly Lead[], id: string) => triage(leads).get(id);

test("money counts by powers of ten, an unknown amount least", () => {
  expect([null, 0, wan - 1, wan, 10 * wan, 100 * wan, 1_000 * wan, 10_000 * wan].map(moneyBand)).toEqual([
    1, 1, 1, 2, 3, 4, 5, 6,
  ]);
});

test("the score is the product of its parts", () => {
  expect(scoreOf([lead("a")], "a")).toEqual({
    score: 18,
    money: 3,
    severity: 3,
    novelty: 2,
    is: "first",
    alike: 1,
  });
});

test("the first of a pattern stands for it, the rest say nothing new", () => {
  const leads = [
    lead("c", { day: "2026-03-03" }),
    lead("a", { day: "2026-03-01" }),
    lead("b", { day: "2026-03-02" }),
    lead("other", { personIds: ["p2"] }),
  ];
  const of = triage(leads);
  expect(["a", "b", "c", "other"].map((id) => of.get(id)?.is)).toEqual([
    "pattern",
    "repeat",
    "repeat",
    "first",
  ]);
  expect(leads.toSorted(byTriage(of)).map(({ id }) => id)).toEqual(["a", "other", "c", "b"]);
});

test("once somebody has judged one of a pattern none of it is new, and the judged come last", () => {
  const leads = [lead("a", { isSettled: true }), lead("b"), lead("c", { day: "2026-03-02" })];
  const of = triage(leads);
  expect([...of.values()].every(({ is }) => is === "repeat")).toBe(true);
  expect(leads.toSorted(byTriage(of)).map(({ id }) => id)).toEqual(["c", "b", "a"]);
});

test("without people the department makes the pattern, and the order given does not matter", () => {
  const leads = ["x", "y", "z"].map((id, at) =>
    lead(id, { personIds: [], departmentId: at === 2 ? "d2" : "d1" }),
  );
  expect(triage(leads)).toEqual(new Map([...triage(leads.toReversed())]));
  expect(scoreOf(leads, "y")?.alike).toBe(2);
  expect(scoreOf(leads, "z")?.is).toBe("first");
});
