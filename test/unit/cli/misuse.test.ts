// Misuse ends with 2, says what is wrong in the person's language, and touches nothing.
import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { quanheng } from "../../fixtures/command-line.ts";
import { tempFile, tempFolder } from "../../fixtures/temp-folder.ts";

const log = "check-log x.csv --case a --activity b --person c --time d";
test.each([
  ["", "Name a command", "请给出命令"],
  ["chek", 'no command "chek". Did you mean check?', "没有命令“chek”。 是否想用“check”？"],
  ["check", "option --workbook <W> is missing", "缺少选项 --workbook <W>"],
  ["check --workbook", "--workbook <W> needs a value", "--workbook <W> 后面缺少内容"],
  ["check --workbook w --bogus", "no option --bogus", "没有选项 --bogus"],
  ["check --workbook w", 'file "w" is not there', "找不到文件“w”"],
  ["check --workbook w --format pdf", '--format cannot be "pdf"', "--format 不能是“pdf”"],
  ["check --workbook w --out no/x.json", 'no" does not exist', "no”这个文件夹不存在"],
  ["check --workbook w --format xlsx", "xlsx cannot be shown in a terminal", "xlsx 不能显示在终端"],
  ["check --workbook w --out f.doc", '--format cannot be "doc"', "--format 不能是“doc”"],
  ["gate --workbook w --time 25:00", 'time of day, written HH:MM; "25:00" is not', "“25:00”不是"],
  ["report conflicts --workbook w --out f.pdf", '--format cannot be "pdf"', "--format 不能是“pdf”"],
  ["rotation export --workbook w --out no/p.csv", 'no" does not exist', "no”这个文件夹不存在"],
  ["check --workbook w --as-of 2026-02-30", '"2026-02-30" is not', "“2026-02-30”不是"],
  ["import people --workbook w", "argument FILE is missing", "缺少参数 FILE"],
  ["import peple f.csv --workbook w", 'cannot be "peple"; choose one of: departments', "不能是“peple”"],
  ["import people f.csv --workbook w", 'file "f.csv" is not there', "找不到文件“f.csv”"],
  ["rotation plan --workbook w --months 6", "whole number from 12 to 60", "12 至 60 的整数"],
  ["rotation plan --workbook w", "option --months <N> is missing", "缺少选项 --months <N>"],
  ["rules", "Name a command", "请给出命令"],
  ["journal verify --workbook w more", "Too many arguments", "参数多了"],
  ["init --workbook no/such/folder", "does not exist; nothing was written", "文件夹不存在，没有写入"],
  [log, 'one --separate "A" "B" is needed', "至少要有一组 --separate"],
  [`${log} --separate A B --time-zone Mars`, '"Mars" is not', "“Mars”不是"],
  [`${log} --separate A`, "needs two activities, here it has 1", "要有两个环节，这里有 1 个"],
  [`${log} --separate A B C`, "Too many arguments", "参数多了"],
  [`${log} --separate A B --where x`, '"x" has no column or no =', "“x”里没有列名或等号"],
  [`${log} --separate A B`, 'file "x.csv" is not there', "找不到文件“x.csv”"],
])("quanheng %s", async (line, english, chinese) => {
  const folder = tempFolder();
  const args = line.split(" ").filter(Boolean);
  const en = await quanheng(folder, ...args);
  expect(en).toMatchObject({ code: 2, out: "" });
  expect(en.err.replaceAll("\n", " ")).toContain(english);
  const zh = await quanheng(folder, ...args, "--lang", "zh");
  expect(zh).toMatchObject({ code: 2, out: "" });
  expect(zh.err.replaceAll("\n", " ")).toContain(chinese);
  expect(readdirSync(folder)).toEqual([]);
});

test("a file that is none of swaps is told as such", async () => {
  const path = tempFile("other.json", '{"kind":"conflicts","rows":[]}');
  const ran = await quanheng(dirname(path), "swaps", "match", "other.json");
  expect(ran).toMatchObject({ code: 2, out: "" });
  expect(ran.err).toContain("This is no file of swap offers or answers.");
  expect(ran.err).toContain("other.json");
  expect(ran.err).not.toContain("undefined");
});

test("misuse names the help of the command that was typed", async () => {
  const ran = await quanheng(tempFolder(), "tenure", "list");
  expect(ran.err).toContain("See: quanheng tenure list --help");
});

test("a file that is no workbook says so and what to do with it", async () => {
  const path = tempFile("people.csv", "工号,姓名\n1,李\n");
  const ran = await quanheng(dirname(path), "check", "--workbook", "people.csv");
  expect(ran).toMatchObject({ code: 2, out: "" });
  expect(ran.err).toMatch(/"people\.csv" is not a Quanheng workbook\. If it is a spreadsheet/);
});
