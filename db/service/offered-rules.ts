// Reads a file of rules, .json or a workbook; every problem is told in one go, nothing stops at the first.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { z } from "zod";
import type { Context } from "../../shared/contract/call.ts";
import type { RuleProblem } from "../../shared/contract/packs.ts";
import { fault } from "../../shared/domain/fault.ts";
import { type Rule, ruleSchema } from "../../shared/domain/rule.ts";
import type { TableRow } from "../../shared/formats/cell.ts";
import type { RuleBooks } from "../../shared/formats/rules/rule-column.ts";
import { issueText } from "../../shared/formats/rules/rule-issue.ts";
import { parseRules, type RuleTable } from "../../shared/formats/rules/rule-parse.ts";
import { readTables } from "../files/table-reader.ts";

export interface OfferedRules {
  name: string;
  rules: Rule[];
  problems: RuleProblem[];
  passedOver: string[];
}
const fileSchema = z.object({ quanhengRules: z.literal(1), rules: z.array(z.unknown()) });
/** The documented JSON form (docs/cli.md, rules export). */
export const ruleJson = (rules: readonly Rule[]): string[] => [
  `${JSON.stringify({ quanhengRules: 1, rules }, null, 2)}\n`,
];
const isJson = (path: string): boolean => /\.json$/i.test(path);

/** @throws FaultError invalid, broken, refused: the file as a whole cannot be read */
export async function readOfferedRules(
  path: string,
  books: RuleBooks,
  context?: Context,
): Promise<OfferedRules> {
  const file = basename(path);
  if (isJson(path)) return { name: file, passedOver: [], ...readJson(path, file) };
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

function readJson(path: string, file: string): Pick<OfferedRules, "rules" | "problems"> {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    throw fault("invalid", {
      zh: `规则文件读不出来：${String((error as Error).message)}。请使用由权衡导出的 .json 文件。`,
      en: `The rule file cannot be read: ${String((error as Error).message)}. Use a .json file exported by Quanheng.`,
    });
  }
  const parsed = fileSchema.safeParse(data);
  if (!parsed.success)
    throw fault("invalid", {
      zh: '规则文件有误：应是 {"quanhengRules":1,"rules":[…]}。请使用由权衡导出的 .json 文件。',
      en: 'The rule file is not right: {"quanhengRules":1,"rules":[…]} is expected. Use a .json file exported by Quanheng.',
    });
  const rules: Rule[] = [];
  const problems: RuleProblem[] = [];
  const seen = new Set<string>();
  parsed.data.rules.forEach((given, at) => {
    const rule = ruleSchema.safeParse(given, { reportInput: true });
    const id = typeof given === "object" && given !== null && "id" in given ? String(given.id) : `#${at + 1}`;
    if (!rule.success) {
      for (const issue of rule.error.issues)
        problems.push({
          file,
          sheet: id,
          row: null,
          column: issue.path.join("."),
          value: issue.input === undefined ? "" : JSON.stringify(issue.input),
          reason: issueText(issue),
        });
      return;
    }
    const key = JSON.stringify([rule.data.id, rule.data.version]);
    if (!seen.has(key)) rules.push(rule.data);
    else
      problems.push({
        file,
        sheet: id,
        row: null,
        column: "version",
        value: String(rule.data.version),
        reason: {
          zh: `${id} 第 ${rule.data.version} 版出现了两次。请删去一条后再导入。`,
          en: `${id} version ${rule.data.version} is there twice. Remove one of them and import again.`,
        },
      });
    seen.add(key);
  });
  return { rules, problems };
}

/** The first problems in words, where only one message fits. */
export function problemFault({ name, problems }: OfferedRules) {
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
