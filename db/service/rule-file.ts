// A file of rules, {"quanhengRules":1,"rules":[…]}: what an export writes, an import and the check of a log read.
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { z } from "zod";
import type { RuleProblem } from "../../shared/contract/packs.ts";
import { fault } from "../../shared/domain/fault.ts";
import { type Rule, ruleSchema } from "../../shared/domain/rule.ts";
import { issueText } from "../../shared/formats/rules/rule-issue.ts";
import { fileFault, systemFault } from "../files/file-fault.ts";
import { inMebi, limits } from "../files/limits.ts";

const fileSchema = z.object({ quanhengRules: z.literal(1), rules: z.array(z.unknown()) });
/** The documented form (docs/cli.md, rules export). */
export const ruleJson = (rules: readonly Rule[]): string[] => [
  `${JSON.stringify({ quanhengRules: 1, rules }, null, 2)}\n`,
];

function textOf(path: string): string {
  try {
    const { size } = statSync(path);
    if (size > limits.ruleBytes)
      throw fileFault(
        path,
        "refused",
        `文件有 ${inMebi(size)}，超过上限 ${inMebi(limits.ruleBytes)}，不像规则文件。`,
        `The file has ${inMebi(size)}, above the limit of ${inMebi(limits.ruleBytes)}: no file of rules is so large.`,
      );
    return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    throw systemFault(path, error);
  }
}

/**
 * Every rule that fits its kind, and what is wrong with the others.
 * @throws FaultError missing, refused, broken: the file; invalid: not JSON, or not of this form
 */
export function readRuleFile(path: string): { rules: Rule[]; problems: RuleProblem[] } {
  const file = basename(path);
  const text = textOf(path);
  let data: unknown;
  try {
    data = JSON.parse(text);
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
          value:
            issue.input === undefined
              ? ""
              : typeof issue.input === "string"
                ? issue.input
                : JSON.stringify(issue.input),
          // A file has no headers with notes: what the schema itself says stands in their place.
          reason: issueText(issue, { zh: `（${issue.message}）`, en: `(${issue.message})` }),
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
