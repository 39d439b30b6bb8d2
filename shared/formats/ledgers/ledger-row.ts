// A row of a ledger as its readers see it.
import type { MoneyUnit } from "../../domain/money.ts";
import type { Text } from "../../domain/text.ts";
import type { Cell } from "../cell.ts";

/** One row of a ledger: its cells by column key, and what is worth telling of it. */
export interface LedgerRow {
  row: number;
  /** The rows of the ledger, this one among them. */
  all: readonly LedgerRow[];
  cell: (key: string) => Cell;
  has: (key: string) => boolean;
  /** The unit of bare amounts in the column. */
  unitOf: (key: string) => MoneyUnit;
  tell: (warning: Text) => void;
}
