// tempo by acts: too fast, in bursts, off hours, at one terminal, by a brief delegation.
import { describe, expect, it } from "vitest";
import * as row from "../../builders/rows.ts";
import { findingsOf, idsOf, judge, only } from "./found.ts";

const base = {
  matters: [row.matter("m1")],
  steps: [row.step("s1", "m1", 1, "review"), row.step("s2", "m1", 2, "approve")],
  people: [row.person("p1"), row.person("p2"), row.person("bot", { isSystem: true })],
  cases: ["c1", "c2", "c3", "c4"].map((id) => row.caseOf(id, "m1")),
};
/** Seconds after ten o'clock, Monday 2 March 2026 unless another day is given. */
const act = (
  id: string,
  of: string,
  step: string,
  person: string | null,
  seconds: number,
  given: Parameters<typeof row.approval>[5] & { day?: string } = {},
) => {
  const { day = "2026-03-02", ...rest } = given;
  return row.approval(id, of, step, person, row.at(day, "10:00") + seconds * 1000, rest);
};

describe("tempo, fast", () => {
  const asked = { check: "fast", earlier: "review", later: "approve", seconds: 60 } as const;
  const rule = row.rule("fast", "tempo", { ...asked, minActs: 2 });
  const pair = (number: number, pause: number, day = "2026-03-02", reviewer: string | null = "p1") => [
    act(`v${number}a`, `c${number}`, "s1", reviewer, 0, { day }),
    act(`v${number}b`, `c${number}`, "s2", "p2", pause, { day }),
  ];

  it("finds so many in a month, on the day of the one that completes the number", () => {
    const approvals = [pair(1, 60), pair(2, 60, "2026-03-05", "bot"), pair(3, 60, "2026-03-09")].flat();
    const finding = only(rule, row.world({ ...base, approvals }));
    expect(finding).toMatchObject({
      groupKey: "p2",
      subject: "p2",
      anchor: "2026-03",
      day: "2026-03-05",
      personIds: ["p1", "p2"],
      caseIds: ["c1", "c2", "c3"],
    });
    expect(idsOf(finding)).toEqual(["v1a", "v1b", "v2a", "v2b", "v3a", "v3b"]);
    expect(finding.sentence.zh).toBe(
      "p2（p2）于 2026 年 3 月有 3 次审批在审核/复核之后 60 秒内办理，疑似未作实质审查。",
    );
  });

  it("is silent a second later, in two months, and without a time of day", () => {
    for (const approvals of [
      [...pair(1, 60), ...pair(2, 61)],
      [...pair(1, 60), ...pair(2, 60, "2026-04-01")],
      [
        ...pair(1, 60),
        { ...act("v2a", "c2", "s1", "p1", 0), happenedAt: row.at("2026-03-03", "00:00") },
        { ...act("v2b", "c2", "s2", "p2", 0), happenedAt: row.at("2026-03-03", "00:00") + 60_000 },
      ],
    ])
      expect(findingsOf(rule, row.world({ ...base, approvals }))).toEqual([]);
  });

  it("measures from the latest act of the earlier duty, whoever did it", () => {
    const once = row.rule("fast", "tempo", { ...asked, minActs: 1 });
    const approvals = [
      act("v1", "c1", "s1", "p1", 0),
      act("v2", "c1", "s1", null, 500),
      act("v3", "c1", "s2", "p2", 530),
    ];
    expect(idsOf(only(once, row.world({ ...base, approvals })))).toEqual(["v2", "v3"]);
  });

  it("cannot be asked of a log that knows days alone", () => {
    const approvals = [row.approval("v1", "c1", "s1", "p1", row.at("2026-03-02", "00:00"))];
    expect(judge(rule, row.world({ ...base, approvals })).notApplicable).toHaveLength(1);
    const zoned = row.world({ ...base, approvals, settings: { unitName: "", timeZone: "UTC" } });
    expect(judge(rule, zoned).notApplicable).toEqual([]);
  });
});

describe("tempo, burst", () => {
  const rule = row.rule("burst", "tempo", { check: "burst", count: 3, minutes: 10 });

  it("takes every act that lies in some window, by month", () => {
    const approvals = [
      act("v0", "c1", "s2", "p1", -3_600),
      act("v1", "c1", "s2", "p1", 0),
      act("v2", "c2", "s2", "p1", 300),
      act("v3", "c3", "s2", "p1", 600),
      act("v4", "c4", "s2", "p1", 900),
      act("v5", "c4", "s2", "p1", 1_501),
    ];
    const finding = only(rule, row.world({ ...base, approvals }));
    expect(finding).toMatchObject({ subject: "p1", anchor: "2026-03", day: "2026-03-02" });
    expect(idsOf(finding)).toEqual(["v1", "v2", "v3", "v4"]);
  });

  it("is silent a second over, of several people, and for other actions", () => {
    const three = (given: (index: number) => Parameters<typeof act>[5], seconds = 600, other = "p1") =>
      [0, 1, 2].map((index) =>
        act(`v${index}`, "c1", "s2", index === 1 ? other : "p1", index === 2 ? seconds : 1, given(index)),
      );
    for (const approvals of [
      three(() => ({}), 602),
      three(() => ({}), 600, "p2"),
      three((index) => (index === 1 ? { action: "execute" as const } : {})),
    ])
      expect(findingsOf(rule, row.world({ ...base, approvals }))).toEqual([]);
    expect(findingsOf(rule, row.world({ ...base, approvals: three(() => ({}), 601) }))).toHaveLength(1);
  });

  it("runs over the turn of a month into two findings", () => {
    const late = row.at("2026-03-31", "23:58");
    const approvals = [0, 1, 2].map((index) =>
      row.approval(`v${index}`, "c1", "s2", "p1", late + index * 90_000),
    );
    const found = findingsOf(rule, row.world({ ...base, approvals }));
    expect(found.map((one) => [one.anchor, one.day, idsOf(one)])).toEqual([
      ["2026-03", "2026-03-31", ["v0", "v1"]],
      ["2026-04", "2026-04-01", ["v2"]],
    ]);
  });
});

describe("tempo, off-hours", () => {
  const asked = { check: "off-hours", from: "07:00", until: "21:00" } as const;
  const often = row.rule("off", "tempo", { ...asked, minActs: 2, sharePermille: 1_000 });
  const mostly = row.rule("off", "tempo", { ...asked, minActs: 99, sharePermille: 400, minMonthActs: 5 });
  const at = (id: string, day: string, clock: string) =>
    row.approval(id, "c1", "s1", "p1", row.at(day, clock));

  it("counts from the end of the day to the minute, and days off whole", () => {
    const approvals = [
      at("v1", "2026-03-02", "06:59"),
      at("v2", "2026-03-02", "07:00"),
      at("v3", "2026-03-02", "20:59"),
      at("v4", "2026-03-03", "21:00"),
      at("v5", "2026-03-07", "12:00"),
      at("v6", "2026-03-08", "00:00"),
    ];
    const finding = only(often, row.world({ ...base, approvals }));
    expect(finding).toMatchObject({ subject: "p1", anchor: "2026-03", day: "2026-03-07" });
    expect(idsOf(finding)).toEqual(["v1", "v4", "v5"]);
    const calendar = [{ id: "o1", day: "2026-03-07", isWorkday: true, name: null }];
    expect(idsOf(only(often, row.world({ ...base, approvals, calendar })))).toEqual(["v1", "v4"]);
    expect(findingsOf(often, row.world({ ...base, approvals: approvals.slice(0, 3) }))).toEqual([]);
  });

  it("asks for more than the share, of enough acts", () => {
    const day = (count: number) =>
      Array.from({ length: count }, (_, index) => at(`d${index}`, "2026-03-04", "10:00"));
    const night = ["22:00", "23:00"].map((clock) => at(`n${clock}`, "2026-03-04", clock));
    const world = (count: number) => row.world({ ...base, approvals: [...day(count), ...night] });
    expect(findingsOf(mostly, world(3))).toEqual([]);
    expect(findingsOf(mostly, world(2))).toEqual([]);
    const more = row.rule("off", "tempo", { ...asked, minActs: 99, sharePermille: 399 });
    expect(findingsOf(more, world(3))).toHaveLength(1);
    expect(findingsOf(more, world(2))).toEqual([]);
  });

  it("reads the wall clock of the workbook's zone, through its summer time too", () => {
    const rule = row.rule("off", "tempo", { ...asked, minActs: 1, sharePermille: 1_000 });
    // 06:30 in New York on the Friday before the clocks go forward and 07:30 on the Monday after.
    const approvals = [
      row.approval("v1", "c1", "s1", "p1", Date.parse("2026-03-06T11:30:00Z")),
      row.approval("v2", "c1", "s1", "p1", Date.parse("2026-03-09T11:30:00Z")),
    ];
    const settings = { unitName: "", timeZone: "America/New_York" };
    expect(idsOf(only(rule, row.world({ ...base, approvals, settings })))).toEqual(["v1"]);
  });
});

describe("tempo, same-terminal", () => {
  const rule = row.rule("terminal", "tempo", { check: "same-terminal", minutes: 10 });
  const on = (id: string, step: string, person: string | null, seconds: number, terminal = "T1") =>
    act(id, "c1", step, person, seconds, { terminal });

  it("pairs different people on different duties at one terminal, one finding a terminal", () => {
    const approvals = [
      on("v1", "s1", "p1", 0),
      on("v2", "s2", "p2", 599),
      on("v3", "s1", "p1", 1_000),
      on("v4", "s1", "p1", 5_000),
    ];
    const finding = only(rule, row.world({ ...base, approvals }));
    expect(finding).toMatchObject({
      groupKey: "c1",
      subject: "T1",
      anchor: "",
      day: "2026-03-02",
      personIds: ["p1", "p2"],
    });
    expect(idsOf(finding)).toEqual(["v1", "v2", "v3"]);
  });

  it("looks back no further than the minutes asked, however many acts a case has", () => {
    let reads = 0;
    const approvals = Array.from({ length: 1_000 }, (_, nth) => {
      const one = on(`v${nth}`, nth % 2 ? "s1" : "s2", nth % 2 ? "p1" : "p2", nth * 700);
      return Object.defineProperty({ ...one }, "happenedAt", {
        get: () => {
          reads += 1;
          return one.happenedAt;
        },
      });
    });
    expect(findingsOf(rule, row.world({ ...base, approvals }))).toEqual([]);
    expect(reads).toBeLessThan(100_000);
  });

  it("is silent at ten minutes, on one duty, of one person or none, at two terminals", () => {
    const first = on("v1", "s1", "p1", 0);
    for (const other of [
      on("v2", "s2", "p2", 600),
      on("v2", "s1", "p2", 10),
      on("v2", "s2", "p1", 10),
      on("v2", "s2", "bot", 10),
      on("v2", "s2", "p2", 10, "T2"),
    ])
      expect(findingsOf(rule, row.world({ ...base, approvals: [first, other] }))).toEqual([]);
    const unnamed = [on("v1", "s1", "p1", 0, ""), on("v2", "s2", "p2", 10, "")];
    const { notApplicable } = judge(rule, row.world({ ...base, approvals: unnamed }));
    expect(notApplicable.map(({ reason }) => reason.en)).toEqual(["no approval names its terminal"]);
  });
});

describe("tempo, brief-delegation", () => {
  const rule = row.rule("brief", "tempo", { check: "brief-delegation", maxDays: 3 });
  const authorities = [row.authority("u1", "s2", { personId: "p1" })];
  const lent = (id: string, from: string, until: string | null) =>
    row.delegation(id, "u1", "p1", "p2", { from, until });
  const approvals = [act("v1", "c1", "s2", "p2", 0)];

  it("finds an act that rests on brief delegations alone", () => {
    const delegations = [lent("g2", "2026-03-01", "2026-03-04"), lent("g1", "2026-03-02", "2026-03-03")];
    const finding = only(rule, row.world({ ...base, authorities, delegations, approvals }));
    expect(finding).toMatchObject({
      groupKey: "c1",
      subject: "p2",
      anchor: "v1",
      day: "2026-03-02",
      personIds: ["p2"],
      evidence: [
        { kind: "approval", id: "v1" },
        { kind: "delegation", id: "g1" },
        { kind: "delegation", id: "g2" },
      ],
    });
  });

  it("says one day in the singular", () => {
    const oneDay = row.rule("d", "tempo", { check: "brief-delegation", maxDays: 1 });
    const lone = lent("g1", "2026-03-02", "2026-03-03");
    const finding = only(oneDay, row.world({ ...base, authorities, delegations: [lone], approvals }));
    expect(finding.sentence.en).toContain("by delegation of no more than 1 day alone");
  });

  it("is silent where one lasts longer or has no end, the actor has their own, or says for whom", () => {
    const brief = lent("g1", "2026-03-01", "2026-03-04");
    const world = row.world({ ...base, authorities, delegations: [brief], approvals });
    for (const other of [lent("g2", "2026-03-01", "2026-03-05"), lent("g2", "2026-03-01", null)])
      expect(findingsOf(rule, { ...world, delegations: [brief, other] })).toEqual([]);
    const own = [...authorities, row.authority("u2", "s2", { personId: "p2" })];
    expect(findingsOf(rule, { ...world, authorities: own })).toEqual([]);
    const told = [act("v1", "c1", "s2", "p2", 0, { onBehalfOfId: "p1" })];
    expect(findingsOf(rule, { ...world, approvals: told })).toEqual([]);
    expect(judge(rule, { ...world, delegations: [] }).notApplicable).toHaveLength(1);
  });
});
