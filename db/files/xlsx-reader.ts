// Streams the sheets of an .xlsx workbook as rows of cells.
import { EncryptedFileError, HucreError } from "hucre";
import { readXlsx, type StreamRow, streamXlsxRows } from "hucre/xlsx";
import { type Cell, emptyCell, type Stop, stopped, type TableRow } from "../../shared/formats/cell.ts";
import { fileFault } from "./file-fault.ts";
import { limits } from "./limits.ts";
import { mergeFiller, readMerges } from "./xlsx-merges.ts";
import { sheetParts } from "./xlsx-parts.ts";
import { readZipDirectory, refuseBombs, refuseLies, unpackEntry } from "./zip-directory.ts";

type Value = StreamRow["values"][number];
export interface XlsxSheet {
  name: string;
  isHidden: boolean;
  rows: () => AsyncGenerator<TableRow, void, undefined>;
}

/** Excel keeps 15 significant digits: 0.1+0.2 is shown, and meant, as 0.3. */
function decimal(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString();
  const rounded = Number(value.toPrecision(15));
  return Math.abs(rounded) < 1e-6 ? rounded.toFixed(20).replace(/0+$/, "") : String(rounded);
}
function toCell(value: Value | undefined): Cell {
  if (value === null || value === undefined) return emptyCell;
  if (typeof value === "number") return { text: decimal(value), number: value };
  if (typeof value === "boolean") return { text: value ? "TRUE" : "FALSE" };
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return emptyCell;
    const stamp = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
    const date =
      stamp.slice(11, 19) === "00:00:00" ? stamp.slice(0, 10) : stamp.slice(0, 19).replace("T", " ");
    return { text: date, date };
  }
  return { text: String(value).trim() };
}

const brokenWorkbook = (path: string, error: Error, sheet?: string) =>
  error instanceof EncryptedFileError
    ? fileFault(
        path,
        "refused",
        "工作簿设有打开密码。请在表格软件里取消密码后另存，再导入。",
        "The workbook has a password. Remove it in the spreadsheet program, save, and import again.",
      )
    : fileFault(
        path,
        "broken",
        "工作簿的内容已损坏，读不下去。请在表格软件里打开（或修复）后另存为 .xlsx，再导入。",
        "The workbook is damaged and cannot be read on. Open (or repair) it in a spreadsheet program, save it as .xlsx, and import again.",
        sheet === undefined ? {} : { sheet },
      );

/** `data` is the whole file: workbooks are small beside what they hold. Hidden sheets are listed as such. */
export async function openXlsx(data: Buffer, path: string, stop?: Stop): Promise<{ sheets: XlsxSheet[] }> {
  const entries = readZipDirectory(data, path);
  refuseBombs(entries, path);
  if (!entries.some(({ name }) => name === "[Content_Types].xml"))
    throw fileFault(
      path,
      "invalid",
      "这是一个压缩包，不是工作簿。请解压后选择里面的 .xlsx 或 .csv。",
      "This is an archive, not a workbook. Unpack it and choose the .xlsx or .csv inside.",
    );
  await refuseLies(data, entries, path);
  const found: { name: string; isHidden: boolean }[] = [];
  try {
    await readXlsx(data, {
      sheets: (info) => {
        found.push({ name: info.name, isHidden: Boolean(info.hidden || info.veryHidden) });
        return false;
      },
    });
  } catch (error) {
    throw error instanceof HucreError ? brokenWorkbook(path, error) : error;
  }
  const parts = await sheetParts(data, entries, path);
  async function* rows(name: string, index: number): AsyncGenerator<TableRow, void, undefined> {
    const part = parts[index];
    const fill = mergeFiller(part ? await readMerges(unpackEntry(data, part, path)) : []);
    try {
      for await (const { index: at, values } of streamXlsxRows(data, { sheet: index })) {
        if (stop?.aborted) throw stopped();
        if (values.length > limits.columns) throw tooWide(path, name, at + 1);
        yield fill({ row: at + 1, cells: values.map(toCell) });
      }
    } catch (error) {
      throw error instanceof HucreError ? brokenWorkbook(path, error, name) : error;
    }
  }
  return {
    sheets: found.map(({ name, isHidden }, index) => ({ name, isHidden, rows: () => rows(name, index) })),
  };
}

const tooWide = (path: string, sheet: string, row: number) =>
  fileFault(
    path,
    "refused",
    `这一行超过 ${limits.columns} 列，不像一张数据表。请删去多余的列再导入。`,
    `This row has more than ${limits.columns} columns and does not look like a table. Remove the surplus columns and import again.`,
    { sheet, row },
  );
