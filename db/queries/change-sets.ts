// Change sets as stored: the sets, their edits, what was decided about them, and whose hands were in them.
import type Database from "better-sqlite3";
import { type ChangeSetState, changeSetStates, type Edit, editSchema } from "../../shared/domain/edit.ts";
import { idReader, type Row, rowOf, rowsOf } from "./versions.ts";

type Db = Database.Database;
export interface StoredSet {
  id: string;
  number: string;
  name: string;
  state: ChangeSetState;
  branchGroup: string | null;
  day: string;
  reason: string;
  docNo: string | null;
  baseSeq: number;
  madeBy: string;
  madeAt: number;
  isCorrection: boolean;
  effectiveDay: string | null;
  undoOf: number | null;
  hand: string;
  /** The rotation plan that it carries out. */
  planId: string | null;
}
export interface StoredEdit {
  id: string;
  key: string;
  position: number;
  edit: Edit;
  hand: string;
}
export type DecisionAct = "submit" | "withdraw" | "reject" | "approve" | "supersede";
export interface StoredDecision {
  setId: string;
  act: DecisionAct;
  by: string;
  hand: string;
  at: number;
  words: string;
  /** JSON. */
  effect: string | null;
}

const words = (row: Row, key: string): string | null => (row[key] === null ? null : String(row[key]));
function setIn(row: Row): StoredSet {
  const state = changeSetStates.find((one) => one === row.state);
  if (!state) throw new Error(`a change set in the state ${row.state}`);
  return {
    id: row.id,
    number: String(row.number),
    name: String(row.name),
    state,
    branchGroup: words(row, "branchGroup"),
    day: String(row.day),
    reason: String(row.reason),
    docNo: words(row, "docNo"),
    baseSeq: Number(row.baseSeq),
    madeBy: String(row.madeBy),
    madeAt: Number(row.madeAt),
    isCorrection: row.isCorrection === true,
    effectiveDay: words(row, "effectiveDay"),
    undoOf: row.undoOf === null ? null : Number(row.undoOf),
    hand: String(row.hand),
    planId: words(row, "planId"),
  };
}
/** Newest first. */
export const changeSetsOf = (db: Db): StoredSet[] =>
  rowsOf(db, "change-sets", idReader(db))
    .map(setIn)
    .sort((a, b) => b.madeAt - a.madeAt || (a.number < b.number ? 1 : -1));
export function changeSetOf(db: Db, id: string): StoredSet | null {
  const row = rowOf(db, "change-sets", id);
  return row ? setIn(row) : null;
}
/** The entry that left the set as it is. */
export const changedIn = (db: Db, id: string): number =>
  db
    .prepare(
      "SELECT recorded_in FROM change_sets JOIN entities ON key = entity WHERE id = ? AND superseded_in IS NULL",
    )
    .pluck()
    .get(id) as number;

const ofSet = "JOIN entities AS sets ON sets.key = change_set WHERE sets.id = ? AND superseded_in IS NULL";
/** In the order in which they were put in. */
export const editsOf = (db: Db, setId: string): StoredEdit[] =>
  (
    db
      .prepare(
        `SELECT own.id AS id, edit_key AS key, position, body, hand FROM change_edits
         JOIN entities AS own ON own.key = entity ${ofSet} ORDER BY position, row_id`,
      )
      .all(setId) as (Omit<StoredEdit, "edit"> & { body: string })[]
  ).map(({ body, ...line }) => ({ ...line, edit: editSchema.parse(JSON.parse(body)) }));
/** Whether its edits are those that it was begun with. */
export const isAsBegun = (db: Db, setId: string): boolean =>
  db
    .prepare(
      `SELECT count(DISTINCT recorded_in) = 1 AND count(superseded_in) = 0 FROM change_edits
       JOIN entities AS sets ON sets.key = change_set WHERE sets.id = ?`,
    )
    .pluck()
    .get(setId) === 1;
export const editCounts = (db: Db): Map<string, number> =>
  new Map(
    db
      .prepare(
        "SELECT id, count(*) FROM change_edits JOIN entities ON key = change_set WHERE superseded_in IS NULL GROUP BY id",
      )
      .raw()
      .all() as [string, number][],
  );

const decisionColumns =
  "sets.id AS setId, act, said_by AS 'by', hand, said_at AS at, words, effect FROM change_decisions";
/** Oldest first. */
export const decisionsOf = (db: Db, setId: string): StoredDecision[] =>
  db.prepare(`SELECT ${decisionColumns} ${ofSet} ORDER BY row_id`).all(setId) as StoredDecision[];
/** Those of all sets, oldest first, without their effects. */
export const allDecisions = (db: Db): StoredDecision[] =>
  db
    .prepare(
      `SELECT ${decisionColumns.replace("effect FROM", "NULL AS effect FROM")}
       JOIN entities AS sets ON sets.key = change_set WHERE superseded_in IS NULL ORDER BY row_id`,
    )
    .all() as StoredDecision[];

/**
 * Whoever made, described, edited (what was dropped since included) or submitted it, or a set that it was copied from,
 * or made or changed the plan that it carries out or one that this was drawn from by hand: the journal knows of that by
 * name.
 */
export const handsOf = (db: Db, setId: string): Set<string> =>
  new Set(
    db
      .prepare(
        `WITH RECURSIVE sets(id) AS (
           SELECT @setId
           UNION SELECT detail ->> '$.copyOf' FROM sets JOIN entities ON entities.id = sets.id
           JOIN change_sets ON entity = key JOIN journal ON seq = recorded_in WHERE detail ->> '$.copyOf' IS NOT NULL),
         drawn(plan) AS (
           SELECT plan FROM change_sets JOIN entities ON key = entity
           WHERE id IN (SELECT id FROM sets) AND plan IS NOT NULL
           UNION SELECT base.key FROM drawn JOIN plans ON plans.entity = drawn.plan
           JOIN entities AS base ON base.id = body ->> '$.basePlanId' WHERE body ->> '$.isByHand')
         SELECT hand FROM change_sets JOIN entities ON key = entity
         WHERE id IN (SELECT id FROM sets) AND state IN ('draft', 'submitted')
         UNION SELECT hand FROM change_edits JOIN entities ON key = change_set WHERE id IN (SELECT id FROM sets)
         UNION SELECT '~' || actor FROM plans JOIN journal ON seq = plans.recorded_in WHERE plans.entity IN (
           SELECT plan FROM drawn)`,
      )
      .pluck()
      .all({ setId }) as string[],
  );

/** TZ-YYYY-NNN; numbers are never given twice. */
export function nextNumber(db: Db, year: string): string {
  const last = db
    .prepare("SELECT max(CAST(substr(number, 9) AS INTEGER)) FROM change_sets WHERE number LIKE ?")
    .pluck()
    .get(`TZ-${year}-%`) as number | null;
  return `TZ-${year}-${String((last ?? 0) + 1).padStart(3, "0")}`;
}
