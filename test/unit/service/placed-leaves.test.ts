// Forced leaves that are placed and plans of rotation: neither breaks the other, whichever came first.
import { expect, test } from "vitest";
import {
  approvedPlan,
  drawnPlan,
  planSet,
  type RotatingOffice,
  rotatingOffice,
  swapAndRelief,
  withOperators,
} from "../../builders/rotating-office.ts";
import { faultOf, value } from "../../builders/service.ts";

/** A leave of 李三 from the contract post is asked for; 吴八 may stand in. */
async function askedOf(desk: RotatingOffice, from = "2026-10-01", until = "2027-02-01") {
  const [personId, postId] = [await desk.idOf("people", "003"), await desk.idOf("posts", "K3")];
  const paper = { reason: "年度强制休假", docNo: "党组〔2026〕4号", approver: "局党组会议" };
  const { id } = await value(
    desk.client.leaves.ask({ personId, postId, workingDays: 10, from, until, ...paper }),
  );
  return { id, personId, postId, standInId: await desk.idOf("people", "008") };
}
// 2026-11-05 is a Thursday: it holds the day on which `swapAndRelief` sends 李三 away.
const days = { from: "2026-11-05", until: "2026-11-19" };

test("a plan leaves whoever has a forced leave placed on the post until it is over", async () => {
  const desk = await rotatingOffice();
  const { id, personId, postId, standInId } = await askedOf(desk);
  await value(desk.client.leaves.place({ id, ...days, standInId }));
  const { status, breaches, moves } = await value(desk.client.rotation.plan({ months: 12 }));
  expect({ status, breaches }).toEqual({ status: "planned", breaches: [] });
  const leaving = moves.find(({ person, from }) => person.id === personId && from?.id === postId);
  expect(leaving && leaving.day >= days.until).toBe(true);
});

test("moves drawn over a placed leave are told, and become no change set", async () => {
  const desk = await withOperators(await rotatingOffice());
  const { id, standInId } = await askedOf(desk);
  await value(desk.client.leaves.place({ id, ...days, standInId }));
  const plan = await drawnPlan(desk, swapAndRelief);
  expect(plan.breaches.map(({ zh }) => zh).join()).toContain("休假期间并非一直在该岗");
  expect((await faultOf(desk.client.handovers.startSet({ planId: plan.id }))).code).toBe("refused");
});

test("a leave placed since keeps a plan that breaks it from approval", async () => {
  const desk = await withOperators(await rotatingOffice());
  const plan = await drawnPlan(desk, swapAndRelief);
  expect(plan.breaches).toEqual([]);
  const set = await planSet(desk, plan.id);
  await value(desk.client.changes.submit({ id: set.id }));
  const { id, standInId } = await askedOf(desk);
  await value(desk.client.leaves.place({ id, ...days, standInId }));
  await desk.as(desk.checker);
  const { lacks } = await value(desk.client.changes.view({ id: set.id }));
  expect(lacks.map(({ zh }) => zh).join()).toContain("强制休假");
  const { headSeq, day } = await value(desk.client.changes.simulate({ id: set.id }));
  expect((await faultOf(desk.client.changes.approve({ id: set.id, headSeq, day }))).code).toBe("invalid");
});

test("no leave is placed over a move that is announced", async () => {
  const desk = await withOperators(await rotatingOffice());
  await approvedPlan(desk, swapAndRelief);
  const { id, standInId } = await askedOf(desk);
  const tried = await value(desk.client.leaves.tryPlace({ id, ...days, standInId }));
  expect(tried.troubles.map(({ zh }) => zh)).toContain("休假期间并非一直在该岗");
  expect((await faultOf(desk.client.leaves.place({ id, ...days, standInId }))).code).toBe("refused");
  const before = { from: "2026-10-12", until: "2026-10-26", standInId };
  expect((await value(desk.client.leaves.tryPlace({ id, ...before }))).troubles).toEqual([]);
});
