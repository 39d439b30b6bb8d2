// A zoo of bad files: each is refused with a Fault that names the file, the place and the cure.
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { readTables } from "../../../db/files/table-reader.ts";
import { type Fault, FaultError } from "../../../shared/domain/fault.ts";
import { encodeGb18030 } from "../../fixtures/gb18030.ts";
import { tempFile, tempFolder } from "../../fixtures/temp-folder.ts";
import { workbookOf } from "../../fixtures/workbooks.ts";

async function faultOf(path: string): Promise<Fault> {
  try {
    const table = await readTables(path);
    for (const sheet of table.sheets) for await (const _ of sheet.rows());
  } catch (error) {
    if (error instanceof FaultError) return error.fault;
    throw error;
  }
  throw new Error("it was read");
}
const book = () =>
  workbookOf({
    s: (sheet) => Array.from({ length: 200 }, (_, at) => sheet.addRow([`工号${at}`, "张三", at])),
  });

test("a file that is not there", async () => {
  const found = await faultOf(join(tempFolder(), "没有.csv"));
  expect(found).toMatchObject({ code: "missing", where: { file: "没有.csv" } });
  expect(found.message.zh).toContain("重新选择");
});

test.each([
  ["空.csv", ""],
  ["空.xlsx", ""],
  ["空.csv", "\ufeff \r\n"],
])("an empty file %s", async (name, content) => {
  expect((await faultOf(tempFile(name, content))).message.zh).toContain("空的");
});

test.each([
  ["旧.xls", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]), "旧版 Office"],
  [
    "锁.xlsx",
    Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]),
    "密码",
  ],
  ["网页.xls", Buffer.from("<html><table><tr><td>1</td></tr></table></html>"), "网页"],
  ["改名.xlsx", Buffer.from("工号,姓名\n1,张三\n"), "后缀是工作簿"],
  ["文.csv", Buffer.from("%PDF-1.7 …"), "PDF"],
  ["数.csv", Buffer.from([1, 0, 2, 0, 3]), "二进制"],
  ["包.xlsx", zipOf([{ name: "readme.txt", content: Buffer.from("hi") }]), "压缩包"],
])("what is no table: %s", async (name, bytes, words) => {
  const found = await faultOf(tempFile(name, bytes));
  expect(found.message.zh).toContain(words);
  expect(found.message.en.length).toBeGreaterThan(20);
  expect(found.where?.file).toBe(name);
});

test("a workbook cut anywhere is broken, never half read", async () => {
  const bytes = await book();
  for (const share of [0.1, 0.5, 0.9, 0.99]) {
    const found = await faultOf(tempFile("断.xlsx", bytes.subarray(0, Math.floor(bytes.length * share))));
    expect(found).toMatchObject({ code: "broken", where: { file: "断.xlsx" } });
  }
});

test("a workbook with spoilt bytes is broken", async () => {
  const bytes = await book();
  const at = bytes.indexOf("xl/worksheets/sheet1.xml") + 60;
  bytes.fill(0xff, at, at + 40);
  expect((await faultOf(tempFile("坏.xlsx", bytes))).code).toBe("broken");
});

test("a zip bomb is refused before it unpacks", async () => {
  const bomb = zipOf([
    { name: "[Content_Types].xml", content: Buffer.from("<Types/>") },
    { name: "xl/worksheets/sheet1.xml", content: Buffer.alloc(32 * 1024 * 1024) },
  ]);
  const found = await faultOf(tempFile("炸.xlsx", bomb));
  expect(found.code).toBe("refused");
  expect(found.message.zh).toContain("压缩炸弹");
});

test.each(["xl/workbook.xml", "xl/sharedStrings.xml"])(
  "a workbook whose %s lies about its size is broken",
  async (name) => {
    const bytes = zipOf([
      { name: "[Content_Types].xml", content: Buffer.from("<Types/>") },
      { name, content: Buffer.alloc(1024 * 1024), claims: 10 },
    ]);
    expect((await faultOf(tempFile("谎.xlsx", bytes))).code).toBe("broken");
  },
);

test("an unclosed quote names its row", async () => {
  const found = await faultOf(tempFile("引.csv", 'a,b\n1,2\n3,"没有收尾\n4,5\n'));
  expect(found.where).toMatchObject({ file: "引.csv", row: 3 });
  expect(found.message.zh).toContain("引号");
});

test("a stray quote names its row", async () => {
  const found = await faultOf(tempFile("引.csv", 'a,b\n1,"二"三\n'));
  expect(found.where).toMatchObject({ row: 2 });
});

test("broken UTF-8 names byte and row instead of turning into wrong characters", async () => {
  const good = Buffer.from("工号,姓名\n001,张三\n002,李四光明磊落\n003,王五\n");
  const at = good.indexOf("光");
  good[at + 1] = 0x41;
  const found = await faultOf(tempFile("码.csv", good));
  expect(found.where).toMatchObject({ row: 3 });
  expect(found.message.zh).toContain(`第 ${at + 1} 个字节`);
  expect(found.message.zh).toContain("UTF-8");
});

test("bytes that fit no encoding name the place", async () => {
  const bytes = Buffer.concat([
    encodeGb18030("工号,姓名\n001,"),
    Buffer.from([0xff, 0xff]),
    Buffer.from("\n"),
  ]);
  const found = await faultOf(tempFile("码.csv", bytes));
  expect(found.where).toMatchObject({ row: 2 });
  expect(found.message.en).toContain("GB18030");
});

test("a file cut within a character is refused", async () => {
  const bytes = Buffer.from(`\ufeff工号,姓名\n001,张三`);
  expect((await faultOf(tempFile("断.csv", bytes.subarray(0, -1)))).message.zh).toContain("截断");
});

interface Part {
  name: string;
  content: Buffer;
  claims?: number;
}
function zipOf(parts: Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims = content.length } of parts) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claims, 22);
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30);
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claims, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    entry.write(name, 46);
    locals.push(local, packed);
    directory.push(entry);
    offset += local.length + packed.length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}
