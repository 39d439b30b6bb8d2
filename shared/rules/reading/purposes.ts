// What each kind of rule is for, in one sentence: the choice of a new rule.
import type { Kind } from "../../domain/rule-kinds.ts";
import type { Text } from "../../domain/text.ts";

export const purposes: Record<Kind, Text> = {
  "separate-duties": {
    zh: "同一业务件里，不相容的职责不由同一人包办。",
    en: "In one case, incompatible duties are not all done by one person.",
  },
  "never-together": {
    zh: "任何时候，不相容的岗位职责和授权不由同一人担任。",
    en: "At no time does one person hold incompatible duties of posts and authorities.",
  },
  "same-person": {
    zh: "同一业务件里，几项职责须由同一人负责到底。",
    en: "In one case, several duties stay in the same hands.",
  },
  "separate-units": {
    zh: "同一业务件里，不相容的职责不由同一机构包办。",
    en: "In one case, incompatible duties are not all done by one unit.",
  },
  "two-person": {
    zh: "一项职责须由几个人共同办理，必要时有专家。",
    en: "A duty is done by several people, with experts where needed.",
  },
  seniority: {
    zh: "后一道审批的层级须高于前一道。",
    en: "A later approval comes from a higher level than an earlier one.",
  },
  "within-authority": {
    zh: "每一笔办理都有岗位、有授权、在期限和金额之内。",
    en: "Every act has a post and an authority, within its days and amount.",
  },
  sequence: {
    zh: "环节按次序办理，不缺、不倒、不补、不逾期。",
    en: "Steps are done in order: none missing, none swapped, none back-dated, none late.",
  },
  "split-amount": {
    zh: "发现把一笔大额拆成几笔小额、避开限额的做法。",
    en: "Finds one large amount cut into small ones to stay under a limit.",
  },
  relation: {
    zh: "有亲属或利害关系的人应当回避。",
    en: "People related by kinship or interest stand aside.",
  },
  absence: {
    zh: "缺勤、未到职或已离任的人不会有办理记录。",
    en: "Nobody acts while absent, before joining or after leaving.",
  },
  tenure: {
    zh: "关键岗位任期届满应当轮岗，冷却期内不得回任。",
    en: "Holders of key posts rotate at their limit and do not return during cooling-off.",
  },
  tempo: {
    zh: "从办理的时间看出走过场、突击、下班后办理等线索。",
    en: "Leads from the times of acts: rubber-stamping, bursts, off-hours.",
  },
  concentration: {
    zh: "权力或业务过多集中于一人、一家供应商的线索。",
    en: "Leads that too much lies with one person or one supplier.",
  },
};
