// Exemptions as rows: refused by form, file and change set alike when anything is missing, ended early with a reason; policies of single posts.
import { expect, test } from "vitest";
import type { Cell } from "../../../shared/contract/sheets.ts";
import { office, tableOf } from "../../builders/office.ts";
import { bringIn, faultOf, newWorkbook, preview, value } from "../../builders/service.ts";
import { addOperator } from "../../builders/two-people.ts";

const posts = tableOf(
  "posts",
  [
    ["P1", "采购经办", "D1", "经办", "是", "高", "36"],
    ["P2", "采购科长", "D1", "科长", "否", "", ""],
    ["P3", "支付经办", "D2", "经办", "是", "高", ""],
  ],
  ["岗位编码", "岗位名称", "机构编码", "层级", "是否关键岗位", "风险等级", "轮岗周期（月）"],
);
async function keyDesk() {
  const desk = await newWorkbook();
  await bringIn(desk, [...office().filter(({ kind }) => kind !== "posts"), posts]);
  const idOf = async (kind: "people" | "posts", code: string): Promise<string> =>
    (await value(desk.client.sheets.list({ kind }))).rows.find(({ values }) =>
      Object.values(values).includes(code),
    )?.id ?? "";
  const values: Record<string, Cell> = {
    personId: await idOf("people", "001"),
    postId: await idOf("posts", "P1"),
    from: "2026-03-05",
    until: "2027-03-05",
    reason: "距退休不足两年",
    compensatingControl: "每年专项审计",
    docNo: "党组〔2026〕3号",
    approver: "局党组会议",
    reviewOn: "2026-09-01",
  };
  return { desk, values, idOf };
}

test("a form is refused under the column that is missing or wrong", async () => {
  const { desk, values, idOf } = await keyDesk();
  const columnOf = async (given: Record<string, Cell>): Promise<unknown> =>
    (
      await faultOf(
        desk.client.sheets.save({ kind: "exemptions", id: null, values: { ...values, ...given } }),
      )
    ).where?.column;
  expect(await columnOf({ docNo: null })).toBe("文号");
  expect(await columnOf({ approver: "" })).toBe("批准机构");
  expect(await columnOf({ approver: "李四" })).toBe("批准机构");
  expect(await columnOf({ approver: "科长" })).toBe("批准机构");
  expect(await columnOf({ until: null })).toBe("终止日期");
  expect(await columnOf({ until: "2029-03-06" })).toBe("终止日期");
  expect(await columnOf({ reviewOn: null })).toBe("复核日期");
  expect(await columnOf({ reviewOn: "2027-03-05" })).toBe("复核日期");
  expect(await columnOf({ compensatingControl: "无" })).toBe("替代控制措施");
  expect(await columnOf({ postId: await idOf("posts", "P3") })).toBe("岗位编码");
  expect(await columnOf({ postId: await idOf("posts", "P2"), personId: await idOf("people", "002") })).toBe(
    "岗位编码",
  );
  await value(desk.client.sheets.save({ kind: "exemptions", id: null, values }));
  // Exemptions without a gap are one: together no more than three years.
  const next = { from: "2027-03-05", until: "2029-03-06", reviewOn: "2028-01-01" };
  expect(await columnOf(next)).toBe("终止日期");
  await value(
    desk.client.sheets.save({
      kind: "exemptions",
      id: null,
      values: { ...values, ...next, until: "2029-03-05" },
    }),
  );
});

test("an imported row is asked the same; what is over is a fact", async () => {
  const { desk } = await keyDesk();
  const header = [
    "工号",
    "岗位编码",
    "起始日期",
    "终止日期",
    "事由",
    "替代控制措施",
    "文号",
    "批准机构",
    "复核日期",
  ];
  const seen = await preview(desk, [
    {
      kind: "exemptions",
      header,
      rows: [
        ["001", "P1", "2026-03-05", "2027-03-04", "健康原因", "每年专项审计", "文1", "局党组", "2026-09-01"],
        ["003", "P3", "2026-03-05", "2027-03-04", "健康原因", "每年专项审计", "", "局党组", "2026-09-01"],
        ["003", "P3", "2024-03-05", "2025-03-04", "健康原因", "每年专项审计", "", "", ""],
      ],
    },
  ]);
  expect(seen.kinds).toMatchObject([{ kind: "exemptions", added: 2, rejected: 1 }]);
});

test("it is ended early with a reason, which stays with it, and never made longer by ending it", async () => {
  const { desk, values } = await keyDesk();
  const { id } = await value(desk.client.sheets.save({ kind: "exemptions", id: null, values }));
  desk.setDay("2026-04-01");
  const end = (until: string, reason: string | null) =>
    desk.client.sheets.end({ kind: "exemptions", id, until, reason });
  expect((await faultOf(end("2026-05-01", null))).message.zh).toContain("原因");
  expect((await faultOf(end("2027-04-01", "已轮岗"))).code).toBe("invalid");
  await value(end("2026-05-01", "已安排轮岗"));
  const { rows } = await value(desk.client.sheets.list({ kind: "exemptions" }));
  expect(rows[0]?.values).toMatchObject({ until: "2026-05-01", endReason: "已安排轮岗" });
});

test("with a second person an exemption goes into a draft, judged before it is taken", async () => {
  const { desk, values } = await keyDesk();
  const maker = await addOperator(desk, "王编制", ["configurator", "scheduler"]);
  await addOperator(desk, "李审核", ["reviewer"]);
  await value(desk.client.operators.choose({ id: maker }));
  const save = (given: Record<string, Cell>) =>
    desk.client.sheets.save({ kind: "exemptions", id: null, values: { ...values, ...given } });
  expect((await faultOf(save({ approver: null }))).code).toBe("invalid");
  const { draft, change } = await value(save({}));
  expect(change).toBeNull();
  expect(draft?.number).toMatch(/^TZ-/);
  expect((await value(desk.client.sheets.list({ kind: "exemptions" }))).total).toBe(0);
});

test("a policy of one post comes before the limit of the post and of its grade", async () => {
  const { desk, idOf } = await keyDesk();
  const save = (given: Record<string, Cell>) =>
    desk.client.sheets.save({
      kind: "tenure-policies",
      id: null,
      values: {
        riskGrade: "high",
        postId: null,
        limitMonths: 48,
        minStayMonths: 12,
        coolingOffMonths: 24,
        noticeDays: 30,
        overlapDays: 5,
        ...given,
      },
    });
  const due = async (staffNo: string): Promise<string | undefined> =>
    (await value(desk.client.rotation.ledger({}))).rows.find((row) => row.person.staffNo === staffNo)?.dueOn;
  expect([await due("001"), await due("003")]).toEqual(["2023-01-01", "2023-01-01"]);
  const postId = await idOf("posts", "P1");
  expect((await faultOf(save({ postId, riskGrade: "low" }))).where?.column).toBe("风险等级");
  expect((await faultOf(save({ minStayMonths: 49 }))).where?.column).toBe("最短任期（月）");
  expect((await faultOf(save({ overlapDays: 61 }))).where?.column).toBe("交接重叠（工作日）");
  await value(save({ postId, limitMonths: 24 }));
  expect([await due("001"), await due("003")]).toEqual(["2022-01-01", "2023-01-01"]);
  expect((await faultOf(save({ postId, limitMonths: 30 }))).code).toBe("invalid");
});
