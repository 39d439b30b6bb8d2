// Grounds of an exemption from rotation and what may watch instead (norms §4.3), offered as suggestions; and how often evidence is due.
import type { Text } from "./text.ts";

const text = (zh: string, en: string): Text => ({ zh, en });

/** Grounds seen in unit rules (secondary sources); an own wording is as good. */
export const exemptionGrounds: readonly Text[] = [
  text("距退休不足两年", "less than two years to retirement"),
  text("提拔或任现职不足两年", "promoted or appointed less than two years ago"),
  text("正在接受审查调查，尚无结论", "under investigation without a conclusion yet"),
  text("健康原因", "health"),
  text("涉密岗位，脱密安排未完成", "secret-related work, declassification not arranged yet"),
  text("经党组研究决定延期", "extension decided by the party group"),
];

/** Who may give one: a body, never the line manager alone (norms §4.3, practice). */
export const approvers: readonly Text[] = [
  text("局党组会议", "party group meeting"),
  text("局长办公会", "head's office meeting"),
  text("上级主管部门", "superior authority"),
];

export interface OfferedControl {
  name: Text;
  /** Evidence that it was carried out is due for every so many months. */
  everyMonths: number;
  /** Recognises it in what somebody wrote. */
  marks: RegExp;
}
export const offeredControls: readonly OfferedControl[] = [
  {
    name: text("每年专项审计", "special audit every year"),
    everyMonths: 12,
    marks: /专项审计|special audit/i,
  },
  {
    name: text("经手事项由第二人逐件复核", "second-person review of every case"),
    everyMonths: 3,
    marks: /逐件复核|第二人|second[- ]person/i,
  },
  {
    name: text(
      "每年强制休假不少于 10 个工作日，由他人代岗",
      "forced leave of 10 working days a year with a stand-in",
    ),
    everyMonths: 12,
    marks: /强制休假|连续休假|forced leave/i,
  },
  {
    name: text("拆分职责，另设他人经办", "duties split, part given to another"),
    everyMonths: 3,
    marks: /拆分|split/i,
  },
  {
    name: text("提高一级审批", "approval one level higher"),
    everyMonths: 3,
    marks: /提高.{0,4}审批|上一级审批|level higher/i,
  },
  {
    name: text("内部审计按季全数抽查", "internal audit samples every case each quarter"),
    everyMonths: 3,
    marks: /全数抽查|全数检查|samples every case/i,
  },
  { name: text("每季度谈话一次", "a talk every quarter"), everyMonths: 3, marks: /谈话|talk/i },
];

/** Where nothing is said of how often. */
export const usualEveryMonths = 3;
const saidEvery: readonly (readonly [RegExp, number])[] = [
  [/每半年|半年度|half[- ]year|six months/i, 6],
  [/每月|按月|月度|monthly|every month/i, 1],
  [/每季|按季|季度|quarter/i, 3],
  [/每年|按年|年度|annual|yearly|every year|a year/i, 12],
];

/** How often evidence of a control is due, by its wording: of several the most frequent; calendar months. */
export function evidenceEveryMonths(control: string): number {
  const found = control.split(/[；;，,。\n]/).flatMap((part) => {
    const said = saidEvery.find(([words]) => words.test(part))?.[1];
    const offered = offeredControls.find(({ marks }) => marks.test(part))?.everyMonths;
    return said ?? offered ?? [];
  });
  return found.length === 0 ? usualEveryMonths : Math.min(...found);
}
