// Properties of the overlay: earlier days keep their answer, the day itself has the edits' values, order of rows is kept.
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../../shared/domain/day.ts";
import { type Edit, editKey, mergedEdits } from "../../shared/domain/edit.ts";
import { withEdits } from "../../shared/domain/edited.ts";

const anyDay = fc.integer({ min: 0, max: 40 }).map((days) => addDays("2026-01-01", days));
const anyPeriod = fc
  .tuple(anyDay, fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }))
  .map(([from, days]) => ({ from, until: days === null ? null : addDays(from, days) }));
const anyValues = fc.record({
  code: fc.constantFrom("A", "B", "C"),
  stepId: fc.constantFrom("s1", "s2"),
  postId: fc.constantFrom("p1", "p2"),
  upTo: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
});
const anyRow = fc.tuple(anyValues, anyPeriod).map(([values, period]) => ({ ...values, ...period }));
type Row = {
  id: string;
  from: string;
  until: string | null;
  upTo: number | null;
  stepId: string;
  postId: string;
};
const ids = ["a1", "a2", "a3", "a4"];
const anyRows = fc
  .array(anyRow, { maxLength: 3 })
  .map((rows) => rows.map((row, at) => ({ ...row, id: ids[at] ?? "" })));
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    op: fc.constant("save" as const),
    kind: fc.constant("authorities" as const),
    id: fc.constantFrom(...ids),
    values: anyRow,
  }),
  fc.record({
    op: fc.constant("end" as const),
    kind: fc.constant("authorities" as const),
    id: fc.constantFrom(...ids),
    until: anyDay,
  }),
);
const rowsOf = (rows: readonly object[], edits: readonly Edit[], day: string): Row[] =>
  (withEdits({ authorities: rows } as never, edits, day) as { authorities: Row[] }).authorities;
const isOn = (row: Row, day: string): boolean => row.from <= day && (row.until === null || day < row.until);
const powers = (rows: readonly Row[], day: string): string[] =>
  rows
    .filter((row) => isOn(row, day))
    .map(({ stepId, postId, upTo }) => `${stepId} ${postId} ${upTo}`)
    .sort();

test("every day before the set's day keeps its answer", () => {
  fc.assert(
    fc.property(anyRows, fc.array(anyEdit, { maxLength: 4 }), anyDay, (rows, added, day) => {
      const edits = mergedEdits([], added, () => false);
      const after = rowsOf(rows, edits, day);
      for (let past = addDays(day, -1); past >= "2025-12-30"; past = addDays(past, -1))
        expect(powers(after, past), past).toEqual(powers(rows as Row[], past));
      for (const row of after)
        expect(row.until === null || row.until > row.from, JSON.stringify(row)).toBe(true);
      expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
    }),
    { numRuns: 2000 },
  );
});

test("from the day on a saved row says what was saved, on the days that it was given, and nothing else of it", () => {
  fc.assert(
    fc.property(anyRows, anyRow, fc.constantFrom(...ids), anyDay, (rows, values, id, day) => {
      const edit: Edit = { op: "save", kind: "authorities", id, values };
      const after = rowsOf(rows, [edit], day);
      const own = after.filter((row) => row.id === id || row.id.startsWith(`${id}@`));
      const asked = values.from > day ? values.from : day;
      for (let on = asked; on <= "2026-03-15"; on = addDays(on, 1)) {
        const isGiven = values.until === null || on < values.until;
        const wanted = isGiven ? [`${values.stepId} ${values.postId} ${values.upTo}`] : [];
        // A row whose last day alone was changed ends on its own set's day at the earliest.
        if (powers(own, on).length > 0 || isGiven) expect(powers(own, on), on).toEqual(wanted);
      }
    }),
    { numRuns: 2000 },
  );
});

test("merging keeps one edit of a row, the last one's meaning, and never one more than was put in", () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 8 }), (added) => {
      const merged = mergedEdits([], added, () => false);
      expect(new Set(merged.map(editKey)).size).toBe(merged.length);
      expect(new Set(added.map(editKey)).size).toBe(merged.length);
      for (const edit of merged) {
        const last = added.findLast((one) => editKey(one) === editKey(edit));
        if (last?.op === "end" && edit.op === "save") expect(edit.values.until).toBe(last.until);
        else expect(edit).toEqual(last);
      }
    }),
  );
});
