// Handovers, notices and follow-ups at the command line, after a plan was approved some months ago.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  approveSet,
  fillRotatingOffice,
  operatorNames,
  planSet,
  startDay,
  withOperators,
} from "../../builders/rotating-office.ts";
import { openDesk, value } from "../../builders/service.ts";
import { quanheng } from "../../fixtures/command-line.ts";

test("lists, one handover, and a calendar of one person", async () => {
  const desk = await withOperators(await fillRotatingOffice(openDesk({ day: startDay })));
  const plan = await value(desk.client.rotation.plan({ months: 12 }));
  await approveSet(desk, (await planSet(desk, plan.id)).id);
  desk.close();
  const run = (...args: string[]) =>
    quanheng(desk.folder, ...args, "--workbook", "w.quanheng", "--lang", "zh");
  const list = await run("handover", "list", "--format", "json");
  expect(list.code).toBe(1);
  expect(JSON.parse(list.out).handovers).toHaveLength(3);
  expect((await run("handover", "list")).out).toContain("出纳岗");
  const show = await run("handover", "show", "K1");
  expect(show.out).toContain("尚未签齐");
  expect((await run("handover", "show", "NO")).code).toBe(2);
  const notices = await run(
    "handover",
    "notices",
    "--as",
    operatorNames.maker,
    "--ics",
    "a.ics",
    "--person",
    "001",
    "--format",
    "json",
  );
  expect(notices.err).toContain("a.ics");
  expect(JSON.parse(notices.out).notices.length).toBeGreaterThan(3);
  expect(readFileSync(join(desk.folder, "a.ics"), "utf8")).toContain("BEGIN:VEVENT");
  expect(
    (await run("handover", "notices", "--as", operatorNames.maker, "--ics", "b.ics", "--person", "999")).code,
  ).toBe(2);
  expect(
    JSON.parse((await run("handover", "follow-ups", "--format", "json")).out).followUps.length,
  ).toBeGreaterThan(2);
});
