// Edits of the matrix as one change: valid from the day, earlier days keep their answer, all or nothing, taken back as one.
import { expect, test } from "vitest";
import type { Edit } from "../../../shared/domain/edit.ts";
import { withEdits } from "../../../shared/domain/edited.ts";
import { office, tableOf } from "../../builders/office.ts";
import { bringIn, type Desk, faultOf, newWorkbook, value } from "../../builders/service.ts";

const day = "2026-03-05";
async function officeDesk(): Promise<Desk> {
  const desk = await newWorkbook();
  await bringIn(desk, [
    ...office(),
    {
      kind: "authorities",
      header: ["授权编号", "事项编码", "环节编码", "岗位编码", "额度上限(元)", "起始日期", "文号"],
      rows: [
        ["SQ-1", "M1", "S1", "P1", "", "2020-01-01", "青财〔2020〕1号"],
        ["SQ-2", "M1", "S2", "P2", "50000", "2020-01-01", "青财〔2020〕1号"],
      ],
    },
  ]);
  return desk;
}
const cellsOn = async (desk: Desk, on: string) =>
  (await value(desk.client.matrix.view({ day: on }))).cells.map(({ code, upTo, from, until }) => ({
    code,
    upTo,
    from,
    until,
  }));
async function authority(desk: Desk, code: string) {
  const { rows } = await value(desk.client.sheets.list({ kind: "authorities" }));
  const row = rows.find(({ values }) => values.code === code);
  if (!row) throw new Error(`no ${code}`);
  return row;
}

test("a raised ceiling begins on the day; the day before keeps its answer", async () => {
  const desk = await officeDesk();
  const { id, values } = await authority(desk, "SQ-2");
  const edits: Edit[] = [{ op: "save", kind: "authorities", id, values: { ...values, upTo: 10_000_000 } }];
  const done = await value(desk.client.matrix.apply({ edits, day }));
  expect(done).toMatchObject({ draft: null, change: { seq: expect.any(Number) } });
  expect(await cellsOn(desk, "2026-03-04")).toContainEqual({
    code: "SQ-2",
    upTo: 5_000_000,
    from: "2020-01-01",
    until: day,
  });
  expect((await cellsOn(desk, day)).filter(({ code }) => code.startsWith("SQ-2"))).toEqual([
    { code: `SQ-2/${day}`, upTo: 10_000_000, from: day, until: null },
  ]);
});

test("what is written is what the overlay says", async () => {
  const desk = await officeDesk();
  const [one, two] = [await authority(desk, "SQ-1"), await authority(desk, "SQ-2")];
  const before = await value(desk.client.sheets.list({ kind: "authorities" }));
  const edits: Edit[] = [
    { op: "end", kind: "authorities", id: one.id, until: day },
    { op: "save", kind: "authorities", id: two.id, values: { ...two.values, isCollective: true } },
  ];
  const plain = before.rows.map((row) => ({ ...row.values, id: row.id }));
  const laid = withEdits({ authorities: plain } as never, edits, day) as { authorities: typeof plain };
  await value(desk.client.matrix.apply({ edits, day }));
  const after = await value(desk.client.sheets.list({ kind: "authorities" }));
  const key = (row: Record<string, unknown>): string =>
    [row.id, row.from, row.until, row.upTo, row.isCollective].join(" ");
  expect(after.rows.map((row) => key({ ...row.values, id: row.id })).sort()).toEqual(
    laid.authorities.map(key).sort(),
  );
});

test("a matter, its steps and its authorities come in as one change and go as one", async () => {
  const desk = await officeDesk();
  const posts = (await value(desk.client.sheets.list({ kind: "posts" }))).rows;
  const post = posts.find(({ values }) => values.code === "P2")?.id ?? "";
  const step = (id: string, position: number, duty: string): Edit => ({
    op: "save",
    kind: "steps",
    id,
    values: { matterId: "m-new", code: `N${position}`, name: `环节${position}`, position, duty },
  });
  const edits: Edit[] = [
    {
      op: "save",
      kind: "authorities",
      id: "a-1",
      values: { matterId: "m-new", stepId: "s-2", postId: post, from: day, upTo: 100 },
    },
    step("s-1", 1, "pay_apply"),
    step("s-2", 2, "pay_approve"),
    { op: "save", kind: "matters", id: "m-new", values: { code: "M9", name: "零星采购", area: "gov_proc" } },
  ];
  const name = { zh: "按模板新建事项:零星采购", en: "New matter from a template: Small purchases" };
  const { change } = await value(desk.client.matrix.apply({ edits, day, name }));
  const view = await value(desk.client.matrix.view({ day }));
  expect(view.matters.find(({ code }) => code === "M9")?.steps.map((one) => one.duty)).toEqual([
    "pay_apply",
    "pay_approve",
  ]);
  expect(view.cells.find(({ stepId }) => stepId === "s-2")?.code).toBe(`M9/N2@P2>0/${day}`);
  const { entries } = await value(desk.client.journal.list({}));
  expect(entries[0]).toMatchObject({ action: "edit", summary: name, canUndo: true, rows: 4 });
  await value(desk.client.journal.undo({ seq: change?.seq ?? 0 }));
  expect((await value(desk.client.matrix.view({ day }))).matters.map(({ code }) => code)).toEqual(["M1"]);
});

test("one wrong row refuses all of them and says which", async () => {
  const desk = await officeDesk();
  const { id, values } = await authority(desk, "SQ-2");
  const head = (await value(desk.client.journal.list({}))).total;
  const wrong = await faultOf(
    desk.client.matrix.apply({
      edits: [
        { op: "end", kind: "authorities", id: (await authority(desk, "SQ-1")).id, until: day },
        { op: "save", kind: "authorities", id, values: { ...values, over: 9_000_000 } },
      ],
      day,
    }),
  );
  expect(wrong.code).toBe("invalid");
  expect(wrong.message.zh).toMatch(/^“SQ-2”：「额度上限（含）」/);
  expect((await value(desk.client.journal.list({}))).total).toBe(head);
});

test("a matter that steps point at is not removed, with its steps it is", async () => {
  const desk = await newWorkbook();
  await bringIn(desk, [
    tableOf("matters", [["M7", "旧事项", "合同"]]),
    tableOf("steps", [["M7", "S1", "拟订", "1", "ct_draft"]]),
  ]);
  const [matter] = (await value(desk.client.sheets.list({ kind: "matters" }))).rows;
  const [step] = (await value(desk.client.sheets.list({ kind: "steps" }))).rows;
  if (!matter || !step) throw new Error("no rows");
  const remove = { op: "remove", kind: "matters", id: matter.id } as const;
  expect((await faultOf(desk.client.matrix.apply({ edits: [remove], day }))).code).toBe("refused");
  await value(
    desk.client.matrix.apply({ edits: [remove, { op: "remove", kind: "steps", id: step.id }], day }),
  );
  expect((await value(desk.client.sheets.list({ kind: "matters" }))).total).toBe(0);
});

test("edits that change nothing are not a change", async () => {
  const desk = await officeDesk();
  const { id, values } = await authority(desk, "SQ-2");
  const wrong = await faultOf(
    desk.client.matrix.apply({ edits: [{ op: "save", kind: "authorities", id, values }], day }),
  );
  expect(wrong.code).toBe("invalid");
});

test("who could: by amount and day, with the reason; a loan only while it lasts; nobody says why", async () => {
  const desk = await officeDesk();
  const { id } = await authority(desk, "SQ-2");
  const people = (await value(desk.client.sheets.list({ kind: "people" }))).rows;
  const of = (staffNo: string): string => people.find(({ values }) => values.staffNo === staffNo)?.id ?? "";
  await value(
    desk.client.sheets.save({
      kind: "delegations",
      id: null,
      values: {
        authorityId: id,
        fromPersonId: of("002"),
        toPersonId: of("003"),
        from: "2026-03-01",
        until: "2026-03-11",
        docNo: "青财转〔2026〕1号",
        reason: "出差",
      },
    }),
  );
  const ask = async (on: string, amount: number) =>
    (await value(desk.client.matrix.whoCould({ day: on, amount }))).steps;
  const [step] = await ask(day, 5_000_000);
  expect(step?.people.map(({ person, from }) => [person.staffNo, from?.staffNo ?? null])).toEqual([
    ["002", null],
    ["003", "002"],
  ]);
  expect(step?.sentence.zh).toBe(
    "审批：李四（采购科长，≤5 万元，青财〔2020〕1号）、王五（李四转授，≤5 万元，青财〔2020〕1号）。",
  );
  expect((await ask("2026-03-11", 5_000_000))[0]?.people).toHaveLength(1);
  const [above] = await ask(day, 5_000_001);
  expect(above?.people).toEqual([]);
  expect(above?.sentence.zh).toBe("审批：没有任何岗位或个人有这个额度的授权。");
});

test("the history of a cell: who, when, before and after, and what took it back", async () => {
  const desk = await officeDesk();
  const { id, values } = await authority(desk, "SQ-2");
  const { change } = await value(
    desk.client.matrix.apply({
      edits: [{ op: "save", kind: "authorities", id, values: { ...values, upTo: 10_000_000, docNo: "甲" } }],
      day,
    }),
  );
  const asked = { stepId: String(values.stepId), postId: String(values.postId), personId: null };
  const history = async () => (await value(desk.client.matrix.history(asked))).changes;
  const now = await history();
  expect(now.map(({ seq, before, after }) => [seq, before?.upTo ?? null, after?.upTo ?? null])).toEqual([
    [change?.seq, 5_000_000, 5_000_000],
    [change?.seq, null, 10_000_000],
    [expect.any(Number), null, 5_000_000],
  ]);
  expect(now[0]?.after?.until).toBe(day);
  expect(now[1]?.after?.docNo).toBe("甲");
  await value(desk.client.journal.undo({ seq: change?.seq ?? 0 }));
  expect((await history()).filter(({ undoneBy }) => undoneBy !== null)).toHaveLength(2);
});
