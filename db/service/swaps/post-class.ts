// Which class of key post a name means, as far as its words say.
import type { PostClass } from "../../../shared/domain/swap-offer.ts";

/** The first that is found in the name wins, so the narrower words come first (norms, list of key posts). */
const words: readonly (readonly [PostClass, readonly string[]])[] = [
  ["cashier", ["出纳", "cashier"]],
  ["seal-custody", ["印鉴", "印章", "seal"]],
  ["budget-execution", ["预算执行"]],
  ["budgeting", ["预算编制", "预算岗", "budget"]],
  ["treasury-payment", ["国库支付", "集中支付", "treasury"]],
  ["general-budget-accounting", ["总预算会计"]],
  ["chief-accountant", ["会计主管", "主管会计", "chief accountant"]],
  ["receipts", ["票据", "receipt"]],
  ["fund-allocation", ["资金分配", "专项资金", "fund"]],
  ["asset-disposal", ["资产处置", "资产管理", "asset"]],
  ["procurement-demand", ["采购需求"]],
  ["expert-drawing", ["专家抽取", "expert"]],
  ["procurement", ["采购", "procurement"]],
  ["contracts", ["合同", "contract"]],
  ["bid-opening", ["开评标", "开标", "评标"]],
  ["deposits", ["保证金", "deposit"]],
  ["tendering", ["招标", "tender"]],
  ["cost-review", ["造价", "cost"]],
  ["site-representative", ["现场代表", "甲方代表", "site"]],
  ["works-payment", ["工程款", "进度款"]],
  ["project-approval", ["项目审批", "立项"]],
  ["appraisal", ["评估", "appraisal"]],
  ["internal-audit", ["审计", "audit"]],
  ["discipline", ["纪检", "监督", "discipline"]],
  ["systems", ["系统管理", "信息", "system"]],
];

export const classOfName = (name: string): PostClass | null =>
  words.find(([, own]) => own.some((word) => name.toLowerCase().includes(word)))?.[0] ?? null;
