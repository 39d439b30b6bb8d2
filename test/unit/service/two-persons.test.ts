// The two-person rule: once somebody else is a reviewer, direct edits of what is governed go into drafts, by every way in.
import { expect, test } from "vitest";
import { office, tableOf } from "../../builders/office.ts";
import { bringIn, type Desk, faultOf, newWorkbook, preview, value } from "../../builders/service.ts";
import {
  addOperator,
  approved,
  authority,
  authorityTable,
  ceiling,
  draft,
  today,
  twoPeople,
  view,
} from "../../builders/two-people.ts";

const cells = async (desk: Desk, day = today) =>
  (await value(desk.client.matrix.view({ day }))).cells.map(({ code, upTo }) => `${code} ${upTo}`).sort();
const asBegun = ["SQ-1 null", "SQ-2 5000000"];

test("sheets: save, end and remove of governed rows are gathered in one draft; other rows are written", async () => {
  const desk = await twoPeople();
  const one = await authority(desk, "SQ-1");
  const two = await authority(desk, "SQ-2");
  const saved = await value(
    desk.client.sheets.save({ kind: "authorities", id: two.id, values: { ...two.values, upTo: 900 } }),
  );
  expect(saved).toEqual({
    id: two.id,
    change: null,
    draft: { id: expect.any(String), number: "TZ-2026-001" },
  });
  const ended = await value(desk.client.sheets.end({ kind: "authorities", id: one.id, until: "2026-09-01" }));
  expect(ended).toEqual({ change: null, draft: saved.draft });
  const added = await value(
    desk.client.sheets.save({
      kind: "matters",
      id: null,
      values: { code: "M2", name: "零星采购", area: "gov_proc" },
    }),
  );
  expect(added).toMatchObject({ change: null, draft: saved.draft });
  expect(await cells(desk)).toEqual(asBegun);
  const set = await view(desk, saved.draft?.id ?? "");
  expect(set.edits.map(({ key }) => key)).toEqual([
    `authorities/${two.id}`,
    `authorities/${one.id}`,
    `matters/${added.id}`,
  ]);
  expect(set.set).toMatchObject({ state: "draft", madeBy: "王编制", day: today });
  const removed = await value(desk.client.sheets.remove({ kind: "authorities", id: one.id }));
  expect(removed.draft).toEqual(saved.draft);
  expect((await view(desk, set.set.id)).edits).toHaveLength(3);
  const supplier = await value(
    desk.client.sheets.save({ kind: "suppliers", id: null, values: { code: "S7", name: "乙" } }),
  );
  expect(supplier).toMatchObject({ draft: null, change: { seq: expect.any(Number) } });
  const wrong = desk.client.sheets.save({
    kind: "authorities",
    id: two.id,
    values: { ...two.values, upTo: 0 },
  });
  expect(await faultOf(wrong)).toMatchObject({ code: "invalid", where: { column: "额度上限（含）" } });
  const used = await value(desk.client.sheets.list({ kind: "matters" }));
  expect(
    (await faultOf(desk.client.sheets.remove({ kind: "matters", id: used.rows[0]?.id ?? "" }))).code,
  ).toBe("refused");
});

test("the checker's direct edits go to the maker, in a draft of their own", async () => {
  const desk = await twoPeople();
  const row = await authority(desk, "SQ-2");
  const save = (upTo: number) =>
    value(desk.client.sheets.save({ kind: "authorities", id: row.id, values: { ...row.values, upTo } }));
  const makers = await save(100);
  await desk.as(desk.checker);
  const checkers = await save(200);
  expect(checkers.draft?.number).not.toBe(makers.draft?.number);
});

test("the grid's list of edits goes into the draft", async () => {
  const desk = await twoPeople();
  const edits = [await ceiling(desk, "SQ-2", 100), await ceiling(desk, "SQ-1", 200)];
  const done = await value(desk.client.matrix.apply({ edits, day: today }));
  expect(done).toMatchObject({ change: null, draft: { number: "TZ-2026-001" } });
  expect(await cells(desk)).toEqual(asBegun);
});

test("rules: saving, stopping, pairs, files and packs go into the draft", async () => {
  const desk = await twoPeople();
  const { rules } = await value(desk.client.rules.list({}));
  const rule = rules[0]?.rule;
  if (!rule) throw new Error("no rules");
  const count = async () => (await value(desk.client.rules.list({}))).rules.length;
  const before = await count();
  const next = { ...rule, version: rule.version + 1, severity: "low" as const };
  const saved = await value(desk.client.rules.save({ rule: next }));
  expect(saved).toMatchObject({ change: null, draft: { number: "TZ-2026-001" } });
  const stopped = await value(desk.client.rules.remove({ id: rules[1]?.rule.id ?? "" }));
  const pairs = await value(
    desk.client.rules.savePairs({ pairs: [{ first: "proc_handle", second: "proc_decide" }] }),
  );
  expect([stopped.draft, pairs.draft]).toEqual([saved.draft, saved.draft]);
  expect(pairs.pairs[0]?.casesInConflict).toBe(1);
  expect(await count()).toBe(before);
  const { edits } = await view(desk, saved.draft?.id ?? "");
  expect(edits.map(({ edit }) => edit.op)).toEqual(["rule", "stop", "rule"]);
  await value(desk.client.changes.submit({ id: saved.draft?.id ?? "" }));
  await approved(desk, saved.draft?.id ?? "");
  expect(await count()).toBe(before);
  expect((await value(desk.client.studio.open({ id: rule.id }))).row.rule.version).toBe(next.version);
  const resumed = await value(desk.client.studio.resume({ id: rules[1]?.rule.id ?? "" }));
  expect(resumed).toMatchObject({ change: null, draft: { number: "TZ-2026-002" } });
});

test("an import's governed rows go into the draft, its other rows in; the same file again adds nothing after approval", async () => {
  const desk = await twoPeople();
  const tables = [
    tableOf("suppliers", [["S8", "丙"]]),
    tableOf("posts", [["P4", "采购主任", "D1", "分管"]]),
    { ...authorityTable, rows: [["SQ-9", "M1", "S2", "P4", "900000", today, "青财〔2026〕1号"]] },
  ];
  const done = await bringIn(desk, tables);
  expect(done).toMatchObject({
    added: 3,
    change: { seq: expect.any(Number) },
    draft: { number: "TZ-2026-001" },
  });
  expect(await cells(desk)).toEqual(asBegun);
  expect((await value(desk.client.sheets.list({ kind: "posts" }))).total).toBe(4);
  const id = done.draft?.id ?? "";
  await value(desk.client.changes.submit({ id }));
  await approved(desk, id);
  expect(await cells(desk)).toContain("SQ-9 90000000");
  expect(await bringIn(desk, tables)).toMatchObject({
    added: 0,
    changed: 0,
    same: 3,
    draft: null,
    change: null,
  });
  // The import itself can be taken back only without what was approved since.
  expect((await faultOf(desk.client.journal.undo({ seq: done.change?.seq ?? 0 }))).code).toBe("stale");
});

test("rows that need what would only be in the draft are not brought in", async () => {
  const desk = await twoPeople();
  const offered = await preview(desk, [
    tableOf("matters", [["M5", "工程", "政府采购"]]),
    tableOf("cases", [["C9", "M5", "10", ""]]),
  ]);
  const refused = await faultOf(desk.client.imports.commit({ id: offered.id }));
  expect(refused.code).toBe("refused");
  expect((await value(desk.client.sheets.list({ kind: "cases" }))).total).toBe(2);
  expect((await value(desk.client.changes.list({}))).sets).toEqual([]);
});

test("undoing an approved set begins the inverse draft, which another person approves", async () => {
  const desk = await twoPeople();
  const { id } = await draft(desk, [
    await ceiling(desk, "SQ-2", 10_000_000),
    { op: "save", kind: "matters", id: "m-9", values: { code: "M9", name: "零星采购", area: "gov_proc" } },
  ]);
  await value(desk.client.changes.submit({ id }));
  const { change } = await approved(desk, id);
  const undone = await value(desk.client.journal.undo({ seq: change.seq }));
  expect(undone).toMatchObject({ change: null, draft: { number: "TZ-2026-002" } });
  expect((await faultOf(desk.client.journal.undo({ seq: change.seq }))).message.zh).toContain("TZ-2026-002");
  const inverse = undone.draft?.id ?? "";
  expect((await view(desk, inverse)).set).toMatchObject({
    undoOf: change.seq,
    day: today,
    isCorrection: false,
  });
  await value(desk.client.changes.submit({ id: inverse }));
  await approved(desk, inverse);
  expect(await cells(desk)).toEqual(asBegun);
  expect(await cells(desk, "2020-01-02")).toEqual(asBegun);
  expect((await value(desk.client.sheets.list({ kind: "matters" }))).total).toBe(1);
  const { entries } = await value(desk.client.journal.list({}));
  expect(entries.find(({ seq }) => seq === change.seq)).toMatchObject({
    undoneBy: entries[0]?.seq,
    canUndo: false,
  });
  expect((await view(desk, id)).set.state).toBe("approved");
  expect((await faultOf(desk.client.journal.undo({ seq: change.seq }))).code).toBe("stale");
});

test("undone later, the inverse is a correction from the set's own day", async () => {
  const desk = await twoPeople();
  const { id } = await draft(desk, [await ceiling(desk, "SQ-2", 10_000_000)]);
  await value(desk.client.changes.submit({ id }));
  const { change } = await approved(desk, id);
  desk.setDay("2026-05-01");
  const inverse = (await value(desk.client.journal.undo({ seq: change.seq }))).draft?.id ?? "";
  const begun = await view(desk, inverse);
  expect(begun.set).toMatchObject({ day: today, isCorrection: true });
  expect(begun.lacks).toHaveLength(1);
  const { name, day, reason } = begun.set;
  await value(desk.client.changes.describe({ id: inverse, name, day, reason, docNo: "青财〔2026〕7号" }));
  await value(desk.client.changes.submit({ id: inverse }));
  await approved(desk, inverse);
  expect(await cells(desk, "2026-04-01")).toEqual(asBegun);
});

test("undoing a direct edit made before there was a second person is a draft too", async () => {
  const desk = await newWorkbook();
  await bringIn(desk, [...office(), authorityTable]);
  const row = await authority(desk, "SQ-2");
  const { change } = await value(
    desk.client.sheets.save({ kind: "authorities", id: row.id, values: { ...row.values, upTo: 700 } }),
  );
  const { entries } = await value(desk.client.journal.list({ limit: 1 }));
  expect(entries[0]?.secondPerson).toBe("none");
  const maker = await addOperator(desk, "甲", ["configurator"]);
  await addOperator(desk, "乙", ["reviewer"]);
  await value(desk.client.operators.choose({ id: maker }));
  const undone = await value(desk.client.journal.undo({ seq: change?.seq ?? 0 }));
  expect(undone.change).toBeNull();
  const { edits } = await view(desk, undone.draft?.id ?? "");
  expect(edits[0]?.edit).toMatchObject({ op: "save", id: row.id, values: { upTo: 5_000_000 } });
});

test("with no other reviewer a direct edit is written and marked as one person's", async () => {
  const desk = await newWorkbook();
  await bringIn(desk, [...office(), authorityTable]);
  const sole = await addOperator(desk, "甲", ["configurator", "reviewer"]);
  await addOperator(desk, "乙", ["configurator"]);
  await value(desk.client.operators.choose({ id: sole }));
  const row = await authority(desk, "SQ-2");
  const done = await value(
    desk.client.sheets.save({ kind: "authorities", id: row.id, values: { ...row.values, upTo: 700 } }),
  );
  expect(done).toMatchObject({ draft: null, change: { seq: expect.any(Number) } });
  await value(desk.client.sheets.save({ kind: "suppliers", id: null, values: { code: "S7", name: "乙" } }));
  const { entries } = await value(desk.client.journal.list({ limit: 2 }));
  expect(entries.map(({ secondPerson }) => secondPerson)).toEqual([null, "none"]);
});

test("a log brings its own matter and steps, but what it changes of those on record is for the second person", async () => {
  const desk = await twoPeople();
  const columns = { caseColumn: "件号", activityColumn: "环节", personColumn: "人", timeColumn: "时间" };
  const rows = [["K1", "登记", "001", "2026-02-01 09:00"]];
  const log = async (duties: Record<string, string>) => {
    const table = { name: "日志", kind: null, header: Object.values(columns), rows };
    const { id } = await value(desk.client.imports.offer({ tables: [table] }));
    const mapping = { ...columns, amountColumn: null, duties };
    await value(desk.client.imports.previewLog({ id, index: 0, mapping }));
    return value(desk.client.imports.commit({ id }));
  };
  const duty = async () =>
    (await value(desk.client.sheets.list({ kind: "steps" }))).rows.find(
      ({ values }) => values.code === "登记",
    )?.values.duty;
  const first = await log({});
  expect(first).toMatchObject({ change: { seq: expect.any(Number) }, draft: null });
  // As it came in without the second person, so it goes.
  const undone = await value(desk.client.journal.undo({ seq: first.change?.seq ?? 0 }));
  expect(undone).toMatchObject({ change: { seq: expect.any(Number) }, draft: null });
  expect(await duty()).toBeUndefined();
  await log({});
  const before = await duty();
  const again = await log({ 登记: "proc_decide" });
  expect(again).toMatchObject({ change: null, draft: { number: "TZ-2026-001" }, changed: 1 });
  expect(await duty()).toBe(before);
  const id = again.draft?.id ?? "";
  await value(desk.client.changes.submit({ id }));
  await approved(desk, id);
  expect(await duty()).toBe("proc_decide");
});

test("an inverse draft whose edits were changed does not mark the entry as undone", async () => {
  const desk = await twoPeople();
  const { id } = await draft(desk, [await ceiling(desk, "SQ-2", 10_000_000)]);
  await value(desk.client.changes.submit({ id }));
  const { change } = await approved(desk, id);
  const undone = async () =>
    (await value(desk.client.journal.list({ limit: 100 }))).entries.find(({ seq }) => seq === change.seq)
      ?.undoneBy;
  const begun = (await value(desk.client.journal.undo({ seq: change.seq }))).draft?.id ?? "";
  const keys = (await view(desk, begun)).edits.map(({ key }) => key);
  await value(desk.client.changes.dropEdit({ id: begun, keys }));
  await value(desk.client.changes.edit({ id: begun, edits: [await ceiling(desk, "SQ-1", 300)] }));
  await value(desk.client.changes.submit({ id: begun }));
  await approved(desk, begun);
  expect(await undone()).toBeNull();
  const again = (await value(desk.client.journal.undo({ seq: change.seq }))).draft?.id ?? "";
  await value(desk.client.changes.submit({ id: again }));
  const { change: last } = await approved(desk, again);
  expect(await undone()).toBe(last.seq);
});
