// The oracle against hand-worked expectations: same-person, separate-units, seniority, two-person by organ and by experts.
import { describe, expect, it } from "vitest";
import type { World } from "../../shared/domain/world.ts";
import * as row from "../builders/rows.ts";
import { at, rule } from "../builders/rows.ts";
import { oracle } from "./check.ts";
import { check, ids, purchase, today } from "./purchase.ts";

describe("same-person", () => {
  const same = rule("r", "same-person", { duties: ["pay_apply", "pay_approve", "pay_execute"] });

  it("finds the act after which nobody did all so far", () => {
    const world = purchase({
      approvals: [
        row.approval("v1", "c", "s1", "ann", at("2026-03-02"), { onBehalfOfId: "bo" }),
        row.approval("v2", "c", "s2", "bo", at("2026-03-03")),
        row.approval("v3", "c", "s3", "cy", at("2026-03-04")),
        row.approval("v4", "c", "s3", "bo", at("2026-03-05")),
        row.approval("v5", "c", "s4", "ann", at("2026-03-06"), { action: "comment" }),
      ],
    });
    const [found, ...more] = check(world, same).findings;
    expect(more).toEqual([]);
    expect(found).toMatchObject({ groupKey: "c", subject: "c", day: "2026-03-04", anchor: "" });
    expect(found?.personIds).toEqual(["ann", "bo", "cy"]);
    expect(ids(found)).toEqual(["v1", "v2", "v3", "v4"]);
  });

  it("is content with one person, and passes over acts that credit nobody", () => {
    const world = purchase({
      approvals: [
        row.approval("v1", "c", "s1", "bo", at("2026-03-02")),
        row.approval("v2", "c", "s2", "bot", at("2026-03-03")),
        row.approval("v3", "c", "s3", null, at("2026-03-04")),
        row.approval("v4", "c", "s3", "ann", at("2026-03-05"), { onBehalfOfId: "bo" }),
      ],
    });
    expect(check(world, same).findings).toEqual([]);
    const once = rule("r", "same-person", { duties: ["pay_apply", "accept"] });
    expect(check(world, once).notApplicable).toEqual(["r"]);
  });
});

describe("separate-units", () => {
  const apart = (unit: "department" | "organ") =>
    rule("r", "separate-units", { duties: ["pay_apply", "pay_approve"], maxHeld: 1, unit });
  const acts = [
    row.approval("v1", "c", "s1", "ann", at("2026-03-02"), { postId: "t1" }),
    row.approval("v2", "c", "s2", "bo", at("2026-03-03")),
    row.approval("v3", "c", "s3", "bo", at("2026-03-04"), { postId: "t1" }),
  ];
  const office = (given: Partial<World>): World =>
    purchase({
      departments: [
        row.department("d0"),
        row.department("d1", { parentId: "d0" }),
        row.department("d2", { parentId: "d1" }),
        row.department("d9"),
      ],
      posts: [
        row.post("t1"),
        row.post("t2", { departmentId: "d2" }),
        row.post("t3"),
        row.post("t9", { departmentId: "d9" }),
      ],
      approvals: acts,
      ...given,
    });
  const seat = (id: string, postId: string) => row.assignment(id, "bo", postId);

  it("takes the department of the post acted in, else the one that all posts held share", () => {
    const alike = office({ assignments: [seat("a", "t1"), seat("b", "t3")] });
    const [found] = check(alike, apart("department")).findings;
    expect(found).toMatchObject({ groupKey: "c", subject: "d1", departmentId: "d1", day: "2026-03-03" });
    expect(found?.personIds).toEqual(["ann", "bo"]);
    expect(ids(found)).toEqual(["v1", "v2"]);
    expect(check(office({ assignments: [seat("a", "t2")] }), apart("department")).findings).toEqual([]);
    const unknown = office({ assignments: [seat("a", "t1"), seat("b", "t2")] });
    expect(check(unknown, apart("department")).findings).toEqual([]);
    expect(check(unknown, apart("organ")).findings).toEqual([]);
  });

  it("takes the topmost department as organ", () => {
    const [found] = check(office({ assignments: [seat("a", "t2")] }), apart("organ")).findings;
    expect(found).toMatchObject({ subject: "d0", departmentId: "d0" });
    expect(check(office({ assignments: [seat("a", "t9")] }), apart("organ")).findings).toEqual([]);
    expect(check(office({ posts: [], approvals: [] }), apart("organ")).notApplicable).toEqual(["r"]);
  });
});

describe("seniority", () => {
  const rises = rule("r", "seniority", { earlier: "pay_apply", later: "pay_approve" });
  const office = (...acts: [string, string, string | null, string][]): World =>
    purchase({
      posts: [row.post("t1", { level: "section" }), row.post("t2", { level: "deputy" })],
      assignments: [row.assignment("a", "bo", "t1"), row.assignment("b", "bo", "t2")],
      approvals: acts.map(([step, actor, postId, day], index) =>
        row.approval(`v${index + 1}`, "c", step, actor, at(day), { postId }),
      ),
    });

  it("finds who stands no higher than an earlier actor", () => {
    const world = office(
      ["s1", "ann", "t2", "2026-03-02"],
      ["s1", "cy", "t1", "2026-03-03"],
      ["s2", "bo", "t1", "2026-03-04"],
      ["s2", "bo", null, "2026-03-05"],
      ["s1", "ann", "t2", "2026-03-06"],
    );
    const [found, ...more] = check(world, rises).findings;
    expect(more).toEqual([]);
    expect(found).toMatchObject({ groupKey: "c", subject: "bo", day: "2026-03-04" });
    expect(found?.personIds).toEqual(["ann", "bo", "cy"]);
    expect(ids(found)).toEqual(["v1", "v2", "v3", "v4"]);
  });

  it("says nothing of a higher rank, an unknown one, or the same person", () => {
    expect(check(office(["s1", "ann", "t1", "2026-03-02"], ["s2", "bo", null, "2026-03-03"]), rises)).toEqual(
      {
        findings: [],
        notApplicable: [],
        notYetJudged: 0,
      },
    );
    const unknown = office(["s1", "ann", null, "2026-03-02"], ["s2", "bo", "t1", "2026-03-03"]);
    expect(check(unknown, rises).findings).toEqual([]);
    const own = office(["s1", "bo", "t2", "2026-03-02"], ["s2", "bo", "t1", "2026-03-03"]);
    expect(check(own, rises).findings).toEqual([]);
    const none = rule("r", "seniority", { earlier: "pay_apply", later: "accept" });
    expect(check(own, none).notApplicable).toEqual(["r"]);
  });
});

describe("two-person, counted otherwise", () => {
  const acts = (...posts: (string | null)[]): World =>
    purchase({
      departments: [row.department("d1"), row.department("d2", { parentId: "d1" }), row.department("d3")],
      posts: [row.post("t1"), row.post("t2", { departmentId: "d2" }), row.post("t3", { departmentId: "d3" })],
      approvals: posts.map((postId, index) =>
        row.approval(`v${index + 1}`, "c", "s2", ["ann", "bo", "cy"][index]!, at(`2026-03-0${index + 2}`), {
          postId,
        }),
      ),
    });

  it("by organ: different organs, whoever acted; an unknown one may be the missing one", () => {
    const organs = rule("r", "two-person", {
      duty: "pay_approve",
      minPersons: 2,
      countBy: "organ",
      quietDays: 5,
    });
    expect(check(acts("t1", "t2"), organs).findings).toMatchObject([{ personIds: ["ann", "bo"] }]);
    expect(check(acts("t1", "t3"), organs).findings).toEqual([]);
    expect(check(acts("t1", null), organs)).toMatchObject({ findings: [], notYetJudged: 1 });
  });

  it("experts: so many of every so many, qualified on the day of their first act", () => {
    const experts = { qualification: "Q", atLeast: 2, of: 3 };
    const panel = rule("r", "two-person", { duty: "pay_approve", minPersons: 2, experts, quietDays: 5 });
    const judged = (...qualifications: World["qualifications"]): number =>
      oracle({ ...acts(null, null, null), qualifications }, [panel], today).findings.length;
    const ann = row.qualification("q1", "ann", "Q");
    expect(judged()).toBe(0);
    expect(judged(ann)).toBe(1);
    expect(judged(ann, row.qualification("q2", "bo", "Q", { from: "2026-03-03" }))).toBe(0);
    expect(judged(ann, row.qualification("q2", "bo", "Q", { from: "2026-03-04" }))).toBe(1);
    expect(judged(row.qualification("q1", "ann", "other"))).toBe(0);
  });
});
