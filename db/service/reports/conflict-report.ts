// Conflicts with their rules, articles and evidence as a report.
import type { ConflictRow } from "../../../shared/contract/conflicts.ts";
import { citedAs } from "../../../shared/domain/citation.ts";
import { dayOf } from "../../../shared/domain/day.ts";
import { areaNames } from "../../../shared/domain/duty.ts";
import type { ReportDocument, ReportLanguage } from "../../../shared/domain/report.ts";
import type { EvidenceMark } from "../../../shared/domain/rule.ts";
import { kindNames } from "../../../shared/domain/rule-kinds.ts";
import type { Text } from "../../../shared/domain/text.ts";
import type { Verdict } from "../../../shared/domain/verdict.ts";
import { furtherSources } from "../../../shared/rules/further-sources.ts";
import { conflictsAsked } from "../conflicts-asked.ts";
import { type Desk, gone, ruleAmong } from "../desk.ts";
import { type Asked, columnOf, listed, personNamed, reportOf, statedLens } from "./frame.ts";

const words = {
  severity: {
    high: { zh: "高", en: "High" },
    medium: { zh: "中", en: "Medium" },
    low: { zh: "低", en: "Low" },
  },
  basis: { potential: { zh: "潜在", en: "Potential" }, actual: { zh: "疑似", en: "Suspected" } },
  state: {
    open: { zh: "疑似待核", en: "Open" },
    "closed-by-facts": { zh: "因新事实关闭", en: "Closed by new facts" },
  },
  verdict: {
    confirmed: { zh: "已核实", en: "Confirmed" },
    "set-aside": { zh: "暂不处理", en: "Set aside" },
  },
} as const;
const markWords: Record<EvidenceMark, Text> = {
  text: { zh: "原文已核", en: "Text read" },
  secondary: { zh: "转引", en: "Quoted elsewhere" },
  recalled: { zh: "待核原文", en: "To be checked" },
  practice: { zh: "常见做法", en: "Practice" },
  unit: { zh: "本单位规定", en: "Unit's own rule" },
};

interface Request extends Asked {
  filter: Filter;
}
interface Filter {
  ruleId: string | null;
  area: string | null;
  severity: string | null;
  personId: string | null;
  basis: string | null;
}
/** @throws FaultError missing: a rule that the unit never had, which would look like one without conflicts */
export function conflictReport(desk: Desk, { language, asOf, knownOn, filter }: Request): ReportDocument {
  const lens = desk.lens(asOf, knownOn);
  const { rows: all, summary } = conflictsAsked(desk, lens, false);
  const { ruleId } = filter;
  const isKnown = ({ rule }: { rule: { id: string } }): boolean => rule.id === ruleId;
  if (ruleId !== null && !lens.rules.some(isKnown) && !all.some((row) => row.ruleId === ruleId))
    throw gone({ zh: `规则 ${ruleId}`, en: `Rule ${ruleId}` });
  const rows = all.filter(
    (row) =>
      (filter.ruleId === null || row.ruleId === filter.ruleId) &&
      (filter.area === null || row.area === filter.area) &&
      (filter.severity === null || row.severity === filter.severity) &&
      (filter.basis === null || row.basis === filter.basis) &&
      (filter.personId === null || row.people.some(({ id }) => id === filter.personId)),
  );
  const zone = desk.world().settings.timeZone;
  const column = columnOf<ConflictRow>();
  const ruleOf = (row: ConflictRow) => ruleAmong(lens.rules, row.ruleId, row.ruleVersion);
  const rules = lens.rules.map(({ rule }) => rule);
  const furtherOf = new Map(
    [...new Set(rows.map(({ ruleId }) => ruleId))].map((id) => [id, furtherSources(rules, id)]),
  );
  const filters = filtersStated(filter, desk, language);
  const found: Text = summary
    ? {
        zh: `本报告依据 ${summary.rules} 条规则、${summary.approvals} 笔办理；${summary.notApplicable.length} 条规则因资料不足未能适用，${summary.judgedElsewhere.length} 条由同一检查的其他规则一并判断，${summary.notYetJudged} 项尚待业务件办结后判定。`,
        en: `Based on ${summary.rules} rules over ${summary.approvals} approvals; ${summary.notApplicable.length} rules could not be applied for lack of data, ${summary.judgedElsewhere.length} are judged by another rule that asks the same, ${summary.notYetJudged} verdicts wait for their cases to close.`,
      }
    : { zh: "尚未核对。", en: "Not checked yet." };
  return reportOf(desk, language, {
    kind: "conflicts",
    title: { zh: "冲突核对报告", en: "Conflict report" },
    filters: [...statedLens(lens), ...filters],
    withRules: true,
    rows,
    notes: [
      found,
      ...(summary?.notApplicable ?? []).map(({ ruleId, title, reason }) => ({
        zh: `未适用 ${ruleId} ${title.zh}：${reason.zh}`,
        en: `Not applied ${ruleId} ${title.en}: ${reason.en}`,
      })),
      {
        zh: "所列均为线索，须由具名人员核实后方可认定。",
        en: "Everything listed is a lead: nothing is established until a named person has confirmed it.",
      },
    ],
    columns: [
      column("no", "序号", "No.", "integer", (_, index) => index + 1),
      column("rule", "规则", "Rule", "code", (row) => row.ruleId),
      column("title", "规则名称", "Title", "text", (row) => row.title[language]),
      column("kind", "类型", "Kind", "text", (row) => kindNames[row.kind][language]),
      column("severity", "严重程度", "Severity", "text", (row) => words.severity[row.severity][language]),
      column("basis", "性质", "Basis", "text", (row) => words.basis[row.basis][language]),
      column("state", "状态", "State", "text", (row) => stateText(row)[language]),
      column("area", "领域", "Area", "text", (row) => areaNames[row.area][language]),
      column("matter", "事项", "Matter", "text", (row) => row.matter?.name ?? null),
      column("cases", "业务编号", "Cases", "code", (row) =>
        listed(
          row.cases.map(({ caseNo }) => caseNo),
          language,
        ),
      ),
      column("people", "当事人", "People", "text", (row) =>
        listed(
          row.people.map((one) => personNamed(one, language)),
          language,
        ),
      ),
      column("department", "部门", "Department", "text", (row) => row.department?.name ?? null),
      column("amount", "涉及金额", "Amount", "money", (row) => row.amount),
      column("day", "发生日期", "Day", "day", (row) => row.day),
      column("firstSeen", "首见日期", "First seen", "day", (row) =>
        row.firstSeen === null ? null : dayOf(row.firstSeen, zone),
      ),
      column("sentence", "情形", "Finding", "text", (row) => row.sentence[language]),
      column("source", "依据", "Source", "text", (row) => {
        const rule = ruleOf(row);
        if (!rule) return null;
        const further = (furtherOf.get(rule.id) ?? []).map(
          ({ id, citation }) => `${id} ${citedAs(citation)[language]}`,
        );
        return [citedAs(rule.citation)[language], ...further].join(language === "zh" ? "；" : "; ");
      }),
      column("mark", "依据核对情况", "Evidence mark", "text", (row) => {
        const mark = ruleOf(row)?.citation.mark;
        return mark ? markWords[mark][language] : null;
      }),
      column("verdict", "核实情况", "What was said of it", "text", (row) =>
        row.verdict ? saidText(row.verdict)[language] : null,
      ),
      column("triage", "优先分", "Triage", "integer", (row) => row.triage.score),
      column("evidence", "证据条数", "Evidence rows", "integer", (row) => row.evidence),
    ],
  });
}
const stateText = (row: ConflictRow): Text =>
  row.verdict && row.state === "open" ? words.verdict[row.verdict.state] : words.state[row.state];
/** Who said it, when, and why. */
function saidText({ by, on, words: reason, isChangedSince }: Verdict): Text {
  const changed = isChangedSince
    ? { zh: "（其后证据有变）", en: " (evidence has changed since)" }
    : { zh: "", en: "" };
  return {
    zh: `${by} ${on}${reason ? `：${reason}` : ""}${changed.zh}`,
    en: `${by} on ${on}${reason ? `: ${reason}` : ""}${changed.en}`,
  };
}

/** As a reader knows them: no codes, no ids. */
function filtersStated(
  filter: Filter,
  desk: Desk,
  language: ReportLanguage,
): Array<{ name: Text; value: string }> {
  const { ruleId, area, severity, basis, personId } = filter;
  const person = personId === null ? undefined : desk.world().people.find(({ id }) => id === personId);
  const named = <T extends string>(texts: Record<T, Text>, value: string): string =>
    Object.entries<Text>(texts).find(([key]) => key === value)?.[1][language] ?? value;
  const stated: Array<[Text, string | null]> = [
    [{ zh: "规则", en: "Rule" }, ruleId],
    [{ zh: "领域", en: "Area" }, area === null ? null : named(areaNames, area)],
    [{ zh: "严重程度", en: "Severity" }, severity === null ? null : named(words.severity, severity)],
    [{ zh: "性质", en: "Basis" }, basis === null ? null : named(words.basis, basis)],
    [{ zh: "人员", en: "Person" }, person ? personNamed(person, language) : personId],
  ];
  return stated.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
}
