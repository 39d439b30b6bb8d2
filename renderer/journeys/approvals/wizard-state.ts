// Where the wizard stands: what was offered, what was judged, what was brought in; each step holds what the next needs.
import type { Answered } from "../../data/names.ts";
import type { GrantedFile, LogMapping, Offer, Preview } from "../../data/types.ts";

export type Committed = Answered<"imports.commit">;

interface Offered {
  files: readonly GrantedFile[];
  offer: Offer;
}
export type WizardState =
  | { step: "files"; files: readonly GrantedFile[] }
  | ({ step: "columns" } & Offered)
  | ({ step: "mapping"; index: number; mapping: LogMapping } & Offered)
  | ({ step: "duties"; index: number; mapping: LogMapping } & Offered)
  | ({ step: "preview"; preview: Preview; log: { index: number; mapping: LogMapping } | null } & Offered)
  | { step: "pairs"; mapping: LogMapping; activities: readonly string[]; committed: Committed }
  | { step: "done"; committed: Committed; offerId: string };

export const emptyMapping = (headers: readonly string[]): LogMapping => {
  // The names that every log in XES has come first: other headers may hold the same words.
  const find = (own: string, ...words: readonly string[]): string =>
    headers.find((header) => header === own) ??
    headers.find((header) => words.some((word) => header.toLowerCase().includes(word))) ??
    "";
  return {
    caseColumn: find("case:concept:name", "case", "件号", "业务编号", "单号", "项目编号"),
    activityColumn: find("concept:name", "activity", "环节", "步骤", "节点", "事件"),
    personColumn: find("org:resource", "resource", "person", "actor", "办理人", "经办人", "人员", "审批人"),
    timeColumn: find("time:timestamp", "start_time", "timestamp", "time", "时间", "日期"),
    amountColumn: null,
    supplierColumn: null,
    where: [],
    nobody: [],
    duties: {},
    addPeople: true,
    matterName: "",
  };
};

export const isMapped = (mapping: LogMapping): boolean =>
  mapping.caseColumn !== "" &&
  mapping.activityColumn !== "" &&
  mapping.personColumn !== "" &&
  mapping.timeColumn !== "";
