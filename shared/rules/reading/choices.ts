// The named values that may stand in a rule's slots, in both languages.
import { type DutyType, dutyTypes } from "../../domain/duty.ts";
import { type RelationType, relationTypes } from "../../domain/organisation.ts";
import type { Text } from "../../domain/text.ts";
import { type Option, option } from "./slot.ts";

const named = <Value extends string>(values: readonly Value[], names: Record<Value, Text>): Option[] =>
  values.map((value) => ({ value, words: names[value] }));

const relationNames: Record<RelationType, Text> = {
  spouse: { zh: "夫妻关系", en: "marriage" },
  lineal_blood: { zh: "直系血亲", en: "lineal kinship" },
  collateral_3: { zh: "三代以内旁系血亲", en: "collateral kinship within three generations" },
  near_affinity: { zh: "近姻亲", en: "close affinity" },
  economic_interest: { zh: "经济利益关系", en: "an economic interest" },
  direct_interest: { zh: "直接利害关系", en: "a direct interest" },
  employed_3y: { zh: "劳动关系", en: "employment" },
  director_supervisor_3y: { zh: "担任董事、监事", en: "a seat as director or supervisor" },
  controller_3y: { zh: "控股或实际控制", en: "control of the company" },
  other_interest: { zh: "其他利害关系", en: "another interest" },
};
export const relationOptions = named(relationTypes, relationNames);

const dutyTypeNames: Record<DutyType, Text> = {
  initiate: { zh: "发起", en: "initiating" },
  authorise: { zh: "审批", en: "authorising" },
  execute: { zh: "执行", en: "executing" },
  custody: { zh: "保管", en: "custody" },
  record: { zh: "记录", en: "recording" },
  verify: { zh: "复核", en: "verifying" },
  supervise: { zh: "监督", en: "supervising" },
  advise: { zh: "咨询", en: "advising" },
  external: { zh: "外部", en: "external" },
};
export const dutyTypeOptions = named(dutyTypes, dutyTypeNames);

export const coverageOptions: readonly Option[] = [
  option("no-post", "当日没有任职", "no post on that day"),
  option("no-authority", "没有该环节的授权", "no authority for the step"),
  option("outside-days", "授权不在有效期内", "an authority outside its days"),
  option("over-amount", "金额不在授权额度之内", "an amount outside the authority"),
  option("sub-delegated", "未经允许再转授权", "a delegation passed on without leave"),
  option("no-collective", "须集体决策而没有文号", "no document of the collective decision"),
];
export const absenceOptions: readonly Option[] = [
  option("absent", "登记为缺勤", "on record as absent"),
  option("before-joining", "尚未到职", "not yet joined"),
  option("after-leaving", "已经离任", "already gone"),
];
export const unitOptions: readonly Option[] = [
  option("department", "内设机构", "department"),
  option("organ", "最上一级机构", "topmost organ"),
];
export const requesterOptions: readonly Option[] = [
  option("requester", "申请人", "requester"),
  option("supplier", "供应商", "supplier"),
];
export const shareOptions: readonly Option[] = [
  option("requester", "申请人", "requester"),
  option("department", "内设机构", "department"),
];
