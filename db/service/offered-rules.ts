// Reads a file of rules, .json or a workbook; every problem is told in one go, nothing stops at the first.
import { basename } from "node:path";
import type { Context } from "../../shared/contract/call.ts";
import type { RuleProblem } from "../../shared/contract/packs.ts";
import { fault } from "../../shared/domain/fault.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import type { TableRow } from "../../shared/formats/cell.ts";
import type { RuleBooks } from "../../shared/formats/rules/rule-column.ts";
import { parseRules, type RuleTable } from "../../shared/formats/rules/rule-parse.ts";
import { readTables } from "../files/table-reader.ts";
import { readRuleFile } from "./rule-file.ts";

export interface OfferedRules {
  name: string;
  rules: Rule[];
  problems: RuleProblem[];
  passedOver: string[];
}
const isJson = (path: string): boolean => /\.json$/i.test(path);

/** @throws FaultError invalid, broken, refused: the file as a whole cannot be read */
export async function readOfferedRules(
  path: string,
  books: RuleBooks,
  context?: Context,
): Promise<OfferedRules> {
  const file = basename(path);
  if (isJson(path)) return { name: file, passedOver: [], ...readRuleFile(path) };
  const opened = await readTables(path, context ? { stop: context.signal } : {});
  const tables: RuleTable[] = [];
  for (const { name, isHidden, rows } of opened.sheets) {
    if (isHidden) continue;
    const read: TableRow[] = [];
    for await (const row of rows()) read.push(row);
    tables.push({ name, rows: read });
  }
  const { rules, problems, passedOver } = parseRules(tables, books);
  if (rules.length === 0 && problems.length === 0)
    throw fault(
      "invalid",
      {
        zh: "文件里没有规则表。请先导出规则，在导出的文件里改，再导入。",
        en: "The file has no table of rules. Export the rules first, edit that file, and bring it in.",
      },
      { file },
    );
  return { name: file, rules, problems: problems.map((problem) => ({ file, ...problem })), passedOver };
}

/** The first problems in words, where only one message fits. */
export function problemFault({ name, problems }: Pick<OfferedRules, "name" | "problems">) {
  const told = (language: "zh" | "en"): string =>
    problems
      .slice(0, 5)
      .map(({ sheet, row, column, value, reason }) =>
        language === "zh"
          ? `“${sheet}”${row === null ? "" : `第 ${row} 行`}“${column}”${value === "" ? "" : `“${value}”`}：${reason.zh}`
          : `"${sheet}"${row === null ? "" : ` row ${row}`}, ${column}${value === "" ? "" : ` "${value}"`}: ${reason.en}`,
      )
      .join(language === "zh" ? "" : " ");
  const first = problems[0];
  return fault(
    "invalid",
    {
      zh: `规则文件有 ${problems.length} 处要改，没有写入任何内容。${told("zh")}`,
      en: `The rule file has ${problems.length} problem(s); nothing was written. ${told("en")}`,
    },
    first
      ? {
          file: name,
          sheet: first.sheet,
          ...(first.row === null ? {} : { row: first.row }),
          column: first.column,
          value: first.value,
        }
      : { file: name },
  );
}
