// The ledger through the contract: policies named as the unit's own, exemptions with periods, evidence given and taken back.
import { expect, test } from "vitest";
import { office, tableOf } from "../../builders/office.ts";
import { bringIn, faultOf, newWorkbook, openDesk, value } from "../../builders/service.ts";

const tables = () => [
  ...office().filter(({ kind }) => kind !== "posts"),
  tableOf(
    "posts",
    [
      ["P1", "采购经办", "D1", "经办", "是", "高"],
      ["P2", "采购科长", "D1", "科长", "是", ""],
      ["P3", "支付经办", "D2", "经办", "否", ""],
    ],
    ["岗位编码", "岗位名称", "机构编码", "层级", "是否关键岗位", "风险等级"],
  ),
  {
    kind: "exemptions" as const,
    header: [
      "工号",
      "岗位编码",
      "起始日期",
      "终止日期",
      "事由",
      "替代控制措施",
      "文号",
      "批准机构",
      "复核日期",
    ],
    rows: [
      ["001", "P1", "2025-10-01", "2026-12-31", "健康原因", "按季专项审计", "文1", "局党组", "2026-06-30"],
    ],
  },
];
async function ledgerDesk() {
  const desk = await newWorkbook();
  await bringIn(desk, tables());
  return desk;
}

test("a line names its policy, what it is made of, and what is to be looked at", async () => {
  const desk = await ledgerDesk();
  const { day, lines } = await value(desk.client.tenure.ledger({}));
  expect(day).toBe("2026-03-05");
  expect(lines.map(({ person, state, policy }) => [person.staffNo, state, policy.source])).toEqual([
    ["001", "exempt", "grade"],
    ["002", "normal", "none"],
  ]);
  const [first, second] = lines;
  expect(first).toMatchObject({
    startedOn: "2020-01-01",
    limitMonths: 36,
    dueOn: "2023-01-01",
    daysLeft: -1159,
    exemption: { last: "2026-12-31" },
    services: [{ post: "采购经办", kind: "substantive", from: "2020-01-01", last: null }],
  });
  expect(first?.concerns.map(({ kind }) => kind)).toEqual(["evidence-missing"]);
  expect(second).toMatchObject({ limitMonths: null, dueOn: null, daysLeft: null });
  expect(second?.concerns.map(({ kind }) => kind)).toEqual(["no-limit"]);
});

test("evidence closes its period, once, on a day that has come, and can be taken back with a reason", async () => {
  const desk = await ledgerDesk();
  const rowNow = async () => (await value(desk.client.tenure.exemptions({}))).rows[0];
  const row = await rowNow();
  expect(row).toMatchObject({ state: "running", daysLeft: 301, everyMonths: 3 });
  expect(row?.periods.map(({ from, state }) => `${from} ${state}`)).toEqual([
    "2025-10-01 missing",
    "2026-01-01 running",
    "2026-04-01 coming",
    "2026-07-01 coming",
    "2026-10-01 coming",
  ]);
  const give = (given: { from?: string; doneOn?: string }) =>
    desk.client.tenure.addEvidence({
      subjectId: row?.id ?? "",
      from: "2025-10-01",
      doneOn: "2026-01-10",
      doneBy: "审计科",
      found: "抽查 12 件，未见异常",
      docNo: "审〔2026〕1号",
      ...given,
    });
  expect((await faultOf(give({ from: "2025-11-01" }))).code).toBe("invalid");
  expect((await faultOf(give({ doneOn: "2026-03-06" }))).code).toBe("invalid");
  expect((await faultOf(give({ doneOn: "2025-09-30" }))).code).toBe("invalid");
  const { id, change } = await value(give({}));
  expect((await faultOf(give({}))).code).toBe("invalid");
  expect((await rowNow())?.periods[0]).toMatchObject({ state: "done", evidence: { doneBy: "审计科" } });
  expect((await value(desk.client.tenure.ledger({}))).lines[0]?.concerns).toEqual([]);
  // As known before it was given it was missing.
  desk.setDay("2026-03-07");
  const before = await value(desk.client.tenure.exemptions({ knownOn: "2026-03-04" }));
  expect(before.rows).toEqual([]);
  await value(desk.client.journal.undo({ seq: change.seq }));
  expect((await rowNow())?.periods[0]?.state).toBe("missing");
  const again = await value(give({}));
  expect(again.id).not.toBe(id);
  await value(desk.client.tenure.dropEvidence({ id: again.id, reason: "登错" }));
  expect((await rowNow())?.periods[0]?.state).toBe("missing");
  expect((await value(desk.client.journal.verify({}))).brokenAt).toBeNull();
});

test("only the scheduler and the auditor give evidence; an evidence of nothing is refused", async () => {
  const desk = await ledgerDesk();
  const said = { from: "2025-10-01", doneOn: "2026-01-10", doneBy: "甲", found: "无" };
  expect((await faultOf(desk.client.tenure.addEvidence({ subjectId: "x", ...said }))).code).toBe("missing");
  const reader = openDesk({ folder: desk.folder, actor: { name: "别人", roles: ["reviewer"] } });
  expect((await faultOf(reader.client.tenure.addEvidence({ subjectId: "x", ...said }))).code).toBe("refused");
});

test("policies are one row a grade and one a post of its own, with how many posts each governs", async () => {
  const desk = await ledgerDesk();
  const { rows, posts } = await value(desk.client.tenure.policies({}));
  expect(rows.map(({ riskGrade, posts: governed }) => [riskGrade, governed])).toEqual([
    ["high", 1],
    ["medium", 0],
    ["low", 0],
  ]);
  expect(posts.map(({ code }) => code)).toEqual(["P1", "P2"]);
  const postId = posts[0]?.id ?? "";
  const own = { riskGrade: "high", postId, limitMonths: 24, minStayMonths: 6, coolingOffMonths: 12 };
  await value(
    desk.client.sheets.save({
      kind: "tenure-policies",
      id: null,
      values: { ...own, noticeDays: 10, overlapDays: 3 },
    }),
  );
  const after = await value(desk.client.tenure.policies({}));
  expect(after.rows.map(({ post, posts: governed }) => [post?.code ?? null, governed])).toEqual([
    [null, 0],
    [null, 0],
    [null, 0],
    ["P1", 1],
  ]);
  const line = (await value(desk.client.tenure.ledger({}))).lines[0];
  expect(line?.policy).toEqual({
    source: "own",
    limitMonths: 24,
    minStayMonths: 6,
    coolingOffMonths: 12,
    noticeDays: 10,
    overlapDays: 3,
  });
});
