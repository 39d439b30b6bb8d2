// Streams a text table as rows of cells: delimiter found from its first lines, quotes read strictly.
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { type Stop, stopped, type TableRow, textCell } from "../../shared/formats/cell.ts";
import { unguardFormula } from "../../shared/formats/formula-guard.ts";
import type { ByteSource } from "./byte-source.ts";
import { fileFault } from "./file-fault.ts";
import { limits } from "./limits.ts";
import { decodeFile, type Encoding } from "./text-encoding.ts";

export type Delimiter = "," | ";" | "\t";

/** The delimiter that cuts the most lines alike; a comma when nothing cuts. */
function detectDelimiter(sample: string): Delimiter {
  const lines = sample
    .replace(/"(?:[^"]|"")*"/g, '""')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim())
    .slice(0, 20);
  const score = (delimiter: Delimiter): [number, number] => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const most = Math.max(0, ...counts);
    return [counts.filter((count) => count === most && most > 0).length, most];
  };
  const ranked = ([",", "\t", ";"] as const).map((delimiter) => ({ delimiter, score: score(delimiter) }));
  ranked.sort((a, b) => b.score[0] - a.score[0] || b.score[1] - a.score[1]);
  return ranked[0]?.delimiter ?? ",";
}

const quoteFault = (path: string, row: number, isOpen: boolean) =>
  isOpen
    ? fileFault(
        path,
        "invalid",
        '有一个引号没有配对:文件可能在中途被截断,或单元格里多了一个 "。请在表格软件里打开检查,另存后再导入。',
        'A quotation mark is never closed: the file may be cut short, or a cell holds a stray ". Open it in a spreadsheet program, check it, save, and import again.',
        { row },
      )
    : fileFault(
        path,
        "invalid",
        '这一行的引号用法不对:引号内的 " 应写成 ""。请在表格软件里打开后另存为 CSV 再导入。',
        'Quotation marks are wrong in this row: a " inside quotes is written "". Open the file in a spreadsheet program, save it as CSV, and import again.',
        { row },
      );

/** Records in order; `row` is the record's number, which is the row a spreadsheet program shows. */
export async function* readCsvRows(
  file: ByteSource,
  encoding: Encoding,
  { stop, onBytes }: { stop?: Stop | undefined; onBytes?: ((done: number) => void) | undefined } = {},
): AsyncGenerator<TableRow, void, undefined> {
  const pieces = decodeFile(file, encoding, onBytes);
  let sample = "";
  while (sample.length < 65_536) {
    const piece = await pieces.next();
    if (piece.done) break;
    sample += piece.value;
  }
  const parser = parse({
    delimiter: detectDelimiter(sample),
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: limits.fieldCharacters,
    record_delimiter: ["\r\n", "\n", "\r"],
  });
  async function* text() {
    yield sample;
    yield* pieces;
  }
  const source = Readable.from(text());
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  let row = 0;
  try {
    for await (const record of parser) {
      if (stop?.aborted) throw stopped();
      const words = record as string[];
      row++;
      if (words.length > limits.columns) throw quoteFault(file.path, row, true);
      yield { row, cells: words.map((word) => textCell(unguardFormula(word.trim()))) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isOpen = error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE";
    // The stream drops records that it had ready when it failed: the parser's own count is the true one.
    const records = "records" in error ? Number(error.records) : row;
    throw quoteFault(file.path, records + 1, isOpen);
  } finally {
    source.destroy();
    parser.destroy();
  }
}
