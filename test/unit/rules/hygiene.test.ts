// The health of rules on small worlds worked by hand: what is told, by which rules, in which words.
import { expect, test } from "vitest";
import type { Rule } from "../../../shared/domain/rule.ts";
import type { World } from "../../../shared/domain/world.ts";
import { coreOf } from "../../../shared/rules/hygiene/core.ts";
import { groundOf } from "../../../shared/rules/hygiene/ground.ts";
import { hygieneOf } from "../../../shared/rules/hygiene/hygiene.ts";
import { isSubsumed } from "../../../shared/rules/hygiene/subsume.ts";
import * as row from "../../builders/rows.ts";

const today = "2026-03-05";
/** One matter: apply, approve (pay_approve implies approve), pay, record. */
const purchase = (given: Partial<World> = {}): World =>
  row.world({
    duties: [
      row.duty("ask", "execute", []),
      row.duty("agree", "verify", []),
      row.duty("agree_small", "verify", ["agree"]),
      row.duty("pay", "execute", []),
      row.duty("book", "record", []),
      row.duty("both", "record", ["pay", "book"]),
    ],
    matters: [row.matter("m1", { code: "M1", area: "gov_proc" })],
    steps: [
      row.step("s1", "m1", 1, "ask", { isRequired: true }),
      row.step("s2", "m1", 2, "agree", { isRequired: true }),
      row.step("s3", "m1", 3, "pay", { isRequired: true }),
    ],
    ...given,
  });
const told = (rules: readonly Rule[], type: string, world = purchase()) =>
  hygieneOf(world, rules, today).filter((finding) => finding.type === type);
const ids = (rules: readonly Rule[], type: string, world?: World) =>
  told(rules, type, world).map(({ ruleIds, isSmallest }) => [ruleIds.join("+"), isSmallest]);

const apart = (id: string, duties: string[], maxHeld = 1) =>
  row.rule(id, "separate-duties", { duties, maxHeld });
const one = (id: string, duties: string[]) => row.rule(id, "same-person", { duties });
const before = (id: string, earlier: string, later: string) =>
  row.rule(id, "sequence", { check: "before", earlier, later });

test("one hand and not one hand: the smallest set, other rules left out", () => {
  const rules = [
    apart("A", ["ask", "pay"]),
    apart("B", ["ask", "book"]),
    one("C", ["ask", "agree"]),
    one("D", ["agree", "pay"]),
  ];
  expect(ids(rules, "contradiction")).toEqual([["C+D+A", true]]);
  expect(ids(rules.slice(0, 3), "contradiction")).toEqual([]);
  expect(told(rules, "contradiction")[0]?.sentence.zh).toMatch(
    /C“.*”、D“.*”、A“.*”在“m1”里无法同时做到.*最小的一组/,
  );
});
test("never-together counts as apart, two persons as several hands", () => {
  const together = row.rule("A", "never-together", { duties: ["ask", "agree"], maxHeld: 1 });
  const two = row.rule("B", "two-person", { duty: "agree", minPersons: 2, isOdd: false, quietDays: 90 });
  expect(ids([together, one("C", ["ask", "agree"])], "contradiction")).toEqual([["C+A", true]]);
  expect(ids([two, one("C", ["ask", "agree"])], "contradiction")).toEqual([["C+B", true]]);
  expect(ids([two, one("C", ["ask", "pay"])], "contradiction")).toEqual([]);
});
test("scopes and days that never meet do not contradict; days that will meet say from when", () => {
  const here = { ...apart("A", ["ask", "pay"]), scope: { areas: null, matters: ["M1"] } };
  const there = { ...one("C", ["ask", "pay"]), scope: { areas: null, matters: ["M2"] } };
  expect(ids([here, there], "contradiction")).toEqual([]);
  const past = { ...one("C", ["ask", "pay"]), inForce: { from: null, until: "2026-03-05" } };
  expect(ids([here, past], "contradiction")).toEqual([]);
  const soon = { ...one("C", ["ask", "pay"]), inForce: { from: "2026-06-01", until: null } };
  expect(told([here, soon], "contradiction")[0]?.sentence.zh).toContain("自 2026-06-01 起");
});
test("orders in a circle; an order against that of the steps; one step that does both is no circle", () => {
  const circle = [before("A", "ask", "agree"), before("B", "agree", "pay"), before("C", "pay", "ask")];
  expect(ids(circle, "contradiction")).toEqual([["A+B+C", true]]);
  expect(ids(circle.slice(0, 2), "contradiction")).toEqual([]);
  const order = row.rule("O", "sequence", { check: "order" });
  expect(ids([order, before("C", "pay", "ask")], "contradiction")).toEqual([["C+O", true]]);
  const world = purchase({ steps: [row.step("s1", "m1", 1, "both"), row.step("s2", "m1", 2, "ask")] });
  expect(ids([before("A", "pay", "book"), before("B", "book", "pay")], "contradiction", world)).toEqual([]);
});
test("levels in a circle", () => {
  const above = (id: string, earlier: string, later: string) => row.rule(id, "seniority", { earlier, later });
  expect(ids([above("A", "ask", "agree"), above("B", "agree", "ask")], "contradiction")).toEqual([
    ["A+B", true],
  ]);
  expect(ids([above("A", "ask", "agree"), above("B", "agree", "pay")], "contradiction")).toEqual([]);
});
test("a step that carries what must be apart breaks the rule by itself", () => {
  const world = purchase({ steps: [row.step("s1", "m1", 1, "both"), row.step("s2", "m1", 2, "ask")] });
  expect(ids([apart("A", ["pay", "book"])], "contradiction", world)).toEqual([["A", true]]);
});
test("two persons where today's authority lets one", () => {
  const world = purchase({
    posts: [row.post("t1")],
    people: [row.person("p1"), row.person("p2")],
    assignments: [row.assignment("a1", "p1", "t1")],
    authorities: [row.authority("g1", "s2", { postId: "t1" })],
  });
  const two = row.rule("B", "two-person", { duty: "agree", minPersons: 2, isOdd: false, quietDays: 90 });
  expect(told([two], "contradiction", world)[0]?.sentence.zh).toContain("“m1（1 人）”");
  const enough = { ...world, assignments: [...world.assignments, row.assignment("a2", "p2", "t1")] };
  expect(ids([two], "contradiction", enough)).toEqual([]);
});

test("duplicates and subsumed rules name the rule that makes them redundant", () => {
  const rules = [
    apart("A", ["ask", "agree", "pay"]),
    apart("B", ["pay", "ask"]),
    apart("C", ["ask", "pay"]),
    apart("D", ["ask", "pay"], 2),
  ];
  expect(ids(rules, "duplicate")).toEqual([]);
  expect(ids(rules, "subsumed").map(([names]) => names)).toEqual(["B+A", "C+A", "D+A"]);
  expect(
    ids([apart("B", ["pay", "ask"]), apart("C", ["ask", "pay"])], "duplicate").map(([names]) => names),
  ).toEqual(["C+B"]);
});
test("implication: a specific duty is covered by the general one, not the other way round; a bridge spoils it", () => {
  const ground = groundOf(purchase(), [], today);
  const [small, general] = [apart("S", ["agree_small", "pay"]), apart("G", ["agree", "pay"])];
  expect(isSubsumed(small, general, ground)).toBe(true);
  expect(isSubsumed(general, small, ground)).toBe(false);
  // One act of "both" holds pay and book for the first, but only itself for the second.
  expect(isSubsumed(apart("N", ["pay", "book"]), apart("W", ["pay", "book", "both"]), ground)).toBe(false);
});
test("a wider rule that begins later does not subsume: its finding may fall before its first day", () => {
  const ground = groundOf(purchase(), [], today);
  const late = { ...apart("W", ["ask", "agree", "pay"]), inForce: { from: "2025-01-01", until: null } };
  const narrow = { ...apart("N", ["ask", "pay"]), inForce: { from: "2025-06-01", until: null } };
  expect(isSubsumed(narrow, late, ground)).toBe(false);
  expect(isSubsumed(narrow, { ...narrow, id: "X", inForce: late.inForce }, ground)).toBe(true);
});

test("rules that can find nothing say what is missing", () => {
  const rules = [
    apart("A", ["ask", "pay"], 2),
    apart("B", ["ask", "book"]),
    { ...apart("C", ["ask", "pay"]), scope: { areas: ["contract" as const], matters: null } },
    before("D", "agree", "agree_small"),
    row.rule("E", "never-together", { duties: ["ask", "book"], maxHeld: 1 }),
    { ...apart("F", ["ask", "pay"]), inForce: { from: null, until: "2020-01-01" } },
  ];
  expect(
    told(rules, "never-fires").map(({ ruleIds, sentence }) => [ruleIds[0], sentence.zh]),
  ).toMatchSnapshot();
});
test("steps and duties that no rule names", () => {
  expect(told([apart("A", ["ask", "pay"])], "uncovered")[0]?.sentence.zh).toContain("没有任何规则看到");
  const order = row.rule("O", "sequence", { check: "order" });
  expect(told([apart("A", ["ask", "pay"]), order], "uncovered")[0]?.sentence.zh).toContain(
    "只有权限、次序、在岗这类通用规则看到",
  );
  expect(told([apart("A", ["ask", "pay"])], "unnamed-duty")[0]?.sentence.zh).toContain("“agree”");
  expect(told([apart("A", ["ask", "agree", "pay"])], "unnamed-duty")).toEqual([]);
});

test("a core is irreducible, and the smallest where every smaller set was tried", () => {
  const fits = (sets: readonly number[]): boolean =>
    !(sets.includes(9) || (sets.includes(1) && sets.includes(2) && sets.includes(3)));
  expect(coreOf([1, 2, 3, 4, 9], fits)).toEqual({ items: [9], isSmallest: true });
  expect(coreOf([1, 2, 3, 4], fits)).toEqual({ items: [1, 2, 3], isSmallest: true });
  expect(coreOf([1, 2, 4], fits)).toBeNull();
});

test("a rule that ended before the first approval is alive where a case is recorded as closed before that", () => {
  const ended = row.rule(
    "A",
    "concentration",
    { check: "duty-share", permille: 500, minDuties: 2, quietDays: 91 },
    { inForce: { from: null, until: "2026-02-01" } },
  );
  const world = (closedOn: string) =>
    purchase({
      people: [row.person("p1")],
      cases: [row.caseOf("c1", "m1", { closedOn })],
      approvals: [row.approval("a1", "c1", "s1", "p1", row.at("2026-02-10"))],
    });
  expect(ids([ended], "never-fires", world("2026-02-12"))).toEqual([["A", false]]);
  expect(ids([ended], "never-fires", world("2026-01-31"))).toEqual([]);
});
