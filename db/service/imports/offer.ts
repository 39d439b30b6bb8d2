// Looks into files and tables: which sheets there are, what each seems to be, how its columns match.
import type { Context } from "../../../shared/contract/call.ts";
import type { OfferedSheet } from "../../../shared/contract/imports.ts";
import { FaultError } from "../../../shared/domain/fault.ts";
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import { sheetOf } from "../../../shared/domain/sheets.ts";
import type { Text } from "../../../shared/domain/text.ts";
import { isBlankRow, peekRows, stopped, type TableRow, textCell } from "../../../shared/formats/cell.ts";
import { guessKind, headerRows, matchHeader } from "../../../shared/formats/header-match.ts";
import type { LedgerGround } from "../../../shared/formats/ledgers/ledger-ground.ts";
import { type Ledger, ledgerOf, rowsOfPart } from "../../../shared/formats/ledgers/ledger-read.ts";
import { readTables } from "../../files/table-reader.ts";
import type { OfferedSource } from "./session.ts";

interface Named {
  file: string;
  sheet: string;
  kind: SheetKind | null;
  rows: (wanted?: readonly string[]) => AsyncIterable<TableRow>;
  notes?: (() => Text[]) | undefined;
  /** What reading the rows again has told, beside their verdicts. */
  warnings?: () => Text[];
}
const sampleRows = 5;

async function look(named: Named, index: number, context: Context): Promise<OfferedSource> {
  const first: TableRow[] = [];
  let count = 0;
  let problem: OfferedSheet["problem"] = null;
  try {
    for await (const row of named.rows()) {
      if (context.signal.aborted) throw stopped();
      if (first.length < headerRows + sampleRows) first.push(row);
      if (!isBlankRow(row)) count += 1;
    }
  } catch (error) {
    if (!(error instanceof FaultError) || context.signal.aborted) throw error;
    problem = error.fault.message;
  }
  const kind = named.kind ?? guessKind(named.sheet, first);
  const header = kind ? matchHeader(first, sheetOf(kind)) : null;
  const plain = first.find((row) => !isBlankRow(row));
  const headerRow = header?.row ?? plain?.row ?? null;
  const keyAt = new Map(header?.columns.map(({ index: at, column }) => [at, column.key]));
  const headerCells = first.find(({ row }) => row === headerRow)?.cells ?? [];
  return {
    rows: named.rows,
    notes: named.notes,
    ...(named.warnings ? { warnings: named.warnings } : {}),
    offered: {
      index,
      file: named.file,
      sheet: named.sheet,
      kind: header && header.missing.length === 0 ? kind : null,
      headerRow,
      columns: headerCells.map(({ text }, at) => ({ header: text, key: keyAt.get(at) ?? null })),
      missing: header?.missing.map(({ name }) => name.zh) ?? [],
      rows: Math.max(
        0,
        count -
          (headerRow === null ? 0 : first.filter((row) => row.row <= headerRow && !isBlankRow(row)).length),
      ),
      sample: first
        .filter((row) => headerRow !== null && row.row > headerRow && !isBlankRow(row))
        .slice(0, sampleRows)
        .map((row) => row.cells.map(({ text }) => text)),
      problem,
    },
  };
}

/** A ledger of the office fills sheets of the workbook: each is offered as a table of its own. */
async function withoutLedgers(all: readonly Named[], ground: () => LedgerGround): Promise<Named[]> {
  const named: Named[] = [];
  for (const one of all) {
    const ledger = one.kind === null ? await ledgerIn(one) : null;
    if (!ledger) named.push(one);
    else
      for (const part of ledger.parts) {
        const told = new Map<string, Text>();
        named.push({
          file: one.file,
          sheet: part === ledger.parts[0] ? one.sheet : `${one.sheet} · ${sheetOf(part.kind).name.zh}`,
          kind: part.kind,
          warnings: () => (part === ledger.parts[0] ? [...told.values()] : []),
          rows: () => rowsOfPart(one.rows(), ledger, part, ground(), (text) => told.set(text.zh, text)),
        });
      }
  }
  return named;
}
async function ledgerIn({ rows }: Named): Promise<Ledger | null> {
  try {
    return ledgerOf(await peekRows(rows(), headerRows));
  } catch (error) {
    // What cannot be read is told where the table is looked into.
    if (error instanceof FaultError) return null;
    throw error;
  }
}

async function lookAt(
  given: readonly Named[],
  context: Context,
  ground: () => LedgerGround,
): Promise<OfferedSource[]> {
  const sources: OfferedSource[] = [];
  const all = await withoutLedgers(given, ground);
  for (const named of all) {
    context.progress(
      { zh: `正在读取 ${named.sheet}`, en: `Looking into ${named.sheet}` },
      sources.length,
      all.length,
    );
    sources.push(await look(named, sources.length, context));
  }
  return sources.filter(({ offered }) => offered.headerRow !== null || offered.problem !== null);
}

/** @throws FaultError what the reader says of a file that cannot be read at all */
export async function offerFiles(
  paths: readonly string[],
  context: Context,
  ground: () => LedgerGround,
): Promise<OfferedSource[]> {
  const all: Named[] = [];
  for (const path of paths) {
    const table = await readTables(path, { stop: context.signal });
    for (const sheet of table.sheets)
      if (!sheet.isHidden)
        all.push({
          file: table.file,
          sheet: sheet.name,
          kind: null,
          rows: sheet.rows,
          notes: sheet.notes,
        });
  }
  return lookAt(all, context, ground);
}

export interface TableAtHand {
  name: string;
  kind: SheetKind | null;
  header: string[];
  rows: string[][];
}
export const offerTables = (
  tables: readonly TableAtHand[],
  context: Context,
  ground: () => LedgerGround,
): Promise<OfferedSource[]> =>
  lookAt(
    tables.map(({ name, kind, header, rows }) => ({
      file: name,
      sheet: name,
      kind,
      rows: async function* () {
        yield { row: 1, cells: header.map(textCell) };
        for (const [index, cells] of rows.entries()) yield { row: index + 2, cells: cells.map(textCell) };
      },
    })),
    context,
    ground,
  );
