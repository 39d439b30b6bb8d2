// The tenure ledger's edges: clamped months, gaps, renamed posts, equal duty sets, the due day itself.
import { describe, expect, test } from "vitest";
import { addDays } from "../../../shared/domain/day.ts";
import { stateAt, tenureLedger } from "../../../shared/rotation/ledger.ts";
import {
  assignment,
  authority,
  exemption,
  matter,
  person,
  post,
  postDuty,
  step,
  tenurePolicy,
  world,
} from "../../builders/rows.ts";

const keyPost = (id: string, given = {}) => post(id, { isKey: true, tenureLimitMonths: 36, ...given });
const lines = (given: Parameters<typeof world>[0], today: string) =>
  tenureLedger(world({ people: [person("a"), person("b")], ...given }), today);

describe("due day", () => {
  test("is clamped to the end of a shorter month", () => {
    const facts = {
      posts: [keyPost("k", { tenureLimitMonths: 1 })],
      assignments: [assignment("1", "a", "k", { from: "2024-01-31" })],
    };
    expect(lines(facts, "2024-02-29")[0]).toMatchObject({ dueOn: "2024-02-29", state: "due", daysLeft: 0 });
  });
  test("is 到期 itself, and 超期 the day after", () => {
    const facts = { posts: [keyPost("k")], assignments: [assignment("1", "a", "k", { from: "2023-05-01" })] };
    expect(lines(facts, "2026-05-01")[0]?.state).toBe("due");
    expect(lines(facts, "2026-05-02")[0]).toMatchObject({ state: "overdue", daysLeft: -1 });
  });
  test.each([
    [-1, "overdue"],
    [0, "due"],
    [1, "near"],
    [90, "near"],
    [91, "warning"],
    [180, "warning"],
    [181, "normal"],
  ] as const)("%i days before it the state is %s", (days, state) => expect(stateAt(days)).toBe(state));
  test("comes from the policy of the risk grade where the post has no limit of its own", () => {
    const facts = {
      posts: [keyPost("k", { tenureLimitMonths: null, riskGrade: "medium" })],
      tenurePolicies: [tenurePolicy("p", { riskGrade: "medium", limitMonths: 60 })],
      assignments: [assignment("1", "a", "k", { from: "2023-05-01" })],
    };
    expect(lines(facts, "2026-05-01")[0]?.dueOn).toBe("2028-05-01");
    expect(lines({ ...facts, tenurePolicies: [] }, "2026-05-01")).toEqual([]);
  });
});

describe("term", () => {
  test("runs on over a gap shorter than twelve months, and not over one of twelve", () => {
    const facts = (back: string) => ({
      posts: [keyPost("k")],
      assignments: [
        assignment("1", "a", "k", { from: "2022-01-01", until: "2023-03-31" }),
        assignment("2", "a", "k", { from: back }),
      ],
    });
    expect(lines(facts("2024-03-30"), "2024-06-01")[0]?.startedOn).toBe("2022-01-01");
    expect(lines(facts("2024-03-31"), "2024-06-01")[0]?.startedOn).toBe("2024-03-31");
  });
  test("runs on into a declared successor, also from a post that was not a key post", () => {
    const facts = {
      posts: [post("old", { successorId: "new" }), keyPost("new")],
      assignments: [
        assignment("1", "a", "old", { from: "2021-01-01", until: "2024-01-01" }),
        assignment("2", "a", "new", { from: "2024-01-01" }),
      ],
    };
    expect(lines(facts, "2024-06-01")).toMatchObject([
      { startedOn: "2021-01-01", postId: "new", assignmentId: "2" },
    ]);
  });
  test("ends with a move to a post that is not a key post", () => {
    const facts = {
      posts: [keyPost("old", { successorId: "new" }), post("new")],
      assignments: [
        assignment("1", "a", "old", { from: "2021-01-01", until: "2024-01-01" }),
        assignment("2", "a", "new", { from: "2024-01-01" }),
      ],
    };
    expect(lines(facts, "2024-06-01")).toEqual([]);
  });
  test("runs on between key posts with an equal duty set, from standing duties or from authorities", () => {
    const facts = {
      matters: [matter("m")],
      steps: [step("s", "m", 1, "pay")],
      posts: [keyPost("k1"), keyPost("k2"), keyPost("k3")],
      postDuties: [postDuty("d1", "k1", "pay"), postDuty("d3", "k3", "record")],
      authorities: [authority("au", "s", { postId: "k2" })],
      assignments: [
        assignment("1", "a", "k1", { from: "2021-01-01", until: "2023-01-01" }),
        assignment("2", "a", "k2", { from: "2023-01-01", until: "2024-01-01" }),
        assignment("3", "a", "k3", { from: "2024-01-01" }),
      ],
    };
    expect(lines(facts, "2023-06-01")).toMatchObject([{ startedOn: "2021-01-01", postId: "k2" }]);
    expect(lines(facts, "2024-06-01")).toMatchObject([{ startedOn: "2024-01-01", postId: "k3" }]);
  });
  test("counts concurrent, acting and AB-post service, and overlapping rows once", () => {
    const facts = {
      posts: [keyPost("k")],
      assignments: [
        assignment("1", "a", "k", { from: "2022-01-01", until: "2023-06-01", kind: "ab-post" }),
        assignment("2", "a", "k", { from: "2023-01-01" }),
      ],
    };
    expect(lines(facts, "2024-06-01")).toMatchObject([{ startedOn: "2022-01-01", assignmentId: "2" }]);
  });
  test("is not in the ledger after its end", () => {
    const facts = {
      posts: [keyPost("k")],
      assignments: [assignment("1", "a", "k", { from: "2022-01-01", until: "2024-06-01" })],
    };
    expect(lines(facts, "2024-05-31")).toHaveLength(1);
    expect(lines(facts, "2024-06-01")).toEqual([]);
  });
});

test("an exemption shows until the day before its end, then the overdue state returns", () => {
  const facts = {
    posts: [keyPost("k")],
    assignments: [assignment("1", "a", "k", { from: "2020-01-01" })],
    exemptions: [exemption("e", "a", "k", "2024-01-01", "2025-01-01")],
  };
  expect(lines(facts, "2024-12-31")[0]).toMatchObject({ state: "exempt", exemptionId: "e" });
  expect(lines(facts, "2025-01-01")[0]).toMatchObject({ state: "overdue", exemptionId: null });
});

test("row order carries no meaning, and lines come soonest due first", () => {
  const facts = {
    posts: [keyPost("k1"), keyPost("k2")],
    assignments: [
      assignment("1", "a", "k1", { from: "2024-02-01" }),
      assignment("2", "b", "k2", { from: "2023-02-01" }),
    ],
  };
  const straight = lines(facts, "2024-06-01");
  expect(straight.map((line) => line.personId)).toEqual(["b", "a"]);
  const turned = { posts: facts.posts.toReversed(), assignments: facts.assignments.toReversed() };
  expect(lines(turned, "2024-06-01")).toEqual(straight);
  expect(straight[0]?.daysLeft).toBe(365 + 245);
  expect(addDays("2024-06-01", 365 + 245)).toBe(straight[0]?.dueOn);
});
