// Invented people, cases and tenures for the gallery of development (never built into the program), nothing of a real unit; long because it is data.
import type { Severity } from "../../shared/domain/conflict.ts";
import { addDays, addMonths, type Day } from "../../shared/domain/day.ts";
import type { DutyType } from "../../shared/domain/duty.ts";
import type { Level } from "../../shared/domain/organisation.ts";
import type { TenureState } from "../../shared/domain/rotation.ts";
import type { CaseAct } from "../parts/case-timeline.tsx";
import type { MatrixCell, MatrixPost, MatrixStep } from "../parts/matrix-cell.ts";
import type { ShownState } from "../parts/state-mark.tsx";
import type { PlannedBar, TenureGroup, TenureLink, TenureRow } from "../parts/tenure-row.ts";
import { stagesOf } from "../parts/tenure-stages.ts";

export const today: Day = "2026-03-05";

export interface ConflictRow {
  id: string;
  severity: Severity;
  rule: string;
  words: string;
  person: string;
  amount: number | null;
  due: Day;
  state: ShownState;
}
const conflict = (
  severity: Severity,
  rule: string,
  words: string,
  person: string,
  wan: number | null,
  due: Day,
  state: ShownState,
  at: number,
): ConflictRow => ({
  id: `c${at}`,
  severity,
  rule,
  words,
  person,
  amount: wan === null ? null : Math.round(wan * 1_000_000),
  due,
  state,
});

const seed: readonly [Severity, string, string, string, number | null, Day, ShownState][] = [
  ["high", "A-02", "出纳兼管会计档案", "陈立新", null, "2026-03-02", "rectifying"],
  ["high", "P-05", "采购经办人参加履约验收", "李建平", 48.6, "2026-03-05", "open"],
  ["high", "F-04", "编制人参加分配方案审批", "何婧", 120, "2026-03-06", "open"],
  ["medium", "W-10", "变更申请人核对造价", "罗建军", 36.5, "2026-03-06", "rectifying"],
  ["high", "L-02", "付款审批超出授权额度", "郑伟", 31.45, "2026-03-12", "open"],
  ["medium", "P-05", "经办人审核本件合同", "马骏", 84.6, "2026-03-17", "rectifying"],
  ["medium", "S-06", "处置申请人参加审批", "王秀兰", 58, "2026-03-20", "open"],
  ["medium", "S-04", "资产保管人参加盘点", "彭涛", 28.4, "2026-03-20", "open"],
  ["medium", "P-15", "单一来源议价仅 1 人", "李建平", 58, "2026-03-24", "rectifying"],
  ["high", "A-09", "付款审批人执行付款", "胡明远", 12.6, "2026-03-25", "open"],
  ["medium", "B-06", "用印审批人自行监印", "梁雪", 8.2, "2026-03-27", "rectifying"],
  ["high", "W-11", "工程计量人审批进度款", "罗建军", 102.3, "2026-03-30", "open"],
  ["medium", "L-02", "合同签订超出授权额度", "宋立群", 44.6, "2026-03-31", "open"],
  ["high", "F-05", "方案审批人办理拨付", "张国栋", 96, "2026-04-02", "mitigated"],
  ["high", "T-10", "专家库管理与抽取同岗", "丁莉", null, "2026-04-15", "open"],
  ["high", "RF-34", "任期届满后仍在办理", "李建平", 18.75, "2026-04-20", "exempted"],
  ["low", "G-02", "调剂申请人参加审批", "何婧", 64, "2026-04-24", "open"],
];
export const conflicts: readonly ConflictRow[] = seed.map((row, at) => conflict(...row, at));
/** Enough rows to see that only those on screen are drawn. */
export const manyConflicts: readonly ConflictRow[] = Array.from({ length: 600 }, (_, turn) =>
  conflicts.map((row) => ({
    ...row,
    id: `${row.id}.${turn}`,
    due: turn === 0 ? row.due : addDays(row.due, turn + 30),
  })),
).flat();

const act = (
  day: Day,
  duty: DutyType,
  step: string,
  person: string,
  post: string,
  wan: number,
  id: string,
): CaseAct => ({
  id,
  day,
  duty,
  step,
  person,
  post,
  amount: Math.round(wan * 1_000_000),
});
export const acts: readonly CaseAct[] = [
  act("2025-08-12", "initiate", "需求编制", "周晓燕", "需求编制岗", 50, "1"),
  act("2025-08-15", "verify", "需求审核", "刘海波", "业务科科长", 50, "2"),
  act("2025-08-20", "authorise", "采购方式确定", "高志远", "局长", 50, "3"),
  act("2025-08-27", "execute", "采购文件编制", "李建平", "采购经办岗", 50, "4"),
  act("2025-09-01", "verify", "采购文件复核", "赵文静", "办公室主任", 50, "5"),
  act("2025-09-24", "authorise", "结果确认", "高志远", "局长", 48.6, "6"),
  act("2025-10-10", "verify", "合同审核", "马骏", "合同管理岗", 48.6, "7"),
  act("2025-10-13", "authorise", "合同签订", "高志远", "局长", 48.6, "8"),
  { ...act("2025-12-02", "verify", "履约验收", "李建平", "采购经办岗", 48.6, "9"), onBehalfOf: "周晓燕" },
  act("2025-12-11", "authorise", "付款审批", "高志远", "局长", 48.6, "10"),
  act("2025-12-15", "execute", "付款执行", "陈立新", "出纳岗", 48.6, "11"),
];

const post = (id: string, name: string, holder: string, level: Level): MatrixPost => ({
  id,
  name,
  holder,
  level,
});
export const posts: readonly MatrixPost[] = [
  post("xq", "需求编制岗", "周晓燕", "handler"),
  post("cg", "采购经办岗", "李建平", "handler"),
  post("ht", "合同管理岗", "马骏", "handler"),
  post("zc", "资产保管岗", "王秀兰", "handler"),
  post("cn", "出纳岗", "陈立新", "handler"),
  post("kj", "会计核算岗", "吴佩", "handler"),
  post("yw", "业务科科长", "刘海波", "section"),
  post("bg", "办公室主任", "赵文静", "section"),
  post("cw", "机关财务科科长", "胡明远", "section"),
  post("jd", "监督评价科科长", "孙国强", "section"),
  post("fy", "分管业务副局长", "宋立群", "deputy"),
  post("fc", "分管财务副局长", "郑伟", "deputy"),
  post("jz", "局长", "高志远", "head"),
  post("bgh", "局长办公会", "7 人", "collective"),
  post("dzh", "局党组会", "5 人", "collective"),
  post("szf", "市政府", "—", "superior"),
];
const cell = (duty: DutyType, second: string, more: Partial<MatrixCell> = {}): MatrixCell => ({
  duty,
  second,
  facts: [
    { name: "持有", value: "李建平（0087），2023-01-09 起" },
    { name: "文件", value: "青财办〔2025〕14 号，一般授权" },
    { name: "期限", value: "2025-03-01 至 2026-12-31" },
  ],
  ...more,
});
const clash = (stepId: string, words: string): Partial<MatrixCell> => ({
  clash: { twins: [{ stepId, postId: "cg" }], severity: "high", words, source: "政府采购法第 61 条" },
});
const step = (
  no: number,
  name: string,
  duty: DutyType,
  cells: Record<string, MatrixCell>,
  gap?: MatrixStep["gap"],
): MatrixStep => ({
  id: `s${no}`,
  no: String(no),
  name,
  duty,
  cells: new Map(Object.entries(cells)),
  ...(gap ? { gap } : {}),
});
const whole = "全额";
export const matrixSteps: readonly MatrixStep[] = [
  step(1, "需求编制", "initiate", { xq: cell("initiate", whole), yw: cell("initiate", whole) }),
  step(2, "需求审核", "verify", {
    yw: cell("verify", "≤50"),
    cw: cell("verify", whole),
    jd: cell("supervise", whole),
  }),
  step(3, "采购方式确定", "authorise", {
    bg: cell("authorise", "≤5"),
    fy: cell("authorise", "≤30"),
    jz: cell("authorise", "≤100"),
    bgh: cell("authorise", "≤400"),
    dzh: cell("authorise", "不限"),
    szf: cell("authorise", "变更"),
  }),
  step(4, "采购文件编制", "execute", {
    cg: cell(
      "execute",
      whole,
      clash("s10", "同岗还持有履约验收（第 10 环节）。P-05 采购经办与履约验收不得同人。"),
    ),
  }),
  step(5, "采购文件复核", "verify", {
    bg: cell("verify", whole, { isEnding: true }),
    jd: cell("supervise", "抽查"),
  }),
  step(
    6,
    "专家抽取",
    "execute",
    {},
    { words: "无岗位持有，须 2 人同时办理", action: { words: "补授权", onClick: () => {} } },
  ),
  step(7, "结果确认", "authorise", {
    fy: cell("authorise", "≤30"),
    jz: cell("authorise", "≤100"),
    bgh: cell("authorise", "≤400"),
    dzh: cell("authorise", "不限"),
  }),
  step(8, "合同审核", "verify", {
    ht: cell("verify", whole),
    cw: cell("verify", whole, { isEnding: true }),
    jd: cell("advise", ">30"),
  }),
  step(9, "合同签订", "authorise", { fy: cell("authorise", "≤30"), jz: cell("authorise", "不限") }),
  step(10, "履约验收", "verify", {
    xq: cell("verify", whole),
    cg: cell(
      "verify",
      "≤10",
      clash("s4", "同岗还持有采购文件编制（第 4 环节）。P-05 采购经办与履约验收不得同人。"),
    ),
    yw: cell("verify", whole),
  }),
  step(11, "付款审批", "authorise", {
    cw: cell("authorise", "≤5"),
    fc: cell("authorise", "≤30"),
    jz: cell("authorise", "≤100"),
    bgh: cell("authorise", "≤400"),
    dzh: cell("authorise", "不限"),
  }),
  step(12, "付款执行", "execute", { cn: cell("execute", whole) }),
  step(13, "记账", "record", { kj: cell("record", whole) }),
  step(14, "会计档案保管", "custody", {
    cn: cell("custody", "—"),
    kj: cell("custody", "—", { isEnding: true }),
  }),
];

interface TenureSeed {
  id: string;
  name: string;
  note: string;
  holder: string;
  from: Day;
  months: number;
  state: TenureState;
  mark: string;
  leaves?: Day;
  planned?: PlannedBar;
  handoverFrom?: Day;
  exempt?: Day;
  appeal?: string;
  before?: string;
}
function tenure(seedRow: TenureSeed): TenureRow {
  const { from, months, leaves = null, planned, exempt = null } = seedRow;
  const due = addMonths(from, months);
  return {
    id: seedRow.id,
    name: seedRow.name,
    note: seedRow.note,
    holder: seedRow.holder,
    state: seedRow.state,
    mark: seedRow.mark,
    limits: [due],
    bars: [
      ...(seedRow.before
        ? [
            {
              key: "before",
              person: seedRow.before,
              note: "",
              from: "2022-01-01",
              until: from,
              isPast: true,
              stages: [{ state: "past" as const, from: "2022-01-01", until: from }],
            },
          ]
        : []),
      {
        key: "now",
        person: seedRow.holder,
        note: `自 ${from.slice(0, 7)}`,
        from,
        until: seedRow.appeal ? due : (exempt ?? leaves),
        stages: stagesOf({ from, until: seedRow.appeal ? due : (exempt ?? leaves) }, due, exempt),
      },
    ],
    ...(planned ? { planned: [planned] } : {}),
    ...(seedRow.handoverFrom && leaves ? { handovers: [{ from: seedRow.handoverFrom, until: leaves }] } : {}),
    ...(seedRow.appeal ? { appeal: { from: due, words: seedRow.appeal } } : {}),
    ...(exempt ? { exemption: { from: due, until: exempt, words: "豁免至 11-30：按季专项审计" } } : {}),
  };
}
const planned = (key: string, chain: number, person: string, from: Day, note: string): PlannedBar => ({
  key,
  chain,
  isCycle: chain === 2,
  person,
  note,
  from,
  until: null,
});
export const tenureGroups: readonly TenureGroup[] = [
  {
    key: "1",
    words: "链",
    chain: {
      number: 1,
      story: "国库科综合岗 —孙悦→ 出纳岗 —陈立新→ 采购经办岗 —李建平→ 资产处置岗 —王秀兰→ 资产科综合岗",
    },
    note: "4 人 · 04-07 至 05-20",
    rows: [
      tenure({
        id: "cn",
        name: "出纳岗",
        note: "支付中心 · 高 36 月",
        holder: "陈立新",
        from: "2023-02-01",
        months: 36,
        state: "overdue",
        mark: "超期 32 天",
        leaves: "2026-04-20",
        handoverFrom: "2026-04-07",
        planned: planned("m0", 1, "孙悦", "2026-04-07", "04-07 到岗 · 国库科综合岗调入"),
      }),
      tenure({
        id: "cg",
        name: "采购经办岗",
        note: "办公室 · 高 36 月",
        holder: "李建平",
        from: "2023-01-09",
        months: 36,
        state: "overdue",
        mark: "超期 55 天",
        leaves: "2026-05-06",
        handoverFrom: "2026-04-20",
        planned: planned("m1", 1, "陈立新", "2026-04-20", "04-20 到岗"),
      }),
      tenure({
        id: "zc",
        name: "资产处置岗",
        note: "资产管理科 · 高 36 月",
        holder: "王秀兰",
        from: "2023-05-22",
        months: 36,
        state: "near",
        mark: "余 78 天",
        leaves: "2026-05-20",
        handoverFrom: "2026-05-06",
        planned: planned("m2", 1, "李建平", "2026-05-06", "05-06 到岗"),
      }),
    ],
  },
  {
    key: "2",
    words: "互换",
    chain: { number: 2, story: "支付审核岗 —冯岚→ 专项资金分配岗 —何婧→ 支付审核岗" },
    note: "2 人互换 · 05-18",
    rows: [
      tenure({
        id: "zf",
        name: "支付审核岗",
        note: "支付中心 · 高 36 月",
        holder: "冯岚",
        from: "2023-05-25",
        months: 36,
        state: "near",
        mark: "余 81 天",
        leaves: "2026-05-18",
        planned: planned("m3", 2, "何婧", "2026-05-18", "05-18 到岗"),
      }),
      tenure({
        id: "zx",
        name: "专项资金分配岗",
        note: "预算科 · 高 36 月",
        holder: "何婧",
        from: "2023-06-01",
        months: 36,
        state: "near",
        mark: "余 88 天",
        leaves: "2026-05-18",
        planned: planned("m4", 2, "冯岚", "2026-05-18", "05-18 到岗"),
      }),
    ],
  },
  {
    key: "0",
    words: "本方案不动",
    note: "30 岗，列出 5 岗",
    rows: [
      tenure({
        id: "tz",
        name: "投资评审岗",
        note: "经济建设科 · 高 36 月",
        holder: "罗建军",
        from: "2022-12-01",
        months: 36,
        state: "exempt",
        mark: "豁免至 11-30",
        exempt: "2026-12-01",
      }),
      tenure({
        id: "ht",
        name: "合同管理岗",
        note: "办公室 · 中 60 月",
        holder: "马骏",
        from: "2021-07-01",
        months: 60,
        state: "warning",
        mark: "余 118 天",
        appeal: "须在此前列入下一方案",
      }),
      tenure({
        id: "yj",
        name: "印鉴保管岗",
        note: "办公室 · 高 36 月",
        holder: "梁雪",
        from: "2025-03-03",
        months: 36,
        state: "normal",
        mark: "余 24 个月",
        before: "何静",
      }),
      tenure({
        id: "zk",
        name: "总预算会计岗",
        note: "国库科 · 高 36 月",
        holder: "吴佩",
        from: "2024-09-01",
        months: 36,
        state: "normal",
        mark: "余 18 个月",
        before: "郭燕",
      }),
      tenure({
        id: "sj",
        name: "内部审计岗",
        note: "监督评价科 · 中 60 月",
        holder: "孙国强",
        from: "2025-01-06",
        months: 60,
        state: "normal",
        mark: "余 46 个月",
        before: "许志明",
      }),
    ],
  },
];
export const tenureLinks: readonly TenureLink[] = [
  { key: "m0", chain: 1, from: null, to: "cn", day: "2026-04-07", words: "孙悦 由国库科综合岗调入" },
  { key: "m1", chain: 1, from: "cn", to: "cg", day: "2026-04-20" },
  { key: "m2", chain: 1, from: "cg", to: "zc", day: "2026-05-06" },
  {
    key: "m5",
    chain: 1,
    from: "zc",
    to: null,
    day: "2026-05-20",
    words: "王秀兰 转资产科综合岗（非关键）",
  },
  { key: "m4", chain: 2, from: "zf", to: "zx", day: "2026-05-18" },
  { key: "m3", chain: 2, from: "zx", to: "zf", day: "2026-05-18" },
];
