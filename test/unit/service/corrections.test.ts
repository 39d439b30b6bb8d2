// A correction is told in every answer about an act between its day and its approval: the rule was recorded afterwards.
import { expect, test } from "vitest";
import { value } from "../../builders/service.ts";
import { approved, ceiling, draft, twoPeople } from "../../builders/two-people.ts";

test("conflicts, why not, who could and the gate say so, of acts in between alone", async () => {
  const desk = await twoPeople();
  await value(desk.client.conflicts.check({}));
  const note = {
    zh: expect.stringContaining("TZ-2026-001"),
    en: expect.stringContaining("recorded afterwards"),
  };
  const { rows } = await value(desk.client.conflicts.list({}));
  const told = async () => {
    const details = await Promise.all(rows.map(({ id }) => value(desk.client.conflicts.detail({ id }))));
    return details.map(({ recordedAfterwards }) => recordedAfterwards);
  };
  expect((await told()).flat()).toEqual([]);
  expect(rows.length).toBeGreaterThan(0);

  const paper = { day: "2026-01-08", reason: "漏录", docNo: "青财〔2026〕2号" };
  const { id } = await draft(desk, [await ceiling(desk, "SQ-2", 10_000_000)], paper);
  await value(desk.client.changes.submit({ id }));
  await approved(desk, id);

  // C2 was approved on 8 January; C1 two days before.
  expect((await told()).some((notes) => notes.length === 1)).toBe(true);
  expect((await told()).flat()[0]).toEqual(note);
  const why = (caseNo: string) =>
    value(desk.client.explain.whyNot({ ruleId: rows[0]?.ruleId ?? "", caseNo, people: ["003"] }));
  expect((await why("C2")).notes).toContainEqual(note);
  expect((await why("C1")).notes).not.toContainEqual(note);
  const who = (day: string) => value(desk.client.matrix.whoCould({ day }));
  expect((await who("2026-02-01")).recordedAfterwards).toEqual([note]);
  expect((await who("2026-01-07")).recordedAfterwards).toEqual([]);
  expect((await who("2026-03-05")).recordedAfterwards).toEqual([]);
  const ask = (day: string) =>
    value(desk.client.gate.ask({ person: "002", case: "C2", step: "S2", day, parts: [] }));
  expect((await ask("2026-02-01")).recordedAfterwards).toEqual([note]);
  expect((await ask("2026-03-05")).recordedAfterwards).toEqual([]);
  expect(desk.bugs).toEqual([]);
});
