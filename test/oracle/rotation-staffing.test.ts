// Staffability of rotation plans against the staffing problem of every single day, made afresh from the rows of that day.
import { expect, test } from "vitest";
import { addDays, type Day, weekday } from "../../shared/domain/day.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import type { World } from "../../shared/domain/world.ts";
import { matterWords } from "../../shared/rotation/matter-words.ts";
import type { RotationProblem } from "../../shared/rotation/plan.ts";
import { rotationProblem } from "../../shared/rotation/problem.ts";
import { validatePlan } from "../../shared/rotation/validate.ts";
import { amountIn } from "../../shared/rules/analysis/amount-tiers.ts";
import { bindingRules } from "../../shared/rules/analysis/demands.ts";
import { pathOf } from "../../shared/rules/analysis/path.ts";
import { indexFacts } from "../../shared/rules/facts.ts";
import { problemOf, staffingPath } from "../../shared/rules/staffing/problem-of.ts";
import { findWitness } from "../../shared/staffing/witness.ts";
import { assignment, authority, matter, rule, step } from "../builders/rows.ts";
import { type Source, seeded } from "../builders/source.ts";
import { smallOffice, today } from "../unit/rotation/small-facts.ts";
import type { BareMove } from "./rotation-days.ts";

const offices = 60;
const size = { keyPosts: 4, ordinaryPosts: 3, reserve: 3, months: 12 };
const rules: Rule[] = [
  rule("apart", "separate-duties", { duties: ["apply", "approve"], maxHeld: 1 }),
  rule("two", "two-person", { duty: "approve", minPersons: 2, isOdd: false }),
  rule("kin", "relation", {
    counterpart: "actor",
    types: ["spouse", "lineal_blood", "collateral_3", "near_affinity"],
    duties: ["apply"],
    otherDuties: ["approve"],
    lookbackYears: 0,
  }),
];

/** A small office with two matters, their steps given to posts and, now and then, to a person. */
function officeWith(seed: number): { world: World; problem: RotationProblem } {
  const source = seeded(seed);
  const { facts } = smallOffice(seed, size);
  const posts = facts.posts.map(({ id }) => id);
  const some = (least: number, most: number): string[] =>
    Array.from({ length: source.int(least, most) }, () => posts[source.int(0, posts.length - 1)] ?? "");
  const steps = ["m1", "m2"].flatMap((id) => [
    step(`${id}-1`, id, 1, "apply"),
    step(`${id}-2`, id, 2, "approve"),
  ]);
  const world: World = {
    ...facts,
    approvals: [],
    matters: [matter("m1"), matter("m2")],
    steps,
    authorities: steps.flatMap((of) => [
      ...[...new Set(some(1, 4))].map((postId) =>
        authority(`${of.id}-${postId}`, of.id, { postId, upTo: source.int(0, 3) === 0 ? 500_000 : null }),
      ),
      ...(source.int(0, 3) === 0
        ? [authority(`${of.id}-own`, of.id, { personId: facts.people[source.int(0, 9)]?.id ?? null })]
        : []),
    ]),
  };
  const asked = rules.filter(() => source.int(0, 3) > 0);
  const problem = rotationProblem(world, { today, months: size.months, seed, rules: asked });
  return { world: { ...world, delegations: [] }, problem };
}

interface Held {
  personId: string;
  postId: string;
  since: Day;
  isNew: boolean;
}

/** Lives the moves that can be carried out: by day of change the matters that could not be staffed, and the moves lived. */
function lived(
  world: World,
  problem: RotationProblem,
  asked: readonly Rule[],
  wanted: readonly BareMove[],
): { unstaffed: Map<Day, string[]>; moves: BareMove[] } {
  const held: Held[] = problem.posts.flatMap((post) =>
    post.seats.map((seat) => ({
      personId: seat.personId,
      postId: post.id,
      since: seat.startedOn,
      isNew: false,
    })),
  );
  const unstaffed = new Map<Day, string[]>();
  const moves: BareMove[] = [];
  const postOf = (id: string) => problem.posts.find((post) => post.id === id);
  const personOf = (id: string) => problem.people.find((person) => person.id === id);
  const isThere = (id: string, day: Day): boolean => {
    const person = personOf(id);
    if (!person || (person.joinedOn !== null && day < person.joinedOn)) return false;
    if (person.leavesOn !== null && person.leavesOn <= day) return false;
    return !person.absences.some((it) => it.from <= day && it.until === null);
  };
  for (let day = addDays(problem.today, 1); day < problem.until; day = addDays(day, 1)) {
    let isTurning = false;
    for (const it of [...held]) {
      const seat = it.isNew
        ? undefined
        : postOf(it.postId)?.seats.find((own) => own.personId === it.personId);
      const ends = [seat?.endsOn, personOf(it.personId)?.leavesOn, postOf(it.postId)?.until];
      if (!ends.some((end) => typeof end === "string" && end <= day)) continue;
      held.splice(held.indexOf(it), 1);
      isTurning = true;
    }
    const before = [...held];
    const movedToday = new Set<string>();
    for (const move of wanted.filter((it) => it.day === day)) {
      const kept = personOf(move.personId)?.keptIds ?? [];
      const own = before.filter((it) => it.personId === move.personId);
      const left = own.find((it) => it.postId === move.fromPostId);
      const to = move.toPostId === null ? null : postOf(move.toPostId);
      const isFree =
        move.fromPostId === null ? own.every((it) => kept.includes(it.postId)) : left !== undefined;
      const isOpen =
        to === null ? move.fromPostId !== null : to !== undefined && (to.until === null || day < to.until);
      if (!isFree || !isOpen || movedToday.has(move.personId) || own.some((it) => it.postId === to?.id))
        continue;
      if (!personOf(move.personId) || (personOf(move.personId)?.leavesOn ?? "9999") <= day) continue;
      movedToday.add(move.personId);
      moves.push(move);
      isTurning = true;
      if (left) held.splice(held.indexOf(left), 1);
      if (to) held.push({ personId: move.personId, postId: to.id, since: day, isNew: true });
    }
    if (!isTurning) continue;
    const deciding = held.filter((it) => {
      const post = postOf(it.postId);
      if (!post?.isKey || !it.isNew) return true;
      if (held.filter((other) => other.postId === it.postId).length <= post.required) return true;
      let worked = 0;
      for (let on = addDays(it.since, 1); on <= day; on = addDays(on, 1))
        if (weekday(on) !== 0 && weekday(on) !== 6) worked++;
      return worked >= post.overlapDays;
    });
    const sits = [
      ...deciding,
      ...problem.people.flatMap((person) =>
        person.keptIds
          .filter((id) => (postOf(id)?.until ?? "9999") > day)
          .map((postId) => ({ personId: person.id, postId })),
      ),
    ];
    const there = world.people.filter(({ id }) => isThere(id, day));
    const thatDay: World = {
      ...world,
      people: there.map((person) => ({ ...person, joinedOn: null, leavesOn: null })),
      absences: [],
      assignments: sits
        .filter((it) => isThere(it.personId, day))
        .map((it, at) => assignment(`now-${at}`, it.personId, it.postId, { from: "2000-01-01" })),
    };
    const view = indexFacts(thatDay, problem.today);
    const wanting: string[] = [];
    for (const { matterId, name, over, upTo } of problem.matters) {
      const of = world.matters.find(({ id }) => id === matterId);
      if (!of) throw new Error("no matter");
      const path = pathOf(view, of, amountIn({ over, upTo }), problem.today, staffingPath);
      const staffing = problemOf(view, bindingRules(view, asked), path).problem;
      if (findWitness(staffing, { left: 5_000_000 }).status !== "staffed")
        wanting.push(matterWords({ name, over, upTo }).en);
    }
    unstaffed.set(day, wanting.sort());
  }
  return { unstaffed, moves };
}

function wildMoves(source: Source, problem: RotationProblem): BareMove[] {
  return Array.from({ length: source.int(4, 14) }, (): BareMove => {
    const person = problem.people[source.int(0, problem.people.length - 1)];
    const day = problem.changeDays[source.int(0, problem.changeDays.length - 1)] ?? problem.until;
    const to = problem.posts[source.int(0, problem.posts.length - 1)];
    return {
      day: addDays(day, source.int(0, 2) === 0 ? source.int(1, 9) : 0),
      personId: person?.id ?? "",
      fromPostId: source.int(0, 4) === 0 ? null : (person?.placeId ?? null),
      toPostId: source.int(0, 3) === 0 ? null : (to?.id ?? null),
    };
  }).filter(({ day }) => day < problem.until);
}

test("a matter can be staffed on the days on which its staffing problem of that day has a witness", () => {
  let [bad, good] = [0, 0];
  for (let seed = 1; seed <= offices; seed++) {
    const { world, problem } = officeWith(seed);
    const asked = rules.filter(({ id }) =>
      problem.matters.some(({ bounds }) => bounds.some(({ source }) => source === id)),
    );
    const { unstaffed, moves } = lived(world, problem, asked, wildMoves(seeded(seed + 1000), problem));
    const breaches = validatePlan(problem, { moves }).filter((it) => it.constraint === "staffability");
    for (const [day, wanting] of unstaffed) {
      const said = breaches.filter((it) => it.from <= day && day < it.until).map((it) => it.matter?.en);
      expect(said.sort(), `office ${seed}, ${day}`).toEqual(wanting);
      if (wanting.length > 0) bad++;
      else if (problem.matters.length > 0) good++;
    }
    expect(breaches.every(({ from }) => unstaffed.has(from))).toBe(true);
  }
  expect(bad).toBeGreaterThan(0);
  expect(good).toBeGreaterThan(0);
});
