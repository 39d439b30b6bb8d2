// The oracle against hand-worked expectations: separate-duties, never-together, two-person.
import { describe, expect, it } from "vitest";
import type { World } from "../../shared/domain/world.ts";
import * as row from "../builders/rows.ts";
import { at, rule } from "../builders/rows.ts";
import { oracle } from "./check.ts";
import { check, ids, purchase, today } from "./purchase.ts";

describe("separate-duties", () => {
  const apart = rule("r", "separate-duties", { duties: ["pay_apply", "pay_approve"], maxHeld: 1 });

  it("finds one person doing both, on the day of the second, with the acts that tell", () => {
    const world = purchase({
      approvals: [
        row.approval("v3", "c", "s3", "ann", at("2026-03-04")),
        row.approval("v2", "c", "s2", "ann", at("2026-03-03"), { postId: "t1" }),
        row.approval("v1", "c", "s1", "ann", at("2026-03-02"), { action: "submit" }),
      ],
    });
    expect(check(world, apart)).toEqual({
      findings: [
        {
          ruleId: "r",
          ruleVersion: 1,
          groupKey: "c",
          subject: "ann",
          anchor: "",
          basis: "actual",
          severity: "high",
          personIds: ["ann"],
          caseIds: ["c"],
          matterId: "m",
          departmentId: "d1",
          amount: 500,
          day: "2026-03-03",
          from: null,
          until: null,
          evidence: [
            { kind: "approval", id: "v1" },
            { kind: "approval", id: "v2" },
          ],
        },
      ],
      notApplicable: [],
      notYetJudged: 0,
    });
  });

  it("counts what a duty implies, and one step may hold several of the set", () => {
    const implied = rule("r", "separate-duties", { duties: ["pay_execute", "cash_custody"], maxHeld: 1 });
    const world = purchase({ approvals: [row.approval("v", "c", "s4", "ann", at("2026-03-02"))] });
    expect(check(world, implied).findings.map(({ subject }) => subject)).toEqual(["ann"]);
  });

  it("credits the principal of a system account, and both actor and principal of a person", () => {
    const world = purchase({
      approvals: [
        row.approval("v1", "c", "s1", "bot", at("2026-03-02"), { onBehalfOfId: "ann" }),
        row.approval("v2", "c", "s2", "bo", at("2026-03-03"), { onBehalfOfId: "ann" }),
      ],
    });
    expect(check(world, apart).findings.map(({ subject }) => subject)).toEqual(["ann"]);
  });

  it("credits the giver of the only covering delegation, but not beside an authority of one's own", () => {
    const lent = {
      authorities: [row.authority("g", "s2", { personId: "ann", upTo: 1000 })],
      delegations: [row.delegation("e", "g", "ann", "bo")],
      approvals: [
        row.approval("v1", "c", "s1", "ann", at("2026-03-02")),
        row.approval("v2", "c", "s2", "bo", at("2026-03-03")),
      ],
    };
    expect(check(purchase(lent), apart).findings.map(({ subject }) => subject)).toEqual(["ann"]);
    const own = [...lent.authorities, row.authority("g2", "s2", { personId: "bo" })];
    expect(check(purchase({ ...lent, authorities: own }), apart).findings).toEqual([]);
  });

  it("ignores acts that do not decide, acts after today, cases out of scope and days out of force", () => {
    const acts = (given: object, day = "2026-03-03"): World =>
      purchase({
        approvals: [
          row.approval("v1", "c", "s1", "ann", at("2026-03-02")),
          row.approval("v2", "c", "s2", "ann", at(day), given),
        ],
      });
    expect(check(acts({ action: "comment" }), apart).findings).toEqual([]);
    expect(check(acts({}, "2026-07-01"), apart).findings).toEqual([]);
    expect(check(acts({}), { ...apart, inForce: { from: "2026-03-04", until: null } }).findings).toEqual([]);
    expect(check(acts({}), { ...apart, inForce: { from: "2026-03-03", until: null } }).findings).toHaveLength(
      1,
    );
    expect(check(acts({}), { ...apart, scope: { areas: ["contract"], matters: null } })).toEqual({
      findings: [],
      notApplicable: ["r"],
      notYetJudged: 0,
    });
  });
});

describe("never-together", () => {
  const apart = rule("r", "never-together", { duties: ["record", "cash_custody"], maxHeld: 1 });
  const seated = (given: Partial<World> = {}): World =>
    purchase({
      postDuties: [row.postDuty("h", "t1", "record", { from: "2026-01-01", until: "2026-05-01" })],
      assignments: [row.assignment("a", "ann", "t1", { from: "2026-02-01", until: null })],
      authorities: [row.authority("g", "s4", { personId: "ann", from: "2025-01-01", until: "2026-04-01" })],
      ...given,
    });

  it("finds the days on which both are held", () => {
    expect(check(seated(), apart).findings).toMatchObject([
      {
        groupKey: "ann",
        subject: "ann",
        anchor: "2026-02-01",
        basis: "potential",
        day: "2026-02-01",
        from: "2026-02-01",
        until: "2026-04-01",
        caseIds: [],
        matterId: null,
        departmentId: null,
        amount: null,
        evidence: [
          { kind: "assignment", id: "a" },
          { kind: "post-duty", id: "h" },
          { kind: "authority", id: "g" },
        ],
      },
    ]);
  });

  it("is actual once both were done on those days, in whatever cases", () => {
    const world = seated({
      steps: [row.step("s4", "m", 4, "cashier"), row.step("s5", "m", 5, "record")],
      cases: [row.caseOf("c", "m", { amount: 500 }), row.caseOf("k", "m")],
      approvals: [
        row.approval("v1", "c", "s4", "ann", at("2026-01-31")),
        row.approval("v2", "c", "s4", "ann", at("2026-02-01", "00:00")),
        row.approval("v3", "k", "s5", "ann", at("2026-03-31"), { amount: 70, postId: "t1" }),
        row.approval("v4", "k", "s4", "ann", at("2026-03-31")),
      ],
    });
    const [found] = check(world, apart).findings;
    expect(found).toMatchObject({ basis: "actual", day: "2026-03-31", caseIds: ["c", "k"], amount: 570 });
    expect(found).toMatchObject({ matterId: "m", departmentId: "d1" });
    expect(ids(found)).toEqual(["a", "h", "g", "v2", "v3"]);
  });

  it("merges days that touch, splits days that do not, and leaves out what begins after today", () => {
    const grants = (second: string): World =>
      seated({
        authorities: [
          row.authority("g", "s4", { personId: "ann", from: "2026-02-01", until: "2026-03-01" }),
          row.authority("g2", "s4", { personId: "ann", from: second, until: "2026-04-01" }),
        ],
      });
    const spans = (world: World, day = today): (string | null)[][] =>
      oracle(world, [apart], day).findings.map(({ from, until }) => [from, until]);
    expect(spans(grants("2026-03-01"))).toEqual([["2026-02-01", "2026-04-01"]]);
    expect(spans(grants("2026-03-02"))).toEqual([
      ["2026-02-01", "2026-03-01"],
      ["2026-03-02", "2026-04-01"],
    ]);
    expect(spans(grants("2026-03-02"), "2026-03-01")).toEqual([["2026-02-01", "2026-03-01"]]);
  });

  it("gives the receiver of a delegation what it lends, and leaves the giver theirs", () => {
    const world = seated({
      assignments: [row.assignment("a", "bo", "t1"), row.assignment("a2", "ann", "t1")],
      authorities: [row.authority("g", "s4", { personId: "ann", from: "2026-02-01" })],
      delegations: [row.delegation("e", "g", "ann", "bo", { from: "2026-01-01", until: "2026-03-01" })],
    });
    expect(check(world, apart).findings.map((found) => [found.subject, found.until, ids(found)])).toEqual([
      ["ann", "2026-05-01", ["a2", "h", "g"]],
      ["bo", "2026-03-01", ["a", "h", "g", "e"]],
    ]);
  });
});

describe("two-person", () => {
  const two = rule("r", "two-person", { duty: "pay_approve", minPersons: 2, quietDays: 10 });
  const first = row.approval("v1", "c", "s2", "ann", at("2026-03-02"));

  it("waits while the case is open", () => {
    expect(oracle(purchase({ approvals: [first] }), [two], "2026-03-11")).toMatchObject({
      findings: [],
      notYetJudged: 1,
    });
  });

  it("judges at the first later required step and counts only what came before it", () => {
    const world = purchase({
      approvals: [
        first,
        row.approval("v2", "c", "s3", "cy", at("2026-03-03"), { action: "execute" }),
        row.approval("v3", "c", "s2", "bo", at("2026-03-04")),
      ],
    });
    const [found] = check(world, two).findings;
    expect(found).toMatchObject({ day: "2026-03-03", subject: "c", personIds: ["ann"] });
    expect(ids(found)).toEqual(["v1"]);
  });

  it("judges after days of silence, on the day on which they were full", () => {
    expect(check(purchase({ approvals: [first] }), two).findings).toMatchObject([{ day: "2026-03-12" }]);
  });

  it("does not judge a lone person while one act names nobody, and asks for an odd number if told so", () => {
    const nobody = row.approval("v2", "c", "s2", null, at("2026-03-02"));
    expect(check(purchase({ approvals: [first, nobody] }), two)).toMatchObject({
      findings: [],
      notYetJudged: 1,
    });
    const second = row.approval("v2", "c", "s2", "bo", at("2026-03-02"));
    const odd = rule("r", "two-person", { duty: "pay_approve", minPersons: 2, isOdd: true });
    expect(check(purchase({ approvals: [first, second] }), two).findings).toEqual([]);
    expect(check(purchase({ approvals: [first, second] }), odd).findings).toHaveLength(1);
  });
});
