// The validator on offices small enough to read: for each constraint a plan that just keeps it and one that just breaks it.
import { describe, expect, test } from "vitest";
import type { World } from "../../../shared/domain/world.ts";
import { type RotationOptions, rotationProblem } from "../../../shared/rotation/problem.ts";
import type { BareMove } from "../../../shared/rotation/timetable.ts";
import { validatePlan } from "../../../shared/rotation/validate.ts";
import {
  absence,
  assignment,
  authority,
  exemption,
  matter,
  person,
  post,
  postDuty,
  relation,
  rule,
  step,
  tenurePolicy,
  world,
} from "../../builders/rows.ts";

const today = "2026-11-22";
const policy = tenurePolicy("high", { limitMonths: 36, minStayMonths: 12, noticeDays: 30 });
const key = (id: string, given = {}) =>
  post(id, { isKey: true, riskGrade: "high", departmentId: `d-${id}`, ...given });
/** `a` on the key post `k` until due on 2027-06-15; `r` and `s` in reserve. */
const office: Partial<World> = {
  posts: [key("k")],
  people: ["a", "b", "r", "s"].map((id) => person(id)),
  assignments: [assignment("1", "a", "k", { from: "2024-06-15" })],
};
/** "2027-06-01 r - k": day, person, from, to; `-` is reserve. */
function movesOf(lines: readonly string[]): BareMove[] {
  return lines.map((line) => {
    const [day = "", personId = "", from = "-", to = "-"] = line.split(" ");
    const post = (id: string) => (id === "-" ? null : id);
    return { day, personId, fromPostId: post(from), toPostId: post(to) };
  });
}
function judged(given: Partial<World>, moves: readonly string[], options: Partial<RotationOptions> = {}) {
  const problem = rotationProblem(world({ tenurePolicies: [policy], ...office, ...given }), {
    today,
    months: 12,
    seed: 1,
    rules: [],
    ...options,
  });
  return validatePlan(problem, { moves: movesOf(moves) });
}
/** "constraint post person from", sorted. */
const breaches = (...asked: Parameters<typeof judged>): string[] =>
  judged(...asked)
    .map((it) => `${it.constraint} ${it.postId} ${it.personId} ${it.from}`)
    .sort();
const handover = ["2027-06-01 r - k", "2027-06-08 a k -"];

test("a handover with its overlap keeps everything", () => {
  expect(breaches({}, handover)).toEqual([]);
});
test("every sentence names the person, the post and the day", () => {
  const [late] = judged({}, []);
  expect(late?.sentence).toEqual({
    zh: "a，k：须于 2027-06-16 前离任，至 2027-12-01 超期 168 天",
    en: "a, k: should be over by 2027-06-16; 168 days too long, until 2027-12-01",
  });
});

describe("posts-held", () => {
  test("a place that is left needs somebody the same day", () => {
    expect(breaches({}, ["2027-06-01 a k -"])).toEqual([
      "handover-overlap k a 2027-06-01",
      "posts-held k null 2027-06-01",
    ]);
  });
  test("an ordinary post keeps its minimum staff, one beyond it may go", () => {
    const given = (minStaff: number) => ({
      posts: [post("o", { minStaff, headcount: 2 })],
      assignments: [assignment("1", "a", "o"), assignment("2", "b", "o")],
    });
    expect(breaches(given(1), ["2027-06-01 a o -"])).toEqual([]);
    expect(breaches(given(2), ["2027-06-01 a o -"])).toEqual(["posts-held o null 2027-06-01"]);
  });
  test("a place that the record empties before anybody can come is excused until its handBy", () => {
    const given = { assignments: [assignment("1", "a", "k", { from: "2024-06-15", until: "2026-12-10" })] };
    expect(breaches(given, ["2027-01-01 r - k"])).toEqual([]);
    expect(breaches(given, [])).toEqual(["posts-held k null 2027-02-01"]);
  });
  test("the same for one of two places: the other holder must be there", () => {
    const given = {
      posts: [key("k", { headcount: 2 })],
      assignments: [
        assignment("1", "a", "k", { from: "2026-01-15", until: "2026-12-10" }),
        assignment("2", "b", "k", { from: "2026-01-15" }),
      ],
    };
    expect(breaches(given, ["2027-01-01 r - k"])).toEqual([]);
    expect(breaches(given, [])).toEqual(["posts-held k null 2027-02-01"]);
  });
  test.each([
    ["from where one is not", "2027-06-01 r k -"],
    ["to where one is already", "2027-06-01 a - k"],
    ["from reserve by somebody with a place", "2027-06-01 a - o"],
    ["to an unknown post", "2027-06-01 r - nowhere"],
    ["of an unknown person", "2027-06-01 nobody - k"],
    ["to a post that has ended", "2027-06-01 r - gone"],
  ])("a move %s cannot be carried out", (_, line) => {
    const posts = [key("k"), post("o"), post("gone", { until: "2027-06-01" })];
    const kept = breaches({ posts, assignments: [assignment("1", "a", "k", { from: "2026-06-15" })] }, [
      line,
    ]);
    expect(kept.filter((it) => it.startsWith("posts-held"))).toHaveLength(1);
  });
  test("nobody moves twice a day", () => {
    const posts = [key("k"), post("o"), post("p")];
    expect(breaches({ posts }, [...handover, "2027-06-01 s - o", "2027-06-01 s o p"])).toEqual([
      "posts-held o s 2027-06-01",
    ]);
  });
});

test("headcount: a second successor is one too many, whoever leaves within the overlap is not counted", () => {
  expect(breaches({}, [...handover, "2027-06-01 s - k"])).toEqual([
    "arrivals-share null null 2027-01-01",
    "headcount k r 2027-06-01",
    "headcount k s 2027-06-01",
  ]);
  // A holder whose end is on record makes room from the start.
  const leaver = { assignments: [assignment("1", "a", "k", { from: "2026-01-15", until: "2027-06-20" })] };
  expect(breaches(leaver, ["2027-03-01 r - k"])).toEqual([]);
  const late = ["2027-05-03 r - k", "2027-06-01 a k -"];
  expect(breaches({}, late)).toEqual(["headcount k r 2027-05-03"]);
});

describe("handover-overlap", () => {
  test("a day short of five working days is too short", () => {
    const moves = ["2027-06-01 r - k", "2027-06-07 a k -"];
    expect(breaches({}, moves)).toEqual(["change-day k a 2027-06-07", "handover-overlap k a 2027-06-07"]);
  });
  test("holidays do not count, days worked instead do", () => {
    const calendar = [
      { id: "1", day: "2027-06-02", isWorkday: false, name: "假" },
      { id: "2", day: "2027-06-05", isWorkday: true, name: "补" },
    ];
    expect(breaches({ calendar }, handover)).toEqual([]);
    expect(breaches({ calendar: calendar.slice(0, 1) }, handover)).toEqual([
      "change-day k a 2027-06-08",
      "handover-overlap k a 2027-06-08",
    ]);
  });
  test("whoever leaves by record is followed by somebody who was there in time", () => {
    const given = { assignments: [assignment("1", "a", "k", { from: "2026-01-15", until: "2027-06-07" })] };
    expect(breaches(given, ["2027-05-03 r - k"])).toEqual([]);
    expect(breaches(given, ["2027-06-01 r - k"])).toEqual(["handover-overlap k a 2027-06-07"]);
  });
  test("not where the policy asks for none, nor where the post ends", () => {
    const none = [
      tenurePolicy("high", { limitMonths: 36, minStayMonths: 12, noticeDays: 30, overlapDays: 0 }),
    ];
    expect(breaches({ tenurePolicies: none }, ["2027-06-01 r - k", "2027-06-01 a k -"])).toEqual([]);
    expect(breaches({ posts: [key("k", { until: "2027-05-01" })] }, [])).toEqual([]);
  });
  const swap: Partial<World> = {
    posts: [key("k1"), key("k2")],
    assignments: [
      assignment("1", "a", "k1", { from: "2024-06-15" }),
      assignment("2", "b", "k2", { from: "2024-06-15" }),
    ],
  };
  test("a closed cycle needs none, and is done as much before the limit", () => {
    expect(breaches(swap, ["2027-06-01 a k1 k2", "2027-06-01 b k2 k1"])).toEqual([]);
    const just = swap.assignments?.map((row) => ({ ...row, from: "2024-06-07" })) ?? [];
    expect(breaches({ ...swap, assignments: just }, ["2027-06-01 a k1 k2", "2027-06-01 b k2 k1"])).toEqual(
      [],
    );
    const later = (["1", "2"] as const).map((id, at) =>
      assignment(id, at === 0 ? "a" : "b", `k${id}`, { from: "2024-06-06" }),
    );
    expect(breaches({ ...swap, assignments: later }, ["2027-06-01 a k1 k2", "2027-06-01 b k2 k1"])).toEqual([
      "limit k1 a 2027-06-01",
      "limit k2 b 2027-06-01",
    ]);
  });
  test("an open chain of one day is no cycle", () => {
    expect(breaches(swap, ["2027-06-01 a k1 k2", "2027-06-01 b k2 -", "2027-06-01 r - k1"])).toEqual([
      "handover-overlap k1 a 2027-06-01",
      "handover-overlap k2 b 2027-06-01",
    ]);
  });
});

describe("limit", () => {
  test("leaving on the day after the due day is in time", () => {
    const given = { assignments: [assignment("1", "a", "k", { from: "2024-06-07" })] };
    expect(breaches(given, handover)).toEqual([]);
    const due = { assignments: [assignment("1", "a", "k", { from: "2024-06-06" })] };
    expect(breaches(due, handover)).toEqual(["limit k a 2027-06-07"]);
  });
  test("an overdue holder is excused for the month of the first possible change", () => {
    const given = { assignments: [assignment("1", "a", "k", { from: "2020-06-15" })] };
    expect(breaches(given, ["2027-01-01 r - k", "2027-01-08 a k -"])).toEqual([]);
    expect(breaches(given, ["2027-02-01 r - k", "2027-02-08 a k -"])).toEqual(["limit k a 2027-02-01"]);
  });
  test("who arrives by the plan must be gone in time", () => {
    const short = [
      tenurePolicy("high", { limitMonths: 7, minStayMonths: 0, noticeDays: 30, coolingOffMonths: 0 }),
    ];
    const given = { tenurePolicies: short, assignments: [assignment("1", "a", "k", { from: "2026-07-15" })] };
    const first = ["2027-01-01 r - k", "2027-01-08 a k -"];
    expect(breaches(given, first)).toEqual(["limit k r 2027-08-02"]);
    expect(breaches(given, [...first, "2027-07-01 s - k", "2027-07-08 r k -"])).toEqual([]);
  });
});

describe("change-day", () => {
  test("a move on another day of the month needs an arrival an overlap before", () => {
    expect(breaches({}, ["2027-06-02 r - k", "2027-06-09 a k -"])).toEqual(["change-day k r 2027-06-02"]);
  });
  test("nothing moves in a month that is blacked out", () => {
    expect(breaches({}, handover, { blackOutMonths: [6] })).toEqual([
      "change-day k a 2027-06-08",
      "change-day k r 2027-06-01",
    ]);
  });
  test("nor before the notice, nor where a lock stands", () => {
    const given = { assignments: [assignment("1", "a", "k", { from: "2026-01-15" })] };
    const early = ["2026-12-01 r - k", "2026-12-08 a k -"];
    expect(breaches({ ...given, tenurePolicies: [{ ...policy, minStayMonths: 0 }] }, early)).toEqual([
      "change-day k a 2026-12-08",
      "change-day k r 2026-12-01",
    ]);
    expect(breaches({}, handover, { locks: [{ postId: "k", until: "2027-07-01" }] }).slice(0, 2)).toEqual([
      "change-day k a 2027-06-08",
      "change-day k r 2027-06-01",
    ]);
    expect(breaches({}, handover, { lockedPersonIds: ["r"] })).toEqual(["change-day k r 2027-06-01"]);
  });
  test("whoever is exempt stays, unless the record takes them away first", () => {
    const exemptions = [exemption("e", "a", "k", "2027-05-01", "2027-09-15")];
    const exempt = { exemptions, assignments: [assignment("1", "a", "k", { from: "2024-06-15" })] };
    const now = { ...exempt, exemptions: [exemption("e", "a", "k", "2026-05-01", "2027-09-15")] };
    expect(breaches(now, handover)).toEqual(["change-day k a 2027-06-08"]);
    expect(breaches(now, ["2027-09-01 r - k", "2027-09-08 a k -"])).toEqual(["change-day k a 2027-09-08"]);
    expect(breaches(now, ["2027-10-01 r - k", "2027-10-08 a k -"])).toEqual([]);
    const leaver = {
      ...now,
      assignments: [assignment("1", "a", "k", { from: "2024-06-15", until: "2027-09-20" })],
    };
    expect(breaches(leaver, handover)).toEqual([]);
    // The first change day after the exemption is the day of leaving itself: then there was one to wait for.
    const waits = {
      ...now,
      assignments: [assignment("1", "a", "k", { from: "2024-06-15", until: "2027-10-01" })],
    };
    expect(breaches(waits, handover)).toEqual(["change-day k a 2027-06-08"]);
  });
});

test("min-stay: not before twelve months, but for a limit that forces it, nor for somebody about to leave", () => {
  const given = { assignments: [assignment("1", "a", "k", { from: "2026-06-02" })] };
  expect(breaches(given, ["2027-05-03 r - k", "2027-05-10 a k -"])).toEqual(["min-stay k a 2026-06-02"]);
  expect(breaches(given, handover)).toEqual([]);
  const leaver = (leavesOn: string) => ({
    people: ["a", "s"].map((id) => person(id)).concat(person("r", { leavesOn })),
  });
  expect(breaches(leaver("2028-06-01"), handover)).toEqual([]);
  expect(breaches(leaver("2028-05-31"), handover)).toEqual(["min-stay k r 2027-06-01"]);
});

test("presence: joined, not left, not absent on the day of arrival", () => {
  const there = (given: Parameters<typeof person>[1]) => ({ people: [person("a"), person("r", given)] });
  expect(breaches(there({ joinedOn: "2027-06-01" }), handover)).toEqual([]);
  expect(breaches(there({ joinedOn: "2027-06-02" }), handover)).toEqual(["presence k r 2027-06-01"]);
  const away = { absences: [absence("x", "r", "2027-05-01", "2027-06-02")] };
  expect(breaches(away, handover)).toEqual(["presence k r 2027-06-01"]);
  expect(breaches({ absences: [absence("x", "r", "2027-05-01", "2027-06-01")] }, handover)).toEqual([]);
});

test("qualification: on every day of the service", () => {
  const given = (until: string | null) => ({
    posts: [key("k", { qualifications: ["q"] })],
    qualifications: [
      { id: "q1", personId: "r", code: "q", from: "2020-01-01", until: "2027-09-01" },
      { id: "q2", personId: "r", code: "q", from: "2027-09-01", until },
    ],
  });
  expect(breaches(given(null), handover)).toEqual([]);
  expect(breaches(given("2027-11-01"), handover)).toEqual(["qualification k r 2027-11-01"]);
  expect(breaches({ posts: [key("k", { qualifications: ["q"] })] }, handover)).toEqual([
    "qualification k r 2027-06-01",
  ]);
});

test("cooling-off: from the last service on the post or its like, by the plan's own moves too", () => {
  const served = (until: string) => ({
    assignments: [...(office.assignments ?? []), assignment("2", "r", "k", { from: "2020-01-01", until })],
  });
  expect(breaches(served("2025-06-01"), handover)).toEqual([]);
  expect(breaches(served("2025-06-02"), handover)).toEqual(["cooling-off k r 2027-06-01"]);
  const again = ["2027-01-01 r - k", "2027-07-01 s - k", "2027-07-08 r k -", "2027-12-01 r - k"];
  const returns = breaches({}, again, { months: 14 }).filter((it) => it.startsWith("cooling-off"));
  expect(returns).toEqual(["cooling-off k r 2027-12-01"]);
  const family = {
    posts: [key("k"), key("l")],
    postDuties: [postDuty("1", "k", "pay"), postDuty("2", "l", "pay")],
  };
  expect(breaches(family, [...handover.slice(0, 1), "2027-06-08 a k l"])).toEqual([
    "cooling-off l a 2027-06-08",
  ]);
});

test("one-key-post: the plan puts nobody on a second key post", () => {
  const given = {
    posts: [key("k"), key("l")],
    assignments: [...(office.assignments ?? []), assignment("2", "b", "l", { from: "2026-01-15" })],
  };
  const both = ["2027-06-01 b l k", "2027-06-08 a k -", "2027-05-03 r - l"];
  expect(breaches(given, both).filter((it) => it.startsWith("one-key-post"))).toEqual([]);
  const acting = {
    ...given,
    assignments: [...given.assignments, assignment("3", "b", "m", { kind: "acting", from: "2026-02-01" })],
    posts: [...given.posts, key("m")],
  };
  expect(breaches(acting, both).filter((it) => it.startsWith("one-key-post"))).toEqual([
    "one-key-post k b 2027-06-01",
  ]);
});

test("relations: beside a relative on the day of arrival, where one of them holds a key post", () => {
  const given = (isKey: boolean, departmentId = "d-k"): Partial<World> => ({
    posts: [post("k", { isKey, departmentId: "d-k" }), post("o", { departmentId })],
    relations: [relation("x", "r", { otherPersonId: "b" })],
    assignments: [...(office.assignments ?? []), assignment("2", "b", "o")],
    tenurePolicies: [],
  });
  const moves = ["2027-06-01 r - k", "2027-06-08 a k -"];
  const only = (list: string[]) => list.filter((it) => it.startsWith("relations"));
  expect(only(breaches(given(true), moves))).toEqual(["relations k r 2027-06-01"]);
  expect(only(breaches(given(false), moves))).toEqual([]);
  expect(only(breaches(given(true, "elsewhere"), moves))).toEqual([]);
  // The relative leaves that very day: they never serve side by side.
  expect(only(breaches(given(true), [...moves, "2027-06-01 b o -", "2027-06-01 s - o"]))).toEqual([]);
});

test("separation: places, kept posts and own grants together", () => {
  const never = rule("n", "never-together", { duties: ["pay", "record"], maxHeld: 1 });
  const given = {
    matters: [matter("m")],
    steps: [step("s1", "m", 1, "record")],
    postDuties: [postDuty("p", "k", "pay")],
    authorities: [authority("au", "s1", { personId: "r" })],
  };
  expect(breaches(given, handover, { rules: [never] })).toEqual(["separation k r 2027-06-01"]);
  expect(breaches(given, ["2027-06-01 s - k", "2027-06-08 a k -"], { rules: [never] })).toEqual([]);
  const inherent = { ...given, postDuties: [postDuty("p", "k", "pay"), postDuty("q", "k", "record")] };
  expect(breaches(inherent, handover, { rules: [never] })).toEqual([]);
});

test("own-work: nobody comes to review what they did in a case still open", () => {
  const given = {
    matters: [matter("m")],
    steps: [step("s1", "m", 1, "apply"), step("s2", "m", 2, "approve")],
    authorities: [authority("au", "s2", { postId: "k" })],
  };
  const open = (until: string) => ({ casesOpen: [{ personId: "r", matterId: "m", duty: "apply", until }] });
  expect(breaches(given, handover, open("2027-06-02"))).toEqual(["own-work k r 2027-06-01"]);
  expect(breaches(given, handover, open("2027-06-01"))).toEqual([]);
});

describe("arrivals-share", () => {
  const two: Partial<World> = {
    posts: [key("k", { departmentId: "d" }), key("l", { departmentId: "d" })],
    assignments: [
      assignment("1", "a", "k", { from: "2024-06-15" }),
      assignment("2", "b", "l", { from: "2024-12-15" }),
    ],
  };
  test("counts six calendar months, not days", () => {
    const at = (day: string, left: string) => [...handover, `${day} s - l`, `${left} b l -`];
    expect(breaches(two, at("2027-11-01", "2027-11-08"))).toEqual(["arrivals-share null null 2027-06-01"]);
    expect(breaches(two, at("2027-12-01", "2027-12-08"), { months: 13 })).toEqual([]);
  });
  test("counts arrivals before today, and is not the plan's doing without one of its own", () => {
    const past = {
      ...two,
      assignments: [
        assignment("1", "a", "k", { from: "2026-10-15" }),
        assignment("2", "b", "l", { from: "2026-11-15" }),
      ],
    };
    expect(breaches(past, [])).toEqual([]);
    const early = { ...past, tenurePolicies: [{ ...policy, minStayMonths: 0 }] };
    const move = (day: string, left: string) => [`${day} r - k`, `${left} a k -`];
    expect(breaches(early, move("2027-04-01", "2027-04-08"))).toEqual([
      "arrivals-share null null 2026-11-01",
    ]);
    expect(breaches(early, move("2027-05-03", "2027-05-10"))).toEqual([]);
  });
});

test("wishes: fixed moves are in the plan, forbidden ones are not", () => {
  const fixed = movesOf(["2027-06-01 s - k"]);
  expect(breaches({}, handover, { wishes: { fixed } })).toEqual(["wishes k s 2027-06-01"]);
  expect(breaches({}, ["2027-06-01 s - k", "2027-06-08 a k -"], { wishes: { fixed } })).toEqual([]);
  const never = (given: object) => ({
    wishes: { forbidden: [{ personId: "r", postId: null, from: null, until: null, ...given }] },
  });
  expect(breaches({}, handover, never({}))).toEqual(["wishes k r 2027-06-01"]);
  expect(breaches({}, handover, never({ postId: "k", from: "2027-06-01" }))).toEqual([
    "wishes k r 2027-06-01",
  ]);
  expect(breaches({}, handover, never({ until: "2027-06-01" }))).toEqual([]);
  expect(breaches({}, handover, never({ postId: "o" }))).toEqual([]);
});
