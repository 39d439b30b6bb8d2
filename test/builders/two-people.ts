// A workbook with a small office, two authorities, a maker and a checker: where change sets are tried.
import type { Edit } from "../../shared/domain/edit.ts";
import { office } from "./office.ts";
import { bringIn, type Desk, newWorkbook, value } from "./service.ts";

export const today = "2026-03-05";
export interface TwoPeople extends Desk {
  maker: string;
  checker: string;
  /** Takes the seat; null: nobody. */
  as: (operator: string | null) => Promise<void>;
}

export const authorityTable = {
  kind: "authorities" as const,
  header: ["授权编号", "事项编码", "环节编码", "岗位编码", "额度上限(元)", "起始日期", "文号"],
  rows: [
    ["SQ-1", "M1", "S1", "P1", "", "2020-01-01", "青财〔2020〕1号"],
    ["SQ-2", "M1", "S2", "P2", "50000", "2020-01-01", "青财〔2020〕1号"],
  ],
};

export async function addOperator(
  desk: Desk,
  name: string,
  roles: Parameters<Desk["client"]["operators"]["save"]>[0]["roles"],
): Promise<string> {
  return (await value(desk.client.operators.save({ id: null, name, personId: null, roles }))).id;
}

/** The maker sits. */
export async function twoPeople(options: Parameters<typeof newWorkbook>[0] = {}): Promise<TwoPeople> {
  const desk = await newWorkbook(options);
  await bringIn(desk, [...office(), authorityTable]);
  const maker = await addOperator(desk, "王编制", ["configurator", "reviewer"]);
  const checker = await addOperator(desk, "李审核", ["configurator", "reviewer"]);
  const as = async (id: string | null): Promise<void> =>
    void (await value(desk.client.operators.choose({ id })));
  await as(maker);
  return Object.assign(desk, { maker, checker, as });
}

export async function authority(desk: Desk, code: string) {
  const { rows } = await value(desk.client.sheets.list({ kind: "authorities" }));
  const row = rows.find(({ values }) => values.code === code);
  if (!row) throw new Error(`no ${code}`);
  return row;
}
/** The ceiling of an authority made another. */
export async function ceiling(desk: Desk, code: string, upTo: number | null): Promise<Edit> {
  const { id, values } = await authority(desk, code);
  return { op: "save", kind: "authorities", id, values: { ...values, upTo } };
}

export async function draft(
  desk: Desk,
  edits: Edit[],
  more: { day?: string; reason?: string; docNo?: string } = {},
) {
  return value(desk.client.changes.start({ name: "调高限额", day: today, ...more, edits }));
}
export const view = (desk: Desk, id: string) => value(desk.client.changes.view({ id }));
export const head = async (desk: Desk): Promise<number> =>
  (await value(desk.client.workbook.state({}))).open?.journalSeq ?? 0;
/** The checker looks at the effect and approves. */
export async function approved(desk: TwoPeople, id: string) {
  await desk.as(desk.checker);
  const { headSeq } = await value(desk.client.changes.simulate({ id }));
  const done = await value(desk.client.changes.approve({ id, headSeq }));
  await desk.as(desk.maker);
  return done;
}
