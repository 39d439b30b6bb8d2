// The oracle against hand-worked expectations: the four checks of concentration.
import { expect, it } from "vitest";
import type { Case } from "../../shared/domain/approval.ts";
import type { World } from "../../shared/domain/world.ts";
import * as row from "../builders/rows.ts";
import { at, rule } from "../builders/rows.ts";
import { oracle } from "./check.ts";
import { check, ids, purchase, today } from "./purchase.ts";

it("duty-share: one person's share of the duties done, once the case is closed", () => {
  const share = rule("r", "concentration", {
    check: "duty-share",
    permille: 500,
    minDuties: 3,
    quietDays: 10,
  });
  const world = purchase({
    approvals: [
      row.approval("v1", "c", "s1", "ann", at("2026-03-02")),
      row.approval("v2", "c", "s2", "ann", at("2026-03-03")),
      row.approval("v3", "c", "s3", "bo", at("2026-03-04")),
      row.approval("v4", "c", "s4", null, at("2026-03-05")),
    ],
  });
  const [found, ...more] = check(world, share).findings;
  expect(more).toEqual([]);
  expect(found).toMatchObject({ groupKey: "c", subject: "ann", day: "2026-03-15", personIds: ["ann"] });
  expect(ids(found)).toEqual(["v1", "v2"]);
  expect(oracle(world, [share], "2026-03-14")).toMatchObject({ findings: [], notYetJudged: 1 });
  const fourth = {
    ...world,
    approvals: world.approvals.map((act) => ({ ...act, personId: act.personId ?? "bo" })),
  };
  expect(check(fourth, share).findings).toEqual([]);
  const five = rule("r", "concentration", { check: "duty-share", permille: 500, minDuties: 5 });
  expect(check(world, five).notApplicable).toEqual(["r"]);
});

it("type-span: one person over so many types of duty", () => {
  const span = (min: number) =>
    rule("r", "concentration", { check: "type-span", types: ["initiate", "authorise", "custody"], min });
  const world = purchase({
    approvals: [
      row.approval("v1", "c", "s1", "ann", at("2026-03-02")),
      row.approval("v2", "c", "s3", "ann", at("2026-03-03")),
      row.approval("v3", "c", "s2", "bo", at("2026-03-04"), { onBehalfOfId: "ann" }),
      row.approval("v4", "c", "s1", "ann", at("2026-03-05")),
    ],
  });
  const [found, ...more] = check(world, span(2)).findings;
  expect(more).toEqual([]);
  expect(found).toMatchObject({ groupKey: "c", subject: "ann", day: "2026-03-04" });
  expect(ids(found)).toEqual(["v1", "v3", "v4"]);
  expect(check(world, span(3)).findings).toEqual([]);
  const never = rule("r", "concentration", { check: "type-span", types: ["record", "custody"], min: 2 });
  expect(check(world, never).notApplicable).toEqual(["r"]);
});

const bought = (...cases: [id: string, supplier: string, openedOn: string, given?: Partial<Case>][]): World =>
  purchase({
    departments: [row.department("d1"), row.department("d2")],
    suppliers: [row.supplier("u"), row.supplier("w")],
    cases: cases.map(([id, supplierId, openedOn, given]) =>
      row.caseOf(id, "m", { supplierId, openedOn, amount: 100, requesterId: "ann", ...given }),
    ),
  });

it("supplier-share: so many of one requester's cases of a year go to one supplier", () => {
  const share = (permille: number, by: "requester" | "department" = "requester") =>
    rule("r", "concentration", { check: "supplier-share", by, permille, minCases: 3 });
  const world = bought(
    ["c1", "u", "2026-01-01"],
    ["c2", "u", "2026-03-01", { amount: null }],
    ["c3", "w", "2026-03-02"],
    ["c4", "w", "2025-12-31"],
    ["c5", "w", "2026-03-03", { requesterId: "bo" }],
  );
  const [found, ...more] = check(world, share(666)).findings;
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    groupKey: '["ann",2026]',
    subject: "u",
    anchor: "2026",
    day: "2026-03-01",
    amount: 100,
    personIds: ["ann"],
  });
  expect(ids(found)).toEqual(["c1", "c2"]);
  expect(check(world, share(667)).findings).toEqual([]);
  expect(check(world, share(333)).findings.map(({ subject }) => subject)).toEqual(["u", "w"]);
  expect(check(world, share(0, "department")).notApplicable).toEqual(["r"]);
});

it("single-source: so much of the last months goes to one supplier", () => {
  const heavy = (months: number, permille = 600) =>
    rule("r", "concentration", { check: "single-source", permille, minCases: 2, months });
  const sole = (amount: number): Partial<Case> => ({ method: "single_source", amount });
  const world = bought(
    ["c1", "u", "2024-03-01", sole(100)],
    ["c2", "w", "2025-12-01", sole(100)],
    ["c3", "u", "2026-03-01", sole(200)],
    ["c4", "u", "2026-03-02", sole(300)],
    ["c5", "u", "2026-03-03"],
  );
  const [found, ...more] = check(world, heavy(24)).findings;
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    groupKey: "u",
    subject: "u",
    anchor: "2026",
    day: "2026-03-02",
    amount: 500,
  });
  expect(ids(found)).toEqual(["c3", "c4"]);
  // A month more takes in the case of exactly 24 months before: three quarters by then.
  expect(oracle(world, [heavy(25)], today).findings.map(({ day }) => day)).toEqual(["2026-03-01"]);
  expect(ids(check(world, heavy(25)).findings[0])).toEqual(["c1", "c3", "c4"]);
  expect(check(world, heavy(24, 900)).findings).toEqual([]);
});
