// What was looked at and let pass is counted: exempt by the norm, or below the sum; what was found is not in it.
import { describe, expect, it } from "vitest";
import type { Case } from "../../../shared/domain/approval.ts";
import { checkView } from "../../../shared/rules/check.ts";
import { passedOver } from "../../../shared/rules/explain/passed-over.ts";
import { indexFacts } from "../../../shared/rules/facts.ts";
import * as row from "../../builders/rows.ts";

const today = "2026-06-30";
const bought = (id: string, project: string, amount: number, given: Partial<Case> = {}) =>
  row.caseOf(id, "m1", {
    departmentId: "d1",
    budgetProject: project,
    category: "x",
    openedOn: "2026-02-01",
    amount,
    ...given,
  });

describe("passed over", () => {
  it("counts tenders and approved changes as exempt, small groups as below, and leaves out what was found", () => {
    const rule = row.rule("stat", "split-amount", { test: "statutory", threshold: 1_000, minCases: 2 });
    const cases = [
      bought("c1", "b1", 600),
      bought("c2", "b1", 600),
      bought("c3", "b2", 100),
      bought("c4", "b2", 100),
      bought("c5", "b3", 100),
      bought("c6", "b1", 900, { method: "open_tender" }),
      bought("c7", "b1", 900, { isChangeApproved: true }),
    ];
    const view = indexFacts(row.world({ matters: [row.matter("m1")], cases }), today);
    const { findings } = checkView(view, [rule]);
    expect(findings).toHaveLength(1);
    const { exempt, below } = passedOver(view, [rule], findings);
    expect(exempt.map(({ ruleId, ids }) => [ruleId, ids])).toEqual([["stat", ["c6", "c7"]]]);
    expect(below.map(({ ruleId, ids }) => [ruleId, ids.length])).toEqual([["stat", 1]]);
  });

  it("asks each version of a rule about its own days alone", () => {
    const of = (version: number, from: string | null, until: string | null) => ({
      ...row.rule("stat", "split-amount", { test: "statutory", threshold: 1_000, minCases: 2 }),
      version,
      inForce: { from, until },
    });
    const cases = [
      bought("c1", "b1", 900, { method: "open_tender" }),
      bought("c2", "b1", 900, { method: "open_tender", openedOn: "2026-05-01" }),
      bought("c3", "b2", 100),
      bought("c4", "b2", 100, { openedOn: "2026-05-01" }),
    ];
    const view = indexFacts(row.world({ matters: [row.matter("m1")], cases }), today);
    const versions = [of(1, null, "2026-04-01"), of(2, "2026-04-01", null)];
    const { exempt, below } = passedOver(view, versions, []);
    expect(exempt.map(({ ids }) => ids)).toEqual([["c1"], ["c2"]]);
    expect(below).toHaveLength(1);
  });

  it("counts acts after the due day that an exemption covers, and says nothing where there are none", () => {
    const rule = row.rule("lim", "tenure", { check: "limit" });
    const base = {
      matters: [row.matter("m1")],
      steps: [row.step("s1", "m1", 1, "cashier")],
      posts: [row.post("k1", { isKey: true, tenureLimitMonths: 36 })],
      people: [row.person("p1")],
      cases: [row.caseOf("c1", "m1")],
      assignments: [row.assignment("a1", "p1", "k1", { from: "2023-03-31" })],
      approvals: [row.approval("v1", "c1", "s1", "p1", row.at("2026-04-02"))],
    };
    const exemptions = [row.exemption("e1", "p1", "k1", "2026-03-01", "2026-06-01")];
    const covered = indexFacts(row.world({ ...base, exemptions }), today);
    expect(passedOver(covered, [rule], []).exempt).toMatchObject([{ ruleId: "lim", ids: ["v1"] }]);
    const bare = indexFacts(row.world(base), today);
    expect(passedOver(bare, [rule], checkView(bare, [rule]).findings)).toEqual({ exempt: [], below: [] });
  });
});
