// What the staffing problem takes from rows and rules: seats, ways of taking them, absences, weights, amounts.
import { describe, expect, it } from "vitest";
import type { Rule } from "../../../../shared/domain/rule.ts";
import type { World } from "../../../../shared/domain/world.ts";
import { bindingRules } from "../../../../shared/rules/analysis/demands.ts";
import { pathOf } from "../../../../shared/rules/analysis/path.ts";
import { indexFacts } from "../../../../shared/rules/facts.ts";
import { problemOf, staffingPath } from "../../../../shared/rules/staffing/problem-of.ts";
import * as row from "../../../builders/rows.ts";

const day = "2026-03-02";
const matter = row.matter("m1");

/** Two steps: apply by everybody in post `handler`, accept by post `section`. */
const unit = (given: Partial<World> = {}): World =>
  row.world({
    departments: [row.department("d1"), row.department("d2")],
    matters: [matter],
    steps: [row.step("s1", "m1", 1, "apply"), row.step("s2", "m1", 2, "accept")],
    posts: [row.post("handler"), row.post("section", { level: "section", departmentId: "d2" })],
    people: [row.person("ann"), row.person("bob"), row.person("cai")],
    assignments: [
      row.assignment("a1", "ann", "handler"),
      row.assignment("a2", "bob", "handler"),
      row.assignment("a3", "cai", "section"),
    ],
    authorities: [
      row.authority("u1", "s1", { postId: "handler", upTo: 5_000 }),
      row.authority("u2", "s2", { postId: "section" }),
    ],
    ...given,
  });

function made(world: World, rules: readonly Rule[] = [], amount: number | null = 5_000) {
  const view = indexFacts(world, day);
  const path = pathOf(view, matter, amount, day, staffingPath);
  const of = problemOf(view, bindingRules(view, rules), path);
  const { problem, ways } = of;
  const takersOn = (slot: number): string[] =>
    (problem.allowed[slot] ?? []).map((taker) => {
      const way = ways[taker];
      return way?.onBehalfOfId ? `${way.personId} for ${way.onBehalfOfId}` : (way?.personId ?? "?");
    });
  return { ...of, takersOn };
}
const two = (given: object = {}): Rule =>
  row.rule("T", "two-person", { duty: "accept", minPersons: 2, isOdd: false, ...given } as never);

describe("seats", () => {
  it("are one a step", () => {
    expect(made(unit()).problem.slots).toEqual([
      { stepId: "s1", seat: 0 },
      { stepId: "s2", seat: 0 },
    ]);
  });
  it("are as many as the largest number of people asked for there", () => {
    const { problem } = made(unit(), [two(), { ...two({ minPersons: 3 }), id: "T3" }]);
    expect(problem.slots.map(({ stepId, seat }) => `${stepId}.${seat}`)).toEqual([
      "s1.0",
      "s2.0",
      "s2.1",
      "s2.2",
    ]);
    expect(problem.constraints).toMatchObject([
      { type: "many", least: 2, most: null, slots: [1, 2, 3], source: "T" },
      { type: "many", least: 3, source: "T3" },
    ]);
  });
  it("are odd where the number must be", () => {
    expect(made(unit(), [two({ minPersons: 4, isOdd: true })]).problem.slots).toHaveLength(6);
  });
  it("pass over steps that are outside or not required", () => {
    const world = unit();
    const steps = world.steps.map((step) => (step.id === "s2" ? { ...step, isRequired: false } : step));
    expect(made({ ...world, steps }).problem.slots).toHaveLength(1);
  });
});

describe("takers", () => {
  it("are within their amount", () => {
    expect(made(unit()).takersOn(0)).toEqual(["ann", "bob"]);
    expect(made(unit(), [], 5_001).takersOn(0)).toEqual([]);
    expect(made(unit(), [], 5_001).takersOn(1)).toEqual(["cai"]);
  });
  it("stay while a planned absence lasts, and go where its end is not known", () => {
    const planned = [row.absence("b", "ann", "2026-03-01", "2026-04-01")];
    const open = [row.absence("b", "ann", "2026-03-01", null)];
    const later = [row.absence("b", "ann", "2026-03-03", null)];
    expect(made(unit({ absences: planned })).takersOn(0)).toEqual(["ann", "bob"]);
    expect(made(unit({ absences: open })).takersOn(0)).toEqual(["bob"]);
    expect(made(unit({ absences: later })).takersOn(0)).toEqual(["ann", "bob"]);
  });
  it("act for each giver apart, each credited alone beside the actor", () => {
    const world = unit({
      delegations: [row.delegation("g1", "u1", "ann", "cai"), row.delegation("g2", "u1", "bob", "cai")],
    });
    const { takersOn, problem } = made(world);
    expect(takersOn(0)).toEqual(["ann", "bob", "cai for ann", "cai for bob"]);
    const credits = (problem.allowed[0] ?? []).map((taker) => problem.takers[taker]?.credited);
    expect(credits).toEqual([[0], [1], [0, 2], [1, 2]]);
  });
  it("may act in their own right and on behalf", () => {
    const world = unit({ delegations: [row.delegation("g1", "u1", "ann", "bob")] });
    expect(made(world).takersOn(0)).toEqual(["ann", "bob", "bob for ann"]);
  });
  it("of a loan whose giver may not lend are none", () => {
    const world = unit({ delegations: [row.delegation("g1", "u1", "cai", "cai2")] });
    world.people.push(row.person("cai2"));
    expect(made(world).takersOn(0)).toEqual(["ann", "bob"]);
  });
  it("count the giver among the people", () => {
    const world = unit({ delegations: [row.delegation("g1", "u2", "cai", "ann")] });
    expect(made(world).problem.people).toEqual(["ann", "bob", "cai"]);
  });
});

describe("bounds", () => {
  const rule = row.rule("S", "separate-duties", { duties: ["apply", "accept"], maxHeld: 1 });
  it("name their rule and weigh by its severity", () => {
    const bounds = made(unit(), [
      rule,
      { ...rule, id: "M", severity: "medium" },
      { ...rule, id: "L", severity: "low" },
    ]).problem.constraints;
    expect(bounds.map(({ source, weight, type }) => [source, weight, type])).toEqual([
      ["S", 9, "few"],
      ["M", 3, "few"],
      ["L", 1, "few"],
    ]);
  });
  it("leave out rules of other matters and other days", () => {
    const elsewhere: Rule = { ...rule, id: "E", scope: { areas: null, matters: ["other"] } };
    const ended: Rule = { ...rule, id: "O", inForce: { from: null, until: day } };
    expect(made(unit(), [elsewhere, ended]).problem.constraints).toEqual([]);
  });
  it("collect by department where units must be apart", () => {
    const { problem } = made(unit(), [
      row.rule("U", "separate-units", { duties: ["apply", "accept"], maxHeld: 1, unit: "department" }),
    ]);
    expect(problem.constraints).toMatchObject([
      { type: "few", most: 1, holders: [[0], [0], [1]], labels: [[1], [0]] },
    ]);
  });
  it("say who is related to whom, each pair once", () => {
    const world = unit({ relations: [row.relation("r", "cai", { otherPersonId: "ann", type: "spouse" })] });
    const { problem } = made(world, [
      row.rule("K", "relation", {
        duties: [],
        otherDuties: [],
        counterpart: "actor",
        types: ["spouse"],
        lookbackYears: 0,
      }),
    ]);
    expect(problem.constraints).toMatchObject([
      { type: "unrelated", left: [0, 1], right: [0, 1], related: [[0, 2]] },
    ]);
  });
  it("rise by the rank acted on", () => {
    const { problem } = made(unit(), [row.rule("R", "seniority", { earlier: "apply", later: "accept" })]);
    expect(problem.constraints).toMatchObject([
      { type: "rising", earlier: [0], later: [1], rank: [1, 1, 2] },
    ]);
  });
  it("count experts by person", () => {
    const world = unit({ qualifications: [row.qualification("q", "cai", "expert")] });
    const { problem } = made(world, [two({ experts: { qualification: "expert", atLeast: 2, of: 3 } })]);
    expect(problem.constraints).toMatchObject([
      { experts: { has: [false, false, true], atLeast: 2, of: 3 }, counted: [0, 1, 2] },
    ]);
  });
});
