// Who may not come where they would review what they did: in open cases, and for a year where they would supervise it.
import { describe, expect, test } from "vitest";
import { openWork } from "../../../db/service/open-work.ts";
import type { World } from "../../../shared/domain/world.ts";
import { blocksOf, type OpenWork } from "../../../shared/rotation/review-blocks.ts";
import { approval, at, authority, caseOf, matter, person, post, step, world } from "../../builders/rows.ts";

const rows: Partial<World> = {
  matters: [matter("m")],
  people: [person("r")],
  posts: ["apply", "approve", "watch"].map((id) => post(id)),
  steps: [step("s1", "m", 1, "apply"), step("s2", "m", 2, "approve"), step("s3", "m", 3, "supervise")],
  authorities: [
    authority("u1", "s1", { postId: "apply" }),
    authority("u2", "s2", { postId: "approve" }),
    authority("u3", "s3", { postId: "watch" }),
  ],
};
const facts = world(rows);
const work = (given: Partial<OpenWork> = {}): OpenWork[] => [
  {
    personId: "r",
    matterId: "m",
    duty: "apply",
    until: "2027-01-01",
    superviseUntil: "2027-07-01",
    ...given,
  },
];
const lines = (given: Partial<OpenWork> = {}) =>
  blocksOf(facts, work(given)).map((it) => `${it.personId} ${it.postId} ${it.until}`);

describe("blocks", () => {
  test("close posts that verify, authorise or supervise the matter, not those that do the same duty", () => {
    expect(lines()).toEqual(["r approve 2027-01-01", "r watch 2027-07-01"]);
    expect(lines({ duty: "approve" })).toEqual(["r watch 2027-07-01"]);
    expect(lines({ matterId: "other" })).toEqual([]);
  });
  test("to supervise no earlier than to authorise", () => {
    expect(lines({ superviseUntil: undefined })).toEqual(["r approve 2027-01-01", "r watch 2027-01-01"]);
    expect(lines({ until: "2027-09-01" })).toEqual(["r approve 2027-09-01", "r watch 2027-09-01"]);
  });
});

describe("work that is open", () => {
  const log = (given: Parameters<typeof caseOf>[2]) =>
    openWork(
      world({
        ...rows,
        cases: [caseOf("c", "m", given)],
        approvals: [approval("a1", "c", "s1", "r", at("2026-06-01"))],
      }),
      "2026-10-01",
    ).map(({ until, superviseUntil }) => `${until} ${superviseUntil}`);
  test("is so for six months after the act, and supervised by others for twelve", () => {
    expect(log({})).toEqual(["2026-12-01 2027-06-01"]);
  });
  test("of a closed case only the latter", () => {
    expect(log({ closedOn: "2026-07-01" })).toEqual(["2026-06-01 2027-06-01"]);
  });
});
