// What watches instead where duties have to be joined: by kind of rule, with the source that asks for it. Data, beside the packs.
import type { Citation } from "../../domain/rule.ts";
import type { Kind } from "../../domain/rule-kinds.ts";
import type { Text } from "../../domain/text.ts";

export interface CompensatingControl {
  readonly control: Text;
  readonly citation: Citation;
}

// Both were known from other texts only (the second speaks of posts that cannot be rotated).
const another: Citation = {
  source:
    "GAO Green Book (GAO-14-704G) 10.14；财会〔2012〕21号 第十五条（专项审计等替代措施，原文就轮岗而言）",
  mark: "recalled",
  authority: "standard",
};
const practice: Citation = { source: "practice", mark: "practice", authority: "practice" };

const byPerson: CompensatingControl = {
  control: {
    zh: "由不经手该业务的第二人逐件复核并留名，每年一次专项审计；联岗期间每人每年连续休假不少于 10 个工作日，由他人代职。",
    en: "A second person who has no part in the business reviews every case and signs; a special audit every year; whoever joins the duties takes at least 10 working days of leave a year in one piece, with a stand-in.",
  },
  citation: another,
};

export const compensatingControls: Partial<Record<Kind, CompensatingControl>> = {
  "separate-duties": byPerson,
  "never-together": byPerson,
  concentration: {
    control: {
      zh: "由内部审计对该人员所办业务全数抽查，每季度谈话一次，并记录在案。",
      en: "Internal audit samples all business of that person, with a talk on record every quarter.",
    },
    citation: practice,
  },
  "same-person": {
    control: {
      zh: "前后经手人书面交接，双方签名，交接单随件归档。",
      en: "A written handover from one person to the other, signed by both and filed with the case.",
    },
    citation: practice,
  },
  "separate-units": {
    control: {
      zh: "由上级单位或另一独立机构逐件复核，每年一次专项审计。",
      en: "A superior body or another independent unit reviews every case; a special audit every year.",
    },
    citation: another,
  },
  "two-person": {
    control: {
      zh: "从其他内设机构或上级单位请一名见证人到场签名；请不到时全程录像，由内部审计全数抽查。",
      en: "A witness from another department or a superior body is present and signs; failing that, the act is recorded on video and internal audit samples every case.",
    },
    citation: another,
  },
  seniority: {
    control: {
      zh: "该环节提高一级审批：报上一级负责人追认，追认意见随件归档。",
      en: "One level higher: the next superior ratifies the step, and the ratification is filed with the case.",
    },
    citation: practice,
  },
  relation: {
    control: {
      zh: "书面披露回避关系，由单位负责人另行指定监督人逐件见证；指定记录归档。",
      en: "The relation is declared in writing, and the head of the unit names a supervisor who witnesses every case; the naming is filed.",
    },
    citation: practice,
  },
};
