// Days asked one after another by what has turned give what each gives asked by itself: findings of both sides, and staffing problems.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Scenes, shiftReader } from "../../../db/service/change-sets/staffing-shift.ts";
import { answerTier } from "../../../db/service/staffing/answer.ts";
import { type Scene, scenesOver } from "../../../db/service/staffing/scene.ts";
import type { StaffingShift } from "../../../shared/contract/changes.ts";
import { addDays, type Day } from "../../../shared/domain/day.ts";
import type { Edit } from "../../../shared/domain/edit.ts";
import { withEdits, withRuleEdits } from "../../../shared/domain/edited.ts";
import type { World } from "../../../shared/domain/world.ts";
import { compareFindings } from "../../../shared/rules/design/finding-difference.ts";
import { overDays } from "../../../shared/rules/design/over-days.ts";
import { prepareDesign } from "../../../shared/rules/design/recheck.ts";
import { checkDesign } from "../../../shared/rules/design.ts";
import { editsFrom } from "../../builders/edits.ts";
import { windowDay } from "../../builders/pool.ts";
import { questionOf } from "../../builders/rules.ts";
import { pick, type Source, seeded, several } from "../../builders/source.ts";

const seeds = fc.integer({ min: 1, max: 1_000_000 });

/** Somebody leaves a place, comes to one, or both, on days of the window: what a plan's set holds. */
function moved(source: Source, { assignments, people, posts }: World): Edit[] {
  if (people.length === 0 || posts.length === 0) return [];
  return several(source, 1, 4, (nth): Edit => {
    const old = assignments.length > 0 && source.int(1, 2) === 1 ? pick(source, assignments) : null;
    if (old) return { op: "end", kind: "assignments", id: old.id, until: windowDay(source) };
    const [personId, postId] = [pick(source, people).id, pick(source, posts).id];
    const values = { personId, postId, kind: "substantive", from: windowDay(source), until: null };
    return { op: "save", kind: "assignments", id: `come${nth}`, values: { ...values, docNo: null } };
  });
}

/** A question with its edits and the days on which it is asked; every fourth years ahead, where lookbacks end. */
function asked(seed: number) {
  const { world: made, rules, today } = questionOf(seed);
  const source = seeded(seed + 11);
  // Staffing passes over absences that end: some begin within the days and do not.
  const away = several(source, 0, 2, (nth) => ({
    id: `away${nth}`,
    personId: pick(source, made.people).id,
    from: windowDay(source),
    until: null,
  }));
  const world: World = { ...made, absences: [...made.absences, ...away] };
  const edits = [...editsFrom(source, world, rules, 3), ...moved(source, world)];
  const spread = pick(source, [20, 60, 200, 900]);
  const days: Day[] = [];
  let day = addDays(today, -source.int(0, 150));
  const first = day;
  for (let left = source.int(2, 6); left > 0; left -= 1) {
    day = addDays(day, source.int(1, spread));
    days.push(day);
  }
  const edited = { facts: withEdits(world, edits, first), rules: withRuleEdits(rules, edits) };
  return { world, rules, edited, first, days };
}

const printed = (shift: StaffingShift): string => JSON.stringify(shift);

/** Both sides of a day with whole answers: the readable way. */
function shiftsAnew(scenes: Scenes, day: Day): StaffingShift[] {
  const [before, after] = [scenes.before(day), scenes.after(day)];
  const ids = new Set([...before.matters, ...after.matters].map(({ id }) => id));
  return [...ids].flatMap((matterId) => {
    const tiers = [...before.tiersOf(matterId), ...after.tiersOf(matterId)];
    const bounds = [...new Set(tiers.flatMap(({ upTo }) => upTo ?? []))].sort((a, b) => a - b);
    return (tiers.length === 0 ? [] : [...bounds, null]).flatMap((upTo, at): StaffingShift[] => {
      const answer = (scene: Scene) => {
        const matter = scene.matters.find(({ id }) => id === matterId);
        const tier = { over: bounds[at - 1] ?? null, upTo };
        return matter ? answerTier(scene.caseOf(matter, tier).problem) : null;
      };
      const [was, is] = [answer(before), answer(after)];
      const [old, now] = [was?.status ?? "impossible", is?.status ?? "impossible"];
      const [minimumBefore, minimumAfter] = [was?.minimum ?? null, is?.minimum ?? null];
      if (old === now && minimumBefore === minimumAfter) return [];
      const name = [...after.matters, ...before.matters].find(({ id }) => id === matterId)?.name ?? "";
      return [{ matterId, matterName: name, upTo, before: old, after: now, minimumBefore, minimumAfter }];
    });
  });
}

describe("days asked one after another", () => {
  it("find what a full check of both sides finds on each", () => {
    let told = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world, rules, edited, first, days } = asked(seed);
        const before = prepareDesign(world, rules, first);
        const after = prepareDesign(edited.facts, edited.rules, first);
        for (const { day, appearing, vanishing, remaining } of overDays(before, after, days)) {
          const whole = compareFindings(
            checkDesign(world, rules, day),
            checkDesign(edited.facts, edited.rules, day),
          );
          expect({ appearing, vanishing, remaining }).toEqual(whole);
          told += appearing.length + vanishing.length;
        }
      }),
      { numRuns: 400 },
    );
    expect(told).toBeGreaterThan(400);
  });

  it("leave tiers and staffing problems of every matter that has not turned as they were", () => {
    let [kept, turned] = [0, 0];
    fc.assert(
      fc.property(seeds, (seed) => {
        const { edited, rules, first, days } = asked(seed);
        const whole = edited.facts as World;
        const after = prepareDesign(whole, rules, first);
        const sceneOn = scenesOver(whole, rules);
        const posed = (day: Day, matterId: string): string => {
          const scene = sceneOn(day);
          const matter = scene.matters.find(({ id }) => id === matterId);
          if (!matter) return "none";
          const tiers = scene.tiersOf(matterId);
          return JSON.stringify(tiers.map((tier) => [tier, scene.caseOf(matter, tier).problem]));
        };
        let last = first;
        for (const { day, turnedAfter } of overDays(after, after, days)) {
          for (const { id } of whole.matters) {
            if (turnedAfter?.matters.has(id) ?? true) turned += 1;
            else {
              kept += 1;
              expect(posed(day, id)).toBe(posed(last, id));
            }
          }
          last = day;
        }
      }),
      { numRuns: 400 },
    );
    expect(Math.min(kept, turned)).toBeGreaterThan(100);
  });

  it("shift the same staffing as every matter asked anew on every day", async () => {
    let shifted = 0;
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { world, rules, edited, first, days } = asked(seed);
        const scenes = {
          before: scenesOver(world, rules),
          after: scenesOver(edited.facts, edited.rules),
        };
        const read = shiftReader(async () => undefined, { signal: new AbortController().signal }, scenes);
        const found = new Set((await read(first, { before: null, after: null })).map(printed));
        const wanted = new Set(shiftsAnew(scenes, first).map(printed));
        const before = prepareDesign(world, rules, first);
        const after = prepareDesign(edited.facts, edited.rules, first);
        for (const { day, turnedBefore, turnedAfter } of overDays(before, after, days)) {
          const turned = { before: turnedBefore?.matters ?? null, after: turnedAfter?.matters ?? null };
          for (const one of await read(day, turned)) found.add(printed(one));
          for (const one of shiftsAnew(scenes, day)) wanted.add(printed(one));
        }
        expect(found).toEqual(wanted);
        shifted += wanted.size;
      }),
      { numRuns: 300 },
    );
    expect(shifted).toBeGreaterThan(15);
  });
});
