// A rule while it is being edited: any value may stand in a slot; the kind's own schema says whether it is a rule.
import { type Rule, ruleSchema } from "../../domain/rule.ts";
import type { Kind } from "../../domain/rule-kinds.ts";
import type { Text } from "../../domain/text.ts";
import { contradictions } from "./contradictions.ts";

/** A rule whose parameters have not been judged. */
export type Draft = Omit<Rule, "parameters" | "kind"> & {
  kind: Kind;
  parameters: Readonly<Record<string, unknown>>;
};
/** Trouble by slot key, in a clerk's words. */
export type Troubles = Readonly<Record<string, Text>>;

export const draftOf = (rule: Rule): Draft => ({ ...rule, parameters: { ...rule.parameters } });

/** The rule, when every slot holds; otherwise what is wrong in which slot. */
export function judge(draft: Draft): { rule: Rule | null; troubles: Troubles } {
  const parsed = ruleSchema.safeParse(draft);
  if (!parsed.success) {
    const troubles: Record<string, Text> = {};
    for (const issue of parsed.error.issues) {
      const key = slotOf(issue.path);
      troubles[key] ??= wordsOf(issue);
    }
    return { rule: null, troubles };
  }
  const troubles = contradictions(parsed.data);
  return { rule: Object.keys(troubles).length > 0 ? null : parsed.data, troubles };
}

/** An issue within a list belongs to the list's slot. */
const slotOf = (path: readonly PropertyKey[]): string => {
  const inner = path.findIndex((step) => typeof step === "number");
  return (inner < 0 ? path : path.slice(0, inner)).map(String).join(".");
};

type Issue = NonNullable<ReturnType<typeof ruleSchema.safeParse>["error"]>["issues"][number];
function wordsOf(issue: Issue): Text {
  if (issue.code === "too_small" && issue.origin === "array")
    return { zh: `至少选 ${issue.minimum} 项。`, en: `Choose at least ${issue.minimum}.` };
  if (issue.code === "too_small" && issue.origin === "string")
    return { zh: "这里还没有选。", en: "Nothing is chosen here yet." };
  if (issue.code === "too_small") {
    const least = issue.inclusive === false ? Number(issue.minimum) + 1 : issue.minimum;
    return { zh: `不能小于 ${least}。`, en: `Not less than ${least}.` };
  }
  if (issue.code === "too_big")
    return { zh: `不能大于 ${issue.maximum}。`, en: `Not more than ${issue.maximum}.` };
  if (issue.code === "invalid_format")
    return { zh: "请写成 07:00 这样的时刻。", en: "Write a time such as 07:00." };
  if (issue.code === "invalid_type" && issue.expected === "int")
    return { zh: "请填整数。", en: "A whole number is needed." };
  return { zh: "这里还没有填。", en: "This is still empty." };
}
