// Recognises the two ledgers among the first rows of an office table, and reads each as the sheets of the workbook that it fills.
import type { Sheet, SheetKind } from "../../domain/sheet-column.ts";
import type { Text } from "../../domain/text.ts";
import { type Cell, cellAt, type Rows, type TableRow, textCell } from "../cell.ts";
import { type Header, headerRows, matchHeader } from "../header-match.ts";
import { whySkipped } from "../row-skip.ts";
import { wordKey } from "../word-key.ts";
import type { LedgerGround } from "./ledger-ground.ts";
import type { LedgerRow } from "./ledger-row.ts";
import { listSheet, scheduleSheet } from "./ledger-sheets.ts";
import { listRow, listWords } from "./list-read.ts";
import { noteRow, noteWords, scheduleRow, scheduleWords } from "./schedule-read.ts";

/** A sheet of the workbook that a ledger fills: its header words, and a ledger row as one of its rows; null: none. */
interface Part {
  kind: SheetKind;
  words: (header: Header) => string[];
  row: (row: LedgerRow, ground: LedgerGround) => Cell[] | null;
}
export interface Ledger {
  sheet: Sheet;
  parts: readonly Part[];
}

const schedule: Ledger = {
  sheet: scheduleSheet,
  parts: [
    { kind: "authorities", words: scheduleWords, row: scheduleRow },
    { kind: "authority-notes", words: noteWords, row: noteRow },
  ],
};
const list: Ledger = {
  sheet: listSheet,
  parts: [{ kind: "responsibilities", words: listWords, row: listRow }],
};

/** "额度（下限）" is a name, not a head with a unit in brackets. */
const tidied = (rows: readonly TableRow[]): TableRow[] =>
  rows.map(({ row, cells }) => ({
    row,
    cells: cells.map((cell) => ({
      ...cell,
      text: cell.text.replace(/^\s*额度\s*[（(]\s*([上下]限)\s*[）)]/, "额度$1"),
    })),
  }));

/** Words of the sheets themselves: a table that has them is no ledger. */
const ownWords = ["环节编码", "授权编号", "岗位编码"].map(wordKey);

/** The ledger that these rows begin; null: they are something else. */
export function ledgerOf(rows: readonly TableRow[]): Ledger | null {
  for (const ledger of [schedule, list]) {
    const header = matchHeader(tidied(rows), ledger.sheet);
    if (!header || header.missing.length > 0) continue;
    if (header.unknown.some(({ label }) => ownWords.includes(wordKey(label)))) continue;
    // A table of authorities or posts may share a few words with a ledger; a ledger has most of them.
    if (header.columns.length >= 6) return ledger;
  }
  return null;
}

/**
 * Reads a ledger's rows as rows of one of its parts, under that sheet's own header; row numbers stay those of the file.
 * They are read whole: what a row means may hang on what the others say.
 */
export async function* rowsOfPart(
  rows: Rows,
  { sheet }: Ledger,
  part: Part,
  ground: LedgerGround,
  tell: (warning: Text) => void,
): AsyncGenerator<TableRow, void, undefined> {
  const read: TableRow[] = [];
  for await (const row of rows) read.push(row);
  const header = matchHeader(tidied(read.slice(0, headerRows)), sheet);
  if (!header) return;
  const all: LedgerRow[] = [];
  for (const row of read) {
    if (row.row <= header.row || whySkipped(row, header)) continue;
    all.push({
      row: row.row,
      all,
      has: (key) => header.byKey.has(key),
      unitOf: (key) => header.byKey.get(key)?.unit ?? "yuan",
      cell: (key) => {
        const match = header.byKey.get(key);
        return match ? cellAt(row, match.index) : textCell("");
      },
      tell: ({ zh, en }) => tell({ zh: `第 ${row.row} 行：${zh}`, en: `Row ${row.row}: ${en}` }),
    });
  }
  yield { row: header.row, cells: part.words(header).map(textCell) };
  for (const own of all) {
    const cells = part.row(own, ground);
    if (cells) yield { row: own.row, cells };
  }
}
