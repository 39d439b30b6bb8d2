// One rule as a section of its pack's page: what it asks, on what ground, in which words, with example and counter-example.
import { citedAs } from "../../shared/domain/citation.ts";
import { lastDay } from "../../shared/domain/day.ts";
import { areaNames } from "../../shared/domain/duty.ts";
import type { EvidenceMark, Rule } from "../../shared/domain/rule.ts";
import { kindNames } from "../../shared/domain/rule-kinds.ts";
import type { Text } from "../../shared/domain/text.ts";
import { exampleOf, type ToldExample } from "../../shared/rules/packs/examples/examples.ts";
import { flags } from "../../shared/rules/packs/flags.ts";
import { effectReason } from "../../shared/rules/reading/effect-reason.ts";
import { sayList, sayRule } from "../../shared/rules/reading/say.ts";
import { aside, kindLink, ruleLink, severityWords, type Tongue } from "./page.ts";

export const markNames: Record<EvidenceMark, Text> = {
  text: { zh: "引用，原文已核", en: "cited, text read" },
  secondary: { zh: "转引", en: "quoted elsewhere" },
  recalled: { zh: "待核原文", en: "text to be checked" },
  practice: { zh: "常见做法", en: "common practice" },
  unit: { zh: "本单位规定", en: "the unit's own rule" },
};
const words = {
  zh: {
    basis: "依据",
    asks: "要求",
    where: "适用",
    everywhere: "涉及这些职责的各个领域",
    since: (from: string | null, last: string | null) => `有效期 ${from ?? "不限"} 至 ${last ?? "不限"}`,
    always: "不限有效期",
    severity: "级别",
    gate: "办理前核对",
    same: (id: string) => `与 ${id} 为同一检查：${id} 在用时由其判断，本条作为另一依据一并列出。`,
    repeated: (ids: string) => `同一检查还见于 ${ids}。`,
    flags: "红旗线索",
    example: "例",
    counter: "反例",
    finds: "核对结果",
    none: "核对结果：未发现。",
    more: (n: number) => `……（另有 ${n} 条，与上面的相仿）`,
    version: (n: number) => `第 ${n} 版`,
    colon: "：",
    stop: "；",
  },
  en: {
    basis: "Source",
    asks: "Asks",
    where: "Applies to",
    everywhere: "every area in which the duties occur",
    since: (from: string | null, last: string | null) => `in force from ${from ?? "–"} to ${last ?? "–"}`,
    always: "at any time",
    severity: "severity",
    gate: "Before an act",
    same: (id: string) =>
      `The same check as ${id}: while that is in use it judges, and this is shown as a further source.`,
    repeated: (ids: string) => `The same check is also ${ids}.`,
    flags: "Red flags",
    example: "Example",
    counter: "Counter-example",
    finds: "The check says",
    none: "The check finds nothing.",
    more: (n: number) => `… (${n} more like these)`,
    version: (n: number) => `version ${n}`,
    colon: ": ",
    stop: "; ",
  },
} as const;

/** Facts one a line; the finding, if there is one, is the last sentence of the story. */
export function storyLines(told: ToldExample, title: string, tongue: Tongue): string[] {
  const say = words[tongue];
  const story = told.story.map((sentence) => sentence[tongue]);
  const [facts, found] = told.finds ? [story.slice(0, -1), story.at(-1)] : [story, undefined];
  // Twenty cases that are alike are told by the first and the last.
  const most = 10;
  const shown =
    facts.length <= most ? facts : [...facts.slice(0, 4), say.more(facts.length - 6), ...facts.slice(-2)];
  return [
    `${title}${say.colon.trimEnd()}`,
    ...shown.map((fact) => `- ${fact}`),
    `- ${found === undefined ? say.none : `**${say.finds}${say.colon}${found}**`}`,
    "",
  ];
}
export function exampleLines(rule: Rule, tongue: Tongue): string[] {
  const { example, counterExample } = exampleOf(rule);
  const say = words[tongue];
  return [...storyLines(example, say.example, tongue), ...storyLines(counterExample, say.counter, tongue)];
}

export function ruleSection(rule: Rule, here: string, all: readonly Rule[], tongue: Tongue): string[] {
  const say = words[tongue];
  const { from, until } = rule.inForce;
  const areas = rule.scope.areas?.map((area) => areaNames[area][tongue]);
  const times =
    from === null && until === null ? say.always : say.since(from, lastDay({ from: from ?? "", until }));
  const repeats = all
    .filter((other) => other.sameCheckAs === rule.id)
    .map(({ id }) => ruleLink(id, tongue, "../", here));
  const raised = flags.filter((flag) => flag.rules.includes(rule.id)).map(({ id }) => id);
  // The other marks are in the words of the source already.
  const read = rule.citation.mark === "text" ? aside(markNames.text[tongue], tongue) : "";
  const source = `${citedAs(rule.citation)[tongue]}${read}`;
  const line = (name: string, value: string): string => `- ${name}${say.colon}${value}`;
  return [
    `<a id="${rule.id.toLowerCase()}"></a>`,
    "",
    `### ${rule.id} ${rule.title[tongue]}`,
    "",
    rule.plain[tongue],
    "",
    line(say.basis, source),
    line(
      say.asks,
      `${sayRule(rule, tongue).rule}${aside(kindLink(rule.kind, kindNames[rule.kind], tongue, "../"), tongue)}`,
    ),
    line(say.where, `${areas ? sayList(areas, tongue) : say.everywhere}${say.stop}${times}`),
    line(say.gate, effectReason(rule)[tongue]),
    `- ${say.severity}${say.colon}${severityWords[rule.severity][tongue]}${say.stop}${say.version(rule.version)}`,
    ...(rule.sameCheckAs ? [`- ${say.same(ruleLink(rule.sameCheckAs, tongue, "../", here))}`] : []),
    ...(repeats.length > 0 ? [`- ${say.repeated(sayList(repeats, tongue))}`] : []),
    ...(raised.length > 0
      ? [line(say.flags, `[${raised.join(", ")}](../flags${tongue === "zh" ? ".zh-CN" : ""}.md)`)]
      : []),
    "",
    ...exampleLines(rule, tongue),
  ];
}
