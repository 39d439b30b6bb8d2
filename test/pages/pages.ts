// Every generated page of docs/rules: packs, kinds, red flags, duty rows and the index, in both languages.
import { citedAs } from "../../shared/domain/citation.ts";
import { areaNames } from "../../shared/domain/duty.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import { kindNames, kinds } from "../../shared/domain/rule-kinds.ts";
import type { RulePack } from "../../shared/domain/rule-pack.ts";
import { flagGroups, flags } from "../../shared/rules/packs/flags.ts";
import { packs, starterRules } from "../../shared/rules/packs/packs.ts";
import { formsOf } from "../../shared/rules/reading/form-of.ts";
import { purposes } from "../../shared/rules/reading/purposes.ts";
import { sayRule } from "../../shared/rules/reading/say.ts";
import {
  fileOf,
  finish,
  head,
  kindLink,
  type Page,
  ruleLink,
  severityWords,
  type Tongue,
  table,
  tongues,
} from "./page.ts";
import { deviations } from "./row-deviations.ts";
import { dutyRows } from "./row-facts.ts";
import { exampleLines, markNames, ruleSection } from "./rule-section.ts";

const words = {
  zh: {
    index: "规则",
    rules: "条规则",
    version: (n: number) => `第 ${n} 版`,
    changes: "本版变化",
    area: "领域",
    packs: "规则包",
    kinds: "规则类型",
    exact: "确切含义",
    reads: "读法",
    rulesOf: "属于本类的规则",
    flags: "红旗线索",
    flagsAbout:
      "红旗是线索，不是结论：须由具名的人核实后才能认定。每条线索或由规则核对，或写明数据中缺少什么；数字都是规则的参数，可由单位调整。",
    rows: "职责分离表与规则的对应",
    rowsAbout:
      "职责分离表共 167 行，逐行成为同一编号的规则。不同于原表之处逐条写明原因；测试保证二者一致。亲属、利害关系各行的“本人”一项不列：一人兼两项由同件分离核对。",
    header: ["编号", "规则", "类型", "级别", "依据", "标记"],
    flagHeader: ["编号", "线索", "组别", "由何规则核对", "数据不能核对的部分"],
    rowHeader: ["编号", "类型与参数", "不同于原表之处"],
    packHeader: ["规则包", "领域", "版本", "规则数"],
    kindHeader: ["规则类型", "用途", "规则数"],
    allOf: (kind: string, count: number, first: string) => `全部${kind}规则（${count} 条，如 ${first}）`,
    none: "——",
    colon: "：",
  },
  en: {
    index: "Rules",
    rules: "rules",
    version: (n: number) => `version ${n}`,
    changes: "New in this version",
    area: "Area",
    packs: "Packs",
    kinds: "Kinds",
    exact: "Exact meaning",
    reads: "Reads",
    rulesOf: "Rules of this kind",
    flags: "Red flags",
    flagsAbout:
      "A red flag is a lead, not a finding: a named person has to confirm it. Each is asked by rules, or it is said which datum is missing. The numbers are parameters of the rules and may be set by the unit.",
    rows: "From the duty tables to the rules",
    rowsAbout:
      "Each of the 167 rows of the duty tables is a rule under the same id. Where a rule says something else the reason stands beside it; a test holds them together. “Self” among the relations is left out: one person on both sides is what separate-duties asks.",
    header: ["id", "rule", "kind", "severity", "source", "mark"],
    flagHeader: ["id", "flag", "group", "asked by", "what the data cannot tell"],
    rowHeader: ["id", "kind and parameters", "otherwise than the row"],
    packHeader: ["pack", "area", "version", "rules"],
    kindHeader: ["kind", "purpose", "rules"],
    allOf: (kind: string, count: number, first: string) =>
      `all rules of ${kind} (${count}, such as ${first})`,
    none: "–",
    colon: ": ",
  },
} as const;

function packPage(pack: RulePack, tongue: Tongue): Page {
  const say = words[tongue];
  return finish(`packs/${fileOf(pack.id, tongue)}`, [
    ...head(pack.title[tongue], pack.id, tongue),
    `${say.area} ${areaNames[pack.area][tongue]} · ${say.version(pack.version)} · ${pack.rules.length} ${say.rules}`,
    "",
    ...(pack.changes ? [`${say.changes}${say.colon}${pack.changes[tongue]}`, ""] : []),
    ...ruleTable(pack.rules, tongue, "../", pack.id),
    ...pack.rules.flatMap((rule) => ruleSection(rule, pack.id, starterRules, tongue)),
  ]);
}
const ruleTable = (rules: readonly Rule[], tongue: Tongue, up: string, here?: string): string[] =>
  table(
    words[tongue].header,
    rules.map((rule) => [
      ruleLink(rule.id, tongue, up, here),
      rule.title[tongue],
      kindLink(rule.kind, kindNames[rule.kind], tongue, up),
      severityWords[rule.severity][tongue],
      citedAs(rule.citation)[tongue],
      markNames[rule.citation.mark][tongue],
    ]),
  );

function kindPage(kind: Rule["kind"], tongue: Tongue): Page {
  const say = words[tongue];
  const own = starterRules.filter((rule) => rule.kind === kind);
  const several = formsOf[kind];
  const formOf = (rule: Rule): string =>
    several ? String(new Map<string, unknown>(Object.entries(rule.parameters)).get(several.by)) : kind;
  // The first rule of each form stands for it.
  const shown = own.filter((rule, at) => own.findIndex((other) => formOf(other) === formOf(rule)) === at);
  return finish(`kinds/${fileOf(kind, tongue)}`, [
    ...head(`${kindNames[kind][tongue]} · \`${kind}\``, kind, tongue),
    purposes[kind][tongue],
    "",
    `${say.exact}${say.colon}[kinds.md](../kinds.md)`,
    "",
    ...shown.flatMap((rule) => [
      `## ${several ? `\`${formOf(rule)}\` — ` : ""}${ruleLink(rule.id, tongue, "../")} ${rule.title[tongue]}`,
      "",
      `${say.reads}${say.colon}${sayRule(rule, tongue).rule}`,
      "",
      ...exampleLines(rule, tongue),
    ]),
    `## ${say.rulesOf}`,
    "",
    ...ruleTable(own, tongue, "../"),
  ]);
}

/** A flag that a whole kind asks names the kind, not its hundred rules. */
function askedBy(rules: readonly string[], tongue: Tongue): string {
  const say = words[tongue];
  const whole = kinds.find((kind) => {
    const all = starterRules.filter((rule) => rule.kind === kind).map(({ id }) => id);
    return all.length > 5 && all.length === rules.length && all.every((id) => rules.includes(id));
  });
  if (whole)
    return say.allOf(
      kindLink(whole, kindNames[whole], tongue, ""),
      rules.length,
      ruleLink(rules[0] ?? "", tongue, ""),
    );
  return rules.map((id) => ruleLink(id, tongue, "")).join(", ") || say.none;
}
function flagPage(tongue: Tongue): Page {
  const say = words[tongue];
  return finish(fileOf("flags", tongue), [
    ...head(say.flags, "flags", tongue),
    say.flagsAbout,
    "",
    ...table(
      say.flagHeader,
      flags.map((flag) => [
        flag.id,
        flag.title[tongue],
        flag.groups.map((group) => flagGroups[group][tongue]).join(", "),
        askedBy(flag.rules, tongue),
        flag.gap?.[tongue] ?? "",
      ]),
    ),
  ]);
}

function rowPage(tongue: Tongue): Page {
  const say = words[tongue];
  const rules = new Map(starterRules.map((rule) => [rule.id, rule]));
  return finish(fileOf("rows", tongue), [
    ...head(say.rows, "rows", tongue),
    say.rowsAbout,
    "",
    ...table(
      say.rowHeader,
      dutyRows.flatMap(({ id }) => {
        const rule = rules.get(id);
        if (!rule) return [];
        const same = rule.sameCheckAs === null ? "" : `, sameCheckAs ${rule.sameCheckAs}`;
        const deviation = deviations[id];
        return [
          [
            ruleLink(id, tongue, ""),
            `\`${rule.kind}\` ${JSON.stringify(rule.parameters)}${same}`,
            deviation ? `${Object.keys(deviation.instead).join(", ")}: ${deviation.why[tongue]}` : "",
          ],
        ];
      }),
    ),
  ]);
}

function indexPage(tongue: Tongue): Page {
  const say = words[tongue];
  return finish(fileOf("index", tongue), [
    ...head(say.index, "index", tongue),
    `${starterRules.length} ${say.rules} · [${say.flags}](${fileOf("flags", tongue)}) · [${say.rows}](${fileOf("rows", tongue)}) · [${say.exact}](kinds.md)`,
    "",
    `## ${say.packs}`,
    "",
    ...table(
      say.packHeader,
      packs.map((pack) => [
        `[${pack.title[tongue]}](packs/${fileOf(pack.id, tongue)})`,
        areaNames[pack.area][tongue],
        String(pack.version),
        String(pack.rules.length),
      ]),
    ),
    `## ${say.kinds}`,
    "",
    ...table(
      say.kindHeader,
      kinds.map((kind) => [
        kindLink(kind, kindNames[kind], tongue, ""),
        purposes[kind][tongue],
        String(starterRules.filter((rule) => rule.kind === kind).length),
      ]),
    ),
  ]);
}

export const rulePages = (): Page[] =>
  tongues.flatMap((tongue) => [
    indexPage(tongue),
    flagPage(tongue),
    rowPage(tongue),
    ...packs.map((pack) => packPage(pack, tongue)),
    ...kinds.map((kind) => kindPage(kind, tongue)),
  ]);
