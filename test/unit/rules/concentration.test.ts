// concentration: duties and types of one person in a case, suppliers of a year, single sources of some months.
import { describe, expect, it } from "vitest";
import type { Case } from "../../../shared/domain/approval.ts";
import * as row from "../../builders/rows.ts";
import { findingsOf, idsOf, judge, only } from "./found.ts";

const base = {
  departments: [row.department("d1")],
  suppliers: ["f1", "f2", "f3"].map((id) => row.supplier(id)),
  matters: [row.matter("m1")],
  steps: ["apply", "review", "approve", "pay_execute", "record"].map((duty, index) =>
    row.step(`s${index + 1}`, "m1", index + 1, duty, { isTerminal: duty === "record" }),
  ),
  people: [row.person("p1"), row.person("p2"), row.person("bot", { isSystem: true })],
  cases: [row.caseOf("c1", "m1")],
};
const act = (id: string, step: string, person: string | null, day: string, given = {}) =>
  row.approval(id, "c1", step, person, row.at(day), given);
const of = (id: string, day: string | null, given: Partial<Case>) =>
  row.caseOf(id, "m1", { requesterId: "p1", openedOn: day, ...given });

describe("concentration, duty-share", () => {
  const rule = row.rule("share", "concentration", {
    check: "duty-share",
    permille: 500,
    minDuties: 4,
    quietDays: 30,
  });
  const four = [
    act("v1", "s1", "p1", "2026-03-01"),
    act("v2", "s2", "p1", "2026-03-02"),
    act("v3", "s3", "p2", "2026-03-03"),
    act("v4", "s4", "p2", "2026-03-04", { onBehalfOfId: "p1" }),
  ];

  it("waits for the case to close, then names who did more than the share", () => {
    const world = row.world({ ...base, approvals: four });
    expect(judge(rule, world, "2026-04-02")).toMatchObject({ findings: [], notYetJudged: 1 });
    const finding = only(rule, world, "2026-04-03");
    expect(finding).toMatchObject({
      groupKey: "c1",
      subject: "p1",
      day: "2026-04-03",
      personIds: ["p1"],
    });
    expect(idsOf(finding)).toEqual(["v1", "v2", "v4"]);
  });

  it("counts each duty once, and needs more than the share of enough duties", () => {
    const even = [
      ...four.slice(0, 3),
      act("v4", "s4", "p2", "2026-03-04"),
      act("v5", "s1", "p1", "2026-03-05"),
    ];
    expect(findingsOf(rule, row.world({ ...base, approvals: even }))).toEqual([]);
    const three = [...four.slice(0, 3), act("v4", "s1", "p1", "2026-03-04")];
    expect(findingsOf(rule, row.world({ ...base, approvals: three }))).toEqual([]);
    const terminal = [...four, act("v5", "s5", "bot", "2026-03-09")];
    expect(only(rule, row.world({ ...base, approvals: terminal })).day).toBe("2026-03-09");
  });

  it("needs a matter with so many different duties", () => {
    const steps = base.steps.slice(0, 3);
    const { notApplicable } = judge(rule, row.world({ ...base, steps }));
    expect(notApplicable).toHaveLength(1);
  });
});

describe("concentration, type-span", () => {
  const rule = row.rule("span", "concentration", {
    check: "type-span",
    types: ["initiate", "authorise", "execute"],
    min: 2,
  });

  it("finds the act with which the types are too many, and names every act of theirs", () => {
    const approvals = [
      act("v1", "s1", "p1", "2026-03-01"),
      act("v2", "s2", "p1", "2026-03-02"),
      act("v3", "s3", "p1", "2026-03-03"),
      act("v4", "s4", "p1", "2026-03-04"),
      act("v5", "s1", "p2", "2026-03-05"),
    ];
    const finding = only(rule, row.world({ ...base, approvals }));
    expect(finding).toMatchObject({ subject: "p1", anchor: "", day: "2026-03-03", personIds: ["p1"] });
    expect(idsOf(finding)).toEqual(["v1", "v3", "v4"]);
    expect(finding.sentence.zh).toContain("一人办理发起、审批和执行 3 类职责");
    expect(findingsOf(rule, row.world({ ...base, approvals: approvals.slice(0, 2) }))).toEqual([]);
  });

  it("cannot be asked where the steps carry too few of the types", () => {
    const steps = [row.step("s1", "m1", 1, "apply"), row.step("s2", "m1", 2, "review")];
    expect(judge(rule, row.world({ ...base, steps })).notApplicable).toHaveLength(1);
  });
});

describe("concentration, supplier-share", () => {
  const asked = { check: "supplier-share", permille: 500, minCases: 4 } as const;
  const rule = row.rule("supplier", "concentration", { ...asked, by: "requester" });
  const byUnit = row.rule("supplier", "concentration", { ...asked, by: "department" });
  const cases = [
    of("c1", "2026-01-05", { supplierId: "f1" }),
    of("c2", "2026-02-05", { supplierId: "f2" }),
    of("c3", "2026-03-05", { supplierId: "f1" }),
    of("c4", "2026-04-05", { supplierId: "f3", amount: 7 }),
    of("c5", "2025-12-31", { supplierId: "f1" }),
    of("c6", "2026-04-05", { supplierId: null }),
  ];

  it("finds a supplier with the share or more of a year", () => {
    const finding = only(rule, row.world({ ...base, cases }));
    expect(finding).toMatchObject({
      groupKey: '["p1",2026]',
      subject: "f1",
      anchor: "2026",
      day: "2026-03-05",
      personIds: ["p1"],
    });
    expect(idsOf(finding)).toEqual(["c1", "c3"]);
  });

  it("is silent below the share and below the number of cases", () => {
    const fifth = of("c7", "2026-05-05", { supplierId: "f2" });
    const five = [...cases.filter(({ id }) => id !== "c2"), { ...fifth, supplierId: "f3" }];
    expect(findingsOf(rule, row.world({ ...base, cases: [...cases, fifth] }))).toEqual([]);
    expect(findingsOf(rule, row.world({ ...base, cases: five }))).toHaveLength(2);
    expect(findingsOf(rule, row.world({ ...base, cases: cases.slice(0, 3) }))).toEqual([]);
  });

  it("goes by department where it is asked to, and says what is missing", () => {
    const ofUnit = cases.map((one) => ({ ...one, departmentId: "d1", requesterId: null }));
    const finding = only(byUnit, row.world({ ...base, cases: ofUnit }));
    expect(finding).toMatchObject({ groupKey: '["d1",2026]', departmentId: "d1", personIds: [] });
    expect(judge(byUnit, row.world({ ...base, cases })).notApplicable).toHaveLength(1);
  });
});

describe("concentration, single-source", () => {
  const rule = row.rule("single", "concentration", {
    check: "single-source",
    permille: 500,
    minCases: 2,
    months: 3,
  });
  const single = (id: string, day: string, supplierId: string, amount: number, given: Partial<Case> = {}) =>
    of(id, day, { supplierId, amount, method: "single_source", ...given });

  it("finds a supplier with more than the share of the months before one of its cases, once a year", () => {
    const cases = [
      single("c1", "2025-12-10", "f1", 300),
      single("c2", "2026-01-10", "f2", 301),
      single("c3", "2026-02-10", "f1", 2),
      single("c4", "2026-03-10", "f1", 400),
      single("c5", "2026-04-20", "f1", 10),
      single("c6", "2026-04-20", "f1", 10, { method: "inquiry" }),
    ];
    const finding = only(rule, row.world({ ...base, cases }));
    expect(finding).toMatchObject({
      groupKey: "f1",
      subject: "f1",
      anchor: "2026",
      day: "2026-02-10",
      personIds: ["p1"],
    });
    expect(idsOf(finding)).toEqual(["c1", "c3", "c4", "c5"]);
  });

  it("leaves the case of exactly so many months ago out of the window", () => {
    const cases = [single("c1", "2026-01-10", "f1", 100), single("c2", "2026-04-10", "f1", 100)];
    expect(findingsOf(rule, row.world({ ...base, cases }))).toEqual([]);
    const later = [single("c1", "2026-01-11", "f1", 100), single("c2", "2026-04-10", "f1", 100)];
    expect(findingsOf(rule, row.world({ ...base, cases: later }))).toHaveLength(1);
  });

  it("asks for more than the share, and for a case of a single source", () => {
    const even = [
      single("c1", "2026-01-10", "f2", 200),
      single("c2", "2026-01-11", "f1", 100),
      single("c3", "2026-01-12", "f1", 100),
    ];
    expect(findingsOf(rule, row.world({ ...base, cases: even }))).toEqual([]);
    const inquiry = even.map((one) => ({ ...one, method: "inquiry" as const }));
    expect(judge(rule, row.world({ ...base, cases: inquiry })).notApplicable).toHaveLength(1);
  });
});
