/*
 * Opens an office table (.csv or .xlsx) by path and hands out its sheets as streams of rows.
 *
 *   const table = await readTables(path, { stop, onProgress });
 *   table.file      name without folder          table.format   "csv" | "xlsx"
 *   table.bytes, table.sha256                    table.encoding "utf-8" | "gb18030" | "utf-16le" | "utf-16be" | null
 *   table.sheets    [{ name, isHidden, rows() }] rows() may be called again: preview, then commit
 *   for await (const { row, cells } of table.sheets[0].rows())   // row 1-based, cells {text, number?, date?}
 *
 * Every trouble with the file is a FaultError naming file, sheet or row and the cure; a stop is `refused`.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { type Stop, stopped, type TableRow } from "../../shared/formats/cell.ts";
import { readCsvRows } from "./csv-reader.ts";
import { fileFault, systemFault } from "./file-fault.ts";
import { refuseForeign } from "./file-kind.ts";
import { inMebi, limits } from "./limits.ts";
import { detectEncoding, type Encoding } from "./text-encoding.ts";
import { openXlsx } from "./xlsx-reader.ts";

export interface TableSheet {
  /** The tab's name; for a text table the file's name without its ending. */
  name: string;
  isHidden: boolean;
  rows: () => AsyncGenerator<TableRow, void, undefined>;
}
export interface TableFile {
  file: string;
  format: "csv" | "xlsx";
  bytes: number;
  sha256: string;
  encoding: Encoding | null;
  sheets: TableSheet[];
}
export interface ReadOptions {
  stop?: Stop;
  /** Bytes of the file read so far; a workbook counts once it is read whole. */
  onProgress?: (done: number, total: number) => void;
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
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
  const head = await headOf(path);
  const file = basename(path);
  const format = await refuseForeign(path, head, size);
  const limit = format === "xlsx" ? limits.xlsxBytes : limits.csvBytes;
  if (size > limit) throw tooLarge(path, size, limit);
  const about = { file, format, bytes: size };
  if (format === "xlsx") {
    const data = await readFile(path);
    onProgress?.(size, size);
    const { sheets } = await openXlsx(data, path, stop);
    return { ...about, encoding: null, sha256: createHash("sha256").update(data).digest("hex"), sheets };
  }
  const sha256 = await digest(path, stop);
  const encoding = await detectEncoding(path, head);
  const onBytes = (done: number) => onProgress?.(done, size);
  async function* rows(): AsyncGenerator<TableRow, void, undefined> {
    try {
      yield* readCsvRows(path, encoding, { stop, onBytes });
    } catch (error) {
      throw systemFault(path, error);
    }
  }
  const name = basename(file, extname(file));
  return { ...about, encoding, sha256, sheets: [{ name, isHidden: false, rows }] };
}
