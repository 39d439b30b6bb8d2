// What edits would do to a matrix: findings by what they are about, powers in words, delegations that end.
import { describe, expect, it } from "vitest";
import type { Edit } from "../../../../shared/domain/edit.ts";
import { designEffect } from "../../../../shared/rules/design/effect.ts";
import * as row from "../../../builders/rows.ts";

const day = "2026-03-02";
const rules = [row.rule("sep", "separate-duties", { duties: ["doc_make", "accept"], maxHeld: 1 })];
const facts = row.world({
  matters: [row.matter("m1")],
  steps: [row.step("s1", "m1", 1, "doc_make"), row.step("s2", "m1", 2, "accept")],
  people: [row.person("p1"), row.person("p2"), row.person("p3")],
  posts: [row.post("k1"), row.post("k2")],
  assignments: [
    row.assignment("a1", "p1", "k1"),
    row.assignment("a2", "p2", "k2"),
    row.assignment("a3", "p3", "k2"),
  ],
  authorities: [row.authority("u1", "s1", { postId: "k1" }), row.authority("u2", "s2", { postId: "k2" })],
  delegations: [row.delegation("g1", "u2", "p2", "p1", { until: "2026-06-01" })],
});
const effect = (...edits: Edit[]) => designEffect(facts, rules, edits, day);
const saved = (id: string, values: Record<string, string | number | null>): Edit => {
  const old = facts.authorities.find((one) => one.id === id);
  const { id: _, ...rest } = old ?? row.authority(id, "s1", {});
  return { op: "save", kind: "authorities", id, values: { ...rest, ...values } };
};

describe("the effect of edits", () => {
  it("is nothing for nothing, and for a row replaced by an equal one but for the delegation that leans on it", () => {
    const before = effect();
    expect(before).toMatchObject({ appearing: [], vanishing: [], people: [], endingDelegations: [] });
    expect(before.remaining).toBeGreaterThan(0);
    const same = effect(saved("u1", { docNo: "new" }));
    expect(same).toMatchObject({ appearing: [], vanishing: [], people: [], endingDelegations: [] });
    expect(same.remaining).toBe(before.remaining);
  });

  it("says which potential conflict goes with a delegation, who loses what, and what ends", () => {
    const { vanishing, people, endingDelegations } = effect({
      op: "end",
      kind: "delegations",
      id: "g1",
      until: day,
    });
    expect(vanishing.map(({ type, ruleId }) => [type, ruleId])).toEqual([["conflict", "sep"]]);
    expect(people).toEqual([
      {
        personId: "p1",
        gains: [],
        losses: [
          {
            zh: "“m1 / s2”，不限金额，受p2（p2）转授权，自 2026-03-02 至 2026-05-31",
            en: "“m1 / s2”, any amount, lent by p2 (p2), from 2026-03-02 to 2026-05-31",
          },
        ],
      },
    ]);
    expect(endingDelegations.map(({ id }) => id)).toEqual(["g1"]);
  });

  it("tells powers lost later, and everybody of the post", () => {
    const { people, vanishing, appearing } = effect({
      op: "end",
      kind: "authorities",
      id: "u2",
      until: "2027-01-01",
    });
    expect([vanishing, appearing]).toEqual([[], []]);
    expect(people.map(({ personId, losses }) => [personId, losses[0]?.en])).toEqual([
      ["p2", "“m1 / s2”, any amount, post “k2”, from 2027-01-01 on"],
      ["p3", "“m1 / s2”, any amount, post “k2”, from 2027-01-01 on"],
    ]);
  });

  it("tells a narrower range as one power lost and one gained, and a step that nobody can do as a gap", () => {
    const narrowed = effect(saved("u1", { upTo: 1_000_000 }));
    expect(narrowed.people).toMatchObject([
      {
        personId: "p1",
        gains: [{ en: "“m1 / s1”, up to CNY 10,000, post “k1”" }],
        losses: [{ en: "“m1 / s1”, any amount, post “k1”" }],
      },
    ]);
    const ended = effect({ op: "remove", kind: "authorities", id: "u1" });
    expect(ended.appearing.map(({ type, stepIds }) => [type, stepIds])).toContainEqual(["gap", ["s1"]]);
    expect(ended.vanishing.map(({ type }) => type).sort()).toEqual(["conflict", "sole-holder"]);
  });

  it("counts a rule's conflicts", () => {
    const [rule] = rules;
    const wider = { ...rule!, version: 2, parameters: { duties: ["doc_make", "accept"], maxHeld: 2 } };
    const ended = { ...rule!, inForce: { from: null, until: day } };
    const { vanishing } = designEffect(
      facts,
      rules,
      [
        { op: "rule", rule: ended },
        { op: "rule", rule: wider as typeof ended },
      ],
      day,
    );
    expect(vanishing.map(({ ruleId }) => ruleId)).toEqual(["sep"]);
  });
});
