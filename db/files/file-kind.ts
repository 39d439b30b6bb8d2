// Tells by its first bytes what a file is, whatever it is called; refuses with the cure what is no table.
import { readFile } from "node:fs/promises";
import { fileFault } from "./file-fault.ts";
import { limits } from "./limits.ts";

const oldOffice = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const encryptedMark = Buffer.from("EncryptedPackage", "utf16le");
const saveAs = {
  zh: "请在表格软件里打开，另存为 .xlsx 或“CSV UTF-8”，再导入。",
  en: 'Open it in a spreadsheet program, save it as .xlsx or "CSV UTF-8", and import again.',
};
const other = (head: Buffer): [string, string] | null => {
  const start = head
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart()
    .toLowerCase();
  if (start.startsWith("%pdf")) return ["PDF 文件", "a PDF"];
  if (/^(<!doctype html|<html|<table|<head|<meta)/.test(start)) return ["网页（HTML）", "a web page (HTML)"];
  if (start.startsWith("{") || start.startsWith("[{")) return ["JSON 文件", "a JSON file"];
  if (start.startsWith("rar!") || start.startsWith("7z\xbc\xaf")) return ["压缩包", "an archive"];
  if (start.startsWith("\x89png") || start.startsWith("\xff\xd8\xff")) return ["图片", "a picture"];
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return !isWide && head.includes(0) ? ["二进制文件", "a binary file"] : null;
};

/** Any XML is taken for a log: its reader says what it is when it is none. */
const isXml = (head: Buffer): boolean => {
  const [wide, swapped] = [head[0] === 0xff && head[1] === 0xfe, head[0] === 0xfe && head[1] === 0xff];
  const even = swapped ? Buffer.from(head.subarray(0, head.length & ~1)).swap16() : head;
  const words = even.toString(wide || swapped ? "utf16le" : "utf8");
  return /^\ufeff?\s*<(?:\?xml|!--|!doctype|[a-z])/i.test(words);
};

/** "xlsx", "csv" or "xes"; `head` and `size` as unpacked; throws `invalid` for an empty or foreign file, `refused` for a locked one. */
export async function refuseForeign(
  path: string,
  head: Buffer,
  size: number,
): Promise<"xlsx" | "csv" | "xes"> {
  if (
    size === 0 ||
    head
      .toString("latin1")
      .replace(/^\xef\xbb\xbf/, "")
      .trim() === ""
  )
    throw fileFault(
      path,
      "invalid",
      "文件是空的。请选择有内容的文件，或下载模板填写。",
      "The file is empty. Choose one with content, or download the template and fill it in.",
    );
  if (head.subarray(0, 4).equals(oldOffice)) {
    const isLocked = size <= limits.xlsxBytes && (await readFile(path)).includes(encryptedMark);
    if (isLocked)
      throw fileFault(
        path,
        "refused",
        "工作簿设有打开密码。请在表格软件里取消密码后另存，再导入。",
        "The workbook has a password. Remove it in the spreadsheet program, save, and import again.",
      );
    throw fileFault(
      path,
      "invalid",
      `这是旧版 Office 文件（.xls 等），改后缀名并不改变内容。${saveAs.zh}`,
      `This is an old Office file (.xls or the like); renaming does not change it. ${saveAs.en}`,
    );
  }
  if (head.subarray(0, 4).toString("latin1") === "PK\x03\x04") return "xlsx";
  const foreign = other(head);
  if (foreign)
    throw fileFault(
      path,
      "invalid",
      `这不是表格，而是${foreign[0]}。${saveAs.zh}`,
      `This is not a table but ${foreign[1]}. ${saveAs.en}`,
    );
  if (isXml(head)) return "xes";
  if (/\.(xlsx|xlsm|xls)$/i.test(path))
    throw fileFault(
      path,
      "invalid",
      `后缀是工作簿，内容却不是（可能是改名的文本，或文件头已损坏）。${saveAs.zh}`,
      `It is named as a workbook but is none (renamed text, or its beginning is damaged). ${saveAs.en}`,
    );
  return "csv";
}
