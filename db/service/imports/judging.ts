// Gives the rows of one sheet their verdicts, in slices, over what the workbook already has.
import type { Context } from "../../../shared/contract/call.ts";
import { fault } from "../../../shared/domain/fault.ts";
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import { sheetOf } from "../../../shared/domain/sheets.ts";
import { settingsOf } from "../../queries/settings.ts";
import { idsByKey, rowsOf } from "../../queries/versions.ts";
import type { GrowingRules } from "../delegation-rules.ts";
import type { Desk } from "../desk.ts";
import { type DomainRow, isAside, worldRows } from "../sheet-rows.ts";
import type { Lookups } from "./lookups.ts";
import {
  announce,
  identityKey,
  type PrepareContext,
  type PreparedRow,
  prepare,
  type RawRow,
} from "./prepare.ts";

const slice = 2000;

function existingOf(desk: Desk, kind: SheetKind): Map<string, DomainRow> {
  const rows = isAside(kind) ? rowsOf(desk.db(), kind, idsByKey(desk.db())) : worldRows(desk.world(), kind);
  return new Map(rows.map((row) => [identityKey(kind, row), row]));
}

/** What judging one kind needs; `present` are the column keys that the file has. */
export const judgingOf = (
  desk: Desk,
  kind: SheetKind,
  lookups: Lookups,
  rules: GrowingRules,
  source: string,
  present: ReadonlySet<string>,
): PrepareContext => ({
  lookups,
  timeZone: settingsOf(desk.db()).timeZone,
  rules,
  newId: desk.deps.newId,
  source,
  present,
  existing: existingOf(desk, kind),
  met: new Map(),
  occurrences: new Map(),
  announced: new Map(),
});

/** @throws FaultError refused: stopped */
export async function judgeRows(
  desk: Desk,
  kind: SheetKind,
  sheet: string,
  rows: readonly RawRow[],
  judging: PrepareContext,
  into: PreparedRow[],
  context: Context,
): Promise<void> {
  announce(kind, rows, judging);
  const label = { zh: `正在核对 ${sheetOf(kind).name.zh}`, en: `Checking ${sheetOf(kind).name.en}` };
  for (const [index, raw] of rows.entries()) {
    into.push(prepare(kind, sheet, raw, judging));
    if (index % slice === slice - 1) {
      context.progress(label, index + 1, rows.length);
      await desk.deps.breathe();
      if (context.signal.aborted)
        throw fault("refused", { zh: "已停止核对，没有写入。", en: "Stopped; nothing was written." });
    }
  }
}
