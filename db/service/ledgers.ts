// The ledgers of an office (分级授权表, 权责清单) as one workbook, and the facts that they are read against.
import type { MoneyUnit } from "../../shared/domain/money.ts";
import type { SheetKind } from "../../shared/domain/sheet-column.ts";
import type { Text } from "../../shared/domain/text.ts";
import type { Grid } from "../../shared/formats/grid.ts";
import { nothingSaid } from "../../shared/formats/ledgers/duties-said.ts";
import {
  type AuthorityNote,
  type LedgerGround,
  pairKey,
  type Responsibility,
} from "../../shared/formats/ledgers/ledger-ground.ts";
import { listGrid } from "../../shared/formats/ledgers/list-print.ts";
import { scheduleGrid } from "../../shared/formats/ledgers/schedule-print.ts";
import { idsByKey, rowsOf } from "../queries/versions.ts";
import type { Desk, Lens } from "./desk.ts";
import type { PreparedRow } from "./imports/prepare.ts";

export const ledgersTitle: Text = { zh: "权责清单与分级授权表", en: "Ledgers of powers and authorities" };

const word = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

/** Rows of an import that are about to be written, of any kind. */
type Taken = Pick<PreparedRow, "kind" | "id" | "values">;

/** The facts of the lens; notes and responsibilities as now recorded, for nothing is judged by them. `taken`: laid over. */
export function ledgerGround(desk: Desk, { world, day }: Lens, taken: readonly Taken[] = []): LedgerGround {
  const ids = idsByKey(desk.db());
  const notes = new Map<string, AuthorityNote>();
  for (const row of rowsOf(desk.db(), "authority-notes", ids))
    notes.set(String(row.authorityId), {
      countersign: word(row.countersign),
      grantor: word(row.grantor),
      remark: word(row.remark),
    });
  const responsibilities = new Map<string, Responsibility>();
  for (const row of rowsOf(desk.db(), "responsibilities", ids)) {
    const texts = Object.keys(nothingSaid).map((key) => [key, word(row[key])]);
    responsibilities.set(
      pairKey(String(row.matterId), String(row.postId)),
      Object.fromEntries(texts) as Responsibility,
    );
  }
  const { settings, duties } = world;
  const laid = <T extends { id: string }>(kind: SheetKind, rows: readonly T[]): readonly T[] => {
    const own = taken.filter((row) => row.kind === kind && row.id !== "");
    if (own.length === 0) return rows;
    const ids = new Set(own.map(({ id }) => id));
    return [
      ...rows.filter(({ id }) => !ids.has(id)),
      ...own.map(({ id, values }) => ({ ...values, id }) as unknown as T),
    ];
  };
  return {
    unitName: settings.unitName,
    day,
    departments: laid("departments", world.departments),
    posts: laid("posts", world.posts),
    people: laid("people", world.people),
    assignments: laid("assignments", world.assignments),
    matters: laid("matters", world.matters),
    steps: laid("steps", world.steps),
    duties,
    authorities: laid("authorities", world.authorities),
    notes,
    responsibilities,
  };
}

export function ledgerGrids(desk: Desk, lens: Lens, money: MoneyUnit): Grid[] {
  const ground = ledgerGround(desk, lens);
  return [listGrid(ground), scheduleGrid(ground, money)];
}
