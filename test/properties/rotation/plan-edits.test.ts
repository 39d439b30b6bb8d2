// A plan carried out as edits of assignments: day by day exactly the holders of the replayed plan, and back again without it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, contains, type Day } from "../../../shared/domain/day.ts";
import { withEdits } from "../../../shared/domain/edited.ts";
import type { Assignment } from "../../../shared/domain/organisation.ts";
import { onRecord, withoutMoves } from "../../../shared/rotation/announced.ts";
import { leavingsOf } from "../../../shared/rotation/handover/leavings.ts";
import { movedAssignments, planEdits } from "../../../shared/rotation/handover/plan-edits.ts";
import { solveToEnd } from "../../../shared/rotation/solve.ts";
import { replay } from "../../../shared/rotation/timetable.ts";
import { smallOffice, today } from "../../unit/rotation/small-facts.ts";

const anyOffice = fc.record({
  seed: fc.integer({ min: 1, max: 100_000 }),
  keyPosts: fc.integer({ min: 1, max: 4 }),
  ordinaryPosts: fc.integer({ min: 0, max: 3 }),
  reserve: fc.integer({ min: 0, max: 3 }),
});
const numbered = (): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    return `new-${count}`;
  };
};
const options = () => ({ newId: numbered(), docNo: null, reason: "轮岗", mayRun: () => true });
const madeOf = ({
  seed,
  ...size
}: {
  seed: number;
  keyPosts: number;
  ordinaryPosts: number;
  reserve: number;
}) => {
  const { facts, problem } = smallOffice(seed, { ...size, months: 12 });
  const { moves } = solveToEnd({ ...problem, units: 4000 });
  // What cannot be carried out is no plan: the validator says so, and no set is made of it.
  fc.pre(replay(problem, moves).impossibleMoves.length === 0);
  return { facts, problem, moves };
};
const rowsIn = (rows: readonly Assignment[]): string[] =>
  rows
    .map(({ personId, postId, kind, from, until }) => JSON.stringify([personId, postId, kind, from, until]))
    .sort();

test("the assignments after a plan give the holders of its timetable on every day", () => {
  let moved = 0;
  fc.assert(
    fc.property(anyOffice, (given) => {
      const { facts, problem, moves } = madeOf(given);
      const { edits, firstDay, stuck } = planEdits(facts, facts, moves, options());
      expect(stuck).toEqual([]);
      moved += moves.length;
      const after = withEdits(facts, edits, firstDay ?? today);
      const people = new Map(facts.people.map((person) => [person.id, person]));
      const { byPost } = replay(problem, moves);
      const isHolder = (row: Assignment, day: Day): boolean =>
        contains(row, day) &&
        (row.kind === "substantive" || row.kind === "acting") &&
        (people.get(row.personId)?.leavesOn ?? "9999") > day;
      for (let day = today; day < problem.until; day = addDays(day, 1))
        for (const post of problem.posts) {
          if (post.until !== null && post.until <= day) continue;
          const planned = (byPost.get(post.id) ?? [])
            .filter((stint) => stint.from <= day && day < stint.until)
            .map(({ personId }) => personId);
          const held = after.assignments
            .filter((row) => row.postId === post.id && isHolder(row, day))
            .map(({ personId }) => personId);
          // Assignments that begin later by record are none of the plan's.
          const later = facts.assignments.filter((row) => row.postId === post.id && row.from > today);
          expect([day, post.id, [...new Set(held)].sort()]).toEqual([
            day,
            post.id,
            [
              ...new Set([
                ...planned,
                ...later.filter((row) => isHolder(row, day)).map(({ personId }) => personId),
              ]),
            ].sort(),
          ]);
        }
    }),
    { numRuns: 40 },
  );
  expect(moved).toBeGreaterThan(20);
});

test("drawn again on what it has made, a plan edits nothing; without its moves everything is as it was", () => {
  fc.assert(
    fc.property(anyOffice, (given) => {
      const { facts, moves } = madeOf(given);
      const first = planEdits(facts, facts, moves, options());
      const after = withEdits(facts, first.edits, first.firstDay ?? today);
      const ends = new Map(facts.assignments.map(({ id, until }) => [id, until]));
      const bare = withoutMoves(after, onRecord(after, moves, today), (id) => ends.get(id) ?? null);
      expect(planEdits(bare, after, moves, options()).edits).toEqual([]);
      const back = planEdits(bare, after, [], options());
      const undone = withEdits(after, back.edits, back.firstDay ?? today);
      expect(rowsIn(undone.assignments)).toEqual(rowsIn(facts.assignments));
    }),
    { numRuns: 40 },
  );
});

test("every leaving of the plan has one handover, whose taker has arrived by the last day's morrow", () => {
  fc.assert(
    fc.property(anyOffice, (given) => {
      const { facts, moves } = madeOf(given);
      const leavings = leavingsOf(moves);
      expect(leavings).toHaveLength(moves.filter(({ fromPostId }) => fromPostId !== null).length);
      const { rows } = movedAssignments(facts, moves, numbered(), null);
      for (const { takerId, postId, from, giverId, lastDay } of leavings) {
        expect(from <= addDays(lastDay, 1)).toBe(true);
        expect(takerId).not.toBe(giverId);
        if (takerId !== null)
          expect(
            rows.some((row) => row.personId === takerId && row.postId === postId && row.from === from),
          ).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});
