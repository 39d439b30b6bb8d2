// From a plan to done through the service: the set and its second person, papers, what closes a handover, retraction by a replan.
import { readFileSync } from "node:fs";
import ical from "node-ical";
import { expect, test } from "vitest";
import { addDays, addMonths } from "../../../shared/domain/day.ts";
import type { Edit } from "../../../shared/domain/edit.ts";
import {
  swapAndRelief as all,
  approvedPlan,
  approveSet,
  drawnPlan,
  fillRotatingOffice,
  everybodyElse as others,
  planSet,
  type RotatingOffice,
  startDay,
  swap,
  type WithOperators,
  withOperators,
} from "../../builders/rotating-office.ts";
import { bringIn, faultOf, openDesk, value } from "../../builders/service.ts";

const rotatingOffice = (): Promise<RotatingOffice> => fillRotatingOffice(openDesk({ day: startDay }));

test("a plan becomes a set that only a second person approves; assignments then follow its days", async () => {
  const desk = await withOperators(await rotatingOffice());
  const plan = await drawnPlan(desk, all);
  const set = await planSet(desk, plan.id);
  const view = await value(desk.client.changes.view({ id: set.id }));
  expect(view.set).toMatchObject({ planId: plan.id, day: "2026-05-01", number: "TZ-2026-001" });
  expect(view.lacks).toEqual([]);
  expect(view.edits.filter(({ edit }) => "kind" in edit && edit.kind === "assignments")).toHaveLength(6);
  expect((await faultOf(desk.client.handovers.startSet({ planId: plan.id }))).message.en).toContain(
    "TZ-2026-001",
  );
  expect((await faultOf(desk.client.rotation.discard({ id: plan.id }))).code).toBe("refused");
  await value(desk.client.changes.submit({ id: set.id }));
  const { headSeq } = await value(desk.client.changes.simulate({ id: set.id }));
  expect((await faultOf(desk.client.changes.approve({ id: set.id, headSeq }))).code).toBe("refused");
  await desk.as(desk.checker);
  await value(desk.client.changes.approve({ id: set.id, headSeq }));
  const { rows } = await value(desk.client.sheets.list({ kind: "assignments" }));
  const k3 = await desk.idOf("posts", "K3");
  const three = rows
    .filter(({ values }) => values.postId === k3)
    .map(({ values }) => [values.from, values.until, values.docNo]);
  expect(rows).toHaveLength(9);
  expect(three).toEqual(
    expect.arrayContaining([
      ["2020-01-06", "2026-11-09", null],
      ["2026-11-02", null, "财人〔2026〕3号"],
    ]),
  );
  expect(desk.bugs).toEqual([]);
});

test("whoever made the plan does not approve its set, whoever submitted it", async () => {
  const desk = await withOperators(await rotatingOffice());
  const plan = await drawnPlan(desk, all);
  await desk.as(desk.checker);
  const set = await planSet(desk, plan.id);
  await value(desk.client.changes.submit({ id: set.id }));
  await desk.as(desk.maker);
  const { headSeq } = await value(desk.client.changes.simulate({ id: set.id }));
  expect((await faultOf(desk.client.changes.approve({ id: set.id, headSeq }))).code).toBe("refused");
});

test("the edits of a plan belong together, and follow what has changed by a rebase", async () => {
  const desk = await withOperators(await rotatingOffice());
  const plan = await drawnPlan(desk, all);
  const set = await planSet(desk, plan.id);
  const { edits } = await value(desk.client.changes.view({ id: set.id }));
  const [first] = edits;
  if (!first) throw new Error("no edits");
  expect((await faultOf(desk.client.changes.dropEdit({ id: set.id, keys: [first.key] }))).code).toBe(
    "refused",
  );
  const other = await value(desk.client.changes.start({ name: "另一单", day: "2026-05-01" }));
  expect((await faultOf(desk.client.changes.edit({ id: other.id, edits: [first.edit] }))).code).toBe(
    "refused",
  );
  expect((await faultOf(desk.client.matrix.apply({ day: "2026-03-05", edits: [first.edit] }))).code).toBe(
    "refused",
  );

  // A loan of another post's authority is none of the plan's; one that 李三 has by virtue of K3 would be.
  const { rows } = await value(desk.client.sheets.list({ kind: "assignments" }));
  const k3 = await desk.idOf("posts", "K3");
  const row = rows.find(({ values }) => values.postId === k3);
  if (!row) throw new Error("nobody on K3");
  await value(
    desk.client.sheets.save({ kind: "assignments", id: row.id, values: { ...row.values, docNo: "补录" } }),
  );
  expect((await faultOf(desk.client.changes.submit({ id: set.id }))).code).toBe("stale");
  await value(desk.client.changes.rebase({ id: set.id }));
  await value(desk.client.changes.submit({ id: set.id }));

  const late = await drawnPlan(desk, others);
  const lateSet = await planSet(desk, late.id);
  desk.setDay("2026-05-04");
  const { lacks } = await value(desk.client.changes.view({ id: lateSet.id }));
  expect(lacks.some(({ en }) => en.includes("plan again"))).toBe(true);
});

async function running(): Promise<{ desk: RotatingOffice & WithOperators; id: string; kept: string }> {
  const desk = await withOperators(await rotatingOffice());
  await approvedPlan(desk, all);
  const { rows } = await value(desk.client.handovers.list({}));
  expect(
    rows.map(({ giver, post, taker, from, lastDay, state }) => [
      giver.staffNo,
      post.code,
      taker?.staffNo,
      from,
      lastDay,
      state,
    ]),
  ).toEqual([
    ["001", "K1", "002", "2026-05-01", "2026-04-30", "planned"],
    ["002", "K2", "001", "2026-05-01", "2026-04-30", "planned"],
    ["003", "K3", "007", "2026-11-02", "2026-11-08", "planned"],
  ]);
  const id = rows[0]?.id ?? "";
  await value(desk.client.handovers.start({ id }));
  return { desk, id, kept: await desk.idOf("authorities", "SQ-5") };
}
const view = (desk: RotatingOffice, id: string) => value(desk.client.handovers.view({ id }));
async function settle(desk: RotatingOffice, id: string): Promise<void> {
  const { list } = await view(desk, id);
  await value(
    desk.client.handovers.setItems({
      id,
      items: list.map(({ key, type, title }) => ({ key, type, title, state: "done" as const, remark: "" })),
    }),
  );
}

test("a handover is begun, settled, witnessed by the head of accounting, signed and closed on the last day, not before", async () => {
  const { desk, id, kept } = await running();
  const begun = await view(desk, id);
  expect(begun.list.map(({ type, title }) => `${type}${title}`)).toEqual([
    "caseC1",
    "contracts",
    "seals",
    "keys",
    "accounts",
    "ledgers",
    "files",
    "claims",
    "risks",
    "passwords",
    "access",
  ]);
  expect(begun.witnesses).toMatchObject({ isBound: true, candidates: [{ staffNo: "005" }] });
  expect(begun.grants).toMatchObject([{ authorityId: kept, state: "open" }]);
  expect((await faultOf(desk.client.handovers.sign({ id, role: "giver" }))).code).toBe("refused");
  await settle(desk, id);

  const taker = await desk.idOf("people", "002");
  const describe = (witnessId: string, witnessBasis = "") =>
    value(desk.client.handovers.describe({ id, takerId: taker, witnessId, witnessBasis }));
  const sign = (role: "giver" | "taker" | "witness") => desk.client.handovers.sign({ id, role });
  await describe(taker);
  expect((await faultOf(sign("giver"))).message.zh).toContain("不能兼任监交人");
  await describe(await desk.idOf("people", "008"));
  expect((await faultOf(sign("giver"))).message.zh).toContain("会计法第三十九条");
  await describe(await desk.idOf("people", "008"), "财办〔2026〕9号");
  expect((await view(desk, id)).may.sign).toBeNull();
  await describe(await desk.idOf("people", "005"));
  for (const role of ["giver", "taker", "witness"] as const) await value(sign(role));
  expect(await view(desk, id)).toMatchObject({ state: "signed" });
  expect((await faultOf(sign("giver"))).code).toBe("refused");

  const lacks = async () => (await view(desk, id)).lacks.map(({ zh }) => zh).join();
  expect(await lacks()).toContain("最后一日 2026-04-30 还没到");
  expect(await lacks()).toContain("1 项个人特别授权");
  desk.setDay("2026-04-30");
  expect((await faultOf(desk.client.handovers.close({ id }))).message.zh).toContain("特别授权");
  await value(desk.client.handovers.keepGrants({ id, authorityIds: [kept], reason: "继续兼任申请" }));
  await value(desk.client.handovers.close({ id }));
  expect(await view(desk, id)).toMatchObject({ state: "closed", lacks: [{}] });
  expect((await faultOf(desk.client.handovers.reopen({ id, reason: " " }))).code).toBe("invalid");
  await value(desk.client.handovers.reopen({ id, reason: "漏交一枚印章" }));
  expect(await view(desk, id)).toMatchObject({
    state: "ready",
    signatures: [],
    reopened: [{ reason: "漏交一枚印章" }],
  });
  const { entries } = await value(desk.client.journal.list({}));
  expect(entries.filter(({ action }) => action === "handover").length).toBeGreaterThan(8);
  expect(desk.bugs).toEqual([]);
});

test("a witness who has turned out to be a relative of the taker keeps a signed handover open", async () => {
  const { desk, id } = await running();
  await settle(desk, id);
  const [takerId, witnessId] = [await desk.idOf("people", "002"), await desk.idOf("people", "005")];
  await value(desk.client.handovers.describe({ id, takerId, witnessId }));
  for (const role of ["giver", "taker", "witness"] as const)
    await value(desk.client.handovers.sign({ id, role }));
  const isNamed = async () => (await view(desk, id)).lacks.some(({ zh }) => zh.includes("近亲属"));
  expect(await isNamed()).toBe(false);
  await bringIn(desk, [
    { kind: "relations", header: ["工号", "对方工号", "关系类型"], rows: [["005", "002", "配偶"]] },
  ]);
  expect(await isNamed()).toBe(true);
  expect((await faultOf(desk.client.handovers.close({ id }))).code).toBe("refused");
});

test("a special grant ends by a change set that the second person approves; until then the handover stays open", async () => {
  const { desk, id, kept } = await running();
  const { draft } = await value(desk.client.handovers.endGrants({ id, authorityIds: [kept] }));
  expect(draft?.number).toBe("TZ-2026-002");
  expect((await view(desk, id)).grants).toMatchObject([{ state: "drafted" }]);
  expect((await view(desk, id)).lacks.some(({ zh }) => zh.includes("特别授权"))).toBe(true);
  await approveSet(desk, draft?.id ?? "");
  expect((await view(desk, id)).grants).toMatchObject([{ state: "ends", until: "2026-05-01" }]);
  expect((await view(desk, id)).lacks.some(({ zh }) => zh.includes("特别授权"))).toBe(false);
});

test("a case that came in since is asked for, and an item with a signature stays as it is", async () => {
  const { desk, id } = await running();
  await settle(desk, id);
  await value(
    desk.client.handovers.describe({
      id,
      takerId: await desk.idOf("people", "002"),
      witnessId: await desk.idOf("people", "005"),
    }),
  );
  await value(desk.client.handovers.sign({ id, role: "giver" }));
  const items = [{ key: "seals", type: "seals" as const, title: "", state: "open" as const, remark: "" }];
  expect((await faultOf(desk.client.handovers.setItems({ id, items }))).code).toBe("refused");
  expect((await faultOf(desk.client.handovers.start({ id }))).message.en).toContain("no open cases");
});

test("notices are due before the move, go to mover, leaver and heads, and into a calendar file", async () => {
  const { desk } = await running();
  const { rows } = await value(desk.client.handovers.notices({}));
  const of = rows.filter(({ moveDay }) => moveDay === "2026-11-02");
  expect(of.map(({ role, recipient, dueOn }) => [role, recipient.staffNo, dueOn])).toEqual([
    ["mover", "007", "2026-10-03"],
    ["leaver", "003", "2026-10-03"],
    ["head-to", "004", "2026-10-03"],
  ]);
  const ids = rows.filter(({ moveDay }) => moveDay === "2026-05-01").map((row) => row.id);
  desk.setDay("2026-04-02");
  const { lateNotices, first } = await value(desk.client.handovers.attention({}));
  expect(lateNotices).toBe(ids.length);
  expect(first[0]).toMatchObject({ what: "notice", since: "2026-04-01", days: 1 });
  expect((await faultOf(desk.client.handovers.acknowledge({ ids }))).code).toBe("refused");
  expect((await faultOf(desk.client.handovers.issue({ ids, on: "2026-04-03" }))).code).toBe("invalid");
  await value(desk.client.handovers.issue({ ids, on: "2026-04-01" }));
  await value(desk.client.handovers.acknowledge({ ids }));
  expect((await value(desk.client.handovers.attention({}))).lateNotices).toBe(0);

  const person = await desk.idOf("people", "007");
  const receipt = await value(
    desk.client.handovers.calendar({ grant: desk.writes("zhou"), personId: person }),
  );
  const read = ical.sync.parseICS(readFileSync(desk.at("zhou.ics"), "utf8"));
  const events = Object.values(read).filter((one) => one?.type === "VEVENT");
  expect(receipt.rows).toBe(events.length);
  expect(events.map((one) => String(one.summary)).sort()).toEqual([
    "交接：李三离任“合同管理岗”",
    "轮岗：周七，待安排 → 合同管理岗",
  ]);
  expect(events.map((one) => one.datetype)).toEqual(["date", "date"]);
  const text = readFileSync(desk.at("zhou.ics"), "utf8");
  expect(text).toContain("DTSTART;VALUE=DATE:20261102");
  expect(text).toContain("DTEND;VALUE=DATE:20261109");
});

test("another plan retracts what it does not hold, in the same entry, and tells whoever had been told", async () => {
  const { desk, id } = await running();
  const { rows } = await value(desk.client.handovers.notices({}));
  const told = rows.filter(({ mover, role }) => mover.staffNo === "007" && role !== "head-to");
  await value(desk.client.handovers.issue({ ids: told.map((row) => row.id) }));
  const before = await value(desk.client.handovers.planSets({}));
  const { set } = await approvedPlan(
    desk,
    [
      ...swap,
      { day: "2026-11-02", person: "008", from: null, to: "K3" },
      { day: "2026-11-09", person: "003", from: "K3", to: null },
    ],
    before.announcedPlanId,
  );
  const { edits } = await value(desk.client.changes.view({ id: set.id }));
  // 李三 leaves as announced, the swap stays: only who comes is another.
  expect(edits.map(({ edit }) => edit.op).sort()).toEqual(["remove", "save"]);
  const { rows: handovers } = await value(desk.client.handovers.list({}));
  expect(handovers.map(({ giver, taker, state }) => [giver.staffNo, taker?.staffNo, state])).toEqual([
    ["001", "002", "running"],
    ["002", "001", "planned"],
    ["003", "008", "planned"],
  ]);
  expect((await view(desk, id)).list).toHaveLength(11);
  const { rows: notices } = await value(desk.client.handovers.notices({}));
  const ofSeven = notices.filter(({ mover }) => mover.staffNo === "007");
  expect(ofSeven.map(({ kind, role, state }) => [kind, role, state]).sort()).toEqual([
    ["move", "head-to", "retracted"],
    ["move", "leaver", "retracted"],
    ["move", "mover", "retracted"],
    ["retraction", "leaver", "due"],
    ["retraction", "mover", "due"],
  ]);
  await value(desk.client.handovers.calendar({ grant: desk.writes("all.ics") }));
  expect(readFileSync(desk.at("all.ics"), "utf8")).toContain("STATUS:CANCELLED");

  // Nobody swaps after all: two come from reserve, and the handover that was begun is retracted with its follow-ups.
  await approvedPlan(desk, others, (await value(desk.client.handovers.planSets({}))).announcedPlanId);
  const last = (await value(desk.client.handovers.list({}))).rows;
  expect(
    last.map(({ giver, taker, lastDay, state }) => [giver.staffNo, taker?.staffNo, lastDay, state]),
  ).toEqual([
    ["001", "008", "2026-05-07", "planned"],
    ["002", "007", "2026-05-07", "planned"],
    ["003", "001", "2026-11-08", "planned"],
    ["001", "002", "2026-04-30", "retracted"],
    ["002", "001", "2026-04-30", "retracted"],
  ]);
  const { rows: followUps } = await value(desk.client.handovers.followUps({}));
  const stateOf = new Map(last.map((row) => [row.id, row.state]));
  for (const { handoverId, state } of followUps)
    expect(state).toBe(stateOf.get(handoverId ?? "") === "retracted" ? "retracted" : "open");
  const { rows: assignments } = await value(desk.client.sheets.list({ kind: "assignments" }));
  const k1 = await desk.idOf("posts", "K1");
  expect(
    assignments
      .filter(({ values }) => values.postId === k1)
      .map(({ values }) => [values.from, values.until])
      .sort(),
  ).toEqual([
    ["2020-01-06", "2026-05-08"],
    ["2026-05-01", null],
  ]);
});

test("the approval of a plan is not undone as a whole", async () => {
  const desk = await withOperators(await rotatingOffice());
  await approvedPlan(desk, all);
  const { entries } = await value(desk.client.journal.list({}));
  const approval = entries.find(({ action }) => action === "approve");
  expect((await faultOf(desk.client.journal.undo({ seq: approval?.seq ?? 0 }))).message.en).toContain(
    "Replan",
  );
});

test("loans by virtue of a post end with it, with the reason", async () => {
  const desk = await rotatingOffice();
  const values = {
    authorityId: await desk.idOf("authorities", "SQ-2"),
    fromPersonId: await desk.idOf("people", "001"),
    toPersonId: await desk.idOf("people", "007"),
    from: "2026-04-20",
    until: "2026-05-15",
    docNo: "财授〔2026〕1号",
    reason: "出差",
  };
  const loan = await value(desk.client.sheets.save({ kind: "delegations", id: null, values }));
  await approvedPlan(await withOperators(desk), all);
  const { rows } = await value(desk.client.sheets.list({ kind: "delegations" }));
  expect(rows.find(({ id }) => id === loan.id)?.values).toMatchObject({
    until: "2026-05-01",
    endReason: "轮岗离任，随岗位终止",
  });
});

test("a loan that an announced move ended runs again where another plan takes the move back, unless touched since", async () => {
  const desk = await withOperators(await rotatingOffice());
  const lend = async (receiver: string, until: string): Promise<Edit> => ({
    op: "save",
    kind: "delegations",
    id: `loan-${receiver}`,
    values: {
      authorityId: await desk.idOf("authorities", "SQ-2"),
      fromPersonId: await desk.idOf("people", "001"),
      toPersonId: await desk.idOf("people", receiver),
      from: receiver === "005" ? "2026-05-04" : "2026-04-20",
      until,
      docNo: `财授〔2026〕${receiver}号`,
      reason: "出差",
    },
  });
  const edits = [
    await lend("007", "2026-05-05"),
    await lend("008", "2026-05-15"),
    await lend("009", "2026-05-05"),
    await lend("005", "2026-05-06"),
  ];
  const given = await value(desk.client.changes.start({ name: "出差期间", day: startDay, edits }));
  await approveSet(desk, given.id);
  const loans = async () => {
    const { rows } = await value(desk.client.sheets.list({ kind: "delegations" }));
    return Object.fromEntries(
      rows.map(({ id, values }) => [id.slice(5), [values.from, values.until, values.endReason]]),
    );
  };
  const ended = "轮岗离任，随岗位终止";
  await approvedPlan(desk, all);
  expect(await loans()).toEqual({
    "007": ["2026-04-20", "2026-05-01", ended],
    "008": ["2026-04-20", "2026-05-01", ended],
    "009": ["2026-04-20", "2026-05-01", ended],
  });
  // Somebody has taken one of them back earlier since.
  const end = {
    op: "end" as const,
    kind: "delegations" as const,
    id: "loan-009",
    until: "2026-04-27",
    reason: "提前回岗",
  };
  const back = await value(desk.client.changes.start({ name: "收回", day: startDay, edits: [end] }));
  await approveSet(desk, back.id);
  // 张一 now stays until 05-08.
  await approvedPlan(desk, others, (await value(desk.client.handovers.planSets({}))).announcedPlanId);
  expect(await loans()).toEqual({
    "007": ["2026-04-20", "2026-05-05", null],
    "008": ["2026-04-20", "2026-05-08", ended],
    "009": ["2026-04-20", "2026-04-27", "提前回岗"],
    "005": ["2026-05-04", "2026-05-06", null],
  });
  expect(desk.bugs).toEqual([]);
});

test("follow-ups come with the approval; acts under a post that was left are listed, and the check finds them", async () => {
  const { desk, id } = await running();
  const { rows } = await value(desk.client.handovers.followUps({}));
  const end = "2026-04-30";
  expect(rows.map(({ kind, person, dueOn }) => [kind, person.staffNo, dueOn])).toEqual([
    ["exit-review", "001", addDays(end, 60)],
    ["exit-review", "002", addDays(end, 60)],
    ["three-month-check", "001", addMonths(end, 3)],
    ["three-month-check", "002", addMonths(end, 3)],
    ["three-month-check", "003", addMonths("2026-11-08", 3)],
  ]);
  const asked = await value(
    desk.client.handovers.addFollowUp({
      handoverId: id,
      kind: "special-audit",
      dueOn: "2026-12-31",
      reason: "群众来信",
    }),
  );
  desk.setDay("2026-08-03");
  await value(
    desk.client.imports
      .offer({
        tables: [
          {
            name: "后续",
            kind: "approvals",
            header: ["业务编号", "环节编码", "办理人工号", "动作", "办理时间"],
            rows: [["C1", "S2", "001", "办理", "2026-05-20 09:00"]],
          },
        ],
      })
      .then(async (offer) => {
        if (!offer.ok) return offer;
        const preview = await value(desk.client.imports.preview({ id: offer.value.id }));
        return desk.client.imports.commit({ id: preview.id });
      }),
  );
  await value(desk.client.conflicts.check({}));
  const check = (await value(desk.client.handovers.followUps({}))).rows.find(
    ({ kind, person }) => kind === "three-month-check" && person.staffNo === "001",
  );
  expect(check).toMatchObject({ isOverdue: true, actsAfter: 1 });
  const { acts } = await value(desk.client.handovers.actsAfter({ id: check?.id ?? "" }));
  expect(acts).toMatchObject([{ caseNo: "C1", step: "资金支付", day: "2026-05-20" }]);
  expect(acts[0]?.conflictId).not.toBeNull();
  expect((await value(desk.client.handovers.attention({}))).overdueFollowUps).toBeGreaterThan(0);
  await value(desk.client.handovers.finishFollowUp({ id: asked.id, result: "未见异常" }));
  expect((await faultOf(desk.client.handovers.finishFollowUp({ id: asked.id, result: "又" }))).code).toBe(
    "refused",
  );
});
