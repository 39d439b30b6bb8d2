// Dense numbers for rows: from the source's ids to 0, 1, 2 … and back.
import type { NumberOf } from "../../domain/packed-log.ts";

/** Rows of one table under dense numbers. */
export interface Dense {
  readonly ids: readonly string[];
  /** Source number → dense number, -1 where it is none of these rows. */
  readonly at: Int32Array;
  of(id: string | null): number;
}

export function denseOf(rows: readonly { id: string }[], numberOf: NumberOf, largest: number): Dense {
  const at = new Int32Array(largest + 1).fill(-1);
  const ids = rows.map((row) => row.id);
  for (const [index, id] of ids.entries()) {
    const number = numberOf(id);
    if (number > 0 && number <= largest) at[number] = index;
  }
  const byId = new Map(ids.map((id, index) => [id, index]));
  return { ids, at, of: (id) => (id === null ? -1 : (byId.get(id) ?? -1)) };
}
