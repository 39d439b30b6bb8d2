// An event log through a mapping: filters, warnings, record numbers, and the world it makes.
import { expect, test } from "vitest";
import { instantOf } from "../../../shared/domain/day.ts";
import { FaultError } from "../../../shared/domain/fault.ts";
import type { TableRow } from "../../../shared/formats/cell.ts";
import { openLog } from "../../../shared/formats/event-log.ts";
import { logMappingSchema, parseWhere } from "../../../shared/formats/log-mapping.ts";
import type { LogRow } from "../../../shared/formats/log-row.ts";
import { logWorld, ownDuty, recordOf } from "../../../shared/formats/log-world.ts";

const mapping = logMappingSchema.parse({
  caseColumn: "件号",
  activityColumn: "环节",
  personColumn: "人员",
  timeColumn: "时间",
  amountColumn: "金额",
  supplierColumn: "供应商",
});
const header = ["件号", "环节", "人员", "时间", "金额", "供应商"];
const table = (lines: string[][]): TableRow[] =>
  lines.map((words, at) => ({ row: at + 1, cells: words.map((text) => ({ text })) }));
async function read(lines: string[][], given = mapping) {
  const log = await openLog(table([header, ...lines]), given, { timeZone: "Asia/Shanghai", file: "log.csv" });
  const rows: LogRow[] = [];
  for await (const row of log.rows) rows.push(row);
  return { log, rows };
}

test("rows carry record and row numbers; blank rows are no records; warnings say what is missing", async () => {
  const { log, rows } = await read([
    ["1", "申请", "张三", "2024-03-05 10:00", "1,000", "甲公司"],
    ["", "", "", "", "", ""],
    [" 1 ", "审批", "", "昨天", "若干", ""],
    ["", "审批", "李四", "2024-03-06", "", ""],
  ]);
  expect(rows.map(({ record, row, caseNo, person }) => [record, row, caseNo, person])).toEqual([
    [1, 2, "1", "张三"],
    [2, 4, "1", null],
    [3, 5, null, "李四"],
  ]);
  expect(rows[0]).toMatchObject({
    amount: 100_000,
    supplier: "甲公司",
    time: instantOf("2024-03-05", "10:00", "Asia/Shanghai"),
    warnings: [],
  });
  expect(rows[1]!.warnings.map(({ about, value }) => [about, value])).toEqual([
    ["person", ""],
    ["time", "昨天"],
    ["amount", "若干"],
  ]);
  expect(rows[2]!.warnings.map(({ about }) => about)).toEqual(["case"]);
  expect(log.counts).toEqual({ records: 3, leftOut: 0 });
});

test("comparison is exact after trim and NFC: composed and decomposed forms are one, width and case are not", async () => {
  const { rows } = await read([
    ["1", "caf\u00e9", "A", "2024-01-01", "", ""],
    ["1", "cafe\u0301 ", "a", "2024-01-01", "", ""],
    ["1", "Ａ", "A", "2024-01-01", "", ""],
  ]);
  expect(rows.map(({ activity }) => activity)).toEqual(["caf\u00e9", "caf\u00e9", "Ａ"]);
  expect(new Set(rows.map(({ person }) => person)).size).toBe(2);
});

test("all filters must hold and record numbers stay those of the file", async () => {
  const where = [parseWhere("供应商=甲=乙")!, parseWhere("人员=张三")!];
  const { log, rows } = await read(
    [
      ["1", "a", "张三", "2024-01-01", "", "甲"],
      ["2", "a", "张三", "2024-01-01", "", "甲=乙"],
      ["3", "a", "李四", "2024-01-01", "", "甲=乙"],
    ],
    { ...mapping, where },
  );
  expect(rows.map(({ record, caseNo }) => [record, caseNo])).toEqual([[2, "2"]]);
  expect(log.counts).toEqual({ records: 3, leftOut: 2 });
  expect(parseWhere("无等号")).toBeNull();
});

test("a missing column names what is there", async () => {
  const wrong = { ...mapping, personColumn: "办理人" };
  const error = await read([], wrong).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(FaultError);
  const { fault } = error as FaultError;
  expect(fault).toMatchObject({ code: "invalid", where: { file: "log.csv", column: "办理人" } });
  expect(fault.message.zh).toContain("件号、环节、人员");
});

test("the world of a log: one matter, own duties, people of the log, keys from content", async () => {
  const { rows } = await read([
    ["1", "申请", "张三", "2024-03-05 10:00", "5", "甲"],
    ["1", "审批", "张三", "看不清", "9", "乙"],
    ["1", "审批", "张三", "看不清", "", ""],
    ["2", "申请", "", "2024-03-06", "", ""],
    ["", "申请", "王五", "2024-03-06", "", ""],
  ]);
  const settings = { unitName: "", timeZone: "Asia/Shanghai", source: "log.csv" };
  const world = logWorld(rows, mapping, settings);
  expect(world.matters).toHaveLength(1);
  expect(world.steps.map(({ code, duty }) => [code, duty])).toEqual([
    ["申请", ownDuty("申请")],
    ["审批", ownDuty("审批")],
  ]);
  expect(world.people).toMatchObject([{ name: "张三", origin: "log" }]);
  expect(world.cases.map(({ caseNo, amount }) => [caseNo, amount])).toEqual([
    ["1", 900],
    ["2", null],
  ]);
  expect(world.approvals.map(({ id }) => recordOf(id))).toEqual([1, 2, 3, 4]);
  expect(world.approvals[1]!.happenedAt).toBe(world.approvals[0]!.happenedAt);
  expect(world.approvals[3]!.personId).toBeNull();
  expect(new Set(world.approvals.map(({ naturalKey }) => naturalKey)).size).toBe(4);
  expect(logWorld(rows, mapping, settings)).toEqual(world);
});

test("activities may map to duties of the catalogue; the others stay their own", async () => {
  const { rows } = await read([
    ["1", "批", "张三", "2024-03-05", "", ""],
    ["1", "付", "张三", "2024-03-05", "", ""],
  ]);
  const world = logWorld(rows, { duties: { 批: "approve" } }, { unitName: "", timeZone: "UTC" });
  expect(world.steps.map(({ duty }) => duty)).toEqual(["approve", "log:付"]);
  const codes = world.duties.map(({ code }) => code);
  expect(codes).toContain("log:付");
  expect(new Set(codes).size).toBe(codes.length);
});
