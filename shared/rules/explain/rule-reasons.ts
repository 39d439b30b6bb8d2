// Which version of a rule judged, why that one, and on what sources.
import { citedAs } from "../../domain/citation.ts";
import type { Finding } from "../../domain/conflict.ts";
import type { Rule } from "../../domain/rule.ts";
import type { Text } from "../../domain/text.ts";
import { furtherSources } from "../further-sources.ts";
import { daysText } from "../sentence.ts";

/** What the source as it may be shown does not say of itself. */
const beyondShown: Partial<Record<Rule["citation"]["mark"], Text>> = {
  text: { zh: "（原文已核）", en: " (text checked)" },
  unit: { zh: "（本单位规定）", en: " (the unit's own rule)" },
};

export const inForceText = ({ inForce }: Pick<Rule, "inForce">): Text =>
  inForce.from === null
    ? inForce.until === null
      ? { zh: "未限定适用期", en: "with no limit of days" }
      : { zh: `适用至 ${inForce.until} 之前`, en: `before ${inForce.until}` }
    : daysText(inForce.from, inForce.until);

/** The version with its reason, then each source as its mark allows it to be shown. */
export function reasonsOfRule(rules: readonly Rule[], rule: Rule, finding: Pick<Finding, "day">): Text[] {
  const [days, others] = [inForceText(rule), rules.filter((one) => one.id === rule.id && one !== rule)];
  const version: Text = {
    zh: `规则 ${rule.id} 第 ${rule.version} 版“${rule.title.zh}”，${days.zh}；冲突于 ${finding.day} 构成，按当日适用的这一版判断。`,
    en: `Rule ${rule.id} version ${rule.version}, “${rule.title.en}”, ${days.en}; the conflict was complete on ${finding.day} and is judged by the version in force that day.`,
  };
  const beside = others
    .toSorted((a, b) => a.version - b.version)
    .map((one): Text => {
      const when = inForceText(one);
      return {
        zh: `另有第 ${one.version} 版，${when.zh}。`,
        en: `There is version ${one.version} too, ${when.en}.`,
      };
    });
  const sources = [rule, ...furtherSources(rules, rule.id)].map((one, at): Text => {
    const cited = citedAs(one.citation);
    const mark = beyondShown[one.citation.mark] ?? { zh: "", en: "" };
    const also =
      at === 0
        ? { zh: "依据", en: "Source" }
        : { zh: `同一检查的另一出处（${one.id}）`, en: `Further source of the same check (${one.id})` };
    return { zh: `${also.zh}：${cited.zh}${mark.zh}。`, en: `${also.en}: ${cited.en}${mark.en}.` };
  });
  return [version, ...beside, ...sources];
}
