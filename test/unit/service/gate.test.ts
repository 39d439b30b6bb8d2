// The gate through the contract: who is understood, the verdict with its reasons, who may sign instead, what is left.
import { expect, test } from "vitest";
import { office } from "../../builders/office.ts";
import { bringIn, type Desk, faultOf, newWorkbook, value } from "../../builders/service.ts";

const authorities = {
  kind: "authorities" as const,
  header: ["授权编号", "事项编码", "环节编码", "岗位编码", "额度上限(元)", "起始日期", "终止日期"],
  rows: [
    ["A1", "M1", "S1", "P1", "", "2020-01-01", ""],
    ["A2", "M1", "S2", "P1", "", "2020-01-01", ""],
    ["A3", "M1", "S2", "P2", "5000", "2020-01-01", "2026-06-30"],
    ["A4", "M1", "S2", "P3", "1500", "2020-01-01", ""],
  ],
};
/** 001 has handled C3 and may not decide it; 002 may; 003 may up to 1,500 yuan only. */
async function askedDesk(): Promise<Desk> {
  const desk = await newWorkbook();
  await bringIn(desk, [...office(), authorities]);
  await bringIn(desk, [
    {
      kind: "cases",
      header: ["业务编号", "事项编码", "金额(元)"],
      rows: [["C3", "M1", "2000"]],
    },
    {
      kind: "approvals",
      header: ["业务编号", "环节编码", "办理人工号", "动作", "办理时间"],
      rows: [["C3", "S1", "001", "提交", "2026-03-02 09:00"]],
    },
  ]);
  await value(desk.client.rules.savePairs({ pairs: [{ first: "proc_handle", second: "proc_decide" }] }));
  return desk;
}
const draft = { person: "001", case: "C3", step: "S2", day: "2026-03-05" };

test("who handled a case may not decide it, and who may instead is named, the others with why", async () => {
  const desk = await askedDesk();
  const answer = await value(desk.client.gate.ask(draft));
  expect(answer.verdict).toBe("refused");
  expect(answer.understood).toMatchObject({
    person: { staffNo: "001", name: "张三" },
    caseNo: "C3",
    step: "审批",
    amount: 200_000,
  });
  const own = answer.reasons.find(({ finding }) => finding.ruleId === "OWN-001");
  expect(own).toMatchObject({ effect: "refuse", citation: { mark: "unit" } });
  expect(own?.evidence.map(({ words }) => words.zh)).toEqual([
    expect.stringContaining("2026-03-02，张三（001）"),
    "本次拟办",
  ]);
  expect(answer.substitutes).toMatchObject([
    { staffNo: "002", posts: ["采购科长"], upTo: 500_000, rest: "completable", later: [] },
  ]);
  expect(answer.passedOver?.map(({ person, why }) => [person.staffNo, why.zh])).toEqual([
    ["003", expect.stringContaining("超出授权额度")],
  ]);
  expect(answer.acts).toMatchObject([{ step: "申请", person: "张三", isEvidence: true }]);
  expect(desk.bugs).toEqual([]);
});

test("asked again with somebody else it is allowed, and nothing was written", async () => {
  const desk = await askedDesk();
  const before = await value(desk.client.journal.list({}));
  const answer = await value(desk.client.gate.ask({ ...draft, person: "002" }));
  expect(answer).toMatchObject({ verdict: "allowed", reasons: [], lookAhead: { status: "completable" } });
  expect(answer.passedOver?.map(({ person }) => person.staffNo)).toEqual(["001", "003"]);
  const after = await value(desk.client.journal.list({}));
  expect(after).toEqual(before);
});

test("a case that is not known is a new one of the matter named; what is not known is named", async () => {
  const desk = await askedDesk();
  const asked = { person: "001", step: "S1", day: "2026-03-05", parts: [] };
  expect(
    await value(desk.client.gate.ask({ ...asked, case: "C9", matter: "M1", amount: 100 })),
  ).toMatchObject({
    verdict: "allowed",
    understood: { caseNo: "C9", caseId: null, amount: 100 },
    substitutes: null,
    lookAhead: null,
    acts: [],
  });
  const faults = [
    { ...asked, case: "C9" },
    { ...asked, person: "404", case: "C3" },
    { ...asked, case: "C3", step: "S9" },
    { ...asked, matter: "M9" },
    { ...asked, case: "C3", onBehalfOf: "404" },
  ];
  for (const one of faults)
    expect(await faultOf(desk.client.gate.ask(one))).toMatchObject({ code: "missing" });
  expect(await faultOf(desk.client.gate.ask(asked))).toMatchObject({ code: "invalid" });
});

test("a number written wide or with a blank is the same case, and a blank is no document", async () => {
  const desk = await askedDesk();
  const wide = { ...draft, person: "００１ ", case: " Ｃ３", matter: "Ｍ１", step: "Ｓ２" };
  expect(await value(desk.client.gate.ask(wide))).toMatchObject({
    verdict: "refused",
    understood: { caseNo: "C3", caseId: expect.any(String), matter: "政府采购" },
  });
  const collective = {
    ...authorities,
    header: [...authorities.header, "是否集体决策"],
    rows: [["A3", "M1", "S2", "P2", "5000", "2020-01-01", "2026-06-30", "是"]],
  };
  await bringIn(desk, [collective]);
  const reasonsOf = async (docNo: string | null) =>
    (await value(desk.client.gate.ask({ ...draft, person: "002", docNo, parts: [] }))).reasons.length;
  expect(await reasonsOf("会议纪要〔2026〕3号")).toBe(0);
  expect(await reasonsOf(null)).toBe(1);
  expect(await reasonsOf("  ")).toBe(1);
});

test("what is left names who may take it; without anybody the case is stuck, and it says where", async () => {
  const desk = await askedDesk();
  const asked = { person: "001", matter: "M1", step: "S1", day: "2026-03-05", amount: 200_000 };
  const answer = await value(desk.client.gate.ask(asked));
  expect(answer.lookAhead).toMatchObject({
    status: "completable",
    later: [{ name: "审批", takers: [{ staffNo: "002" }] }],
  });
  expect(answer.lookAhead?.later[0]?.endings.map(({ zh }) => zh)).toEqual(["采购科长的授权至 2026-06-30"]);
  const large = await value(desk.client.gate.ask({ ...asked, amount: 600_000 }));
  expect(large.lookAhead).toMatchObject({ status: "stuck", later: [{ takers: [] }] });
  expect(large.lookAhead?.reasons.length).toBeGreaterThan(0);
});

test("a draft without a time of day comes after what the case has seen that day", async () => {
  const desk = await askedDesk();
  const answer = await value(desk.client.gate.ask({ ...draft, person: "002", day: "2026-03-02", parts: [] }));
  expect(answer.reasons.filter(({ effect }) => effect !== "note")).toEqual([]);
  const early = await value(
    desk.client.gate.ask({ ...draft, person: "002", day: "2026-03-02", time: "08:00", parts: [] }),
  );
  expect(early.reasons.length).toBeGreaterThan(0);
});

test("it answers of the rows as they are now", async () => {
  const desk = await askedDesk();
  await value(desk.client.gate.ask({ ...draft, person: "002" }));
  await bringIn(desk, [
    {
      kind: "approvals",
      header: ["业务编号", "环节编码", "办理人工号", "动作", "办理时间"],
      rows: [["C3", "S1", "002", "提交", "2026-03-03 09:00"]],
    },
  ]);
  expect(await value(desk.client.gate.ask({ ...draft, person: "002" }))).toMatchObject({
    verdict: "refused",
  });
  await value(desk.client.rules.remove({ id: "OWN-001" }));
  const { reasons } = await value(desk.client.gate.ask({ ...draft, person: "002" }));
  expect(reasons.map(({ finding }) => finding.ruleId)).not.toContain("OWN-001");
});
