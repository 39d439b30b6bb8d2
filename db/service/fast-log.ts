// The workbook's log for the fast check: columns from segments, and the rows of what it names.
import type { Approval, Case } from "../../shared/domain/approval.ts";
import type { NumberOf } from "../../shared/domain/packed-log.ts";
import type { Facts } from "../../shared/domain/world.ts";
import type { Rows } from "../../shared/rules/fast/fast-check.ts";
import type { Packed } from "../../shared/rules/fast/nominate.ts";
import type { Db } from "../open.ts";
import { type LoadOptions, loadActs, loadCases } from "../queries/segments.ts";
import { type FoundIds, idReader, largestEntity, rowsNumbered } from "../queries/versions.ts";

export interface FastLog {
  packed: Packed;
  rows: Rows;
  /** Bytes of all segments, and how many were made anew. */
  bytes: number;
  made: number;
}

export function fastLogOf(db: Db, options: LoadOptions): FastLog {
  const found: FoundIds = new Map();
  const idOf = idReader(db, found);
  const acts = loadActs(db, options);
  const cases = loadCases(db, options);
  const caseRows = (places: readonly number[]): Case[] =>
    rowsNumbered(
      db,
      "cases",
      found,
      "entity",
      places.map((place) => cases.packed.id[place] ?? 0),
    ) as unknown as Case[];
  return {
    packed: {
      acts: acts.packed,
      cases: cases.packed,
      idOf: (number) => idOf(number) ?? null,
      largest: largestEntity(db),
      textsOf: (places) =>
        caseRows(places).map(({ category, budgetProject }) => ({ category, project: budgetProject })),
    },
    rows: {
      approvals: (places) =>
        rowsNumbered(
          db,
          "approvals",
          found,
          "row_id",
          places.map((place) => acts.packed.row[place] ?? 0),
        ) as unknown as Approval[],
      cases: caseRows,
    },
    bytes: acts.bytes + cases.bytes,
    made: acts.made + cases.made,
  };
}

/** Entity keys of the ids that facts name: the log's own ids are many and never asked for. */
export function factNumbers(db: Db, facts: Omit<Facts, "cases">): { numberOf: NumberOf; largest: number } {
  const ids = Object.values(facts).flatMap((table) =>
    Array.isArray(table) ? table.flatMap((row) => ("id" in row ? [row.id] : [])) : [],
  );
  const rows = db
    .prepare(
      "SELECT entities.id, entities.key FROM json_each(?) AS asked JOIN entities ON entities.id = asked.value",
    )
    .raw()
    .all(JSON.stringify(ids)) as [string, number][];
  const numbers = new Map(rows);
  return { numberOf: (id) => (id === null ? 0 : (numbers.get(id) ?? 0)), largest: largestEntity(db) };
}
