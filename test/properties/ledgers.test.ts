// Whatever authorities there are, the schedule written from them is read back to the same ones, in either unit of money.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Authority } from "../../shared/domain/authority.ts";
import { untilAfter } from "../../shared/domain/day.ts";
import { formatWan, plainYuan } from "../../shared/domain/money.ts";
import { sheetOf } from "../../shared/domain/sheets.ts";
import { type TableRow, textCell } from "../../shared/formats/cell.ts";
import type { Grid, GridValue } from "../../shared/formats/grid.ts";
import type { LedgerGround } from "../../shared/formats/ledgers/ledger-ground.ts";
import { ledgerOf, rowsOfPart } from "../../shared/formats/ledgers/ledger-read.ts";
import { readRemark, writeRemark } from "../../shared/formats/ledgers/remark.ts";
import { derivedCode, scheduleGrid } from "../../shared/formats/ledgers/schedule-print.ts";
import { openSheet } from "../../shared/formats/sheet-parse.ts";
import { assignment, authority, department, duty, matter, person, post, step } from "../builders/rows.ts";

const day = "2026-03-05";
/** Names that are each other's codes, that carry brackets, that two share. */
const posts = [
  post("P1", { name: "科长岗" }),
  post("P2", { name: "科长岗" }),
  post("P3", { name: "P1", level: "head" }),
  post("P4", { name: "出纳岗(二)" }),
  post("P5", { name: "科长岗（P1）" }),
];
const people = [person("7", { name: "张三" }), person("8", { name: "张三" }), person("9", { name: "8" })];
const matters = [matter("m1", { code: "A/B", name: "采购" }), matter("m2", { code: "A", name: "支付" })];
const steps = [
  step("s1", "m1", 1, "apply", { code: "C", name: "申请" }),
  step("s2", "m1", 2, "approve", { code: "D", name: "审批" }),
  step("s3", "m2", 1, "approve", { code: "B/C", name: "审批" }),
];
const at = new Map(
  steps.map((one) => [one.id, { step: one, matter: matters.find(({ id }) => id === one.matterId)! }]),
);
const empty: LedgerGround = {
  unitName: "青岚县财政局",
  day,
  departments: [department("d1")],
  posts,
  people,
  assignments: [assignment("x1", "7", "P1"), assignment("x2", "8", "P1"), assignment("x3", "9", "P4")],
  matters,
  steps,
  duties: [duty("apply", "initiate"), duty("approve", "authorise")],
  authorities: [],
  notes: new Map(),
  responsibilities: new Map(),
};

const words = (value: GridValue): string => {
  if (value === null) return "";
  if ("text" in value) return value.text.trim();
  if ("day" in value) return value.day;
  if ("integer" in value) return String(value.integer);
  return value.unit === "wan" ? formatWan(value.money) : plainYuan(value.money);
};
/** As a reader of files gives it: merged areas filled. */
function rowsOf(grid: Grid): TableRow[] {
  const rows = grid.rows.map((row) => grid.columns.map((_, column) => words(row.cells[column] ?? null)));
  for (const { top, bottom, left, right } of grid.merges ?? [])
    for (let row = top - 1; row < bottom; row += 1)
      for (let column = left; column <= right; column += 1) rows[row]![column] = rows[top - 1]![left] ?? "";
  return rows.map((cells, index) => ({ row: index + 1, cells: cells.map(textCell) }));
}

async function readBack(grid: Grid, ground: LedgerGround) {
  const rows = rowsOf(grid);
  const ledger = ledgerOf(rows);
  if (!ledger) throw new Error("not recognised");
  const told: string[] = [];
  const read = async (index: number) => {
    const part = ledger.parts[index]!;
    const open = await openSheet(
      rowsOfPart(rows, ledger, part, ground, ({ zh }) => told.push(zh)),
      sheetOf(part.kind),
      { timeZone: "Asia/Shanghai" },
    );
    const parsed: Record<string, unknown>[] = [];
    for await (const { values, problems } of open.rows) {
      if (problems.length > 0) throw new Error(problems.map(({ reason }) => reason.zh).join());
      parsed.push(values);
    }
    return parsed;
  };
  return { authorities: await read(0), notes: await read(1), told };
}

const remark = fc
  .array(fc.constantFrom("可转授权", "不可转授权", "；", "备注：", "授权编号：", "A-1", "见纪要", " "), {
    maxLength: 5,
  })
  .map((parts) => parts.join("").trim());
const fen = fc.integer({ min: 0, max: 99_999_999_999 });
const granted = fc
  .record({
    at: fc.constantFrom(...steps),
    holder: fc.constantFrom(
      ...posts.map(({ id }) => ({ postId: id })),
      ...people.map(({ id }) => ({ personId: id })),
    ),
    low: fc.option(fen),
    height: fc.option(fc.integer({ min: 1, max: 9_999_999_999 })),
    level: fc.constantFrom(null, "head" as const, "section" as const),
    from: fc.constantFrom("2020-01-01", "2026-03-05"),
    until: fc.constantFrom(null, "2026-03-06", "2030-01-01"),
    kind: fc.constantFrom("general" as const, "special" as const, "temporary" as const),
    isCollective: fc.boolean(),
    isSubDelegable: fc.boolean(),
    docNo: fc.constantFrom(null, "授〔2026〕1号"),
    own: fc.boolean(),
    note: fc.option(
      fc.record({
        countersign: fc.constantFrom(null, "无", "财务科"),
        grantor: fc.constantFrom(null, "—"),
        remark,
      }),
    ),
  })
  .map(({ at: one, holder, low, height, own, note, ...rest }) => ({
    own,
    note: note && { ...note, remark: note.remark || null },
    row: authority("", one.id, {
      postId: null,
      personId: null,
      ...holder,
      ...rest,
      over: low,
      upTo: height === null ? null : (low ?? 0) + height,
    }),
  }));
/** Each with a number, no two alike in what a derived number is made of. */
const many = fc.array(granted, { maxLength: 12 }).map((all) => {
  const seen = new Set<string>();
  return all.flatMap(({ row, own, note }, index) => {
    const derived = derivedCode(empty, row, at.get(row.stepId)!);
    if (seen.has(derived)) return [];
    seen.add(derived);
    return [{ note, row: { ...row, id: `a${index}`, code: own ? `SQ-${index}` : derived } }];
  });
});

/** What a file says of an authority, by codes; the level of the post itself is not said twice. */
function said(row: Authority, keepsLevel: boolean) {
  const own = posts.find(({ id }) => id === row.postId)?.level ?? null;
  const { step: one, matter: its } = at.get(row.stepId)!;
  const { id: _, stepId: _step, postId, personId, level, ...rest } = row;
  return {
    ...rest,
    matterId: its.code,
    stepId: one.code,
    postId,
    personId,
    level: keepsLevel || level !== own ? level : null,
  };
}
const byCode = <T extends { code?: unknown; authorityId?: unknown }>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => (String(a.code ?? a.authorityId) < String(b.code ?? b.authorityId) ? -1 : 1));

test("written and read, with the authorities on record and without them", async () => {
  await fc.assert(
    fc.asyncProperty(many, fc.constantFrom("wan" as const, "yuan" as const), async (all, money) => {
      fc.pre(all.length > 0);
      const notes = new Map(all.flatMap(({ row, note }) => (note ? [[row.id, note] as const] : [])));
      const ground: LedgerGround = { ...empty, authorities: all.map(({ row }) => row), notes };
      const grid = scheduleGrid(ground, money);
      for (const over of [ground, empty]) {
        const back = await readBack(grid, over);
        expect(back.told).toEqual([]);
        expect(byCode(back.authorities)).toEqual(byCode(all.map(({ row }) => said(row, over === ground))));
        const texts = all.flatMap(({ row, note }) => {
          const isSaid = note && Object.values(note).some((one) => one !== null);
          return isSaid || (note && over === ground) ? [{ authorityId: row.code, ...note }] : [];
        });
        expect(byCode(back.notes)).toEqual(byCode(texts));
      }
    }),
    { numRuns: 150 },
  );
});

test("a remark keeps its statements and its words apart, whatever the words are", () => {
  fc.assert(
    fc.property(fc.boolean(), fc.constantFrom(null, "A-1", "SQ/7"), remark, (may, code, rest) => {
      const read = readRemark(writeRemark(may, code, rest));
      expect({ ...read, isSubDelegable: read.isSubDelegable ?? false }).toEqual({
        isSubDelegable: may,
        code,
        rest,
      });
    }),
  );
});

test("a day is inclusive in the form", () => {
  const row = authority("a", "s1", { postId: "P1", personId: null, until: "2026-03-06" });
  const grid = scheduleGrid({ ...empty, authorities: [row] }, "wan");
  expect(rowsOf(grid).at(-2)?.cells[13]?.text).toBe("2026-03-05");
  expect(untilAfter("2026-03-05")).toBe(row.until);
});
