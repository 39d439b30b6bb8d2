// Arguments before any command runs: pairs, language, folders, the age of Node, the width of tables.
import { join } from "node:path";
import { expect, test } from "vitest";
import { languageOf } from "../../../main/cli/language.ts";
import { canHoldDriver } from "../../../main/cli/node-version.ts";
import { takePairs } from "../../../main/cli/pairs.ts";
import { folderTypedIn, workbookToRead } from "../../../main/cli/paths.ts";
import { printTable, wrapText } from "../../../main/cli/table.ts";
import { textWidth } from "../../../shared/formats/grid.ts";
import { tempFile, tempFolder } from "../../fixtures/temp-folder.ts";

test("repeated --separate stays pairs, --where splits at the first =", () => {
  const args = "check-log f.csv --separate A B --case c --separate C D --where x=1=2 y= --where=z=3 --time t";
  expect(takePairs(args.split(" "))).toEqual({
    rest: ["check-log", "f.csv", "--case", "c", "--time", "t"],
    pairs: [
      ["A", "B"],
      ["C", "D"],
    ],
    where: [
      { column: "x", value: "1=2" },
      { column: "y", value: "" },
      { column: "z", value: "3" },
    ],
  });
});

test("a third word after --separate is left for the parser to refuse", () => {
  expect(takePairs(["--separate", "A", "B", "C"]).rest).toEqual(["C"]);
});

test.each([
  [["--separate"], /here it has 0/],
  [["--separate", "A"], /here it has 1/],
  [["--separate", "A", "--case"], /here it has 1/],
  [["--where"], /no column or no =/],
  [["--where", "x"], /"x" has no column or no =/],
  [["--where", "=x"], /"=x" has no column or no =/],
])("%j is misuse", (args, message) => {
  expect(() => takePairs(args)).toThrow(message);
});

test.each([
  [[], { LANG: "en_US.UTF-8" }, "en"],
  [[], { LANG: "zh_CN.UTF-8" }, "zh"],
  [[], { LANG: "C" }, "zh"],
  [[], {}, "zh"],
  [[], { LANG: "zh_CN.UTF-8", LC_ALL: "en_GB" }, "en"],
  [["--lang", "zh"], { LANG: "en_US.UTF-8" }, "zh"],
  [["check", "--lang=en"], {}, "en"],
] as const)("%j with %j speaks %s", (args, env, language) => {
  expect(languageOf(args, env)).toBe(language);
});

test.each([
  ["20.19.0", false],
  ["22.13.1", false],
  ["22.14.0", true],
  ["24.1.0", true],
])("Node %s can hold the driver: %s", (version, can) => {
  expect(canHoldDriver(version)).toBe(can);
});

test("paths start where the person typed, also when npm moved to the package", () => {
  const npm = { INIT_CWD: "/there", npm_package_name: "quanheng", npm_package_json: "/package/package.json" };
  expect(folderTypedIn(npm, "/package")).toBe("/there");
  expect(folderTypedIn(npm, "/elsewhere")).toBe("/elsewhere");
  expect(folderTypedIn({ ...npm, npm_package_name: "other" }, "/package")).toBe("/package");
  expect(folderTypedIn({}, "/here")).toBe("/here");
});

test("a workbook may be named without its ending", () => {
  const path = tempFile("w.quanheng", "");
  expect(workbookToRead(join(path, ".."), "w")).toBe(path);
  expect(() => workbookToRead(tempFolder(), "w")).toThrow(/"w" is not there/);
});

test("tables fit the screen with Chinese two columns wide, and nothing is cut", () => {
  const rows = [
    { a: "采购经办与履约验收不得为同一人，须由两人分别办理", b: "short" },
    { a: "one two three", b: "一个没有空格的很长的词" },
  ];
  const table = printTable(
    [
      { name: "甲", value: ({ a }) => a, least: 10 },
      { name: "B", value: ({ b }) => b, least: 10 },
    ],
    rows,
    40,
  );
  // Lines of the frame are one column a sign in a terminal.
  const widths = table.split("\n").map((line) => textWidth(line.replace(/[─-╿]/g, "x")));
  expect(new Set(widths).size).toBe(1);
  expect(widths[0]).toBeLessThanOrEqual(40);
  const signs = (text: string): string => [...text.replace(/[│─-╿\s]/g, "")].sort().join("");
  expect(signs(table)).toBe(signs(`甲B${rows.map(({ a, b }) => a + b).join("")}`));
});

test("text breaks at blanks, long words and Chinese anywhere", () => {
  expect(wrapText("one two three", 7)).toBe("one two\nthree");
  expect(wrapText("abcdefgh", 3)).toBe("abc\ndef\ngh");
  expect(wrapText("一二三四", 5)).toBe("一二\n三四");
  expect(wrapText("a\nb", 5)).toBe("a\nb");
});
