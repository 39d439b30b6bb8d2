// A delegation is refused for each thing that its definition asks for, and for nothing else (docs/authority.md, "Delegation").
import { expect, test } from "vitest";
import { addDays, type Day } from "../../../../shared/domain/day.ts";
import type { DelegationDraft, DelegationGround } from "../../../../shared/rules/delegation/delegation.ts";
import { practiceLimits } from "../../../../shared/rules/delegation/delegation.ts";
import { delegationProblems } from "../../../../shared/rules/delegation/problems.ts";
import { renewalsLeft } from "../../../../shared/rules/delegation/renewal.ts";
import { absence, assignment, authority, delegation, person } from "../../../builders/rows.ts";

const today = "2026-03-05";
const good: DelegationDraft = {
  id: null,
  authorityId: "A",
  fromPersonId: "head",
  toPersonId: "deputy",
  from: "2026-03-10",
  until: "2026-03-20",
  docNo: "财授〔2026〕1号",
  reason: "出差",
};
const ground = (given: Partial<DelegationGround> = {}): DelegationGround => ({
  people: [person("head"), person("deputy"), person("third"), person("robot", { isSystem: true })],
  assignments: [assignment("s1", "head", "P")],
  absences: [],
  authorities: [authority("A", "step", { postId: "P", from: "2026-01-01", until: "2026-12-31" })],
  delegations: [],
  ...given,
});
const keysOf = (draft: Partial<DelegationDraft>, given: Partial<DelegationGround> = {}): string[] =>
  delegationProblems(
    ground(given),
    { ...good, ...draft },
    given.delegations?.find(({ id }) => id === draft.id) ?? null,
    practiceLimits,
    today,
  ).map(({ key }) => key);

test("what the definition describes is taken", () => {
  expect(keysOf({})).toEqual([]);
  // Thirty days and no more: both ends count.
  expect(keysOf({ until: addDays(good.from, 30) })).toEqual([]);
  expect(keysOf({ until: addDays(good.from, 31) })).toEqual(["until"]);
});

test.each<[string, Partial<DelegationDraft>, Partial<DelegationGround>, string[]]>([
  ["no paper", { docNo: " " }, {}, ["docNo"]],
  ["no reason", { reason: null }, {}, ["reason"]],
  ["no end", { until: null }, {}, ["until"]],
  ["before the authority begins", { from: "2025-12-30", until: today }, {}, []],
  [
    "longer than the authority",
    {},
    { authorities: [authority("A", "step", { postId: "P", until: "2026-03-15" })] },
    ["until"],
  ],
  [
    "earlier than the authority",
    {},
    { authorities: [authority("A", "step", { postId: "P", from: "2026-03-12" })] },
    ["from"],
  ],
  ["a giver without the post", { fromPersonId: "third" }, {}, ["fromPersonId"]],
  [
    "a giver who leaves the post meanwhile",
    {},
    { assignments: [assignment("s1", "head", "P", { until: "2026-03-15" })] },
    ["fromPersonId"],
  ],
  [
    "a giver with two terms that meet",
    {},
    {
      assignments: [
        assignment("s2", "head", "P", { from: "2026-03-15" }),
        assignment("s1", "head", "P", { until: "2026-03-15" }),
      ],
    },
    [],
  ],
  ["to oneself", { toPersonId: "head" }, {}, ["toPersonId"]],
  ["to a system account", { toPersonId: "robot" }, {}, ["toPersonId"]],
  [
    "to somebody who leaves",
    {},
    { people: [person("head"), person("deputy", { leavesOn: "2026-03-15" })] },
    ["toPersonId"],
  ],
  [
    "to somebody who comes later",
    {},
    { people: [person("head"), person("deputy", { joinedOn: "2026-03-11" })] },
    ["toPersonId"],
  ],
  [
    "to somebody away all the while",
    {},
    { absences: [absence("x", "deputy", "2026-03-01", "2026-03-20")] },
    ["toPersonId"],
  ],
  ["to somebody away for a part", {}, { absences: [absence("x", "deputy", "2026-03-11", "2026-03-20")] }, []],
  ["over already", { docNo: null, reason: null, from: "2026-01-01", until: today }, {}, []],
])("%s", (_, draft, given, keys) => {
  expect(keysOf(draft, given)).toEqual(keys);
});

test("what was lent may be lent on only where the authority says so, and only on those days", () => {
  const first = delegation("d1", "A", "head", "deputy", { from: "2026-03-01", until: "2026-03-25" });
  const on: Partial<DelegationDraft> = { fromPersonId: "deputy", toPersonId: "third" };
  const refused = delegationProblems(
    ground({ delegations: [first] }),
    { ...good, ...on },
    null,
    practiceLimits,
    today,
  );
  expect(refused.map(({ key }) => key)).toEqual(["fromPersonId"]);
  expect(refused[0]?.reason.zh).toContain("没有写明可以再转");
  const free = { authorities: [authority("A", "step", { postId: "P", isSubDelegable: true })] };
  expect(keysOf(on, { delegations: [first], ...free })).toEqual([]);
  expect(keysOf({ ...on, until: "2026-03-28" }, { delegations: [first], ...free })).toEqual(["fromPersonId"]);
  // A circle of loans gives nobody the authority.
  const circle = [
    delegation("d2", "A", "third", "deputy", { from: "2026-03-01", until: "2026-03-25" }),
    delegation("d3", "A", "deputy", "third", { from: "2026-03-01", until: "2026-03-25" }),
  ];
  expect(keysOf({ fromPersonId: "deputy", toPersonId: "head" }, { delegations: circle, ...free })).toEqual([
    "fromPersonId",
  ]);
});

test("one renewal, and then a gap of thirty days", () => {
  const run = (id: string, from: Day, until: Day) => delegation(id, "A", "head", "deputy", { from, until });
  const once = run("d1", "2026-02-10", "2026-03-10");
  const before = run("d0", "2026-01-10", "2026-02-08");
  expect(keysOf({}, { delegations: [once] })).toEqual([]);
  expect(keysOf({}, { delegations: [once, before] })).toEqual(["from"]);
  // Somebody else, or thirty days between: a new one.
  expect(keysOf({ toPersonId: "third" }, { delegations: [once, before] })).toEqual([]);
  const gapped = [run("d0", "2026-01-01", "2026-01-11"), run("d1", "2026-02-10", "2026-03-10")];
  expect(keysOf({}, { delegations: gapped })).toEqual([]);
  // In between two others it joins them.
  const around = [run("d1", "2026-02-10", "2026-03-10"), run("d2", "2026-03-20", "2026-04-01")];
  expect(keysOf({}, { delegations: around })).toEqual(["from"]);
  expect(keysOf({}, { delegations: [run("d1", "2026-03-01", "2026-03-12")] })).toEqual(["from"]);
  const left = (row: ReturnType<typeof run>, all: ReturnType<typeof run>[]) =>
    renewalsLeft(ground({ delegations: all }), row, practiceLimits);
  expect(left(once, [once])).toBe(1);
  expect(left(once, [once, before])).toBe(0);
});

test("a correction that lends nothing new is asked for its paper alone", () => {
  const long = delegation("d1", "A", "third", "deputy", { from: "2026-01-01", until: "2026-06-01" });
  const draft = { id: "d1", fromPersonId: "third", from: long.from, until: "2026-05-01" };
  expect(keysOf(draft, { delegations: [long] })).toEqual([]);
  expect(keysOf({ ...draft, docNo: null }, { delegations: [long] })).toEqual(["docNo"]);
  expect(keysOf({ ...draft, until: "2026-07-01" }, { delegations: [long] })).not.toEqual([]);
});
