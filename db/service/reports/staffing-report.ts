// The staffing certificate (编组证明): per matter and tier whether it can be staffed, by how few, without whom not; and what that does not say.
import type { Context } from "../../../shared/contract/call.ts";
import { areaNames } from "../../../shared/domain/duty.ts";
import type { ReportDocument } from "../../../shared/domain/report.ts";
import type { Text } from "../../../shared/domain/text.ts";
import { unmetRules } from "../../../shared/rules/analysis/demands.ts";
import { irreplaceableWords } from "../../../shared/rules/staffing/staffing-words.ts";
import type { Desk } from "../desk.ts";
import { dataHashOf } from "../staffing/data-hash.ts";
import { type Scene, sceneOf } from "../staffing/scene.ts";
import { staffingLines, type TierLine } from "../staffing/tier-lines.ts";
import { tierRow } from "../staffing/tier-row.ts";
import { type Asked, columnOf, personNamed, reportOf, statedLens } from "./frame.ts";

const status: Record<TierLine["answer"]["status"], Text> = {
  staffed: { zh: "配得齐", en: "Can be staffed" },
  impossible: { zh: "配不齐（已证明）", en: "Cannot be staffed (proved)" },
  undecided: { zh: "未判定", en: "Undecided" },
};
/** Of the fewest people: that fewer will not do, or the bound that is proved. */
const proved: Text = { zh: "已证明", en: "proved" };
const atLeast = (people: number | null): Text =>
  people === null ? { zh: "—", en: "—" } : { zh: `至少 ${people} 人`, en: `at least ${people}` };

/** @throws FaultError refused, when it was stopped */
export async function staffingReport(
  desk: Desk,
  { language, asOf, knownOn }: Asked,
  context: Context,
): Promise<ReportDocument> {
  const lens = desk.lens(asOf, knownOn);
  const scene = sceneOf(desk, { day: lens.day, knownOn, edits: [] });
  const lines = await staffingLines(desk, scene, null, context);
  const rows = lines.map((line) => ({ line, row: tierRow(scene, line) }));
  const column = columnOf<(typeof rows)[number]>();
  const hash = dataHashOf(scene);
  const report = reportOf(desk, language, {
    kind: "staffing",
    title: { zh: "编组证明", en: "Staffing certificate" },
    filters: [
      ...statedLens(lens),
      { name: { zh: "数据校验值（SHA-256）", en: "Hash of the data (SHA-256)" }, value: hash },
    ],
    withRules: false,
    rows,
    notes: notesOf(scene, lines),
    columns: [
      column("no", "序号", "No.", "integer", (_, index) => index + 1),
      column("area", "领域", "Area", "text", ({ row }) => areaNames[row.area][language]),
      column("matterCode", "事项编码", "Matter code", "code", ({ line }) => line.matter.code),
      column("matter", "事项名称", "Matter", "text", ({ row }) => row.matter),
      column("over", "额度下限（不含）", "Over", "money", ({ row }) => row.over),
      column("upTo", "额度上限（含）", "Up to", "money", ({ row }) => row.upTo),
      column("status", "结论", "Answer", "text", ({ row }) => status[row.status][language]),
      column("seats", "席位", "Seats", "integer", ({ line }) => line.of.problem.slots.length),
      column("people", "最少人数", "Fewest people", "integer", ({ row }) => row.minimum),
      column("proof", "证明", "Proof", "text", ({ row }) =>
        row.isMinimumProved ? proved[language] : atLeast(row.minimumAtLeast)[language],
      ),
      column("irreplaceable", "不可缺的人", "Irreplaceable people", "text", ({ row }) =>
        row.status === "staffed"
          ? irreplaceableWords(
              row.irreplaceable.map((one) => personNamed(one, language)),
              row.isResilienceProved,
            )[language]
          : null,
      ),
      column(
        "reason",
        "配不齐的理由",
        "Why it cannot be staffed",
        "text",
        ({ row }) => row.reason.map((line) => line[language]).join(language === "zh" ? "" : " ") || null,
      ),
    ],
  });
  return {
    ...report,
    rules: scene.binding.map(({ id, title, version }) => ({ name: `${id} ${title[language]}`, version })),
  };
}

function notesOf(scene: Scene, lines: readonly TierLine[]): Text[] {
  const count = (is: TierLine["answer"]["status"]): number =>
    lines.filter(({ answer }) => answer.status === is).length;
  const listed = new Set(scene.matters.map(({ id }) => id));
  const unlisted = scene.world.matters
    .filter(({ id }) => !listed.has(id))
    .map(({ code, name }) => `${code} ${name}`)
    .toSorted();
  const byReason = new Map<string, { reason: Text; ids: string[] }>();
  for (const { rule, reason } of unmetRules(scene.view, scene.rules, scene.day)) {
    const known = byReason.get(reason.zh) ?? { reason, ids: [] };
    known.ids.push(rule.id);
    byReason.set(reason.zh, known);
  }
  return [
    {
      zh: `共 ${lines.length} 个事项金额档：${count("staffed")} 个配得齐，${count("impossible")} 个配不齐，${count("undecided")} 个未判定。适用 ${scene.binding.length} 条约束同一业务件内办理人的规则，列于表下。`,
      en: `${lines.length} tiers of matters: ${count("staffed")} can be staffed, ${count("impossible")} cannot, ${count("undecided")} are undecided. ${scene.binding.length} rules that bind the people of one case were applied; they stand below the table.`,
    },
    ...(unlisted.length === 0
      ? []
      : [
          {
            zh: `未列入 ${unlisted.length} 个事项（没有授权记录，或没有须在本单位办理的环节），本证明对其不作结论：${unlisted.join("、")}。`,
            en: `${unlisted.length} matter(s) are not listed (no authority on record, or no step that must be done here), and nothing is said of them: ${unlisted.join(", ")}.`,
          },
        ]),
    ...[...byReason.values()].map(
      ({ reason, ids }): Text => ({
        zh: `未适用 ${ids.length} 条（${reason.zh}）：${ids.join("、")}。`,
        en: `${ids.length} not applied (${reason.en}): ${ids.join(", ")}.`,
      }),
    ),
    {
      zh: "配得齐，是说按当日的在岗、授权、转授权和上述规则，至少有一组人能把该档业务从头办到尾；每档按其上限金额判断。所举的只是一种可行安排，不指定由谁来办。",
      en: "That a tier can be staffed means: by post, authority and delegation of the day, and by these rules, at least one set of people can carry a case of it from first step to last, judged at its upper bound. The witness is one arrangement; it does not say who is to act.",
    },
    {
      zh: "本证明不说明：这些人有空、胜任或实际办得对；时间先后、金额拆分、任期轮岗和节奏方面的规则得到遵守；今后人员、授权有变时仍然成立。计划内的缺勤不计，没有终止日期的缺勤视为不在；集体决策视为已有会议记录。",
      en: "It does not say that these people have time, are able or do it right; that rules on order, splitting, tenure and tempo are kept; or that it still holds once people or authorities change. Planned absences do not count, absences without an end do; a collective decision is taken to be on record.",
    },
    {
      zh: "核对办法：在同一日期、同一留痕头下重新出具，数据校验值相同即所据人员、授权与规则未变。",
      en: "To check it: make it again for the same day; an equal hash means that the people, authorities and rules under it are unchanged.",
    },
  ];
}
