// The check as stored: the same twice, closed by new facts, reopened under its id; an answer as of a day writes nothing.
import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { addDays } from "../../../shared/domain/day.ts";
import { office, tableOf } from "../../builders/office.ts";
import { bringIn, type Desk, faultOf, newWorkbook, openDesk, value } from "../../builders/service.ts";

/** C2 is handled and decided by 001: one pair of the unit's own. */
async function pairedDesk(): Promise<Desk> {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  await value(desk.client.rules.savePairs({ pairs: [{ first: "proc_handle", second: "proc_decide" }] }));
  return desk;
}
const own = async (desk: Desk) =>
  (await value(desk.client.conflicts.list({ withClosed: true }))).rows.filter(
    ({ ruleId }) => ruleId === "OWN-001",
  );
const seqOf = async (desk: Desk) => (await value(desk.client.workbook.state({}))).open?.journalSeq;

test("the same facts give the same conflicts with the same ids", async () => {
  const desk = await pairedDesk();
  const first = await value(desk.client.conflicts.check({}));
  expect(first.opened).toBeGreaterThan(0);
  const before = await value(desk.client.conflicts.list({ withClosed: true }));
  const second = await value(desk.client.conflicts.check({}));
  expect(second).toMatchObject({ opened: 0, reopened: 0, closed: 0 });
  const after = await value(desk.client.conflicts.list({ withClosed: true }));
  expect(after.rows).toEqual(before.rows);
  const { open } = await value(desk.client.workbook.state({}));
  expect(open).toMatchObject({ isCheckStale: false, openConflicts: before.rows.length });
});

test("new facts close a conflict, the old facts reopen it under its id, and its history tells so", async () => {
  const desk = await pairedDesk();
  await value(desk.client.conflicts.check({}));
  const [before] = await own(desk);
  expect(before).toMatchObject({ state: "open", people: [{ staffNo: "001" }] });
  const [act] = (await value(desk.client.sheets.list({ kind: "approvals" }))).rows;
  const removed = await value(desk.client.sheets.remove({ kind: "approvals", id: act?.id ?? "" }));
  expect((await value(desk.client.workbook.state({}))).open?.isCheckStale).toBe(true);
  expect(await value(desk.client.conflicts.check({}))).toMatchObject({
    closed: expect.any(Number),
    opened: 0,
  });
  const [closed] = await own(desk);
  expect(closed).toMatchObject({ id: before?.id, state: "closed-by-facts" });
  await value(desk.client.journal.undo({ seq: removed.change?.seq ?? 0 }));
  await value(desk.client.conflicts.check({}));
  const [again] = await own(desk);
  expect(again).toEqual(before);
  const { history } = await value(desk.client.conflicts.detail({ id: before?.id ?? "" }));
  expect(history).toHaveLength(3);
});

test("a rule that asks the same adds its source to the finding, not a finding of its own", async () => {
  const desk = await pairedDesk();
  const { rules } = await value(desk.client.rules.list({}));
  const rule = rules.find((row) => row.rule.id === "OWN-001")?.rule;
  if (!rule) throw new Error("no OWN-001");
  const citation = { source: "某办法第3条", mark: "secondary" as const, authority: "unit_rule" };
  await value(desk.client.rules.save({ rule: { ...rule, id: "OWN-002", sameCheckAs: "OWN-001", citation } }));
  await value(desk.client.conflicts.check({}));
  const found = await value(desk.client.conflicts.list({}));
  expect(found.rows.filter(({ ruleId }) => ruleId === "OWN-002")).toEqual([]);
  const [own1] = await own(desk);
  const { furtherSources } = await value(desk.client.conflicts.detail({ id: own1?.id ?? "" }));
  expect(furtherSources).toEqual([{ ruleId: "OWN-002", citation }]);
});

test("what a stopped rule found keeps its name and kind until the next check", async () => {
  const desk = await pairedDesk();
  await value(desk.client.conflicts.check({}));
  const [one] = (await value(desk.client.conflicts.list({}))).rows;
  await value(desk.client.rules.remove({ id: one?.ruleId ?? "" }));
  const after = (await value(desk.client.conflicts.list({}))).rows.find(({ id }) => id === one?.id);
  expect(one?.title.zh).not.toBe(one?.ruleId);
  expect(after).toMatchObject({ kind: one?.kind, title: one?.title });
});

test("an answer as of a day is that day's and leaves no trace", async () => {
  const desk = await pairedDesk();
  await value(desk.client.conflicts.check({}));
  const seq = await seqOf(desk);
  const earlier = await value(desk.client.conflicts.list({ asOf: "2026-01-07" }));
  expect(earlier.rows.some(({ ruleId }) => ruleId === "OWN-001")).toBe(false);
  const later = await value(desk.client.conflicts.list({ asOf: "2026-01-08" }));
  expect(later.rows.some(({ ruleId }) => ruleId === "OWN-001")).toBe(true);
  expect(await seqOf(desk)).toBe(seq);
  expect((await own(desk)).length).toBe(1);
});

test("the order of import does not change what is found", async () => {
  const found = async (tables: ReturnType<typeof office>) => {
    const desk = await newWorkbook();
    for (const table of tables) await bringIn(desk, [table]);
    await value(desk.client.rules.savePairs({ pairs: [{ first: "proc_handle", second: "proc_decide" }] }));
    await value(desk.client.conflicts.check({}));
    const { rows } = await value(desk.client.conflicts.list({}));
    return rows.map(({ ruleId, sentence }) => `${ruleId} ${sentence.zh}`).sort();
  };
  const approvals = tableOf("approvals", []);
  const all = office().find(({ kind }) => kind === "approvals")?.rows ?? [];
  const rest = office().filter(({ kind }) => kind !== "approvals");
  const piecemeal = all.toReversed().map((row) => ({ ...approvals, rows: [row] }));
  expect(await found([...rest, ...piecemeal])).toEqual(await found(office()));
});

test("a check that is stopped writes nothing", async () => {
  const desk = await pairedDesk();
  const seq = await seqOf(desk);
  const fault = await faultOf(desk.client.conflicts.check({}, { signal: { aborted: true } }));
  expect(fault.code).toBe("refused");
  expect(await seqOf(desk)).toBe(seq);
  expect(await own(desk)).toEqual([]);
});

test("a second window on the same workbook sees each commit of the first", async () => {
  const desk = await pairedDesk();
  const other = openDesk({ folder: desk.folder });
  const { open } = await value(other.client.workbook.open({ grant: other.reads("w.quanheng") }));
  expect(open?.readOnly).not.toBeNull();
  const people = async () => (await value(other.client.sheets.list({ kind: "people" }))).total;
  expect(await people()).toBe(3);
  await bringIn(desk, [tableOf("people", [["004", "赵六", "2020-01-01"]])]);
  expect(await people()).toBe(4);
  await value(desk.client.conflicts.check({}));
  expect(await own(other)).toEqual(await own(desk));
});

test("a check after an import, and after its undoing, finds what a whole check finds", async () => {
  const desk = await newWorkbook();
  const approvals = office().find(({ kind }) => kind === "approvals");
  await bringIn(
    desk,
    office().filter(({ kind }) => kind !== "approvals"),
  );
  await value(desk.client.rules.savePairs({ pairs: [{ first: "proc_handle", second: "proc_decide" }] }));
  await value(desk.client.conflicts.check({}));
  const wholly = async () => {
    // Another service has no earlier answer to go on from.
    await value(desk.client.workbook.close({}));
    const fresh = openDesk({ folder: desk.folder });
    await value(fresh.client.workbook.open({ grant: fresh.reads("w.quanheng") }));
    const found = await value(fresh.client.conflicts.check({}));
    await value(fresh.client.workbook.close({}));
    await value(desk.client.workbook.open({ grant: desk.reads("w.quanheng") }));
    return found;
  };
  for (const row of approvals?.rows ?? []) {
    const { change } = await bringIn(desk, [tableOf("approvals", [row])]);
    const { summary } = await value(desk.client.conflicts.check({}));
    const undone = await value(desk.client.journal.undo({ seq: change?.seq ?? 0 }));
    await value(desk.client.conflicts.check({}));
    await value(desk.client.journal.undo({ seq: undone.change?.seq ?? 0 }));
    const again = await value(desk.client.conflicts.check({}));
    expect({ ...again.summary, at: 0 }).toEqual({ ...summary, at: 0 });
  }
  const { summary } = await value(desk.client.conflicts.check({}));
  const whole = await wholly();
  expect(whole).toMatchObject({ opened: 0, reopened: 0, closed: 0 });
  expect({ ...whole.summary, at: 0 }).toEqual({ ...summary, at: 0 });
});

test("another workbook where one lay before is checked on its own facts", async () => {
  const desk = await pairedDesk();
  const { summary } = await value(desk.client.conflicts.check({}));
  expect(summary.conflicts).toBeGreaterThan(0);
  await value(desk.client.workbook.close({}));
  rmSync(desk.at("w.quanheng"));
  await value(
    desk.client.workbook.create({
      grant: desk.writes("w.quanheng"),
      unitName: "乙",
      timeZone: "Asia/Shanghai",
    }),
  );
  await bringIn(desk, office());
  await value(desk.client.rules.savePairs({ pairs: [{ first: "proc_handle", second: "proc_decide" }] }));
  const again = await value(desk.client.conflicts.check({}));
  expect(again.summary.conflicts).toBe(summary.conflicts);
  expect((await own(desk))[0]).toMatchObject({ people: [{ staffNo: "001" }] });
  expect(desk.bugs).toEqual([]);
});

test("an answer as known on a day speaks by the rules of that day, also those out of use since", async () => {
  const desk = await pairedDesk();
  await value(desk.client.conflicts.check({}));
  const [before] = await own(desk);
  const today = (await value(desk.client.workbook.state({}))).open?.today ?? "";
  desk.setDay(addDays(today, 2));
  await value(desk.client.rules.remove({ id: "OWN-001" }));
  const then = await value(desk.client.conflicts.list({ asOf: today, knownOn: today }));
  const row = then.rows.find(({ ruleId }) => ruleId === "OWN-001");
  expect(row).toMatchObject({ title: before?.title, kind: before?.kind });
  const detail = await value(desk.client.conflicts.detail({ id: row?.id ?? "" }));
  expect(detail).toMatchObject({ row: { title: before?.title }, citation: { mark: "unit" } });
});

test("the course of a case as of a day ends with that day", async () => {
  const desk = await pairedDesk();
  const late = ["C2", "S2", "002", "同意", "2026-02-09 09:00"];
  const more = office().map((table) =>
    table.kind === "approvals" ? { ...table, rows: [...table.rows, late] } : table,
  );
  await bringIn(desk, more);
  const { rows } = await value(desk.client.conflicts.list({ asOf: "2026-01-31" }));
  const row = rows.find(({ ruleId }) => ruleId === "OWN-001");
  const { acts } = await value(desk.client.conflicts.detail({ id: row?.id ?? "" }));
  expect(acts.map(({ day }) => day)).toEqual(["2026-01-07", "2026-01-08"]);
});
