// Who has what a post requires, month by month; posts that require the same share one table.
import type { Day } from "../../domain/day.ts";
import type { ProblemPerson, RotationProblem } from "../plan.ts";
import { earlier } from "../timetable.ts";
import type { Months } from "./months.ts";

export interface Skills {
  holds(person: number, post: number, month: number): boolean;
  everHolds(person: number, post: number): boolean;
  /** First day after the arrival on which a required qualification has lapsed; null: none lapses. */
  lapsesOn(person: number, post: number, month: number): Day | null;
}

export function skillsOf(problem: RotationProblem, months: Months): Skills {
  const { people, posts } = problem;
  const keys = posts.map((post) => JSON.stringify(post.qualifications));
  const kinds = [...new Set(keys)];
  const kindOf = Int32Array.from(keys, (key) => kinds.indexOf(key));
  const required = kinds.map((key) => posts[keys.indexOf(key)]?.qualifications ?? []);
  const held = required.map((codes) => {
    const table = new Uint8Array(people.length * months.count);
    if (codes.length === 0) return table.fill(1);
    people.forEach((person, p) => {
      // Most hold a qualification for good or not at all: then no month need be looked at by itself.
      const until = codes.map((code) => heldUntil(person, code, months.dayOf(0)));
      if (until.every((it) => it === null)) {
        table.fill(1, p * months.count, (p + 1) * months.count);
        return;
      }
      if (codes.some((code) => person.qualifications.every((it) => it.code !== code))) return;
      for (let month = 0; month < months.count; month++) {
        const day = months.dayOf(month);
        if (codes.every((code) => heldUntil(person, code, day) !== undefined))
          table[p * months.count + month] = 1;
      }
    });
    return table;
  });
  const row = (post: number): Uint8Array => held[kindOf[post] ?? 0] ?? new Uint8Array();
  return {
    holds: (person, post, month) => row(post)[person * months.count + month] === 1,
    everHolds: (person, post) =>
      row(post)
        .subarray(person * months.count, (person + 1) * months.count)
        .includes(1),
    lapsesOn: (p, q, month) => {
      const person = people[p];
      const codes = required[kindOf[q] ?? 0] ?? [];
      if (!person || codes.length === 0) return null;
      const day = months.dayOf(month);
      return earlier(...codes.map((code) => heldUntil(person, code, day) ?? null));
    },
  };
}

/** Until when a code held on `day` goes on without a break; null: for good; undefined: not held that day. */
export function heldUntil(person: ProblemPerson, code: string, day: Day): Day | null | undefined {
  let end: Day | undefined;
  // Sorted by code and first day, so one pass joins periods that touch.
  for (const it of person.qualifications) {
    if (it.code !== code || it.from > (end ?? day)) continue;
    if (it.until === null) return null;
    if (it.until > (end ?? day)) end = it.until;
  }
  return end;
}
