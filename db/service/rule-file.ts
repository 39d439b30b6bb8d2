// A file of rules, {"quanhengRules":1,"rules":[…]}: what an export writes, an import and the check of a log read.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { fault } from "../../shared/domain/fault.ts";
import { type Rule, ruleSchema } from "../../shared/domain/rule.ts";

const ruleFileSchema = z.object({ quanhengRules: z.literal(1), rules: z.array(ruleSchema) });

/** @throws FaultError invalid: not JSON, or a rule that does not fit its kind */
export function readRuleFile(path: string): Rule[] {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, "utf8").replace(/^\ufeff/, ""));
  } catch (error) {
    throw fault("invalid", {
      zh: `规则文件读不出来：${String((error as Error).message)}。请使用由权衡导出的 .json 文件。`,
      en: `The rule file cannot be read: ${String((error as Error).message)}. Use a .json file exported by Quanheng.`,
    });
  }
  const parsed = ruleFileSchema.safeParse(data);
  if (parsed.success) {
    const { rules } = parsed.data;
    const seen = new Set<string>();
    for (const { id, version } of rules) {
      if (seen.has(`${id}@${version}`))
        throw fault("invalid", {
          zh: `规则文件中 ${id} 第 ${version} 版出现了两次。请删去一条后再导入。`,
          en: `The rule file has ${id} version ${version} twice. Remove one of them and import again.`,
        });
      seen.add(`${id}@${version}`);
    }
    return rules;
  }
  throw fault("invalid", {
    zh: `规则文件有误：${z.prettifyError(parsed.error)}`,
    en: `The rule file is not right: ${z.prettifyError(parsed.error)}`,
  });
}
