// A very small office as tables at hand: two departments, three posts, three people, one matter with two steps, two cases.
import type { Table } from "./service.ts";

export const office = (): Table[] => [
  {
    kind: "departments",
    header: ["机构编码", "机构名称", "上级机构编码"],
    rows: [
      ["D1", "采购科", ""],
      ["D2", "支付科", "D1"],
    ],
  },
  {
    kind: "posts",
    header: ["岗位编码", "岗位名称", "机构编码", "层级"],
    rows: [
      ["P1", "采购经办", "D1", "经办"],
      ["P2", "采购科长", "D1", "科长"],
      ["P3", "支付经办", "D2", "经办"],
    ],
  },
  {
    kind: "people",
    header: ["工号", "姓名", "到职日期"],
    rows: [
      ["001", "张三", "2019-01-01"],
      ["002", "李四", "2019-01-01"],
      ["003", "王五", "2020-01-01"],
    ],
  },
  {
    kind: "assignments",
    header: ["工号", "岗位编码", "起始日期", "终止日期"],
    rows: [
      ["001", "P1", "2020-01-01", ""],
      ["002", "P2", "2020-01-01", ""],
      ["003", "P3", "2020-01-01", ""],
    ],
  },
  {
    kind: "suppliers",
    header: ["供应商编码", "供应商名称"],
    rows: [["S1", "青岚商贸有限公司"]],
  },
  {
    kind: "matters",
    header: ["事项编码", "事项名称", "领域"],
    rows: [["M1", "政府采购", "政府采购"]],
  },
  {
    kind: "steps",
    header: ["事项编码", "环节编码", "环节名称", "次序", "职责"],
    rows: [
      ["M1", "S1", "申请", "1", "proc_handle"],
      ["M1", "S2", "审批", "2", "proc_decide"],
    ],
  },
  {
    kind: "cases",
    header: ["业务编号", "事项编码", "金额(元)", "供应商编码"],
    rows: [
      ["C1", "M1", "1000", "S1"],
      ["C2", "M1", "2000", ""],
    ],
  },
  {
    kind: "approvals",
    header: ["业务编号", "环节编码", "办理人工号", "动作", "办理时间"],
    rows: [
      ["C1", "S1", "001", "提交", "2026-01-05 09:00"],
      ["C1", "S2", "002", "同意", "2026-01-06 09:00"],
      ["C2", "S1", "001", "提交", "2026-01-07 09:00"],
      ["C2", "S2", "001", "同意", "2026-01-08 09:00"],
    ],
  },
];
/** One table of it, other rows. */
export const tableOf = (kind: Table["kind"], rows: string[][], header?: string[]): Table => {
  const table = office().find((one) => one.kind === kind);
  if (!table) throw new Error(`the office has no ${kind}`);
  return { kind, header: header ?? table.header, rows };
};
