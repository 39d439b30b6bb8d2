// The authorities in force on a day (分级授权表) as a report.

import type { Authority } from "../../../shared/domain/authority.ts";
import { contains, lastDay } from "../../../shared/domain/day.ts";
import { areaNames } from "../../../shared/domain/duty.ts";
import type { ReportDocument } from "../../../shared/domain/report.ts";
import { grantChoices, levelChoices } from "../../../shared/domain/sheets.ts";
import type { Desk } from "../desk.ts";
import { labelsOf } from "../labels.ts";
import { type Asked, columnOf, reportOf, statedLens } from "./frame.ts";

export function matrixReport(desk: Desk, { language, asOf, knownOn }: Asked): ReportDocument {
  const lens = desk.lens(asOf, knownOn);
  const { world, day } = lens;
  const labels = labelsOf(world);
  const steps = new Map(world.steps.map((step) => [step.id, step]));
  const matters = new Map(world.matters.map((matter) => [matter.id, matter]));
  const stepOf = (row: Authority) => steps.get(row.stepId);
  const matterOf = (row: Authority) => matters.get(stepOf(row)?.matterId ?? "");
  const postOf = (row: Authority) => (row.postId === null ? undefined : labels.post(row.postId));
  const word = (
    choices: typeof grantChoices | typeof levelChoices,
    value: string | null | undefined,
  ): string | null => choices.find((choice) => choice.value === value)?.name[language] ?? null;
  const column = columnOf<Authority>();
  const place = (row: Authority): string =>
    `${matterOf(row)?.code ?? ""}\n${String(stepOf(row)?.position ?? 0).padStart(4, "0")}\n${String(row.over ?? 0).padStart(16, "0")}`;
  return reportOf(desk, language, {
    kind: "matrix",
    title: { zh: "分级授权表", en: "Schedule of authorities" },
    filters: statedLens(lens),
    withRules: false,
    rows: world.authorities
      .filter((row) => contains(row, day))
      .toSorted((a, b) => (place(a) < place(b) ? -1 : 1)),
    notes: [],
    columns: [
      column("no", "序号", "No.", "integer", (_, index) => index + 1),
      column("area", "领域", "Area", "text", (row) => areaNames[matterOf(row)?.area ?? "cross"][language]),
      column("matterCode", "事项编码", "Matter code", "code", (row) => matterOf(row)?.code ?? null),
      column("matter", "事项名称", "Matter", "text", (row) => matterOf(row)?.name ?? null),
      column("stepCode", "环节编码", "Step code", "code", (row) => stepOf(row)?.code ?? null),
      column("step", "环节名称", "Step", "text", (row) => stepOf(row)?.name ?? null),
      column("over", "额度下限（不含）", "Over", "money", (row) => row.over),
      column("upTo", "额度上限（含）", "Up to", "money", (row) => row.upTo),
      column("level", "审批层级", "Level", "text", (row) =>
        word(levelChoices, row.level ?? postOf(row)?.level),
      ),
      column("postCode", "岗位编码", "Post code", "code", (row) => postOf(row)?.code ?? null),
      column("post", "审批岗位", "Post", "text", (row) => postOf(row)?.name ?? null),
      column("person", "被授权人", "Holder", "text", (row) =>
        row.personId === null ? null : labels.person(row.personId).name,
      ),
      column("collective", "是否集体决策", "Collective", "text", (row) =>
        row.isCollective ? (language === "zh" ? "是" : "yes") : language === "zh" ? "否" : "no",
      ),
      column("kind", "授权方式", "Grant", "text", (row) => word(grantChoices, row.kind)),
      column("from", "生效日期", "From", "day", (row) => row.from),
      column("until", "终止日期", "Last day", "day", (row) => lastDay(row)),
      column("docNo", "文号", "Document no.", "code", (row) => row.docNo),
      column("code", "授权编号", "Authority no.", "code", (row) => row.code),
    ],
  });
}
