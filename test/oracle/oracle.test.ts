// The oracle itself against expectations worked out by hand from docs/rules/kinds.md.
import { describe, expect, it } from "vitest";
import type { Rule } from "../../shared/domain/rule.ts";
import type { World } from "../../shared/domain/world.ts";
import * as row from "../builders/rows.ts";
import { at, rule } from "../builders/rows.ts";
import { type Expected, oracle } from "./check.ts";

const today = "2026-06-30";
const check = (world: World, ...rules: Rule[]): Expected => oracle(world, rules, today);
const ids = (found: Expected["findings"][number] | undefined): string[] =>
  (found?.evidence ?? []).map(({ id }) => id);

/** One purchase: apply (1), approve (2), execute (3), custody by a cashier (4). */
const purchase = (given: Partial<World> = {}): World =>
  row.world({
    departments: [row.department("d1")],
    people: [row.person("ann"), row.person("bo"), row.person("cy"), row.person("bot", { isSystem: true })],
    posts: [row.post("t1"), row.post("t2")],
    matters: [row.matter("m")],
    steps: [
      row.step("s1", "m", 1, "pay_apply"),
      row.step("s2", "m", 2, "pay_approve"),
      row.step("s3", "m", 3, "pay_execute"),
      row.step("s4", "m", 4, "cashier", { isRequired: false }),
    ],
    cases: [row.caseOf("c", "m", { amount: 500 })],
    ...given,
  });

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

describe("within-authority", () => {
  const reasons = [
    "no-post",
    "no-authority",
    "outside-days",
    "over-amount",
    "sub-delegated",
    "no-collective",
  ] as const;
  const act = row.approval("v", "c", "s2", "ann", at("2026-03-02"));
  /** Which single reasons find the act. */
  const reasonsFound = (given: Partial<World>): string[] =>
    reasons.filter(
      (reason) =>
        check(purchase({ approvals: [act], ...given }), rule("r", "within-authority", { reasons: [reason] }))
          .findings.length > 0,
    );
  const seat = [row.assignment("a", "ann", "t1")];
  const other = row.authority("g0", "s1", { postId: "t2" });

  it("says why, one reason each", () => {
    const grant = (given: object): Partial<World> => ({
      assignments: seat,
      authorities: [row.authority("g", "s2", { postId: "t1", ...given })],
    });
    expect(reasonsFound({ authorities: [other] })).toEqual(["no-post"]);
    expect(reasonsFound({ authorities: [other], assignments: seat })).toEqual(["no-authority"]);
    expect(reasonsFound(grant({ until: "2026-03-02" }))).toEqual(["outside-days"]);
    expect(reasonsFound(grant({ upTo: 499 }))).toEqual(["over-amount"]);
    expect(reasonsFound(grant({ over: 500 }))).toEqual(["over-amount"]);
    expect(reasonsFound(grant({ isCollective: true }))).toEqual(["no-collective"]);
    expect(reasonsFound(grant({ upTo: 500 }))).toEqual([]);
  });

  it("follows delegations to somebody who holds the authority", () => {
    const lent = (isSubDelegable: boolean, ...more: World["delegations"]): Partial<World> => ({
      authorities: [row.authority("g", "s2", { personId: "cy", isSubDelegable })],
      delegations: [row.delegation("e", "g", "bo", "ann"), ...more],
    });
    const chain = row.delegation("e2", "g", "cy", "bo");
    expect(reasonsFound(lent(true))).toEqual(["sub-delegated"]);
    expect(reasonsFound(lent(true, chain))).toEqual([]);
    expect(reasonsFound(lent(false, chain))).toEqual(["sub-delegated"]);
    expect(reasonsFound(lent(true, row.delegation("e2", "g", "ann", "bo")))).toEqual(["sub-delegated"]);
  });

  it("shows the candidates that were left, and is not applicable without any authority", () => {
    const world = purchase({
      approvals: [act],
      authorities: [
        row.authority("g2", "s2", { personId: "bo", upTo: 400 }),
        row.authority("g1", "s2", { personId: "ann", upTo: 300 }),
        row.authority("g3", "s2", { personId: "ann", until: "2026-01-01" }),
      ],
      delegations: [row.delegation("e", "g2", "bo", "ann")],
    });
    const all = rule("r", "within-authority", { reasons: [...reasons] });
    expect(ids(check(world, all).findings[0])).toEqual(["v", "g1", "g2", "e"]);
    expect(check(purchase({ approvals: [act] }), all).notApplicable).toEqual(["r"]);
  });
});

describe("sequence", () => {
  it("order: shows every inversion, by time alone", () => {
    const order = rule("r", "sequence", { check: "order" });
    const world = purchase({
      approvals: [
        row.approval("v3", "c", "s3", "ann", at("2026-03-02")),
        row.approval("v2", "c", "s2", "bo", at("2026-03-03")),
        row.approval("v1", "c", "s1", "cy", at("2026-03-03")),
      ],
    });
    const [found] = check(world, order).findings;
    expect(found).toMatchObject({ day: "2026-03-03", subject: "c", personIds: ["ann", "bo", "cy"] });
    expect(ids(found)).toEqual(["v3", "v1", "v2"]);
  });

  it("missing: waits for a required later step or the closing", () => {
    const missing = rule("r", "sequence", { check: "missing", quietDays: 10 });
    const paid = (stepId: string): World =>
      purchase({ approvals: [row.approval("v", "c", stepId, "ann", at("2026-03-02"))] });
    expect(check(paid("s3"), missing).findings).toMatchObject([{ day: "2026-03-02" }]);
    expect(oracle(paid("s4"), [missing], "2026-03-11")).toMatchObject({ findings: [], notYetJudged: 1 });
    expect(oracle(paid("s4"), [missing], "2026-03-12").findings).toMatchObject([{ day: "2026-03-12" }]);
    expect(check(paid("s1"), missing)).toMatchObject({ findings: [], notYetJudged: 0 });
  });

  it("before: the same instant is early enough", () => {
    const before = rule("r", "sequence", { check: "before", earlier: "pay_approve", later: "pay_execute" });
    const paid = (clock: string): World =>
      purchase({
        approvals: [
          row.approval("v3", "c", "s3", "ann", at("2026-03-02", "12:00")),
          row.approval("v2", "c", "s2", "ann", at("2026-03-02", clock)),
        ],
      });
    expect(check(paid("12:00"), before).findings).toEqual([]);
    expect(ids(check(paid("12:01"), before).findings[0])).toEqual(["v3", "v2"]);
  });

  it("back-dated: written down more than the lag later, and overtaken meanwhile", () => {
    const lag = rule("r", "sequence", { check: "back-dated", lagDays: 1 });
    const written = (recordedAt: number): World =>
      purchase({
        approvals: [
          row.approval("v1", "c", "s1", null, at("2026-03-02"), { recordedAt, naturalKey: "key" }),
          row.approval("v2", "c", "s2", "bo", at("2026-03-03", "11:00")),
        ],
      });
    expect(check(written(at("2026-03-03")), lag).findings).toEqual([]);
    expect(check(written(at("2026-03-03") + 1), lag).findings).toMatchObject([
      { groupKey: "c", subject: "c", anchor: "key", day: "2026-03-02", personIds: ["bo"] },
    ]);
    expect(check(purchase(), lag).notApplicable).toEqual(["r"]);
  });
});

describe("split-amount", () => {
  const buy = (id: string, amount: number, openedOn: string, given: object = {}): World["cases"][number] =>
    row.caseOf(id, "m", {
      amount,
      openedOn,
      departmentId: "d1",
      budgetProject: "P",
      category: "A",
      requesterId: "ann",
      ...given,
    });

  it("statutory: sums a year's group, without tenders, changes and rejected cases", () => {
    const statutory = rule("r", "split-amount", { test: "statutory", threshold: 1000, minCases: 2 });
    const cases = [
      buy("c3", 300, "2026-03-03"),
      buy("c1", 600, "2026-03-01"),
      buy("c2", 400, "2026-03-02"),
      buy("c4", 900, "2026-03-02", { method: "open_tender" }),
      buy("c5", 900, "2026-03-02", { isChangeApproved: true }),
      buy("c6", 900, "2025-12-31"),
      buy("c7", 900, "2026-03-02"),
    ];
    const approvals = [row.approval("v", "c7", "s2", "bo", at("2026-03-02"), { action: "reject" })];
    const key = '["d1",2026,"P","A"]';
    const [found, ...more] = check(purchase({ cases, approvals }), statutory).findings;
    expect(more).toEqual([]);
    expect(found).toMatchObject({ groupKey: key, subject: key, day: "2026-03-03", amount: 1300 });
    expect(ids(found)).toEqual(["c1", "c2", "c3"]);
  });

  it("statutory: the day of the first authorising act decides the year", () => {
    const statutory = rule("r", "split-amount", { test: "statutory", threshold: 1000, minCases: 2 });
    const cases = [buy("c1", 600, "2025-12-30"), buy("c2", 600, "2026-01-02")];
    expect(check(purchase({ cases }), statutory).findings).toEqual([]);
    const approvals = [row.approval("v", "c1", "s2", "bo", at("2026-01-03"))];
    expect(check(purchase({ cases, approvals }), statutory).findings).toMatchObject([{ day: "2026-01-03" }]);
  });

  it("behavioural: clusters from the first unused case, near the ceiling only", () => {
    const near = rule("r", "split-amount", {
      test: "behavioural",
      by: "requester",
      ceiling: 1000,
      nearPermille: 900,
      windowDays: 5,
      minCases: 2,
    });
    const cases = [
      buy("c1", 1000, "2026-03-01"),
      buy("c2", 950, "2026-03-08"),
      buy("c3", 901, "2026-03-13"),
      buy("c4", 900, "2026-03-13"),
      buy("c5", 1001, "2026-03-13"),
      buy("c6", 950, "2026-03-14"),
    ];
    expect(check(purchase({ cases }), near).findings).toMatchObject([
      { groupKey: '["ann","A"]', subject: "ann", anchor: "c2", day: "2026-03-13", caseIds: ["c2", "c3"] },
    ]);
  });
});

describe("relation", () => {
  const acts = [
    row.approval("v1", "c", "s1", "ann", at("2026-03-02")),
    row.approval("v2", "c", "s2", "bo", at("2026-03-03")),
  ];

  it("actor: either way round, valid on the later day", () => {
    const kin = rule("r", "relation", {
      duties: ["pay_approve"],
      counterpart: "actor",
      otherDuties: ["pay_apply"],
      types: ["spouse"],
      lookbackYears: 0,
    });
    const related = (until: string | null): World =>
      purchase({
        approvals: acts,
        relations: [row.relation("x", "ann", { otherPersonId: "bo", until })],
      });
    const [found] = check(related(null), kin).findings;
    expect(found).toMatchObject({ subject: "ann+bo", day: "2026-03-03", personIds: ["ann", "bo"] });
    expect(ids(found)).toEqual(["v1", "v2", "x"]);
    expect(check(related("2026-03-03"), kin).findings).toEqual([]);
  });

  it("supplier: looks back whole years", () => {
    const former = rule("r", "relation", {
      duties: [],
      counterpart: "supplier",
      otherDuties: [],
      types: ["employed_3y"],
      lookbackYears: 3,
    });
    const ended = (until: string): World =>
      purchase({
        suppliers: [row.supplier("u")],
        cases: [row.caseOf("c", "m", { supplierId: "u" })],
        approvals: acts,
        relations: [row.relation("x", "bo", { supplierId: "u", type: "employed_3y", until })],
      });
    expect(check(ended("2023-03-03"), former).findings).toEqual([]);
    expect(check(ended("2023-03-04"), former).findings).toMatchObject([{ subject: "bo", day: "2026-03-03" }]);
    expect(check(purchase({ approvals: acts }), former).notApplicable).toEqual(["r"]);
  });
});

describe("absence", () => {
  const act = row.approval("v", "c", "s2", "ann", at("2026-03-02"));
  const found = (given: Partial<World>, ...reasons: ("absent" | "before-joining" | "after-leaving")[]) =>
    check(purchase({ approvals: [act], ...given }), rule("r", "absence", { reasons }));

  it("goes by roster days, and by assignments where the roster says nothing", () => {
    const seat = (from: string, until: string | null): World["assignments"] => [
      row.assignment("a", "ann", "t1", { from, until }),
    ];
    const ended = { assignments: seat("2025-01-01", "2026-03-02") };
    expect(found(ended, "after-leaving").findings).toMatchObject([{ groupKey: "ann", anchor: "v" }]);
    expect(found(ended, "before-joining").findings).toEqual([]);
    expect(found({ assignments: seat("2026-03-03", null) }, "before-joining").findings).toHaveLength(1);
    const people = [row.person("ann", { joinedOn: "2020-01-01", leavesOn: "2026-03-03" })];
    expect(found({ people, ...ended }, "after-leaving", "before-joining").findings).toEqual([]);
  });

  it("puts absence first and shows it", () => {
    const given = {
      assignments: [row.assignment("a", "ann", "t1", { until: "2026-01-01" })],
      absences: [row.absence("b", "ann", "2026-03-02", "2026-03-03")],
    };
    expect(found(given, "after-leaving").findings).toEqual([]);
    expect(ids(found(given, "absent").findings[0])).toEqual(["v", "b"]);
    expect(found({ assignments: given.assignments }, "absent").notApplicable).toEqual(["r"]);
  });
});

describe("tenure", () => {
  const key = { isKey: true, riskGrade: "high" } as const;
  const office = (given: Partial<World>): World =>
    purchase({
      posts: [row.post("t1", { ...key, tenureLimitMonths: 12 }), row.post("t2")],
      ...given,
    });
  const limit = rule("r", "tenure", { check: "limit" });

  it("limit: the due day itself is still right, the next is not", () => {
    const acted = (day: string, given: Partial<World> = {}): World =>
      office({
        assignments: [row.assignment("a", "ann", "t1", { from: "2024-02-29" })],
        approvals: [row.approval("v", "c", "s2", "ann", at(day))],
        ...given,
      });
    expect(check(acted("2025-02-28"), limit).findings).toEqual([]);
    expect(check(acted("2025-03-01"), limit).findings).toMatchObject([
      {
        groupKey: '["ann","t1"]',
        anchor: "2024-02-29",
        from: "2025-03-01",
        until: null,
        day: "2025-03-01",
        departmentId: "d1",
        caseIds: ["c"],
      },
    ]);
    const exemptions = [row.exemption("x", "ann", "t1", "2025-03-01", "2025-03-02")];
    expect(check(acted("2025-03-01", { exemptions }), limit).findings).toEqual([]);
    expect(check(acted("2025-03-02", { exemptions }), limit).findings).toHaveLength(1);
  });

  it("limit: service runs on over a renaming and over short gaps", () => {
    const served = (again: string): World =>
      office({
        posts: [
          row.post("t0", { ...key, successorId: "t1" }),
          row.post("t1", { ...key, tenureLimitMonths: 12 }),
        ],
        assignments: [
          row.assignment("a1", "ann", "t0", { from: "2024-01-01", until: "2024-07-01" }),
          row.assignment("a2", "ann", "t1", { from: again }),
        ],
        approvals: [row.approval("v", "c", "s2", "ann", at("2025-08-01"), { postId: "t1" })],
      });
    expect(ids(check(served("2025-06-30"), limit).findings[0])).toEqual(["a1", "a2", "v"]);
    expect(check(served("2025-07-01"), limit).findings).toEqual([]);
  });

  it("cooling-off: potential by coming back, actual by acting", () => {
    const cooling = rule("r", "tenure", { check: "cooling-off" });
    const back = (approvals: World["approvals"]): World =>
      office({
        tenurePolicies: [row.tenurePolicy("l", { riskGrade: "high", coolingOffMonths: 18 })],
        assignments: [
          row.assignment("a1", "ann", "t1", { from: "2023-01-01", until: "2025-01-01" }),
          row.assignment("a2", "ann", "t1", { from: "2026-02-01" }),
        ],
        approvals,
      });
    expect(check(back([]), cooling).findings).toMatchObject([
      { basis: "potential", anchor: "2026-02-01", from: "2026-02-01", until: "2026-07-01", matterId: null },
    ]);
    const acts = [row.approval("v", "c", "s2", "ann", at("2026-03-01"))];
    const [found] = check(back(acts), cooling).findings;
    expect(found).toMatchObject({ basis: "actual", day: "2026-03-01", matterId: "m", amount: 500 });
    expect(ids(found)).toEqual(["a1", "a2", "v"]);
  });
});
