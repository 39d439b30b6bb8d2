// A forced leave that has begun is a fact: its days and stand-in are not taken back, whoever would look at them afterwards.
import { fault } from "../../../shared/domain/fault.ts";
import { idReader } from "../../queries/versions.ts";
import type { Desk } from "../desk.ts";
import type { Reversal } from "../undo.ts";

/** @throws FaultError refused: undoing would move or take away a leave that has begun */
export function assertLeavesStand(desk: Desk, reversal: readonly Reversal[]): void {
  const db = desk.db();
  const idOf = idReader(db);
  const closed = db.prepare(
    `SELECT entity, state, from_day AS 'from', until_day AS until, stand_in AS standIn FROM forced_leaves WHERE row_id = ?`,
  );
  for (const { close, back } of reversal.filter(({ kind }) => kind === "forced-leaves"))
    for (const rowId of close) {
      const row = closed.get(rowId) as {
        entity: number;
        state: string;
        from: string;
        until: string;
        standIn: number | null;
      };
      if (row.state !== "placed" || row.from > desk.today()) continue;
      const then = back.find(({ id }) => id === idOf(row.entity));
      const standInId = row.standIn === null ? null : idOf(row.standIn);
      const isSame =
        then?.state === "placed" &&
        then.from === row.from &&
        then.until === row.until &&
        then.standInId === standInId;
      if (!isSame)
        throw fault("refused", {
          zh: `强制休假已于 ${row.from} 开始，这一条不能撤销。`,
          en: `The forced leave began on ${row.from}: this entry is not undone.`,
        });
    }
}
