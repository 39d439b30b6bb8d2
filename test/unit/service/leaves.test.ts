// Forced leave through the contract: asked for on paper, placed only as the planner would allow, handed over, looked into, taken back.
import { expect, test } from "vitest";
import { office, tableOf } from "../../builders/office.ts";
import { bringIn, faultOf, newWorkbook, value } from "../../builders/service.ts";

/** Two at the window, so that one can stay away; one of them a relative of a third. */
const tables = () => [
  ...office().filter(({ kind }) => kind !== "posts" && kind !== "people" && kind !== "assignments"),
  tableOf(
    "posts",
    [
      ["P1", "采购经办", "D1", "经办", "是", "高", "60"],
      ["P2", "采购科长", "D1", "科长", "否", "", ""],
      ["P3", "支付经办", "D2", "经办", "否", "", ""],
    ],
    ["岗位编码", "岗位名称", "机构编码", "层级", "是否关键岗位", "风险等级", "轮岗周期（月）"],
  ),
  tableOf("people", [
    ["001", "张三", "2019-01-01"],
    ["002", "李四", "2019-01-01"],
    ["003", "王五", "2020-01-01"],
    ["004", "赵六", "2020-01-01"],
  ]),
  tableOf("assignments", [
    ["001", "P1", "2024-01-01", ""],
    ["002", "P2", "2020-01-01", ""],
    ["003", "P3", "2020-01-01", ""],
    ["004", "P3", "2020-01-01", ""],
  ]),
  {
    kind: "relations" as const,
    header: ["工号", "对方工号", "关系类型", "起始日期"],
    rows: [["001", "004", "夫妻", "2010-01-01"]],
  },
  {
    kind: "authorities" as const,
    header: ["授权编号", "事项编码", "环节编码", "岗位编码", "起始日期"],
    rows: [
      ["Q1", "M1", "S1", "P1", "2020-01-01"],
      ["Q2", "M1", "S2", "P2", "2020-01-01"],
    ],
  },
];
async function leaveDesk() {
  const desk = await newWorkbook();
  await bringIn(desk, tables());
  const idOf = async (kind: "people" | "posts", code: string): Promise<string> =>
    (await value(desk.client.sheets.list({ kind }))).rows.find(({ values }) =>
      Object.values(values).includes(code),
    )?.id ?? "";
  const ids = {
    zhang: await idOf("people", "001"),
    li: await idOf("people", "002"),
    wang: await idOf("people", "003"),
    zhao: await idOf("people", "004"),
    p1: await idOf("posts", "P1"),
    p3: await idOf("posts", "P3"),
  };
  const asked = {
    personId: ids.zhang,
    postId: ids.p1,
    from: "2026-04-01",
    until: "2026-06-01",
    reason: "年度强制休假",
    docNo: "党组〔2026〕4号",
    approver: "局党组会议",
  };
  const rows = async () => (await value(desk.client.leaves.list({}))).rows;
  return { desk, ids, asked, rows };
}
// 2026-04-13 is a Monday: two working weeks.
const days = { from: "2026-04-13", until: "2026-04-25" };

test("it is asked for the holder of a key post, with paper, by a body, in a window that is wide enough", async () => {
  const { desk, ids, asked, rows } = await leaveDesk();
  const refusal = async (given: Partial<typeof asked> & { workingDays?: number }): Promise<string> =>
    (await faultOf(desk.client.leaves.ask({ ...asked, ...given }))).code;
  expect(await refusal({ workingDays: 9 })).toBe("invalid");
  expect(await refusal({ docNo: " " })).toBe("invalid");
  expect(await refusal({ approver: "科长" })).toBe("invalid");
  expect(await refusal({ personId: ids.wang, postId: ids.p3 })).toBe("invalid");
  expect(await refusal({ personId: ids.wang })).toBe("invalid");
  expect(await refusal({ until: "2026-04-13" })).toBe("invalid");
  expect(await refusal({ from: "2026-01-01", until: "2026-02-01" })).toBe("invalid");
  expect(await refusal({ postId: "nowhere" })).toBe("missing");
  const { id, change } = await value(desk.client.leaves.ask(asked));
  expect(await refusal({})).toBe("invalid");
  expect(await rows()).toMatchObject([{ id, state: "asked", phase: null, standIn: null, workingDays: 10 }]);
  await value(desk.client.journal.undo({ seq: change.seq }));
  expect(await rows()).toEqual([]);
});

test("it is placed by the planner's own check: days, relatives, incompatible duties, own work, work that goes on", async () => {
  const { desk, ids, asked, rows } = await leaveDesk();
  const { id } = await value(desk.client.leaves.ask(asked));
  const told = async (standInId: string, given: Partial<typeof days> = {}): Promise<string> =>
    (await value(desk.client.leaves.tryPlace({ id, ...days, standInId, ...given }))).troubles
      .map(({ zh }) => zh)
      .join("；");
  expect(await told(ids.wang)).toBe("");
  expect(await told(ids.wang, { until: "2026-04-24" })).toBe("只有 9 个工作日，须 10 个");
  expect(await told(ids.wang, { from: "2026-05-25", until: "2026-06-06" })).toContain("窗口");
  expect(await told(ids.zhao)).toContain("回避关系");
  expect(await told(ids.zhang)).toContain("本人");
  expect(await told(ids.wang, { from: "2026-03-01" })).toContain("已过去");
  expect((await faultOf(desk.client.leaves.place({ id, ...days, standInId: ids.zhao }))).code).toBe(
    "refused",
  );
  const able = await value(desk.client.leaves.standIns({ id, ...days }));
  expect(able.people.map(({ staffNo }) => staffNo)).toContain("003");
  expect(able.people.map(({ staffNo }) => staffNo)).not.toContain("004");
  const short = await value(desk.client.leaves.standIns({ id, ...days, until: "2026-04-24" }));
  expect(short).toMatchObject({ people: [], inCommon: [{ zh: "只有 9 个工作日，须 10 个" }] });
  await value(desk.client.leaves.place({ id, ...days, standInId: ids.wang }));
  expect(await rows()).toMatchObject([
    {
      state: "placed",
      phase: "coming",
      placedDays: 10,
      standIn: { name: "王五" },
      byPlan: false,
      concerns: [],
    },
  ]);
  expect(desk.bugs).toEqual([]);
});

test("handovers at both ends before a third person, acts of those days as red flags, evidence", async () => {
  const { desk, ids, asked, rows } = await leaveDesk();
  const { id } = await value(desk.client.leaves.ask(asked));
  const hand = (end: "out" | "back", on: string, witness = "周七") =>
    desk.client.leaves.handOver({ id, end, on, witness, note: "印章、在办件、台账" });
  expect((await faultOf(hand("out", "2026-03-05"))).code).toBe("refused");
  await value(desk.client.leaves.place({ id, ...days, standInId: ids.wang }));
  desk.setDay("2026-05-04");
  const concerns = async (): Promise<number | undefined> => (await rows())[0]?.concerns.length;
  expect(await concerns()).toBe(3);
  await bringIn(desk, [tableOf("approvals", [["C1", "S1", "001", "提交", "2026-04-14 09:00"]])]);
  const [row] = await rows();
  expect(row).toMatchObject({ phase: "over", acts: [{ day: "2026-04-14", caseNo: "C1", step: "申请" }] });
  expect(row?.concerns.map(({ zh }) => zh).join()).toContain("1 条本人办理记录，待核");
  expect((await faultOf(hand("out", "2026-04-14"))).code).toBe("invalid");
  expect((await faultOf(hand("out", "2026-04-10", "王五"))).code).toBe("invalid");
  expect((await faultOf(hand("back", "2026-04-20"))).code).toBe("invalid");
  await value(hand("out", "2026-04-10"));
  await value(hand("back", "2026-04-27"));
  await value(
    desk.client.tenure.addEvidence({
      subjectId: id,
      from: days.from,
      doneOn: "2026-04-30",
      doneBy: "审计科",
      found: "未见异常",
    }),
  );
  expect(await concerns()).toBe(1);
  expect((await faultOf(desk.client.leaves.withdraw({ id, reason: "改期" }))).code).toBe("refused");
  expect((await value(desk.client.journal.verify({}))).brokenAt).toBeNull();
});

test("what has not begun can be placed anew or withdrawn with a reason", async () => {
  const { desk, ids, asked, rows } = await leaveDesk();
  const { id } = await value(desk.client.leaves.ask(asked));
  await value(desk.client.leaves.place({ id, ...days, standInId: ids.wang }));
  await value(desk.client.leaves.place({ id, from: "2026-05-11", until: "2026-05-23", standInId: ids.wang }));
  await value(desk.client.leaves.withdraw({ id, reason: "改为轮岗" }));
  expect(await rows()).toMatchObject([{ state: "withdrawn", withdrawnBecause: "改为轮岗", from: null }]);
  expect((await faultOf(desk.client.leaves.place({ id, ...days, standInId: ids.wang }))).code).toBe(
    "refused",
  );
});

test("what a plan has placed is adopted as one change, and only while it is still asked for", async () => {
  const { desk, asked, rows } = await leaveDesk();
  const { id } = await value(desk.client.leaves.ask(asked));
  const plan = await value(desk.client.rotation.plan({ months: 12 }));
  expect(plan.leaves.map(({ demandId }) => demandId)).toEqual([id]);
  const done = await value(desk.client.leaves.adopt({ planId: plan.id }));
  expect(done).toMatchObject({ placed: 1, refused: [] });
  expect(await rows()).toMatchObject([{ state: "placed", byPlan: true, concerns: [] }]);
  expect(await value(desk.client.leaves.adopt({ planId: plan.id }))).toMatchObject({
    placed: 0,
    change: null,
  });
  await value(desk.client.journal.undo({ seq: done.change?.seq ?? 0 }));
  expect(await rows()).toMatchObject([{ state: "asked", standIn: null }]);
});

test("a leave that has begun is not undone either; what was recorded of it is", async () => {
  const { desk, ids, asked, rows } = await leaveDesk();
  const { id } = await value(desk.client.leaves.ask(asked));
  const placed = await value(desk.client.leaves.place({ id, ...days, standInId: ids.wang }));
  await value(desk.client.journal.undo({ seq: placed.change.seq }));
  expect(await rows()).toMatchObject([{ state: "asked" }]);
  const again = await value(desk.client.leaves.place({ id, ...days, standInId: ids.wang }));
  desk.setDay(days.from);
  expect((await faultOf(desk.client.journal.undo({ seq: again.change.seq }))).code).toBe("refused");
  const note = { witness: "周七", note: "印章" };
  const out = await value(desk.client.leaves.handOver({ id, end: "out", on: days.from, ...note }));
  await value(desk.client.journal.undo({ seq: out.change.seq }));
  expect(await rows()).toMatchObject([{ state: "placed", phase: "running", ...days }]);
});
