// The ledgers of notices, handovers and follow-ups as files read back, and notice and protocol on paper in both languages.
import { expect, test } from "vitest";
import { readTables } from "../../../db/files/table-reader.ts";
import {
  approveSet,
  fillRotatingOffice,
  planSet,
  startDay,
  withOperators,
} from "../../builders/rotating-office.ts";
import { faultOf, openDesk, value } from "../../builders/service.ts";

async function papers() {
  const desk = await withOperators(await fillRotatingOffice(openDesk({ day: startDay })));
  const plan = await value(desk.client.rotation.plan({ months: 12 }));
  await approveSet(desk, (await planSet(desk, plan.id)).id);
  return desk;
}
type Desk = Awaited<ReturnType<typeof papers>>;
type What = "notices" | "handovers" | "follow-ups";

async function readBack(desk: Desk, what: What): Promise<string[][]> {
  const name = `${what}.xlsx`;
  await value(desk.client.reports.build({ what, format: "xlsx", grant: desk.writes(name) }));
  const { sheets } = await readTables(desk.at(name));
  const rows: string[][] = [];
  for await (const row of sheets[0]?.rows() ?? []) rows.push(row.cells.map((cell) => cell.date ?? cell.text));
  return rows;
}

test("each ledger read back from its file says what the page says", async () => {
  const desk = await papers();
  const { rows: notices } = await value(desk.client.handovers.notices({}));
  const { rows: handovers } = await value(desk.client.handovers.list({}));
  const { rows: followUps } = await value(desk.client.handovers.followUps({}));
  expect(handovers.length).toBeGreaterThan(2);
  const wanted: Record<What, string[][]> = {
    notices: notices.map((row) => [row.recipient.name, row.mover.name, row.moveDay, row.dueOn]),
    handovers: handovers.map((row) => [row.post.code, row.giver.staffNo, row.from, row.lastDay]),
    "follow-ups": followUps.map((row) => [row.person.staffNo, row.post.name, row.dueOn]),
  };
  for (const what of ["notices", "handovers", "follow-ups"] as const) {
    const read = await readBack(desk, what);
    const flat = read.map((cells) => cells.join("|"));
    expect(wanted[what].length).toBeGreaterThan(0);
    for (const line of wanted[what])
      expect(flat.filter((text) => line.every((part) => text.includes(part))).length).toBeGreaterThan(0);
  }
});

test("a notice states basis, days and what to hand over; a protocol its items and signatures", async () => {
  const desk = await papers();
  const { rows: notices } = await value(desk.client.handovers.notices({}));
  const mover = notices.find(({ role, from }) => role === "mover" && from !== null);
  const asked = { what: "notice" as const, paperId: mover?.id ?? "" };
  const letter = await value(desk.client.reports.document(asked));
  const text = letter.rows.flat().join("\n");
  expect(letter.title).toBe("轮岗通知书");
  for (const part of [
    "财人〔2026〕3号",
    "TZ-2026-001",
    mover?.moveDay ?? "?",
    mover?.mover.name ?? "?",
    "当日收回权限",
    "密码口令已更换",
  ])
    expect(text).toContain(part);
  const english = await value(desk.client.reports.document({ ...asked, language: "en" }));
  expect(english.title).toBe("Notice of rotation");
  expect(english.rows.flat().join("\n")).toContain("access ends with it");

  const { rows } = await value(desk.client.handovers.list({}));
  const id = rows[0]?.id ?? "";
  await value(desk.client.handovers.start({ id }));
  const protocol = await value(desk.client.reports.document({ what: "handover", paperId: id }));
  expect(protocol.rows.flat().join("\n")).toContain("印章印鉴");
  expect(protocol.notes.join("\n")).toContain("监交人（签字）");
  expect((await faultOf(desk.client.reports.document({ what: "handover", paperId: "no" }))).code).toBe(
    "missing",
  );
});
