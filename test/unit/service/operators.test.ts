// Named people at one door: whose name a write carries, who may write at all, and who may not take the reviewer away.
import { expect, test } from "vitest";
import { type Desk, faultOf, newWorkbook, value } from "../../builders/service.ts";

type Roles = Parameters<Desk["client"]["operators"]["save"]>[0]["roles"];
const add = async (desk: Desk, name: string, roles: Roles): Promise<string> =>
  (await value(desk.client.operators.save({ id: null, name, personId: null, roles }))).id;
const supplier = (desk: Desk, code: string) =>
  desk.client.sheets.save({ kind: "suppliers", id: null, values: { code, name: code } });
const lastEntry = async (desk: Desk) => (await value(desk.client.journal.list({ limit: 1 }))).entries[0];

test("without operators one local person does everything; the first operator ends that", async () => {
  const desk = await newWorkbook();
  expect(await value(desk.client.operators.list({}))).toEqual({
    operators: [],
    current: null,
    isSecondPerson: false,
  });
  await value(supplier(desk, "S1"));
  expect(await lastEntry(desk)).toMatchObject({ actor: "经办人甲" });
  await add(desk, "王配置", ["configurator"]);
  expect((await faultOf(supplier(desk, "S2"))).code).toBe("refused");
  expect((await value(desk.client.sheets.list({ kind: "suppliers" }))).total).toBe(1);
});

test("an entry carries the chosen operator's name and roles, and the roles bind", async () => {
  const desk = await newWorkbook();
  const maker = await add(desk, "王配置", ["configurator", "scheduler"]);
  const checker = await add(desk, "李审核", ["reviewer"]);
  await value(desk.client.operators.choose({ id: maker }));
  expect((await value(desk.client.operators.list({}))).current?.name).toBe("王配置");
  await value(supplier(desk, "S1"));
  expect(await lastEntry(desk)).toMatchObject({ actor: "王配置", role: "configurator+scheduler" });
  await value(desk.client.operators.choose({ id: checker }));
  expect((await faultOf(supplier(desk, "S2"))).message.zh).toContain("配置员");
  expect((await faultOf(desk.client.operators.choose({ id: "nobody" }))).code).toBe("missing");
  // Another workbook, or this one opened again, has nobody chosen.
  await value(desk.client.workbook.close({}));
  await value(desk.client.workbook.open({ grant: desk.reads("w.quanheng") }));
  expect((await value(desk.client.operators.list({}))).current).toBeNull();
});

test("names are told apart, and who examines does not do", async () => {
  const desk = await newWorkbook();
  await add(desk, "王配置", ["configurator"]);
  const save = (name: string, roles: Roles) =>
    desk.client.operators.save({ id: null, name, personId: null, roles });
  expect((await faultOf(save(" 王配置 ", []))).code).toBe("invalid");
  expect((await faultOf(save("  ", []))).code).toBe("invalid");
  expect((await faultOf(save("赵", ["auditor", "configurator"]))).code).toBe("refused");
  await value(save("钱", ["auditor", "reviewer"]));
  await value(save("孙", ["configurator", "reviewer"]));
});

test("whoever is watched by a reviewer cannot take that reviewer away", async () => {
  const desk = await newWorkbook();
  const maker = await add(desk, "王配置", ["configurator"]);
  const checker = await add(desk, "李审核", ["reviewer"]);
  await value(desk.client.operators.choose({ id: maker }));
  expect((await value(desk.client.operators.list({}))).isSecondPerson).toBe(true);
  expect((await faultOf(desk.client.operators.end({ id: checker }))).code).toBe("refused");
  const stripped = { id: checker, name: "李审核", personId: null, roles: [] };
  expect((await faultOf(desk.client.operators.save(stripped))).code).toBe("refused");
  await value(desk.client.operators.choose({ id: null }));
  expect((await faultOf(desk.client.operators.end({ id: checker }))).code).toBe("refused");
  await value(desk.client.operators.choose({ id: checker }));
  expect((await value(desk.client.operators.list({}))).isSecondPerson).toBe(false);
  await value(desk.client.operators.end({ id: checker }));
  expect((await value(desk.client.operators.list({}))).operators.map(({ name }) => name)).toEqual(["王配置"]);
  expect((await value(desk.client.journal.verify({}))).brokenAt).toBeNull();
});

test("adding an operator can be taken back, but not a reviewer by the one reviewed", async () => {
  const desk = await newWorkbook();
  const maker = await add(desk, "王配置", ["configurator"]);
  await value(desk.client.operators.choose({ id: maker }));
  const saved = await value(
    desk.client.operators.save({ id: null, name: "赵排班", personId: null, roles: ["scheduler"] }),
  );
  await value(desk.client.journal.undo({ seq: saved.change.seq }));
  expect((await value(desk.client.operators.list({}))).operators.map(({ name }) => name)).toEqual(["王配置"]);
  const reviewer = await value(
    desk.client.operators.save({ id: null, name: "李审核", personId: null, roles: ["reviewer"] }),
  );
  expect((await faultOf(desk.client.journal.undo({ seq: reviewer.change.seq }))).code).toBe("refused");
  expect((await value(desk.client.operators.list({}))).isSecondPerson).toBe(true);
});
