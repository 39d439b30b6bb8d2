// Event logs through a mapping: people by number, cases of another matter left alone, the same log twice nothing.
import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { office } from "../../builders/office.ts";
import { bringIn, type Desk, newWorkbook, value } from "../../builders/service.ts";
import { type Trace, xesGzOf, xesOf } from "../../fixtures/event-logs.ts";

const columns = { caseColumn: "件号", activityColumn: "环节", personColumn: "人", timeColumn: "时间" };
const log = [
  ["C1", "登记", "001", "2026-02-01 09:00", "500"],
  ["C1", "付款", "x9", "2026-02-02 09:00", "500"],
  ["K2", "登记", "张三", "2026-02-03 09:00", "700"],
  ["K2", "登记", "张三", "2026-02-03 09:00", "700"],
  ["K2", "付款", "", "看不清", "700"],
];
async function previewLog(desk: Desk, rows = log, extra: object = {}) {
  const offer = await value(
    desk.client.imports.offer({
      tables: [{ name: "日志", kind: null, header: [...Object.values(columns), "金额"], rows }],
    }),
  );
  return value(
    desk.client.imports.previewLog({
      id: offer.id,
      index: 0,
      mapping: { ...columns, amountColumn: "金额", ...extra },
    }),
  );
}
const commit = async (desk: Desk, ...rest: [string[][]?, object?]) =>
  value(desk.client.imports.commit({ id: (await previewLog(desk, ...rest)).id }));
const list = async (desk: Desk, kind: "cases" | "people" | "steps" | "approvals") =>
  (await value(desk.client.sheets.list({ kind }))).rows;

test("the log goes in once; the same log again adds nothing", async () => {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  const preview = await previewLog(desk);
  expect(preview.warnings.map(({ zh }) => zh.slice(0, 3))).toEqual(["1 行", "1 行"]);
  const first = await value(desk.client.imports.commit({ id: preview.id }));
  expect(first).toMatchObject({ rejected: 0 });
  expect((await list(desk, "approvals")).length).toBe(9);
  expect(await commit(desk)).toMatchObject({ change: null, added: 0, changed: 0 });
  expect(desk.bugs).toEqual([]);
});

test("a case number of another matter stays with that matter; the log's own gets the matter before it", async () => {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  await commit(desk);
  const cases = await list(desk, "cases");
  const theirs = cases.find(({ values }) => values.caseNo === "C1");
  expect(theirs?.values.amount).toBe(100_000);
  expect(cases.map(({ values }) => values.caseNo).sort()).toEqual(["C1", "C2", "K2", "log:日志/C1"].sort());
  const acts = await list(desk, "approvals");
  expect(acts.filter(({ values }) => values.caseId === theirs?.id)).toHaveLength(2);
});

test("people go by their number alone: a name that is no number is somebody whom only the log knows", async () => {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  await commit(desk);
  const people = await list(desk, "people");
  const byNo = (no: string) => people.find(({ values }) => values.staffNo === no);
  expect(byNo("001")?.values).toMatchObject({ name: "张三", origin: "roster" });
  expect(byNo("张三")?.values.origin).toBe("log");
  expect(byNo("x9")?.values.origin).toBe("log");
  const acts = await list(desk, "approvals");
  expect(acts.some(({ values }) => values.personId === byNo("001")?.id && values.source === "log:日志")).toBe(
    true,
  );
});

test("where unknown people are not to be added, their rows come back with the numbers of that name", async () => {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  const { id } = await previewLog(desk, log, { addPeople: false });
  const { rows } = await value(desk.client.imports.rows({ id, verdict: "rejected" }));
  expect(rows.map(({ row }) => row)).toEqual([3, 4, 5]);
  expect(rows[1]?.problems[0]?.message.zh).toContain("001");
});

test("what the log does not say stays as it was corrected", async () => {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  await commit(desk);
  const step = (await list(desk, "steps")).find(({ values }) => values.code === "付款");
  const departments = await value(desk.client.sheets.list({ kind: "departments" }));
  const one = (await list(desk, "cases")).find(({ values }) => values.caseNo === "K2");
  if (!step || !one) throw new Error("the log has them");
  const corrected = { ...step.values, position: 2, isRequired: true, duty: "proc_exec" };
  await value(desk.client.sheets.save({ kind: "steps", id: step.id, values: corrected }));
  const departmentId = departments.rows[0]?.id ?? "";
  await value(
    desk.client.sheets.save({ kind: "cases", id: one.id, values: { ...one.values, departmentId } }),
  );
  expect(await commit(desk)).toMatchObject({ change: null });
  const grown = [...log, ["K3", "付款", "002", "2026-03-01 09:00", "10"]];
  expect(await commit(desk, grown)).toMatchObject({ added: 2, changed: 0 });
  const after = (await list(desk, "steps")).find(({ id }) => id === step.id);
  expect(after?.values).toMatchObject({ position: 2, isRequired: true, duty: "proc_exec" });
});

test("a mapping saved under a name comes back and is replaced under the same name", async () => {
  const desk = await newWorkbook();
  for (const matterName of ["甲", "乙"])
    await value(desk.client.imports.saveProfile({ name: "采购系统", mapping: { ...columns, matterName } }));
  const { profiles } = await value(desk.client.imports.profiles({}));
  expect(profiles).toHaveLength(1);
  expect(profiles[0]).toMatchObject({ name: "采购系统", mapping: { ...columns, matterName: "乙" } });
});

test.each(["log.xes", "log.xes.gz"])("%s is offered as one sheet and goes in like a table", async (name) => {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  const acts = [
    { activity: "登记", person: "001", time: "2026-02-01T09:00:00+08:00" },
    { activity: "付款", person: "NONE", time: "2026-02-02T09:00:00+08:00" },
  ];
  const traces: Trace[] = [
    { name: "X1", more: { 金额: "500" }, events: acts },
    { name: "", events: acts },
  ];
  writeFileSync(desk.at(name), name.endsWith(".gz") ? xesGzOf(traces) : xesOf(traces));
  const offer = await value(desk.client.imports.open({ grants: [desk.reads(name)] }));
  expect(offer.sheets).toMatchObject([{ file: name, sheet: "log", kind: null, rows: 4, problem: null }]);
  expect(offer.sheets[0]?.columns.map(({ header }) => header)).toEqual([
    "case:concept:name",
    "concept:name",
    "org:resource",
    "time:timestamp",
    "case:金额",
  ]);
  expect(offer.sheets[0]?.sample[0]).toEqual(["X1", "登记", "001", "2026-02-01T09:00:00+08:00", "500"]);
  const mapping = {
    caseColumn: "case:concept:name",
    activityColumn: "concept:name",
    personColumn: "org:resource",
    timeColumn: "time:timestamp",
    amountColumn: "case:金额",
    nobody: ["NONE"],
  };
  const { activities } = await value(desk.client.imports.activities({ id: offer.id, index: 0, mapping }));
  expect(activities.map(({ activity, rows, people }) => [activity, rows, people])).toEqual([
    ["付款", 2, 0],
    ["登记", 2, 1],
  ]);
  const preview = await value(desk.client.imports.previewLog({ id: offer.id, index: 0, mapping }));
  expect(preview.warnings.map(({ en }) => en)).toEqual([
    expect.stringMatching(/1 trace\(s\) have no concept:name/),
    expect.stringMatching(/2 row\(s\): No person/),
  ]);
  expect(await value(desk.client.imports.commit({ id: preview.id }))).toMatchObject({ rejected: 0 });
  const cases = await list(desk, "cases");
  expect(cases.find(({ values }) => values.caseNo === "X1")?.values.amount).toBe(50_000);
  expect(cases.some(({ values }) => values.caseNo === "(#2)")).toBe(true);
  expect(desk.bugs).toEqual([]);
});

test("a broken log is offered with its trouble, and nothing of it goes in", async () => {
  const desk = await newWorkbook();
  writeFileSync(desk.at("log.xes"), xesOf([{ name: "1", events: [] }]).slice(0, -5));
  const opened = await desk.client.imports.open({ grants: [desk.reads("log.xes")] });
  const problem = opened.ok ? opened.value.sheets[0]?.problem : opened.fault.message;
  expect(problem?.en).toMatch(/cut short/);
});
