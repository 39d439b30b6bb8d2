// Amount tiers of staffing: cut at every bound of every required step, and nowhere else.
import { expect, it } from "vitest";
import { indexFacts } from "../../../../shared/rules/facts.ts";
import { staffingTiers } from "../../../../shared/rules/staffing/amount-cuts.ts";
import * as row from "../../../builders/rows.ts";

const day = "2026-03-02";
const tiers = (authorities: ReturnType<typeof row.authority>[]) =>
  staffingTiers(
    indexFacts(
      row.world({
        matters: [row.matter("m1"), row.matter("m2")],
        steps: [
          row.step("s1", "m1", 1, "apply"),
          row.step("s2", "m1", 2, "approve"),
          row.step("s3", "m1", 3, "record", { isRequired: false }),
          row.step("t1", "m2", 1, "approve"),
        ],
        posts: [row.post("k")],
        people: [row.person("ann")],
        authorities,
      }),
      day,
    ),
    "m1",
    day,
  );

it("is one piece where no row has a bound", () => {
  expect(tiers([row.authority("u1", "s1", { postId: "k" })])).toEqual([{ over: null, upTo: null }]);
});
it("is cut at lower and upper bounds of posts and people, each once", () => {
  const rows = [
    row.authority("u1", "s1", { postId: "k", upTo: 20_000 }),
    row.authority("u2", "s2", { postId: "k", over: 5_000, upTo: 20_000 }),
    row.authority("u3", "s2", { personId: "ann", over: 0, upTo: 7_000 }),
  ];
  expect(tiers(rows)).toEqual([
    { over: null, upTo: 5_000 },
    { over: 5_000, upTo: 7_000 },
    { over: 7_000, upTo: 20_000 },
    { over: 20_000, upTo: null },
  ]);
});
it("passes over other matters, steps that are not required, and rows of other days", () => {
  const rows = [
    row.authority("u1", "t1", { postId: "k", upTo: 1 }),
    row.authority("u2", "s3", { postId: "k", upTo: 2 }),
    row.authority("u3", "s2", { postId: "k", upTo: 3, until: day }),
    row.authority("u4", "s2", { postId: "k", upTo: 4, from: "2026-03-03" }),
  ];
  expect(tiers(rows)).toEqual([{ over: null, upTo: null }]);
});
