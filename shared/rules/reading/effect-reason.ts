// Why the gate does with a rule what it does: adopted by the unit, or by kind, severity and evidence mark.
import type { Effect, Rule } from "../../domain/rule.ts";
import type { Text } from "../../domain/text.ts";
import { defaultEffectOf } from "../gate.ts";
import { effectWords } from "./forms/frame.ts";

type Judged = Pick<Rule, "kind" | "severity" | "citation" | "effect">;
const reasons: Record<Effect, (rule: Judged) => Text> = {
  refuse: ({ kind }) =>
    kind === "within-authority" || kind === "absence"
      ? { zh: "授权和在岗是办理的前提", en: "authority and presence come before any act" }
      : { zh: "级别为高，依据可查", en: "severity is high and the source is known" },
  warn: ({ severity, citation }) => {
    if (severity === "medium") return { zh: "级别为中", en: "severity is medium" };
    return citation.mark === "practice"
      ? { zh: "依据只是常见做法", en: "the source is mere practice" }
      : { zh: "来源未核", en: "the source has not been checked" };
  },
  note: () => ({ zh: "级别为低", en: "severity is low" }),
};

/** A whole sentence; what the default is where the unit has chosen otherwise. */
export function effectReason(rule: Rule): Text {
  const usual = defaultEffectOf(rule);
  const why = reasons[usual](rule);
  const usualWords = { zh: `默认${effectWords[usual].zh}`, en: `${effectWords[usual].en} by default` };
  if (rule.effect !== null)
    return {
      zh: `本单位采用：${effectWords[rule.effect].zh}（${why.zh}，${usualWords.zh}）。`,
      en: `Adopted by the unit: ${effectWords[rule.effect].en} (${usualWords.en}: ${why.en}).`,
    };
  const more =
    usual === "refuse"
      ? { zh: "", en: "" }
      : { zh: "；采用后可设为拦截", en: "; the unit may adopt it as refused" };
  return {
    zh: `${why.zh}，${usualWords.zh}${more.zh}。`,
    en: `${capital(usualWords.en)}: ${why.en}${more.en}.`,
  };
}
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
