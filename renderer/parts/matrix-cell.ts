// What the matrix is told: posts by level, matters with their steps, and what each post holds at each step.
import type { ReactNode } from "react";
import type { DutyType } from "../../shared/domain/duty.ts";
import type { Level } from "../../shared/domain/organisation.ts";

export interface MatrixPost {
  id: string;
  name: string;
  /** Who holds it on the day shown: a name, "7 人", "—". */
  holder: string;
  level: Level;
}
export interface MatrixCell {
  duty: DutyType;
  /** The second line: "≤50", "全额"; or the holder. */
  second: string;
  isEnding?: boolean;
  /** What it says is in a draft, not yet approved. */
  isDrafted?: boolean;
  /** A potential conflict; the twins light up and are joined by a line. */
  clash?: {
    twins: readonly CellAddress[];
    severity: "high" | "medium" | "low";
    words: string;
    source?: string;
  };
  /** For the card: holder, document, period. */
  facts: readonly { name: string; value: string }[];
}
export interface CellAddress {
  stepId: string;
  postId: string;
}
export interface MatrixStep {
  id: string;
  no: string;
  name: string;
  duty: DutyType;
  cells: ReadonlyMap<string, MatrixCell>;
  /** Posts whose authority here is taken away by a draft. */
  draftedAway?: ReadonlySet<string>;
  /** Nobody holds it: hatched, with what to do about it. */
  gap?: { words: string; action?: { words: string; onClick(): void } };
}
/** What colours a cell: nothing but its glyph, its duty, the level that decides, or what is wrong with it. */
export const matrixTints = ["none", "duty", "level", "conflict"] as const;
export type MatrixTint = (typeof matrixTints)[number];

/** Steps and posts of a rectangle of cells. */
export interface MatrixRange {
  stepIds: readonly string[];
  postIds: readonly string[];
}
/** What may be done in the cells themselves; without it the grid is for looking. */
export interface MatrixEditing {
  /** What the line for typing says beneath itself. */
  hint: string;
  /** Told under the hint: what the amount typed so far would do. */
  preview?(at: CellAddress, typed: string): ReactNode;
  label: string;
  textAt(at: CellAddress): string;
  /** Null: taken; else why not. */
  type(at: CellAddress, typed: string): string | null;
  clear(range: MatrixRange): void;
  paste(range: MatrixRange, text: string): void;
  fill(range: MatrixRange, way: "down" | "right"): void;
}
export interface MatrixMatter {
  id: string;
  name: string;
  note: string;
  steps: readonly MatrixStep[];
}
