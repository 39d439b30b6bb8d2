// Whoever changes the file behind the program's back is found out by the chain, wherever he touched it.
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { office, tableOf } from "../../builders/office.ts";
import { bringIn, newWorkbook, openDesk, value } from "../../builders/service.ts";
import { approved, ceiling, draft, twoPeople } from "../../builders/two-people.ts";

const openGates = `DROP TRIGGER journal_is_append_only_update; DROP TRIGGER journal_is_append_only_delete;`;

test.each<[string, string, number]>([
  ["an entry's words", `${openGates} UPDATE journal SET summary_zh = '别的' WHERE seq = 2`, 2],
  ["an entry's actor", `${openGates} UPDATE journal SET actor = '别人' WHERE seq = 3`, 3],
  ["an entry's detail, no longer JSON", `${openGates} UPDATE journal SET detail = '{' WHERE seq = 2`, 2],
  ["an entry out of the middle", `${openGates} DELETE FROM journal WHERE seq = 3`, 4],
  [
    "a fact",
    "UPDATE approvals SET person = (SELECT entity FROM people WHERE staff_no = '003') WHERE row_id = 1",
    2,
  ],
  ["an amount", "UPDATE cases SET amount = 1 WHERE case_no = 'C2'", 2],
  ["a row that is gone", "DELETE FROM absences; DELETE FROM approvals WHERE row_id = 2", 2],
  [
    "a row that came in",
    "INSERT INTO suppliers (entity, code, name, recorded_in) SELECT entity, 'S9', '混入', 2 FROM departments LIMIT 1",
    2,
  ],
  [
    "a row put beside the journal",
    "INSERT INTO suppliers (entity, code, name, recorded_in) SELECT entity, 'S9', '混入', 99 FROM departments LIMIT 1",
    5,
  ],
  ["an act taken out of force", "UPDATE approvals SET superseded_in = 3 WHERE row_id = 1", 3],
  [
    "a correction taken back",
    "UPDATE suppliers SET superseded_in = 4 WHERE recorded_in = 3; UPDATE suppliers SET superseded_in = NULL WHERE superseded_in = 3",
    3,
  ],
  [
    "whom an id stands for",
    "UPDATE entities SET id = id || 'x' WHERE key = (SELECT entity FROM people LIMIT 1)",
    2,
  ],
  ["the time zone that days are told by", "UPDATE settings SET value = 'UTC' WHERE key = 'timeZone'", 1],
  ["a limit that nobody set", "INSERT INTO settings VALUES ('delegationDays', '3650')", 5],
  ["the tail of the journal", `${openGates} DELETE FROM journal WHERE seq = 4`, 4],
])("%s", async (_, sql, brokenAt) => {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  await bringIn(desk, [tableOf("suppliers", [["S1", "更名"]])]);
  await bringIn(desk, [tableOf("suppliers", [["S2", "第四条"]])]);
  expect((await value(desk.client.journal.verify({}))).brokenAt).toBeNull();
  desk.close();
  const file = new Database(desk.at("w.quanheng"));
  file.pragma("foreign_keys = OFF");
  file.exec(sql);
  file.close();
  const again = openDesk({ folder: desk.folder });
  await value(again.client.workbook.open({ grant: again.reads("w.quanheng") }));
  const verdict = await value(again.client.journal.verify({}));
  expect(verdict.brokenAt).toBe(brokenAt);
  expect(verdict.message.zh).toContain("备份");
  expect(again.bugs).toEqual([]);
});

test.each<[string, string]>([
  ["an operator's roles", "UPDATE operators SET roles = '[\"reviewer\"]' WHERE row_id = 1"],
  ["a set's maker", "UPDATE change_sets SET hand = 'x' WHERE state = 'submitted'"],
  ["an edit", "UPDATE change_edits SET body = replace(body, '10000000', '90000000')"],
  ["whose edit it was", "UPDATE change_edits SET hand = 'x'"],
  ["who approved", "UPDATE change_decisions SET said_by = '别人', hand = 'x' WHERE act = 'approve'"],
  ["the effect that was seen", "UPDATE change_decisions SET effect = '{}' WHERE act = 'approve'"],
  ["a decision that is gone", "DELETE FROM change_decisions WHERE act = 'submit'"],
  ["the limits set", "UPDATE settings SET value = '3650' WHERE key = 'delegationDays'"],
])("of what two people did: %s", async (_, sql) => {
  const desk = await twoPeople();
  await value(desk.client.delegations.setLimits({ longestDays: 20, renewals: 0 }));
  const { id } = await draft(desk, [await ceiling(desk, "SQ-2", 10_000_000)]);
  await value(desk.client.changes.submit({ id }));
  await approved(desk, id);
  expect((await value(desk.client.journal.verify({}))).brokenAt).toBeNull();
  desk.close();
  const file = new Database(desk.at("w.quanheng"));
  const triggers = file.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all();
  for (const name of triggers) file.exec(`DROP TRIGGER ${name}`);
  file.exec(sql);
  file.close();
  const again = openDesk({ folder: desk.folder });
  await value(again.client.workbook.open({ grant: again.reads("w.quanheng") }));
  expect((await value(again.client.journal.verify({}))).brokenAt).not.toBeNull();
});
