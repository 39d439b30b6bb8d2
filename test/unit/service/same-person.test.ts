// Ways in which one person could have been taken for two: other doors, other names, copies, calls that wait.
import { expect, test } from "vitest";
import { roles } from "../../../shared/contract/call.ts";
import { faultOf, newWorkbook, openDesk, value } from "../../builders/service.ts";
import {
  addOperator,
  approved,
  authority,
  ceiling,
  draft,
  head,
  today,
  twoPeople,
  view,
} from "../../builders/two-people.ts";

test("the local person of the window and that of the command line are one", async () => {
  const desk = await newWorkbook();
  const values = { code: "M9", name: "零星采购", area: "gov_proc" };
  const { id } = await draft(desk, [{ op: "save", kind: "matters", id: "m-9", values }]);
  await value(desk.client.changes.submit({ id }));
  desk.close();
  const other = openDesk({ folder: desk.folder, actor: { name: "root", roles } });
  await value(other.client.workbook.open({ grant: other.reads("w.quanheng") }));
  const { headSeq } = await value(other.client.changes.simulate({ id }));
  expect((await faultOf(other.client.changes.approve({ id, headSeq }))).code).toBe("refused");
  expect((await faultOf(other.client.changes.reject({ id, reason: "不妥" }))).code).toBe("refused");
});

test("taken off and added again, under the same name or for the same person, is the same", async () => {
  const desk = await twoPeople();
  const person = (await value(desk.client.sheets.list({ kind: "people" }))).rows[0]?.id ?? "";
  const save = async (
    id: string | null,
    name: string,
    personId: string | null,
    role: "configurator" | "reviewer",
  ) => (await value(desk.client.operators.save({ id, name, personId, roles: ["configurator", role] }))).id;
  const first = await save(null, "周编制", person, "configurator");
  await desk.as(first);
  const { id } = await draft(desk, [await ceiling(desk, "SQ-2", 10_000_000)]);
  await value(desk.client.changes.submit({ id }));
  await save(first, "周改名", null, "configurator");
  await value(desk.client.operators.end({ id: first }));
  const headSeq = await head(desk);
  for (const [name, personId] of [
    ["周改名", null],
    ["周编制", null],
    ["吴某", person],
  ] as const) {
    const again = await save(null, name, personId, "reviewer");
    await desk.as(again);
    expect((await view(desk, id)).may.approve?.zh).toContain("不得审核");
    expect((await faultOf(desk.client.changes.approve({ id, headSeq }))).code).toBe("refused");
  }
  await approved(desk, id);
});

test("a copy keeps every hand of the set that it was copied from, whoever followed a change in between", async () => {
  const desk = await twoPeople();
  const third = await addOperator(desk, "周审核", ["configurator", "reviewer"]);
  const { id } = await draft(desk, [await ceiling(desk, "SQ-2", 10_000_000)]);
  const { id: rowId, values } = await authority(desk, "SQ-2");
  const until = { ...values, until: "2027-01-01" };
  const other = await draft(desk, [{ op: "save", kind: "authorities", id: rowId, values: until }]);
  await value(desk.client.changes.submit({ id: other.id }));
  await approved(desk, other.id);
  await desk.as(third);
  await value(desk.client.changes.rebase({ id }));
  await desk.as(desk.checker);
  const copy = await value(desk.client.changes.start({ name: "照抄", day: today, copyOf: id }));
  const again = await value(desk.client.changes.start({ name: "再抄", day: today, copyOf: copy.id }));
  await value(desk.client.changes.submit({ id: again.id }));
  for (const operator of [desk.maker, third]) {
    await desk.as(operator);
    const refused = await faultOf(desk.client.changes.approve({ id: again.id, headSeq: await head(desk) }));
    expect(refused.code).toBe("refused");
  }
});

test("a call that waits is asked again who asks: another workbook or operator, or a role gone", async () => {
  const desk = await twoPeople();
  const { id } = await draft(desk, [await ceiling(desk, "SQ-2", 10_000_000)]);
  await value(desk.client.changes.submit({ id }));
  await desk.as(desk.checker);
  const { headSeq } = await value(desk.client.changes.simulate({ id }));
  const approve = () => desk.client.changes.approve({ id, headSeq });
  const stripped = { id: desk.checker, name: "李审核", personId: null, roles: ["configurator" as const] };
  const [, unroled] = await Promise.all([desk.client.operators.save(stripped), faultOf(approve())]);
  expect(unroled.message.zh).toContain("审核员");
  await value(desk.client.operators.save({ ...stripped, roles: ["configurator", "reviewer"] }));

  const end = desk.client.operators.end({ id: await addOperator(desk, "赵某", []) });
  const waiting = faultOf(approve());
  await desk.as(desk.maker);
  await end;
  expect((await waiting).code).toBe("stale");

  await value(
    desk.client.workbook.create({ grant: desk.writes("o"), unitName: "乙局", timeZone: "Asia/Shanghai" }),
  );
  const opening = desk.client.workbook.open({ grant: desk.reads("w.quanheng") });
  expect((await faultOf(approve())).code).toBe("refused");
  await value(opening);
  expect(desk.bugs).toEqual([]);
});
