// Single rows: saved, ended and removed as journalled changes of one, and refused with the column named.
import { expect, test } from "vitest";
import type { Cell } from "../../../shared/contract/sheets.ts";
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import { sheetOf } from "../../../shared/domain/sheets.ts";
import { office } from "../../builders/office.ts";
import { bringIn, type Desk, faultOf, newWorkbook, value } from "../../builders/service.ts";

const limitColumn =
  sheetOf("tenure-policies").columns.find(({ key }) => key === "limitMonths")?.name.zh ?? "";

async function officeDesk() {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  const row = async (kind: SheetKind, code: string) => {
    const { rows } = await value(desk.client.sheets.list({ kind }));
    const found = rows.find(({ values }) => Object.values(values).includes(code));
    if (!found) throw new Error(`no ${code} among ${kind}`);
    return found;
  };
  const save = (kind: SheetKind, values: Record<string, Cell>, id: string | null = null) =>
    desk.client.sheets.save({ kind, id, values });
  return { desk, row, save };
}
const entriesOf = async (desk: Desk) => (await value(desk.client.journal.list({}))).entries;

test("a correction keeps the id and leaves one entry that can be undone", async () => {
  const { desk, row, save } = await officeDesk();
  const supplier = await row("suppliers", "S1");
  const saved = await value(save("suppliers", { code: "S1", name: "青岚商贸" }, supplier.id));
  expect(saved.id).toBe(supplier.id);
  expect((await row("suppliers", "S1")).values.name).toBe("青岚商贸");
  expect((await entriesOf(desk))[0]).toMatchObject({ action: "correct", rows: 2, canUndo: true });
});

test.each<[string, SheetKind, Record<string, Cell>, string]>([
  ["a required cell of blanks", "suppliers", { code: "  ", name: "甲" }, "供应商编码"],
  ["a number for a name", "suppliers", { code: "S2", name: 5 }, "供应商名称"],
  ["truth for a name", "suppliers", { code: "S2", name: true }, "供应商名称"],
  ["words for a flag", "calendar", { day: "2026-01-01", isWorkday: "no" }, "是否工作日"],
  ["a day that does not exist", "calendar", { day: "2026-02-30", isWorkday: false }, "日期"],
  ["words for codes", "duties", { code: "x", name: "x", type: "execute", implies: "decide" }, "包含职责"],
  ["an unknown choice", "matters", { code: "M9", name: "甲", area: "nowhere" }, "领域"],
  ["a fraction of a fen", "cases", { caseNo: "C9", matterId: "?", amount: 1.5 }, "事项编码"],
  ["a limit of no months", "tenure-policies", { riskGrade: "high", limitMonths: 0 }, limitColumn],
])("%s is refused under its column", async (_, kind, values, column) => {
  const { desk, save } = await officeDesk();
  const before = (await entriesOf(desk)).length;
  const fault = await faultOf(save(kind, values));
  expect(fault).toMatchObject({ code: "invalid", where: { column } });
  expect(await entriesOf(desk)).toHaveLength(before);
  expect(desk.bugs).toEqual([]);
});

test("a period must not end before it begins, and a reference must be there", async () => {
  const { row, save } = await officeDesk();
  const [person, post] = [await row("people", "001"), await row("posts", "P2")];
  const given = { personId: person.id, postId: post.id, kind: "acting", from: "2026-02-01" };
  const ended = await faultOf(save("assignments", { ...given, until: "2026-02-01" }));
  expect(ended).toMatchObject({ code: "invalid", where: { column: "终止日期" } });
  const dangling = await faultOf(save("assignments", { ...given, personId: post.id, until: null }));
  expect(dangling).toMatchObject({ code: "invalid", where: { column: "工号" } });
});

test("an identity already taken is refused", async () => {
  const { row, save } = await officeDesk();
  expect((await faultOf(save("people", { staffNo: "002", name: "另一人" }))).code).toBe("invalid");
  const person = await row("people", "001");
  const full = await faultOf(save("people", { ...person.values, staffNo: "００２" }, person.id));
  expect(full.code).toBe("invalid");
});

test("a department cannot be its own parent; a step must belong to the matter", async () => {
  const { desk, row, save } = await officeDesk();
  const department = await row("departments", "D1");
  const own = await faultOf(
    save("departments", { ...department.values, parentId: department.id }, department.id),
  );
  expect(own).toMatchObject({ code: "invalid", where: { column: "上级机构编码" } });
  const other = await value(save("matters", { code: "M2", name: "另一事项", area: "cross" }));
  const steps = await value(desk.client.sheets.list({ kind: "steps" }));
  const post = await row("posts", "P1");
  const fault = await faultOf(
    save("authorities", {
      matterId: other.id,
      stepId: steps.rows[0]?.id ?? "",
      postId: post.id,
      from: "2026-01-01",
    }),
  );
  expect(fault).toMatchObject({ code: "invalid", where: { column: "环节编码" } });
});

test("ending sets the half-open end; people end on the day they leave; kinds without a period refuse", async () => {
  const { desk, row } = await officeDesk();
  const post = await row("posts", "P1");
  const person = await row("people", "001");
  const supplier = await row("suppliers", "S1");
  const end = (kind: SheetKind, id: string, until: string) => desk.client.sheets.end({ kind, id, until });
  await value(end("posts", post.id, "2026-07-01"));
  expect((await row("posts", "P1")).values.until).toBe("2026-07-01");
  await value(end("people", person.id, "2026-08-01"));
  expect((await row("people", "001")).values.leavesOn).toBe("2026-08-01");
  expect((await entriesOf(desk))[0]?.summary.zh).toContain("至 2026-07-31");
  expect((await faultOf(end("suppliers", supplier.id, "2026-08-01"))).code).toBe("refused");
  expect((await faultOf(end("people", person.id, "2018-01-01"))).code).toBe("invalid");
  expect((await faultOf(end("people", person.id, "2026-13-45"))).code).toBe("invalid");
});

test.each<[SheetKind, string]>([
  ["matters", "M1"],
  ["departments", "D1"],
  ["posts", "P1"],
  ["people", "001"],
  ["suppliers", "S1"],
  ["cases", "C1"],
  ["steps", "S1"],
])("%s that others refer to cannot be removed", async (kind, code) => {
  const { desk, row } = await officeDesk();
  const { id } = await row(kind, code);
  expect((await faultOf(desk.client.sheets.remove({ kind, id }))).code).toBe("refused");
});

test("an own duty in use is neither removed nor renumbered; unused it goes", async () => {
  const { desk, row, save } = await officeDesk();
  const values = { code: "own_x", name: "专办", type: "execute", implies: [] };
  const { id } = await value(save("duties", values));
  const step = await row("steps", "S1");
  await value(save("steps", { ...step.values, duty: "own_x" }, step.id));
  expect((await faultOf(desk.client.sheets.remove({ kind: "duties", id }))).code).toBe("refused");
  expect((await faultOf(save("duties", { ...values, code: "own_y" }, id))).code).toBe("refused");
  await value(save("steps", step.values, step.id));
  await value(desk.client.sheets.remove({ kind: "duties", id }));
  expect((await faultOf(desk.client.sheets.remove({ kind: "duties", id }))).code).toBe("missing");
});

test("approvals are not written by hand", async () => {
  const { desk, save } = await officeDesk();
  const { rows } = await value(desk.client.sheets.list({ kind: "approvals" }));
  const [act] = rows;
  if (!act) throw new Error("the office has approvals");
  expect((await faultOf(save("approvals", act.values, act.id))).code).toBe("refused");
});
