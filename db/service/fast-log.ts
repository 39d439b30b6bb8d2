// The workbook's log for the fast check: columns from segments, and the rows of what it names.
import type { Approval, Case } from "../../shared/domain/approval.ts";
import type { Packed } from "../../shared/rules/fast/nominate.ts";
import type { Rows } from "../../shared/rules/fast/fast-check.ts";
import type { Db } from "../open.ts";
import { loadActs, loadCases, type LoadOptions } from "../queries/segments.ts";
import { idReader, largestEntity, rowsNumbered } from "../queries/versions.ts";

export interface FastLog {
  packed: Packed;
  rows: Rows;
  /** Bytes of all segments, and how many were made anew. */
  bytes: number;
  made: number;
}

/** `ids`: the ids that facts may name; by entity key. */
export function fastLogOf(db: Db, factIds: Iterable<string>, options: LoadOptions): FastLog {
  const idOf = idReader(db);
  const numbers = numbersOf(db, factIds);
  const acts = loadActs(db, options);
  const cases = loadCases(db, options);
  const caseRows = (places: readonly number[]): Case[] =>
    rowsNumbered(
      db,
      "cases",
      idOf,
      "entity",
      places.map((place) => cases.packed.id[place] ?? 0),
    ) as unknown as Case[];
  return {
    packed: {
      acts: acts.packed,
      cases: cases.packed,
      numberOf: (id) => (id === null ? 0 : (numbers.get(id) ?? 0)),
      idOf: (number) => idOf(number) ?? null,
      largest: largestEntity(db),
      textsOf: (place) => {
        const [row] = caseRows([place]);
        return { category: row?.category ?? null, project: row?.budgetProject ?? null };
      },
    },
    rows: {
      approvals: (places) =>
        rowsNumbered(
          db,
          "approvals",
          idOf,
          "row_id",
          places.map((place) => acts.packed.row[place] ?? 0),
        ) as unknown as Approval[],
      cases: caseRows,
    },
    bytes: acts.bytes + cases.bytes,
    made: acts.made + cases.made,
  };
}

/** Entity keys of the few ids that facts name: the log's own ids are many and never asked for. */
function numbersOf(db: Db, ids: Iterable<string>): Map<string, number> {
  const rows = db
    .prepare(
      "SELECT entities.id, entities.key FROM json_each(?) AS asked JOIN entities ON entities.id = asked.value",
    )
    .raw()
    .all(JSON.stringify([...ids])) as [string, number][];
  return new Map(rows);
}
