// Any tables: brought in twice they add nothing the second time, whatever their order; undone they leave exactly what was there.
import fc from "fast-check";
import { expect, test } from "vitest";
import { sheetKinds } from "../../shared/domain/sheets.ts";
import { office, tableOf } from "../builders/office.ts";
import { bringIn, type Desk, newWorkbook, preview, type Table, value } from "../builders/service.ts";
import { chance, drawn, pick, type Source, several, shuffled } from "../builders/source.ts";

const world = async (desk: Desk) =>
  Promise.all(
    sheetKinds.map(async (kind) =>
      (await value(desk.client.sheets.list({ kind }))).rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ),
  );
const day = (source: Source): string =>
  `202${source.int(0, 5)}-0${source.int(1, 9)}-${String(source.int(1, 28)).padStart(2, "0")}`;

/** Rows that correct the office's and rows that are new; some refer to rows that come later, some to rows that are wrong. */
const drawTables = (source: Source): Table[] => {
  const departments = ["D1", ...several(source, 0, 5, (nth) => `D${nth + 2}`)];
  const people = several(source, 1, 6, (nth) => `00${nth}`);
  return [
    tableOf(
      "departments",
      shuffled(source, departments).map((code) => {
        const parent = chance(source, 60) ? pick(source, departments) : "";
        return [code, `科${source.int(1, 9)}`, chance(source, 10) ? "没有" : parent];
      }),
    ),
    tableOf(
      "posts",
      several(source, 0, 5, (nth) => [`P${nth}`, `岗${source.int(1, 3)}`, pick(source, departments), "经办"]),
    ),
    tableOf(
      "people",
      people.map((no) => [no, `人${source.int(1, 4)}`, day(source)]),
    ),
    tableOf(
      "assignments",
      several(source, 0, 6, () => [
        pick(source, people),
        `P${source.int(1, 5)}`,
        day(source),
        chance(source, 50) ? day(source) : "",
      ]),
    ),
    tableOf(
      "cases",
      several(source, 0, 4, (nth) => [
        `C${nth}`,
        "M1",
        `${source.int(-1, 5)}`,
        chance(source, 50) ? "S1" : "",
      ]),
    ),
    tableOf(
      "approvals",
      several(source, 0, 8, () => [
        `C${source.int(1, 5)}`,
        pick(source, ["S1", "S2"]),
        pick(source, people),
        "同意",
        `${day(source)} 09:0${source.int(0, 9)}`,
      ]),
    ),
  ];
};

test("twice is once, undone is as before, and every reference leads somewhere", async () => {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  const before = await world(desk);
  await fc.assert(
    fc.asyncProperty(drawn(drawTables), fc.integer({ min: 0, max: 1_000 }), async (tables, turn) => {
      const { id } = await preview(desk, tables);
      const first = await value(desk.client.imports.commit({ id }));
      const after = await world(desk);
      const again = await bringIn(desk, tables);
      expect(again).toMatchObject({ change: null, rejected: first.rejected });
      const turned = tables.map((table) => {
        const at = table.rows.length === 0 ? 0 : turn % table.rows.length;
        return { ...table, rows: [...table.rows.slice(at), ...table.rows.slice(0, at)] };
      });
      const singles = turned.filter(({ kind }) => kind === "departments" || kind === "people");
      expect(await bringIn(desk, singles)).toMatchObject({ change: null });
      expect(await world(desk)).toEqual(after);
      if (first.change) await value(desk.client.journal.undo({ seq: first.change.seq }));
      expect(await world(desk)).toEqual(before);
    }),
    { numRuns: 40 },
  );
  expect((await value(desk.client.journal.verify({}))).brokenAt).toBeNull();
  expect(desk.bugs).toEqual([]);
}, 60_000);
