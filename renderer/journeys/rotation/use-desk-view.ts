// What of the plan is looked at: the panel beside, the move or row that is chosen, and where the timeline should go.
import { useState } from "react";
import type { Day } from "../../../shared/domain/day.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import type { TenureRow } from "../../parts/tenure-row.ts";
import { type Breach, moveOfBreach } from "./breaches.ts";
import type { DraftMove } from "./hand-edits.ts";

export interface DeskView {
  panel: string | null;
  /** Key of the chosen move. */
  picked: string | null;
  /** The row that was opened; only while the panel is "row". */
  row: TenureRow | null;
  reveal: { move?: string; row?: string; day?: Day } | null;
  open(panel: string | null): void;
  pick(key: string | null): void;
  /** Chooses the move and brings it into sight. */
  show(key: string): void;
  openRow(row: TenureRow): void;
  showBreach(breach: Breach): void;
  /** The form for what came up, about the chosen move if there is one. */
  replan(move?: string): void;
}

export function useDeskView(query: AddressQuery, moves: readonly DraftMove[]): DeskView {
  const [row, setRow] = useState<TenureRow | null>(null);
  const [reveal, setReveal] = useState<DeskView["reveal"]>(null);
  const quiet = { quiet: true } as const;
  const pick = (key: string | null): void => {
    setRow(null);
    query.set({ move: key, ...(key === null ? {} : { panel: null }) }, quiet);
  };
  return {
    panel: query.get("panel"),
    picked: query.get("move"),
    row,
    reveal,
    open: (panel) => query.set({ panel, move: null }, quiet),
    pick,
    show: (key) => {
      pick(key);
      const move = moves.find((one) => one.key === key);
      setReveal({ move: key, ...(move ? { day: move.day } : {}) });
    },
    openRow: (next) => {
      setRow(next);
      query.set({ move: null, panel: "row" }, quiet);
    },
    showBreach: (breach) => {
      const move = moveOfBreach(breach, moves);
      if (move) {
        setRow(null);
        query.set({ panel: "check", move: move.key }, quiet);
      }
      setReveal({ ...(move ? { move: move.key } : {}), day: breach.from });
    },
    replan: (move) => query.set({ panel: "replan", ...(move === undefined ? {} : { move }) }, quiet),
  };
}
