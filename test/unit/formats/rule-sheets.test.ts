// Rules printed as sheets are read back the same: every kind and check, both languages, through a real workbook.
import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { readTables } from "../../../db/files/table-reader.ts";
import { xlsxBytes } from "../../../db/files/xlsx-writer.ts";
import { builtInDuties } from "../../../shared/domain/duty.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import { kindSchemas, kinds } from "../../../shared/domain/rule-kinds.ts";
import { rowsOf, type TableRow } from "../../../shared/formats/cell.ts";
import type { RuleBooks } from "../../../shared/formats/rules/rule-column.ts";
import { parseRules } from "../../../shared/formats/rules/rule-parse.ts";
import { ruleGrids } from "../../../shared/formats/rules/rule-print.ts";
import { starterRules } from "../../../shared/rules/packs/packs.ts";
import type { Language } from "../../../shared/words/language.ts";
import { anyParameters, anyRules } from "../../builders/any-rule.ts";

const folder = mkdtempSync(join(tmpdir(), "quanheng-rules-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const names = new Map(builtInDuties.map((duty) => [duty.code, duty.name]));
const lenient: RuleBooks = {
  duties: {
    what: { zh: "职责", en: "duty" },
    nameOf: (code) => names.get(code) ?? null,
    codesNamed: () => [],
    isKnown: (code) => !code.includes("（") && !code.includes("("),
  },
  matters: {
    what: { zh: "事项", en: "matter" },
    nameOf: () => null,
    codesNamed: () => [],
    isKnown: () => true,
  },
};
const strict: RuleBooks = {
  ...lenient,
  duties: {
    ...lenient.duties,
    codesNamed: (name) =>
      builtInDuties.filter((duty) => duty.name.zh === name || duty.name.en === name).map(({ code }) => code),
    isKnown: (code) => names.has(code),
  },
};

async function throughWorkbook(rules: readonly Rule[], language: Language) {
  const path = join(folder, "rules.xlsx");
  await writeFile(path, await xlsxBytes(ruleGrids(rules, { books: lenient, language })));
  const tables = [];
  for (const { name, rows } of (await readTables(path)).sheets) {
    const read: TableRow[] = [];
    for await (const row of rows()) read.push(row);
    tables.push({ name, rows: read });
  }
  return parseRules(tables, lenient);
}
const inOrder = (rules: readonly Rule[]): Rule[] =>
  kinds.flatMap((kind) => rules.filter((rule) => rule.kind === kind));

describe.each(["zh", "en"] as const)("in %s", (language) => {
  test("the rules that every workbook starts with come back the same", async () => {
    const { rules, problems, passedOver } = await throughWorkbook(starterRules, language);
    expect(problems).toEqual([]);
    expect(passedOver).toEqual([]);
    expect(rules).toEqual(inOrder(starterRules));
  });
  test.each(anyRules)("any rule comes back the same: %s", async (_name, arbitrary) => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(arbitrary, {
          minLength: 1,
          maxLength: 4,
          selector: (rule) => JSON.stringify([rule.id, rule.version]),
        }),
        async (rules) => {
          const back = await throughWorkbook(rules, language);
          expect(back.problems).toEqual([]);
          expect(back.rules).toEqual(rules);
        },
      ),
      { numRuns: 8, endOnFailure: true },
    );
  });
});

test("the generated rules know every check of every kind", () => {
  for (const kind of kinds) {
    const schema = kindSchemas[kind];
    const checks =
      "options" in schema
        ? schema.options.map(({ shape }) => ("check" in shape ? shape.check : shape.test).value)
        : [""];
    expect(Object.keys(anyParameters[kind])).toEqual(checks);
  }
});

const header = ["编号", "版本", "类型", "领域", "标题", "说明", "严重程度", "依据", "依据状态", "依据性质"];
const row = (kind: string, ...more: string[]): string[] => [
  "R1",
  "1",
  kind,
  "通用",
  "标题",
  "说明",
  "高",
  "某办法",
  "原文已核",
  "法律",
  ...more,
];
const read = (name: string, labels: string[], ...rows: string[][]) =>
  parseRules([{ name, rows: rowsOf([...header, ...labels], rows) }], strict);

test("names alone, codes alone and both are read; 万元 and % are read exactly; the last day is inclusive", () => {
  const { rules, problems } = read(
    "规则",
    [
      "职责",
      "至多兼办几项",
      "限额（万元）",
      "认定方法",
      "至少几件",
      "失效日",
      "比例（千分之）",
      "核对方法",
      "至少几项职责",
      "搁置几日视为办结",
    ],
    row("同件分离", "出纳,internal_check", "1"),
    row("化整为零", "", "", "12.345678", "法定口径", "2", "2026-12-31").with(0, "R2"),
    row("集中度", "", "", "", "", "", "", "62.5%", "一人包办", "4", "90").with(0, "R3"),
  );
  expect(problems).toEqual([]);
  expect(rules.map(({ parameters, inForce }) => [parameters, inForce.until])).toEqual([
    [{ duties: ["cashier", "internal_check"], maxHeld: 1 }, null],
    [{ test: "statutory", threshold: 12_345_678, minCases: 2 }, "2027-01-01"],
    [{ check: "duty-share", permille: 625, minDuties: 4, quietDays: 90 }, null],
  ]);
});

test("every problem of every row is told at once, with its place and what to do", () => {
  const { rules, problems } = read(
    "规则",
    ["职责", "至多兼办几项", "核对方法", "滞后几日"],
    row("同件分离", "出纳、没有这职责", "一"),
    row("同件分离", "出纳（internal_check）、稽核", "1"),
    row("办理次序", "", "", "不得事后补录", "三"),
    row("办理次序", "", "", "瞬间通过", ""),
    row("同件分离", "出纳", "0", "", "3"),
    row("没有这类", "", "").with(6, "很高"),
    row("同件分离", "出纳、稽核", "1"),
    row("同件分离", "出纳、稽核", "1"),
  );
  expect(rules.map(({ id }) => id)).toEqual(["R1"]);
  expect(problems.map(({ row, column, value, reason }) => [row, column, value, reason.zh])).toMatchSnapshot();
});

test("a sheet of a kind needs no kind column; other sheets are passed over and named", () => {
  const columns = header.filter((label) => label !== "类型");
  const cells = row("x", "出纳、稽核", "1").toSpliced(2, 1);
  const { rules, problems, passedOver } = parseRules(
    [
      { name: "不得兼任", rows: rowsOf([...columns, "职责", "至多兼办几项"], [cells]) },
      { name: "备注", rows: rowsOf(["随手记"], [["…"]]) },
      { name: "同人办理", rows: rowsOf(["随手记"], [["…"]]) },
    ],
    strict,
  );
  expect(rules.map(({ kind }) => kind)).toEqual(["never-together"]);
  expect(passedOver).toEqual(["备注"]);
  expect(problems.map(({ sheet, row }) => [sheet, row])).toEqual([["同人办理", null]]);
});
