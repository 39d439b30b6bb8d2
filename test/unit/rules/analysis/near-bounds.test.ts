// Cases around a bound, and the findings about amounts with what they stay below.
import { describe, expect, it } from "vitest";
import { amountFindings, nearBounds, pricedIn } from "../../../../shared/rules/analysis/near-bounds.ts";
import { indexFacts } from "../../../../shared/rules/facts.ts";
import * as row from "../../../builders/rows.ts";

const period = { from: "2026-01-01", until: "2026-03-03" };
const worldOf = (amounts: readonly number[], requesterId: string | null = null) =>
  row.world({
    matters: [row.matter("m1")],
    steps: [row.step("s1", "m1", 1, "approve")],
    people: [row.person("p1")],
    authorities: [
      row.authority("u1", "s1", { personId: "p1", upTo: 1_000 }),
      row.authority("u2", "s1", { personId: "p1", over: 1_000, upTo: 2_000 }),
    ],
    cases: amounts.map((amount, nth) =>
      row.caseOf(`c${nth}`, "m1", { amount, openedOn: "2026-02-02", requesterId }),
    ),
  });
const around = (amounts: readonly number[]) => {
  const view = indexFacts(worldOf(amounts), "2026-03-02");
  return nearBounds(view, pricedIn(view, period).get("m1") ?? [], [1_000, 2_000]);
};

describe("cases around a bound", () => {
  it("counts (0.9, 1] as near and (0.8, 0.9] as below, the edges as the bound's own", () => {
    const [first, second] = around([800, 801, 900, 901, 1_000, 1_001, 1_800]);
    expect(first).toMatchObject({ upTo: 1_000, near: 2, below: 2 });
    expect(second).toMatchObject({ upTo: 2_000, near: 0, below: 1 });
  });
  it("puts each case into its twentieth from 70 to 130 percent", () => {
    const [first] = around([700, 701, 750, 1_000, 1_001, 1_300, 1_301]);
    expect(first?.bins).toEqual([2, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1]);
  });
  it("leaves out what lies outside the period", () => {
    const view = indexFacts(worldOf([900]), "2026-03-02");
    expect(pricedIn(view, { from: "2026-02-03", until: "2026-03-03" }).size).toBe(0);
  });
});

describe("findings about amounts", () => {
  const view = indexFacts(worldOf([950, 980, 1_950], "p1"), "2026-03-02");
  it("asks the unit's own tiers where no rule does, and names the tier", () => {
    const found = amountFindings(view, [], period);
    expect(found.map(({ rule, ceiling, finding }) => [rule.id, ceiling, finding.caseIds])).toEqual([
      ["tiers-requester", 1_000, ["c0", "c1"]],
    ]);
  });
  it("does not ask twice what a rule of the unit asks", () => {
    const own = row.rule("OWN", "split-amount", {
      test: "behavioural",
      by: "requester",
      ceiling: null,
      nearPermille: 900,
      windowDays: 30,
      minCases: 2,
    });
    expect(amountFindings(view, [own], period).map(({ rule }) => rule.id)).toEqual(["OWN"]);
  });
  it("takes a statutory threshold and a crowded tier from their rules", () => {
    const crowding = row.rule("CROWD", "tempo", {
      check: "crowding",
      ceiling: null,
      nearPermille: 900,
      belowPermille: 800,
      times: 1,
      minCases: 2,
    });
    const found = amountFindings(view, [crowding], period).filter(({ rule }) => rule.id === "CROWD");
    expect(found.map(({ ceiling, finding }) => [ceiling, finding.caseIds])).toEqual([[1_000, ["c0", "c1"]]]);
  });
});
