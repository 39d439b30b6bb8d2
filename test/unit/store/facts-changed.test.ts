// Facts are made ready anew when a fact changed, and only then: not for the log, nor for what no check reads.
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { factsChangedSince } from "../../../db/queries/facts-changed.ts";
import { office, tableOf } from "../../builders/office.ts";
import { bringIn, type Desk, newWorkbook, value } from "../../builders/service.ts";

const reading = <Answer>(desk: Desk, ask: (db: Database.Database) => Answer): Answer => {
  const db = new Database(desk.at("w.quanheng"), { readonly: true });
  const answer = ask(db);
  db.close();
  return answer;
};
const head = (desk: Desk): number =>
  reading(desk, (db) => db.prepare("SELECT max(seq) FROM journal").pluck().get() as number);
const hasChanged = (desk: Desk, seq: number): boolean => reading(desk, (db) => factsChangedSince(db, seq));

test("a change set that is being made leaves the facts as they were; a new person does not", async () => {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  const seq = head(desk);
  await value(desk.client.changes.start({ name: "草稿", day: "2026-07-01" }));
  expect(head(desk)).toBeGreaterThan(seq);
  expect(hasChanged(desk, seq)).toBe(false);
  await bringIn(desk, [tableOf("people", [["009", "新人", "2026-01-01"]])]);
  expect(hasChanged(desk, seq)).toBe(true);
});
