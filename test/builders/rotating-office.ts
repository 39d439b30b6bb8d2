// A workbook with two departments, three key posts with overdue holders, heads, reserve, two operators: where plans are carried out. It knows nothing of the test runner.
import { type Desk, type startDesk, value } from "./desk.ts";

export const startDay = "2026-03-05";
const since = "2020-01-06";
const posts = [
  ["K1", "出纳岗", "D2", "经办", "是", "高"],
  ["K2", "采购执行岗", "D1", "经办", "是", "高"],
  ["K3", "合同管理岗", "D1", "经办", "是", "中"],
  ["H1", "采购科长", "D1", "科长", "否", ""],
  ["H2", "财务科长", "D2", "科长", "否", ""],
  ["U1", "局长", "D0", "主要负责人", "否", ""],
];
const people = [
  ["001", "张一", "K1"],
  ["002", "王二", "K2"],
  ["003", "李三", "K3"],
  ["004", "赵四", "H1"],
  ["005", "钱五", "H2"],
  ["006", "孙六", "U1"],
  ["007", "周七", ""],
  ["008", "吴八", ""],
  ["009", "郑九", ""],
] as const;
/** Staff numbers of two who are near relatives. */
export const relatives = ["004", "009"] as const;

const tables = [
  {
    kind: "departments" as const,
    header: ["机构编码", "机构名称", "上级机构编码"],
    rows: [
      ["D0", "局领导", ""],
      ["D1", "采购科", "D0"],
      ["D2", "财务科", "D0"],
    ],
  },
  {
    kind: "posts" as const,
    header: ["岗位编码", "岗位名称", "机构编码", "层级", "是否关键岗位", "风险等级"],
    rows: posts,
  },
  {
    kind: "people" as const,
    header: ["工号", "姓名", "到职日期"],
    rows: people.map(([no, name]) => [no, name, "2015-01-05"]),
  },
  {
    kind: "assignments" as const,
    header: ["工号", "岗位编码", "起始日期", "终止日期"],
    rows: people.flatMap(([no, , post]) => (post === "" ? [] : [[no, post, since, ""]])),
  },
  {
    kind: "relations" as const,
    header: ["工号", "对方工号", "关系类型"],
    rows: [[...relatives, "配偶"]],
  },
  {
    kind: "matters" as const,
    header: ["事项编码", "事项名称", "领域"],
    rows: [
      ["M1", "资金支付", "会计与资金支付"],
      ["M2", "政府采购", "政府采购"],
    ],
  },
  {
    kind: "steps" as const,
    header: ["事项编码", "环节编码", "环节名称", "次序", "职责", "终结环节"],
    rows: [
      ["M1", "S1", "支付申请", "1", "apply", "否"],
      ["M1", "S2", "资金支付", "2", "execute", "是"],
      ["M2", "S1", "采购经办", "1", "handle", "否"],
      ["M2", "S2", "采购审批", "2", "approve", "是"],
    ],
  },
  {
    kind: "authorities" as const,
    header: ["授权编号", "事项编码", "环节编码", "岗位编码", "被授权人工号", "起始日期", "文号"],
    rows: [
      ["SQ-1", "M1", "S1", "H2", "", since, "财〔2020〕1号"],
      ["SQ-2", "M1", "S2", "K1", "", since, "财〔2020〕1号"],
      ["SQ-3", "M2", "S1", "K2", "", since, "财〔2020〕1号"],
      ["SQ-4", "M2", "S2", "H1", "", since, "财〔2020〕1号"],
      ["SQ-5", "M1", "S1", "", "001", since, "财〔2020〕2号"],
    ],
  },
  {
    kind: "cases" as const,
    header: ["业务编号", "事项编码", "金额(元)"],
    rows: [
      ["C1", "M1", "1000"],
      ["C2", "M1", "2000"],
    ],
  },
  {
    kind: "approvals" as const,
    header: ["业务编号", "环节编码", "办理人工号", "动作", "办理时间"],
    rows: [
      ["C1", "S1", "001", "提交", "2026-02-05 09:00"],
      ["C2", "S1", "005", "提交", "2026-02-05 09:00"],
      ["C2", "S2", "001", "办理", "2026-02-06 09:00"],
    ],
  },
];

export interface RotatingOffice extends Desk {
  /** Of a person by staff number, a post or an authority by code. */
  idOf: (kind: "people" | "posts" | "authorities", code: string) => Promise<string>;
}
export interface WithOperators extends Desk {
  maker: string;
  checker: string;
  /** Takes the seat; null: nobody. */
  as: (operator: string | null) => Promise<void>;
}
export const operatorNames = { maker: "王排岗", checker: "李审核" };

/** In a new workbook of the desk. No operators yet: the local person makes the plan. */
export async function fillRotatingOffice(desk: Desk, file = "w.quanheng"): Promise<RotatingOffice> {
  const { workbook, imports } = desk.client;
  await value(
    workbook.create({ grant: desk.writes(file), unitName: "青岚县财政局", timeZone: "Asia/Shanghai" }),
  );
  const offer = await value(
    imports.offer({ tables: tables.map((table) => ({ name: table.kind, ...table })) }),
  );
  const { id } = await value(imports.preview({ id: offer.id }));
  await value(imports.commit({ id }));
  return withIds(desk);
}
export const withIds = (desk: Desk): RotatingOffice =>
  Object.assign(desk, {
    idOf: async (kind: "people" | "posts" | "authorities", code: string): Promise<string> => {
      const { rows } = await value(desk.client.sheets.list({ kind }));
      const row = rows.find(({ values }) => values.code === code || values.staffNo === code);
      if (!row) throw new Error(`no ${code} among the ${kind}`);
      return row.id;
    },
  });
/** With a scheduler who makes and another who checks; the maker sits. */
export async function withOperators<D extends Desk>(desk: D): Promise<D & WithOperators> {
  const add = async (name: string): Promise<string> => {
    const roles = ["scheduler", "configurator", "reviewer"] as const;
    const { client } = desk;
    return (await value(client.operators.save({ id: null, name, personId: null, roles: [...roles] }))).id;
  };
  const maker = await add(operatorNames.maker);
  const checker = await add(operatorNames.checker);
  const as = async (id: string | null): Promise<void> =>
    void (await value(desk.client.operators.choose({ id })));
  await as(maker);
  return Object.assign(desk, { maker, checker, as });
}
export interface DrawnMove {
  day: string;
  /** Staff no.; post codes, null: reserve. */
  person: string;
  from: string | null;
  to: string | null;
}
/** A plan with exactly these moves, drawn by hand beside one that was made. */
export async function drawnPlan(
  desk: RotatingOffice,
  moves: readonly DrawnMove[],
  base: string | null = null,
) {
  const planId = base ?? (await value(desk.client.rotation.plan({ months: 12 }))).id;
  const post = (code: string | null) => (code === null ? null : desk.idOf("posts", code));
  const drawn = await Promise.all(
    moves.map(async ({ day, person, from, to }) => ({
      day,
      personId: await desk.idOf("people", person),
      fromPostId: await post(from),
      toPostId: await post(to),
    })),
  );
  return value(desk.client.rotation.keepVariant({ planId, moves: drawn, wishes: {} }));
}
export const planSet = (desk: Desk, planId: string) =>
  value(desk.client.handovers.startSet({ planId, docNo: "财人〔2026〕3号" }));
/** Made by the maker, submitted, approved by the checker. */
export async function approvedPlan(
  desk: RotatingOffice & WithOperators,
  moves: readonly DrawnMove[],
  base: string | null = null,
) {
  const plan = await drawnPlan(desk, moves, base);
  const set = await planSet(desk, plan.id);
  await approveSet(desk, set.id);
  return { plan, set };
}
export async function approveSet(desk: WithOperators, id: string): Promise<void> {
  await value(desk.client.changes.submit({ id }));
  await desk.as(desk.checker);
  const { headSeq, day } = await value(desk.client.changes.simulate({ id }));
  await value(desk.client.changes.approve({ id, headSeq, day }));
  await desk.as(desk.maker);
}

/** 周七 comes to the contract post beside 李三, who goes into reserve five working days later. */
export const relief = [
  { day: "2026-11-02", person: "007", from: null, to: "K3" },
  { day: "2026-11-09", person: "003", from: "K3", to: null },
];
export const swap = [
  { day: "2026-05-01", person: "001", from: "K1", to: "K2" },
  { day: "2026-05-01", person: "002", from: "K2", to: "K1" },
];
export const swapAndRelief = [...swap, ...relief];
/** The same posts by other people, everybody beside the one before for five working days. */
export const everybodyElse = [
  { day: "2026-05-01", person: "008", from: null, to: "K1" },
  { day: "2026-05-08", person: "001", from: "K1", to: null },
  { day: "2026-05-01", person: "007", from: null, to: "K2" },
  { day: "2026-05-08", person: "002", from: "K2", to: null },
  { day: "2026-11-02", person: "001", from: null, to: "K3" },
  { day: "2026-11-09", person: "003", from: "K3", to: null },
];

/** On a desk of its own that closes when the test ends: for tests of this runner alone, hence asked for late. */
export async function rotatingOffice(
  options: Partial<Parameters<typeof startDesk>[0]> = {},
): Promise<RotatingOffice> {
  const { openDesk } = await import("./service.ts");
  return fillRotatingOffice(openDesk({ day: startDay, ...options }));
}
