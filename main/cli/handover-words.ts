// What the handover commands say, in both languages.
import type { Language } from "../../shared/words/language.ts";

interface HandoverWords {
  commands: Record<"handover" | "list" | "show" | "notices" | "followUps", string>;
  options: Record<"post" | "ics" | "person", string>;
  list: (n: number, stuck: number) => string;
  notices: (n: number, late: number) => string;
  followUps: (n: number, overdue: number) => string;
  none: (post: string) => string;
  nobody: (staffNo: string) => string;
  lacks: string;
}
const zh: HandoverWords = {
  commands: {
    handover: "轮岗方案批准之后：交接、通知、后续",
    list: "全部交接及进度",
    show: "一个岗位最近的一份交接：事项、授权、签字、还差什么",
    notices: "轮岗通知；--ics 另写日历文件",
    followUps: "离任审查、专项审计、三个月后检查",
  },
  options: {
    post: "岗位编码",
    ics: "日历文件（.ics）",
    person: "只要这个工号的日历",
  },
  list: (n, stuck) => `${n} 份交接，${stuck} 份未按时`,
  notices: (n, late) => `${n} 份通知，${late} 份逾期未发`,
  followUps: (n, overdue) => `${n} 项后续，${overdue} 项逾期`,
  none: (post) => `岗位 ${post} 没有交接。`,
  nobody: (staffNo) => `人员名册中没有工号 ${staffNo}。`,
  lacks: "还差：",
};
const en: HandoverWords = {
  commands: {
    handover: "after a rotation plan was approved: handovers, notices, follow-ups",
    list: "all handovers and how far they are",
    show: "the latest handover of a post: items, grants, signatures, what is missing",
    notices: "rotation notices; --ics writes a calendar file too",
    followUps: "exit reviews, special audits, checks after three months",
  },
  options: {
    post: "post code",
    ics: "calendar file (.ics)",
    person: "the calendar of this staff no. alone",
  },
  list: (n, stuck) => `${n} handover(s), ${stuck} not in time`,
  notices: (n, late) => `${n} notice(s), ${late} late`,
  followUps: (n, overdue) => `${n} follow-up(s), ${overdue} overdue`,
  none: (post) => `Post ${post} has no handover.`,
  nobody: (staffNo) => `Nobody on the roster has staff no. ${staffNo}.`,
  lacks: "Missing:",
};
export const handoverWords: Record<Language, HandoverWords> = { zh, en };
