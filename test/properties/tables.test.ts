// Any table written as csv or as a workbook is read back cell by cell.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { writeTable } from "../../db/files/report-writer.ts";
import { readTables } from "../../db/files/table-reader.ts";

const folder = mkdtempSync(join(tmpdir(), "quanheng-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const piece = fc.constantFrom(
  "张",
  "三",
  "a",
  "0",
  "=",
  "+",
  "-",
  "@",
  '"',
  "'",
  ",",
  ";",
  "\n",
  " ",
  "（",
  "元",
  "&",
  "<",
  "_x000D_",
  "\u0001",
  "\r",
  "𠮷",
);
// A cell's outer blanks are trimmed when read; "'=" is the one text that the guard cannot keep apart.
const cell = fc
  .array(piece, { maxLength: 8 })
  .map((pieces) => pieces.join("").trim())
  .filter((text) => !/^'[=+\-@\t\r＝＋－＠]/.test(text));
const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
  fc.record({
    header: fc.constant(Array.from({ length: width }, (_, at) => `列${at}`)),
    rows: fc.array(
      fc.array(cell, { minLength: width, maxLength: width }).map((cells) => ["x", ...cells.slice(1)]),
      { maxLength: 8 },
    ),
  }),
);

test.each(["csv", "xlsx"] as const)("%s", async (format) => {
  const path = join(folder, `t.${format}`);
  await fc.assert(
    fc.asyncProperty(table, async ({ header, rows }) => {
      await writeTable(path, "表", { header, rows }, format);
      const back: string[][] = [];
      for await (const { cells } of (await readTables(path)).sheets[0]!.rows())
        back.push(header.map((_, at) => cells[at]?.text ?? ""));
      expect(back).toEqual([header, ...rows]);
    }),
    { numRuns: 60 },
  );
});
