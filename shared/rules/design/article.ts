// The norm behind a finding that no rule of the unit asks for, each with how far its text was read.
import type { Citation } from "../../domain/rule.ts";
import type { DesignType } from "./design-type.ts";

/** Full coverage by written grants, level by level; not read in the original. */
const byLevels: Citation = {
  source: "关于全面推进行政事业单位内部控制建设的指导意见（财会〔2015〕24号）分级授权",
  mark: "recalled",
  authority: "dept_rule",
};
const byPosts: Citation = {
  source: "关于全面推进行政事业单位内部控制建设的指导意见（财会〔2015〕24号）分岗设权",
  mark: "recalled",
  authority: "dept_rule",
};
const standIns: Citation = { source: "常见做法：关键环节设 AB 岗", mark: "practice", authority: "practice" };
const endings: Citation = { source: "常见做法：授权到期前续期", mark: "practice", authority: "practice" };
const noSplitting: Citation = {
  source: "常见做法：同类业务合并计算金额，不得化整为零",
  mark: "practice",
  authority: "practice",
};
/** Read in the original; about purchases under one budget project and category. */
export const procurementSplitting: Citation = {
  source: "政府采购法实施条例(国务院令第658号)第28条",
  mark: "text",
  authority: "regulation",
};

const articles: Record<DesignType, Citation | null> = {
  conflict: null,
  gap: byPosts,
  ladder: byLevels,
  "sole-holder": standIns,
  expiry: endings,
  "split-reach": noSplitting,
};
export const articleOf = (type: DesignType): Citation | null => articles[type];
