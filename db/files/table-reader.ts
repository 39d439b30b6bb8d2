/*
 * Opens an office table (.csv or .xlsx) or an event log (.xes) by path and hands out its sheets as streams of rows;
 * .csv and .xes may be gzipped.
 *
 *   const table = await readTables(path, { stop, onProgress });
 *   table.file      name without folder          table.format   "csv" | "xlsx" | "xes"
 *   table.bytes, table.sha256                    table.encoding "utf-8" | "gb18030" | "utf-16le" | "utf-16be" | null
 *   table.sheets    [{ name, isHidden, rows() }] rows() may be called again: preview, then commit
 *   for await (const { row, cells } of table.sheets[0].rows())   // row 1-based, cells {text, number?, date?}
 *   table.sheets[0].rows(["case:concept:name"])   of a log these columns alone, in one pass; tables give all
 *
 * Every trouble with the file is a FaultError naming file, sheet or row and the cure; a stop is `refused`.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { Text } from "../../shared/domain/text.ts";
import { type Stop, stopped, type TableRow } from "../../shared/formats/cell.ts";
import { headOf, isGzip, storedBytes, storedHead, unpackedBytes, withoutGz } from "./byte-source.ts";
import { readCsvRows } from "./csv-reader.ts";
import { fileFault, systemFault } from "./file-fault.ts";
import { refuseForeign } from "./file-kind.ts";
import { inMebi, limits } from "./limits.ts";
import { detectEncoding, type Encoding, encodings } from "./text-encoding.ts";
import { xesSheet } from "./xes-reader.ts";
import { openXlsx } from "./xlsx-reader.ts";
import { xmlEncoding } from "./xml-text.ts";

export interface TableSheet {
  /** The tab's name; for a text table the file's name without its ending. */
  name: string;
  isHidden: boolean;
  /** `wanted` spares a log its other columns and a first pass; tables pass it over. */
  rows: (wanted?: readonly string[]) => AsyncGenerator<TableRow, void, undefined>;
  /** What was odd in the rows that were read. */
  notes?: () => Text[];
}
export interface TableFile {
  file: string;
  format: "csv" | "xlsx" | "xes";
  bytes: number;
  sha256: string;
  /** null: a workbook, or a log in an encoding that its declaration names. */
  encoding: Encoding | null;
  sheets: TableSheet[];
}
export interface ReadOptions {
  stop?: Stop;
  /** Bytes of the file read so far; a workbook counts once it is read whole. */
  onProgress?: (done: number, total: number) => void;
}

async function digest(path: string, stop?: Stop): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    if (stop?.aborted) throw stopped();
    hash.update(chunk as Buffer);
  }
  return hash.digest("hex");
}

const tooLarge = (path: string, bytes: number, limit: number) =>
  fileFault(
    path,
    "refused",
    `文件有 ${inMebi(bytes)}，超过上限 ${inMebi(limit)}。请按年份或部门分成几个文件导入。`,
    `The file has ${inMebi(bytes)}, above the limit of ${inMebi(limit)}. Split it by year or department and import the parts.`,
  );

/** Opens the file and reads what is needed to list its sheets; rows are read when asked for. */
export async function readTables(path: string, options: ReadOptions = {}): Promise<TableFile> {
  try {
    return await openTables(path, options);
  } catch (error) {
    throw systemFault(path, error);
  }
}

async function openTables(path: string, { stop, onProgress }: ReadOptions): Promise<TableFile> {
  const { size } = await stat(path);
  const stored = await storedHead(path);
  const isPacked = isGzip(stored);
  const source = isPacked ? unpackedBytes(path) : storedBytes(path);
  const head = isPacked ? await headOf(source) : stored;
  const file = basename(path);
  const format = await refuseForeign(path, head, isPacked ? head.length : size);
  if (isPacked && format === "xlsx") throw packedWorkbook(path);
  const limit = { xlsx: limits.xlsxBytes, csv: limits.csvBytes, xes: limits.xesBytes }[format];
  if (size > limit) throw tooLarge(path, size, limit);
  const about = { file, format, bytes: size };
  if (format === "xlsx") {
    const data = await readFile(path);
    onProgress?.(size, size);
    const { sheets } = await openXlsx(data, path, stop);
    return { ...about, encoding: null, sha256: createHash("sha256").update(data).digest("hex"), sheets };
  }
  const sha256 = await digest(path, stop);
  const onBytes = (done: number) => onProgress?.(done, size);
  const name = sheetName(file);
  if (format === "xes") {
    const log = xesSheet(source, head, { file, stop, onBytes });
    const encoding = encodings.find((one) => one === xmlEncoding(head).toLowerCase()) ?? null;
    const rows = (wanted?: readonly string[]) => named(path, log.rows(wanted));
    return { ...about, encoding, sha256, sheets: [{ name, isHidden: false, rows, notes: log.notes }] };
  }
  const encoding = await detectEncoding(source, head);
  const rows = () => named(path, readCsvRows(source, encoding, { stop, onBytes }));
  return { ...about, encoding, sha256, sheets: [{ name, isHidden: false, rows }] };
}

const sheetName = (file: string): string => basename(withoutGz(file), extname(withoutGz(file)));
/** Trouble of the system while reading, as a Fault about this file. */
async function* named(
  path: string,
  rows: AsyncGenerator<TableRow, void, undefined>,
): AsyncGenerator<TableRow, void, undefined> {
  try {
    yield* rows;
  } catch (error) {
    throw systemFault(path, error);
  }
}
const packedWorkbook = (path: string) =>
  fileFault(
    path,
    "invalid",
    "这是用 gzip 压缩的工作簿；.xlsx 本身已是压缩的。请先解压，再导入。",
    "This is a workbook packed with gzip; .xlsx is packed by itself. Unpack it and import that.",
  );
