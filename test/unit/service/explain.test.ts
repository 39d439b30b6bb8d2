// Why a conflict is one, why a case is none, and what a named person says of it: through the contract.
import { expect, test } from "vitest";
import { office } from "../../builders/office.ts";
import { bringIn, type Desk, faultOf, newWorkbook, value } from "../../builders/service.ts";

/** C2 is handled and decided by 001: one pair of the unit's own; C1 is not. */
async function pairedDesk(): Promise<Desk> {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  await value(desk.client.rules.savePairs({ pairs: [{ first: "proc_handle", second: "proc_decide" }] }));
  await value(desk.client.conflicts.check({}));
  return desk;
}
const own = async (desk: Desk) => {
  const { rows } = await value(desk.client.conflicts.list({ withClosed: true }));
  const row = rows.find(({ ruleId }) => ruleId === "OWN-001");
  if (!row) throw new Error("OWN-001 finds nothing");
  return row;
};

test("a verdict is taken back by who may give one, not by a configurator, however often", async () => {
  const desk = await pairedDesk();
  const row = await own(desk);
  const add = async (name: string, role: "auditor" | "configurator"): Promise<string> =>
    (await value(desk.client.operators.save({ id: null, name, personId: null, roles: [role] }))).id;
  const [auditor, configurator] = [await add("赵审计", "auditor"), await add("钱配置", "configurator")];
  const undo = (seq: number) => desk.client.journal.undo({ seq });
  const canUndo = async (seq: number) =>
    (await value(desk.client.journal.list({}))).entries.find((entry) => entry.seq === seq)?.canUndo;
  await value(desk.client.operators.choose({ id: auditor }));
  const said = { id: row.id, state: "confirmed" as const, by: "赵审计", words: "调阅原件" };
  const { seq } = (await value(desk.client.explain.settle(said))).change;
  await value(desk.client.operators.choose({ id: configurator }));
  expect(await canUndo(seq)).toBe(false);
  expect((await faultOf(undo(seq))).message.zh).toContain("审计员");
  await value(desk.client.operators.choose({ id: auditor }));
  expect(await canUndo(seq)).toBe(true);
  const undone = (await value(undo(seq))).change?.seq ?? 0;
  await value(desk.client.operators.choose({ id: configurator }));
  expect((await faultOf(undo(undone))).code).toBe("refused");
  await value(desk.client.operators.choose({ id: auditor }));
  await value(undo(undone));
  // What somebody else does, whoever examines does not take back.
  const imported = (await value(desk.client.journal.list({}))).entries.find(
    ({ action }) => action === "import",
  );
  expect((await faultOf(undo(imported?.seq ?? 0))).code).toBe("refused");
});

test("a proof names the rule's version and source, and the two acts that are enough", async () => {
  const desk = await pairedDesk();
  const row = await own(desk);
  const { proof } = await value(desk.client.explain.proof({ id: row.id }));
  expect(proof).toMatchObject({ claim: "some", isSmallest: true });
  expect(proof?.steps).toHaveLength(2);
  expect(proof?.rule[0]?.zh).toContain("OWN-001 第 1 版");
  expect(proof?.rule.some(({ zh }) => zh.includes("本单位规定"))).toBe(true);
  expect(proof?.steps.every(({ says, because }) => says.zh.includes("C2") && because.length > 0)).toBe(true);
  expect(await faultOf(desk.client.explain.proof({ id: "nothing" }))).toMatchObject({ code: "missing" });
});

test("why not: the conflict where there is one, else exactly one reason", async () => {
  const desk = await pairedDesk();
  const ask = async (ruleId: string, caseNo: string | null, people: string[] = []) =>
    value(desk.client.explain.whyNot({ ruleId, caseNo, people }));
  const row = await own(desk);
  expect(await ask("OWN-001", "C2")).toMatchObject({ reason: null, conflicts: [{ id: row.id }] });
  expect(await ask("OWN-001", null, ["001"])).toMatchObject({ reason: null });
  const none = await ask("OWN-001", "C1");
  expect(none.conflicts).toEqual([]);
  expect(none.reason?.says.zh).toBeTruthy();
  await value(desk.client.rules.remove({ id: "OWN-001" }));
  expect((await ask("OWN-001", "C2")).reason?.code).toBe("not-in-use");
  expect(await faultOf(desk.client.explain.whyNot({ ruleId: "NO-SUCH", caseNo: "C1" }))).toMatchObject({
    code: "missing",
  });
  expect(await faultOf(desk.client.explain.whyNot({ ruleId: "OWN-001", caseNo: "C404" }))).toMatchObject({
    code: "missing",
  });
});

test("a person confirms a conflict by name, or sets it aside with a reason; it can be undone", async () => {
  const desk = await pairedDesk();
  const { id } = await own(desk);
  const settle = desk.client.explain.settle;
  expect(await faultOf(settle({ id, state: "confirmed" }))).toMatchObject({ code: "invalid" });
  expect(await faultOf(settle({ id, state: "set-aside", by: "王敏" }))).toMatchObject({ code: "invalid" });
  await value(settle({ id, state: "confirmed", by: "王敏", words: "调阅原件" }));
  expect((await own(desk)).verdict).toMatchObject({
    state: "confirmed",
    by: "王敏",
    words: "调阅原件",
    isChangedSince: false,
  });
  const { change } = await value(settle({ id, state: "set-aside", by: "王敏", words: "已另案处理" }));
  expect((await own(desk)).verdict?.state).toBe("set-aside");
  // What people say changes no fact: the check still stands.
  expect((await value(desk.client.workbook.state({}))).open?.isCheckStale).toBe(false);
  const { passed } = await value(desk.client.explain.passedOver({}));
  expect(passed.find(({ reason }) => reason === "set-aside")).toMatchObject({ count: 1 });
  const undone = await value(desk.client.journal.undo({ seq: change?.seq ?? 0 }));
  expect((await own(desk)).verdict?.state).toBe("confirmed");
  expect((await value(desk.client.workbook.state({}))).open?.isCheckStale).toBe(false);
  const again = await value(desk.client.journal.undo({ seq: undone.change?.seq ?? 0 }));
  expect((await own(desk)).verdict?.state).toBe("set-aside");
  expect((await value(desk.client.workbook.state({}))).open?.isCheckStale).toBe(false);
  await value(desk.client.journal.undo({ seq: again.change?.seq ?? 0 }));
  expect((await own(desk)).verdict?.state).toBe("confirmed");
  await value(settle({ id, state: null }));
  expect((await own(desk)).verdict).toBeNull();
  expect((await value(desk.client.journal.verify({}))).brokenAt).toBeNull();
});

test("nobody checks a conflict that is about themselves, and an operator speaks under no other name", async () => {
  const desk = await pairedDesk();
  const { id, people } = await own(desk);
  const [person] = people;
  if (!person) throw new Error("the conflict names nobody");
  const { settle } = desk.client.explain;
  const mine = { id, state: "set-aside" as const, words: "误报" };
  expect((await faultOf(settle({ ...mine, by: person.name }))).code).toBe("refused");
  expect((await faultOf(settle({ ...mine, by: person.staffNo }))).code).toBe("refused");
  expect((await own(desk)).verdict).toBeNull();
  const add = async (name: string, personId: string | null): Promise<string> =>
    (await value(desk.client.operators.save({ id: null, name, personId, roles: ["auditor"] }))).id;
  const [auditor, concerned] = [await add("赵审计", null), await add("又名", person.id)];
  await value(desk.client.operators.choose({ id: auditor }));
  expect((await faultOf(settle({ ...mine, by: "王敏" }))).code).toBe("invalid");
  await value(settle(mine));
  expect((await own(desk)).verdict).toMatchObject({ state: "set-aside", by: "赵审计" });
  // Under whatever name: not to be judged by them, and not to be taken back.
  await value(desk.client.operators.choose({ id: concerned }));
  expect((await faultOf(settle({ ...mine, state: "confirmed" }))).code).toBe("refused");
  expect((await faultOf(settle({ id, state: null }))).code).toBe("refused");
  expect((await own(desk)).verdict?.state).toBe("set-aside");
});

test("a conflict whose facts change after it was judged says so", async () => {
  const desk = await pairedDesk();
  const { id } = await own(desk);
  await value(desk.client.explain.settle({ id, state: "confirmed", by: "王敏" }));
  const { rows } = await value(desk.client.sheets.list({ kind: "approvals" }));
  const [act] = rows;
  const removed = await value(desk.client.sheets.remove({ kind: "approvals", id: act?.id ?? "" }));
  await value(desk.client.conflicts.check({}));
  await value(desk.client.journal.undo({ seq: removed.change?.seq ?? 0 }));
  await value(desk.client.conflicts.check({}));
  const after = await own(desk);
  expect(after.verdict?.isChangedSince).toBe(true);
});

test("the summary counts what another rule judges; what was passed over has every reason, with none too", async () => {
  const desk = await pairedDesk();
  const { summary } = await value(desk.client.conflicts.check({}));
  expect(summary.judgedElsewhere.every(({ by }) => by !== "")).toBe(true);
  const { passed } = await value(desk.client.explain.passedOver({}));
  const countOf = (reason: string) => passed.find((one) => one.reason === reason)?.count;
  expect(countOf("not-applicable")).toBe(summary.notApplicable.length);
  expect(countOf("judged-elsewhere")).toBe(summary.judgedElsewhere.length);
  expect(countOf("not-yet-judged")).toBe(summary.notYetJudged);
  expect(passed).toHaveLength(8);
});
