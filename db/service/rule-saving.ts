// A saved rule in one line of the journal: which version, from when, what changed in which slot, what the unit adopted.
import type { Rule } from "../../shared/domain/rule.ts";
import type { Text } from "../../shared/domain/text.ts";
import { changesOf, type SlotChange } from "../../shared/rules/reading/changes.ts";
import { draftOf } from "../../shared/rules/reading/draft.ts";

const mostChanges = 3;

export function savingInWords(before: Rule | null, rule: Rule): Text {
  const { from } = rule.inForce;
  const head = {
    zh: `规则 ${rule.id} 第 ${rule.version} 版（${rule.title.zh}）`,
    en: `Rule ${rule.id} version ${rule.version} (${rule.title.en})`,
  };
  if (!before) return { zh: `新建${head.zh}`, en: `New: ${head.en}` };
  const isFromDay = from !== null && from !== before.inForce.from;
  const changes = changesOf(draftOf(before), draftOf(rule)).filter(({ key }) => key !== "inForce.from");
  const told = (tongue: "zh" | "en") =>
    changes
      .slice(0, mostChanges)
      .map((change) => toldChange(change, tongue))
      .join(tongue === "zh" ? "；" : "; ");
  const more = changes.length - mostChanges;
  return {
    zh: `${head.zh}${isFromDay ? `，自 ${from} 起` : "，更正"}${changes.length > 0 ? `：${told("zh")}` : ""}${more > 0 ? `；另 ${more} 处` : ""}`,
    en: `${head.en}, ${isFromDay ? `from ${from}` : "corrected"}${changes.length > 0 ? `: ${told("en")}` : ""}${more > 0 ? `; ${more} more` : ""}`,
  };
}

function toldChange({ key, name, before, after }: SlotChange, tongue: "zh" | "en"): string {
  const gap = tongue === "zh" ? "无" : "none";
  const [was, is] = [before?.[tongue] ?? gap, after?.[tongue] ?? gap];
  if (key === "effect" && before !== null)
    return tongue === "zh"
      ? `本单位采用，办理前核对：${was} → ${is}`
      : `adopted by the unit, before an act: ${was} → ${is}`;
  return `${name[tongue]}${tongue === "zh" ? "：" : ": "}${was} → ${is}`;
}
