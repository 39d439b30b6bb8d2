// What the rotation commands say, in both languages.
import type { Language } from "../../shared/words/language.ts";

interface RotationWords {
  commands: Record<"validate" | "export", string>;
  options: Record<
    | "units"
    | "base"
    | "leaves"
    | "absent"
    | "veto"
    | "fix"
    | "forbid"
    | "lockPost"
    | "lockPerson"
    | "blackOut"
    | "share"
    | "json"
    | "plan"
    | "moves"
    | "months",
    string
  >;
  /** The option's form, where what was typed has another. */
  form: (option: string, text: string, form: string) => string;
  nobody: (staffNo: string) => string;
  noPost: (code: string) => string;
  noPlan: (name: string) => string;
  noPlans: string;
  whatToJudge: string;
  badRow: (row: number, reason: string) => string;
  changed: (n: number) => string;
  judged: (moves: number, breaches: number) => string;
  valid: (moves: number) => string;
  columns: Record<"constraint" | "from" | "to" | "says", string>;
  open: string;
  leaves: (person: string, post: string, from: string, to: string, standIn: string) => string;
  leavesTitle: string;
  leaveUnmet: (person: string, post: string) => string;
  constraints: Record<string, string>;
}

const zh: RotationWords = {
  commands: {
    validate: "用今天的数据校验一份方案或一份调动清单",
    export: "把方案导出成表：调动与理由、逐月、未能安排、条件",
  },
  options: {
    units: "工作量上限；同样的数据、种子和工作量得到同样的方案",
    base: "以这份方案为底重排，尽量少改动（编号或 latest）",
    leaves: "离职：工号@日期，可写多次",
    absent: "不在岗：工号@日期 或 工号@日期..最后一日，可写多次",
    veto: "不同意：工号（不调动）或 工号@岗位编码，可写多次",
    fix: "文件里的调动必须照排（.xlsx、.csv、.json）",
    forbid: "不得安排：工号@岗位编码，可写多次",
    lockPost: "锁定岗位：岗位编码 或 岗位编码@日期（到这一天为止），可写多次",
    lockPerson: "锁定人员：工号，可写多次",
    blackOut: "不安排调动的月份 1–12，可写多次",
    share: "部门关键岗位半年内可调整的百分比",
    json: "输出一行 JSON",
    plan: "方案编号或 latest（最近一份）",
    moves: "调动清单文件（.xlsx、.csv、.json）",
    months: "没有方案时向前看的月数",
  },
  form: (option, text, form) => `${option} 应写成 ${form}，不能是“${text}”。`,
  nobody: (staffNo) => `没有工号 ${staffNo}。`,
  noPost: (code) => `没有岗位编码 ${code}。`,
  noPlan: (name) => `没有方案“${name}”。方案编号见 rotation plan --json 的 id，最近一份写 latest。`,
  noPlans: "还没有轮岗方案。请先用 rotation plan 生成。",
  whatToJudge: "请用 --plan 指明方案，或用 --moves 指明调动清单。",
  badRow: (row, reason) => `第 ${row} 行：${reason}`,
  changed: (n) => `已公布的调动改了 ${n} 处`,
  judged: (moves, breaches) => `${moves} 次调动，校验发现 ${breaches} 处问题：`,
  valid: (moves) => `${moves} 次调动，校验没有发现问题。`,
  columns: { constraint: "约束", from: "自", to: "至", says: "问题" },
  open: "没有接任人选，建议专项审计：",
  leaves: (person, post, from, to, standIn) => `${person}（${post}）${from} 至 ${to}，由 ${standIn} 顶岗`,
  leavesTitle: "强制休假：",
  leaveUnmet: (person, post) => `${person}（${post}）没有排上`,
  constraints: {
    "posts-held": "岗位有人",
    headcount: "编制",
    wishes: "已定与不得安排",
    "forced-leave": "强制休假",
    presence: "在岗",
    qualification: "任职资格",
    limit: "任期上限",
    "min-stay": "最短任期",
    "cooling-off": "回任冷却",
    relations: "亲属回避",
    separation: "不得兼任",
    "own-work": "不复核自己经办的",
    "arrivals-share": "部门比例",
    "one-key-post": "一人一个关键岗位",
    "change-day": "调动日",
    staffability: "事项配得齐",
    "handover-overlap": "重叠交接",
  },
};
const en: RotationWords = {
  commands: {
    validate: "check a plan, or a list of moves, against today's data",
    export: "write a plan to a file: moves with reasons, months, what is left open, conditions",
  },
  options: {
    units: "work units to spend; same data, seed and units, same plan",
    base: "replan this plan with as few changes as can be (id or latest)",
    leaves: "somebody leaves: STAFF-NO@DAY; may be repeated",
    absent: "somebody is absent: STAFF-NO@DAY or STAFF-NO@DAY..LAST-DAY; may be repeated",
    veto: "somebody refuses: STAFF-NO (any move) or STAFF-NO@POST; may be repeated",
    fix: "moves of this file must be made as they stand (.xlsx, .csv, .json)",
    forbid: "not to be made: STAFF-NO@POST; may be repeated",
    lockPost: "no change at a post: POST, or POST@DAY until that day; may be repeated",
    lockPerson: "do not move somebody: STAFF-NO; may be repeated",
    blackOut: "month without changes, 1 to 12; may be repeated",
    share: "percent of a department's key posts that may change within six months",
    json: "print one line of JSON",
    plan: "id of the plan, or latest",
    moves: "file with a list of moves (.xlsx, .csv, .json)",
    months: "months to look ahead where there is no plan",
  },
  form: (option, text, form) => `${option} is written ${form}; "${text}" is not.`,
  nobody: (staffNo) => `There is nobody with staff no. ${staffNo}.`,
  noPost: (code) => `There is no post ${code}.`,
  noPlan: (name) => `There is no plan "${name}". Ids are in rotation plan --json; write latest for the last.`,
  noPlans: "There is no rotation plan yet: make one with rotation plan.",
  whatToJudge: "Name a plan with --plan, or a list of moves with --moves.",
  badRow: (row, reason) => `row ${row}: ${reason}`,
  changed: (n) => `${n} announced move(s) changed`,
  judged: (moves, breaches) => `${moves} move(s), ${breaches} found by the validator:`,
  valid: (moves) => `${moves} move(s); the validator finds nothing.`,
  columns: { constraint: "Constraint", from: "From", to: "To", says: "What is found" },
  open: "Nobody found; a special audit is suggested:",
  leaves: (person, post, from, to, standIn) => `${person} (${post}) ${from} to ${to}, ${standIn} stands in`,
  leavesTitle: "Forced leave:",
  leaveUnmet: (person, post) => `${person} (${post}) could not be placed`,
  constraints: {
    "posts-held": "post held",
    headcount: "headcount",
    wishes: "wishes",
    "forced-leave": "forced leave",
    presence: "presence",
    qualification: "qualification",
    limit: "limit",
    "min-stay": "minimum stay",
    "cooling-off": "cooling-off",
    relations: "relatives",
    separation: "never together",
    "own-work": "own work",
    "arrivals-share": "share of a department",
    "one-key-post": "one key post each",
    "change-day": "change day",
    staffability: "matters staffed",
    "handover-overlap": "overlap",
  },
};
export const rotationWords: Record<Language, RotationWords> = { zh, en };
