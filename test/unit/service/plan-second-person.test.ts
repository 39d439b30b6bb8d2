// What would carry out a rotation plan without a second person, or on other facts than it was found whole on.
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import {
  approvedPlan,
  drawnPlan,
  planSet,
  rotatingOffice,
  startDay,
  withOperators,
} from "../../builders/rotating-office.ts";
import { faultOf, openDesk, value } from "../../builders/service.ts";

/** 周七 comes to the contract post beside 李三, who goes into reserve five working days later. */
const relief = [
  { day: "2026-05-01", person: "001", from: "K1", to: "K2" },
  { day: "2026-05-01", person: "002", from: "K2", to: "K1" },
  { day: "2026-11-02", person: "007", from: null, to: "K3" },
  { day: "2026-11-09", person: "003", from: "K3", to: null },
];

test("a plan that is being carried out is neither discarded nor undone", async () => {
  const desk = await withOperators(await rotatingOffice());
  const { plan } = await approvedPlan(desk, relief);
  expect((await faultOf(desk.client.rotation.discard({ id: plan.id }))).code).toBe("refused");
  const { entries } = await value(desk.client.journal.list({ before: null, limit: 50 }));
  const made = entries.find(({ summary, action }) => action === "plan" && summary.zh.includes(plan.name.zh));
  if (!made) throw new Error("the plan was not journalled");
  expect((await faultOf(desk.client.journal.undo({ seq: made.seq }))).code).toBe("refused");
  const { announcedPlanId } = await value(desk.client.handovers.planSets({}));
  expect(announcedPlanId).toBe(plan.id);
});

test("whoever drew the plan that another only kept again does not approve it", async () => {
  const desk = await withOperators(await rotatingOffice());
  const drawn = await drawnPlan(desk, relief);
  await desk.as(desk.checker);
  const again = await drawnPlan(desk, relief, drawn.id);
  const set = await planSet(desk, again.id);
  await value(desk.client.changes.submit({ id: set.id }));
  await desk.as(desk.maker);
  const { headSeq } = await value(desk.client.changes.simulate({ id: set.id }));
  expect((await faultOf(desk.client.changes.approve({ id: set.id, headSeq }))).code).toBe("refused");
});

test("facts that came after the plan and that it breaks keep it from becoming a set and from approval", async () => {
  const desk = await withOperators(await rotatingOffice());
  const plan = await drawnPlan(desk, relief);
  expect(plan.breaches).toEqual([]);
  const set = await planSet(desk, plan.id);
  await value(desk.client.changes.submit({ id: set.id }));
  const personId = await desk.idOf("people", "007");
  await value(
    desk.client.sheets.save({
      kind: "absences",
      id: null,
      values: { personId, type: "sick", from: "2026-10-01", until: "2027-02-01" },
    }),
  );
  await desk.as(desk.checker);
  const { lacks } = await value(desk.client.changes.view({ id: set.id }));
  expect(lacks).toHaveLength(1);
  const { headSeq, day } = await value(desk.client.changes.simulate({ id: set.id }));
  expect((await faultOf(desk.client.changes.approve({ id: set.id, headSeq, day }))).code).toBe("invalid");
  await desk.as(desk.maker);
  await value(desk.client.changes.withdraw({ id: set.id, reason: "周七病休" }));
  expect((await faultOf(desk.client.handovers.startSet({ planId: plan.id }))).code).toBe("refused");
});

test("the plan's maker taken off the operators and added again under another name is still its maker", async () => {
  const desk = await withOperators(await rotatingOffice());
  const personId = await desk.idOf("people", "009");
  const roles = ["scheduler", "configurator", "reviewer"] as const;
  const save = async (id: string | null, name: string): Promise<string> =>
    (await value(desk.client.operators.save({ id, name, personId, roles: [...roles] }))).id;
  await save(desk.maker, "王排岗");
  const plan = await drawnPlan(desk, relief);
  await desk.as(desk.checker);
  const set = await planSet(desk, plan.id);
  await value(desk.client.changes.submit({ id: set.id }));
  await value(desk.client.operators.end({ id: desk.maker }));
  await desk.as(await save(null, "郑九"));
  const { headSeq } = await value(desk.client.changes.simulate({ id: set.id }));
  expect((await faultOf(desk.client.changes.approve({ id: set.id, headSeq }))).code).toBe("refused");
});

test("a handover is not closed while the giver is on the post again from the day after", async () => {
  const desk = await withOperators(await rotatingOffice());
  await approvedPlan(desk, relief);
  const { rows } = await value(desk.client.handovers.list({}));
  const handover = rows.find(({ post }) => post.code === "K3");
  if (!handover) throw new Error("K3 is handed over");
  const [personId, postId] = [await desk.idOf("people", "003"), await desk.idOf("posts", "K3")];
  await value(
    desk.client.sheets.save({
      kind: "assignments",
      id: null,
      values: { personId, postId, kind: "substantive", from: "2026-11-09", until: null, docNo: null },
    }),
  );
  const { lacks } = await value(desk.client.handovers.view({ id: handover.id }));
  expect(lacks.some(({ zh }) => zh.includes("没有止于 2026-11-08"))).toBe(true);
});

test("a plan kept by an earlier version, which asked less, is opened and judged anew before it becomes a set", async () => {
  const desk = await withOperators(await rotatingOffice());
  // Nobody beside 李三 before the post is left: an earlier validator knew no overlap.
  const bad = [{ day: "2026-11-09", person: "003", from: "K3", to: null }];
  const { id } = await drawnPlan(desk, bad);
  desk.close();
  const file = new Database(desk.at("w.quanheng"));
  const later = [
    "wishes",
    "basePlanId",
    "surprises",
    "changed",
    "isByHand",
    "leavings",
    "fairness",
    "strip",
    "headSeq",
  ];
  const paths = [
    ...later,
    "unfilled",
    "vacancies",
    "specialAudits",
    "leaves",
    "unmetLeaves",
    "relaxations",
    "changeDays",
  ];
  file
    .prepare(
      `UPDATE plans SET body = json_set(json_remove(body, ${paths.map((key) => `'$.${key}'`).join(", ")}), '$.breaches', json('[]'), '$.status', 'planned')
       WHERE entity = (SELECT key FROM entities WHERE id = ?)`,
    )
    .run(id);
  file.close();
  const again = openDesk({ folder: desk.folder, day: startDay });
  await value(again.client.workbook.open({ grant: again.reads("w.quanheng") }));
  await value(again.client.operators.choose({ id: desk.maker }));
  expect((await value(again.client.rotation.planOf({ id }))).breaches).toEqual([]);
  const fault = await faultOf(again.client.handovers.startSet({ planId: id }));
  expect(fault.code).toBe("refused");
  expect(fault.message.en).toContain("The validator found");
});

test("the giver does not keep special grants of their own", async () => {
  const desk = await withOperators(await rotatingOffice());
  await approvedPlan(desk, relief);
  const { rows } = await value(desk.client.handovers.list({}));
  const id = rows.find(({ post }) => post.code === "K1")?.id ?? "";
  const kept = { id, authorityIds: [await desk.idOf("authorities", "SQ-5")], reason: "兼办年报" };
  const maker = { id: desk.maker, name: "王排岗", roles: ["scheduler" as const, "configurator" as const] };
  await value(desk.client.operators.save({ ...maker, personId: await desk.idOf("people", "001") }));
  expect((await faultOf(desk.client.handovers.keepGrants(kept))).code).toBe("refused");
  await desk.as(desk.checker);
  await value(desk.client.handovers.keepGrants(kept));
});
