// Delegations as rows: refused by form and by file alike, ended early with a reason, and kept under the digest of their time.
import { createHash } from "node:crypto";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import type { Cell } from "../../../shared/contract/sheets.ts";
import { office } from "../../builders/office.ts";
import { bringIn, faultOf, newWorkbook, preview, value } from "../../builders/service.ts";
import { approved, authority, today, twoPeople } from "../../builders/two-people.ts";

const authorities = {
  kind: "authorities" as const,
  header: ["授权编号", "事项编码", "环节编码", "岗位编码", "额度上限（元）", "起始日期"],
  rows: [["Q1", "M1", "S2", "P2", "500000", "2020-01-01"]],
};
const header = ["授权编号", "授权人工号", "被授权人工号", "起始日期", "终止日期", "文号", "事由"];

/** The day of the test desk. */
async function lendingDesk() {
  const desk = await newWorkbook();
  await bringIn(desk, [...office(), authorities]);
  const { open } = await value(desk.client.workbook.state({}));
  const today = open?.today ?? "";
  const year = Number(today.slice(0, 4)) + 1;
  const idOf = async (kind: "people" | "authorities", code: string): Promise<string> =>
    (await value(desk.client.sheets.list({ kind }))).rows.find(({ values }) =>
      Object.values(values).includes(code),
    )?.id ?? "";
  const values: Record<string, Cell> = {
    authorityId: await idOf("authorities", "Q1"),
    fromPersonId: await idOf("people", "002"),
    toPersonId: await idOf("people", "001"),
    from: `${year}-03-01`,
    until: `${year}-03-11`,
    docNo: "授〔1〕号",
    reason: "出差",
  };
  return { desk, year, values, idOf };
}

test("a form is refused under the column at fault, and told what to do", async () => {
  const { desk, values, year, idOf } = await lendingDesk();
  const save = (given: Record<string, Cell>) =>
    faultOf(desk.client.sheets.save({ kind: "delegations", id: null, values: { ...values, ...given } }));
  expect(await save({ docNo: null })).toMatchObject({ code: "invalid", where: { column: "文号" } });
  expect(await save({ reason: "" })).toMatchObject({ where: { column: "事由" } });
  expect(await save({ until: `${year}-05-01` })).toMatchObject({ where: { column: "终止日期" } });
  const stranger = await save({ fromPersonId: await idOf("people", "003") });
  expect(stranger.message.zh).toContain("王五（003）");
  expect(stranger).toMatchObject({ where: { column: "授权人工号" } });
});

test("an imported row is judged with the rows before it in the same file", async () => {
  const desk = await newWorkbook();
  const year = Number(((await value(desk.client.workbook.state({}))).open?.today ?? "").slice(0, 4)) + 1;
  const row = (from: string, until: string, ...rest: string[]): string[] => [
    "Q1",
    "002",
    "001",
    `${year}-${from}`,
    `${year}-${until}`,
    ...rest,
  ];
  const rows = [
    row("03-01", "03-10", "文1", "出差"),
    row("03-11", "03-20", "文2", "出差"),
    row("03-21", "03-25", "文3", "出差"),
    row("08-01", "08-05", "文4", ""),
    ["Q1", "002", "001", "2021-03-01", "2022-03-01", "", ""],
  ];
  const seen = await preview(desk, [...office(), authorities, { kind: "delegations", header, rows }]);
  expect(seen.kinds.find(({ kind }) => kind === "delegations")).toMatchObject({ added: 3, rejected: 2 });
  const { rows: told } = await value(
    desk.client.imports.rows({ id: seen.id, kind: "delegations", verdict: "rejected" }),
  );
  expect(told.map(({ row: at, problems }) => [at, problems[0]?.column])).toEqual([
    [4, "起始日期"],
    [5, "事由"],
  ]);
  await value(desk.client.imports.commit({ id: seen.id }));
  // What is on record already stands, though it would not be given today.
  const again = await preview(desk, [
    { kind: "delegations", header, rows: rows.slice(0, 2).concat(rows.slice(4)) },
  ]);
  expect(again.kinds).toMatchObject([{ kind: "delegations", same: 3, rejected: 0 }]);
});

test("a loan that has begun is not moved on: not in its row, nor by editing it again and again", async () => {
  const { desk, values: given } = await lendingDesk();
  const values: Record<string, Cell> = { ...given, from: today, until: "2026-04-04" };
  const { id } = await value(desk.client.sheets.save({ kind: "delegations", id: null, values }));
  desk.setDay("2026-04-03");
  const moved = { ...values, from: "2026-04-04", until: "2026-05-04" };
  const refused = await faultOf(desk.client.sheets.save({ kind: "delegations", id, values: moved }));
  expect(refused.message.zh).toContain("续期请另行新增");
  const edit = (row: string, from: string, until: string, docNo: string) =>
    desk.client.matrix.apply({
      day: from,
      name: null,
      edits: [
        {
          op: "save",
          kind: "delegations",
          id: row,
          values: { ...values, from, until, docNo, endReason: null },
        },
      ],
    });
  // Under the same paper it would be one loan of 59 days, whatever first day the edit names.
  const longer = await faultOf(edit(id, "2026-04-03", "2026-05-03", "授〔1〕号"));
  expect(longer).toMatchObject({ code: "invalid", where: { column: "终止日期" } });
  // The first takes over as the one renewal; a second is too many, whichever of the two rows is edited.
  await value(edit(id, "2026-04-03", "2026-05-03", "授〔2〕号"));
  desk.setDay("2026-05-02");
  for (const row of [id, `${id}@2026-04-03`]) {
    const again = await faultOf(edit(row, "2026-05-02", "2026-06-01", "授〔3〕号"));
    expect(again).toMatchObject({ code: "invalid", where: { column: "起始日期" } });
  }
  // One that is yet to come is moved freely.
  const coming = { ...values, from: "2026-08-01", until: "2026-08-11" };
  const later = await value(desk.client.sheets.save({ kind: "delegations", id: null, values: coming }));
  const on = { ...coming, from: "2026-08-05", until: "2026-08-20" };
  await value(desk.client.sheets.save({ kind: "delegations", id: later.id, values: on }));
});

test("ending a loan never makes it longer, nor brings it back", async () => {
  const { desk, values: given } = await lendingDesk();
  const values: Record<string, Cell> = { ...given, from: today, until: "2026-03-15" };
  const { id } = await value(desk.client.sheets.save({ kind: "delegations", id: null, values }));
  const end = (until: string) => desk.client.sheets.end({ kind: "delegations", id, until, reason: "出差" });
  const byEdit = (until: string) =>
    desk.client.matrix.apply({
      day: today,
      name: null,
      edits: [{ op: "end", kind: "delegations", id, until, reason: "出差" }],
    });
  for (const day of [today, "2026-03-20"]) {
    desk.setDay(day);
    expect((await faultOf(end("2027-01-01"))).message.zh).toContain("2026-03-14");
    expect((await faultOf(byEdit("2027-01-01"))).code).toBe("invalid");
  }
  desk.setDay(today);
  await value(byEdit("2026-03-12"));
  await value(end("2026-03-10"));
  const { rows } = await value(desk.client.sheets.list({ kind: "delegations" }));
  expect(rows.map(({ values: row }) => row.until)).toEqual(["2026-03-10"]);
});

test("ended early it says why, and undo brings it back", async () => {
  const { desk, values, year } = await lendingDesk();
  const { id } = await value(desk.client.sheets.save({ kind: "delegations", id: null, values }));
  const until = `${year}-03-05`;
  for (const reason of [null, "  "]) {
    const silent = await faultOf(desk.client.sheets.end({ kind: "delegations", id, until, reason }));
    expect(silent).toMatchObject({ code: "invalid", where: { column: "收回原因" } });
  }
  const edits = [{ op: "end" as const, kind: "delegations" as const, id, until }];
  const { code } = await faultOf(desk.client.matrix.apply({ day: `${year}-03-02`, name: null, edits }));
  expect(code).toBe("invalid");
  const { change } = await value(
    desk.client.sheets.end({ kind: "delegations", id, until, reason: "提前返岗" }),
  );
  const rowNow = async () => (await value(desk.client.sheets.list({ kind: "delegations" }))).rows[0]?.values;
  expect(await rowNow()).toMatchObject({ until, endReason: "提前返岗", reason: "出差" });
  await value(desk.client.journal.undo({ seq: change?.seq ?? 0 }));
  expect(await rowNow()).toMatchObject({ until: values.until, endReason: null });
});

test("a row without the later columns keeps the digest that an earlier program gave it", async () => {
  const { desk } = await lendingDesk();
  await bringIn(desk, [
    {
      kind: "delegations",
      header: header.slice(0, 6),
      rows: [["Q1", "002", "001", "2021-03-01", "2021-03-10", "文1"]],
    },
  ]);
  const db = new Database(desk.at("w.quanheng"), { readonly: true });
  const last = db.prepare("SELECT seq, rows_digest FROM journal ORDER BY seq DESC LIMIT 1").get() as {
    seq: number;
    rows_digest: string;
  };
  const old = db
    .prepare(
      `SELECT row_id, entity, entities.id, authority, from_person, to_person, from_day, until_day, doc_no
       FROM delegations JOIN entities ON entities.key = entity WHERE recorded_in = ?`,
    )
    .raw()
    .get(last.seq);
  db.close();
  const digest = createHash("sha256")
    .update(`delegations${JSON.stringify(old)}\n`)
    .update("{}")
    .digest("hex");
  expect(last.rows_digest).toBe(digest);
  expect((await value(desk.client.journal.verify({}))).brokenAt).toBeNull();
});

test("the list says by the day what runs, what is to come, what ended by itself, and what ends soon", async () => {
  const { desk, values, year } = await lendingDesk();
  await value(desk.client.sheets.save({ kind: "delegations", id: null, values }));
  const on = async (day: string) => {
    const { rows, endingSoon } = await value(desk.client.delegations.list({ day }));
    return { ...rows[0], isSoon: endingSoon.length === 1 };
  };
  expect(await on(`${year}-02-28`)).toMatchObject({ state: "coming", daysLeft: null, isSoon: false });
  expect(await on(`${year}-03-01`)).toMatchObject({ state: "running", daysLeft: 9, isSoon: false });
  expect(await on(`${year}-03-03`)).toMatchObject({ daysLeft: 7, isSoon: true });
  expect(await on(`${year}-03-10`)).toMatchObject({ state: "running", daysLeft: 0, isSoon: true });
  expect(await on(`${year}-03-11`)).toMatchObject({ state: "ended", daysLeft: null, isSoon: false });
  expect(await on(`${year}-03-05`)).toMatchObject({ renewalsLeft: 1, lacks: [] });
});

test("who could lend what, what the receiver would hold, and what could come of it", async () => {
  const { desk, values, idOf } = await lendingDesk();
  const lendable = async (code: string) =>
    (
      await value(
        desk.client.delegations.lendable({ personId: await idOf("people", code), day: String(values.from) }),
      )
    ).authorities.map(({ code: own }) => own);
  expect(await lendable("002")).toEqual(["Q1"]);
  expect(await lendable("003")).toEqual([]);
  await bringIn(desk, [
    {
      kind: "steps",
      header: ["事项编码", "环节编码", "环节名称", "次序", "职责"],
      rows: [
        ["M1", "S8", "填报", "8", "apply"],
        ["M1", "S9", "批准", "9", "approve"],
      ],
    },
    {
      kind: "authorities",
      header: authorities.header,
      rows: [
        ["Q8", "M1", "S8", "P1", "", "2020-01-01"],
        ["Q9", "M1", "S9", "P2", "", "2020-01-01"],
      ],
    },
  ]);
  values.authorityId = await idOf("authorities", "Q9");
  const { authorityId, fromPersonId, toPersonId, from, until } = values as Record<string, string>;
  const draft = { authorityIds: [authorityId ?? ""], fromPersonId: fromPersonId ?? "", from: from ?? "" };
  const seen = await value(
    desk.client.delegations.preview({ ...draft, toPersonId: toPersonId ?? "", until: until ?? null }),
  );
  expect(seen.problems.map(({ key }) => key)).toEqual(["docNo", "reason"]);
  expect(seen.holds.map(({ authority, how }) => [authority.code, how])).toEqual([
    ["Q8", "own"],
    ["Q9", "by-this"],
  ]);
  // He applies in his own right and would decide on loan: somebody who handles and decides one case.
  expect(seen.appearing.length).toBeGreaterThan(0);
  expect(seen.appearing.every(({ personIds }) => personIds.includes(String(toPersonId)))).toBe(true);
  expect(await value(desk.client.sheets.list({ kind: "delegations" }))).toMatchObject({ total: 0 });
});

test("the unit sets its own limits, and the next form keeps to them", async () => {
  const { desk, values, year } = await lendingDesk();
  const long = { ...values, until: `${year}-05-01` };
  await faultOf(desk.client.sheets.save({ kind: "delegations", id: null, values: long }));
  await value(desk.client.delegations.setLimits({ longestDays: 90, renewals: 0 }));
  await value(desk.client.sheets.save({ kind: "delegations", id: null, values: long }));
  const next = { ...values, from: `${year}-05-01`, until: `${year}-05-02` };
  expect(
    await faultOf(desk.client.sheets.save({ kind: "delegations", id: null, values: next })),
  ).toMatchObject({
    where: { column: "起始日期" },
  });
  expect((await value(desk.client.journal.verify({}))).brokenAt).toBeNull();
});

test("the letter states the loan and is missing for another id", async () => {
  const { desk, values } = await lendingDesk();
  const { id } = await value(desk.client.sheets.save({ kind: "delegations", id: null, values }));
  const letter = await value(desk.client.reports.document({ what: "delegation", delegationId: id }));
  const said = Object.fromEntries(letter.rows.map(([name, words]) => [name, words]));
  expect(said).toMatchObject({
    文号: "授〔1〕号",
    授权人: "李四（工号 002）",
    授权事项: "政府采购 · 审批；额度：500,000.00 元以下（含）；岗位：采购科长；不得再转；编号 Q1",
  });
  expect(
    await faultOf(desk.client.reports.document({ what: "delegation", delegationId: "x" })),
  ).toMatchObject({
    code: "missing",
  });
});

test("with a second person a delegation waits for approval, is judged again, and its early end keeps the reason", async () => {
  const desk = await twoPeople();
  const personOf = async (code: string) =>
    (await value(desk.client.sheets.list({ kind: "people" }))).rows.find((row) => row.values.staffNo === code)
      ?.id;
  const given: Record<string, Cell> = {
    authorityId: (await authority(desk, "SQ-2")).id,
    fromPersonId: (await personOf("002")) ?? "",
    toPersonId: (await personOf("001")) ?? "",
    from: "2026-03-10",
    until: "2026-03-20",
    docNo: "授〔2〕号",
    reason: "出差",
    endReason: null,
  };
  const edit = (id: string, values: Record<string, Cell>) => ({
    op: "save" as const,
    kind: "delegations" as const,
    id,
    values: { ...given, ...values },
  });
  const apply = (edits: ReturnType<typeof edit>[]) => desk.client.matrix.apply({ edits, day: today });
  // Two that would be one renewal too many between them are refused together.
  const twice = [edit("x1", {}), edit("x2", { from: "2026-03-20", until: "2026-03-30" })];
  const third = edit("x3", { from: "2026-03-30", until: "2026-04-05" });
  expect(await faultOf(apply([...twice, third]))).toMatchObject({ where: { column: "起始日期" } });
  expect(await faultOf(apply([edit("x1", { docNo: null })]))).toMatchObject({ where: { column: "文号" } });
  const taken = await value(apply([edit("d1", {})]));
  expect(taken).toMatchObject({ change: null });
  const list = async () => (await value(desk.client.delegations.list({ day: "2026-03-12" }))).rows;
  expect(await list()).toEqual([]);
  await value(desk.client.changes.submit({ id: taken.draft?.id ?? "" }));
  await approved(desk, taken.draft?.id ?? "");
  expect(await list()).toMatchObject([{ id: "d1", state: "running", endReason: null }]);
  const ended = await value(
    desk.client.sheets.end({ kind: "delegations", id: "d1", until: "2026-03-15", reason: "提前返岗" }),
  );
  expect(ended.change).toBeNull();
  await value(desk.client.changes.submit({ id: ended.draft?.id ?? "" }));
  await approved(desk, ended.draft?.id ?? "");
  expect(await list()).toMatchObject([{ id: "d1", until: "2026-03-15", endReason: "提前返岗" }]);
});
