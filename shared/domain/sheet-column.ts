// What a column of an office table holds: the vocabulary in which every importable sheet is described.
import type { Text } from "./text.ts";

export type ColumnType =
  | "text"
  | "code" // text that is never treated as a number
  | "integer"
  | "flag" // 是/否
  | "day"
  | "last-day" // the inclusive last day that people write; stored as the half-open end
  | "money" // 元 or 万元, by the header or the cell
  | "instant"
  | "choice"
  | "reference" // the code of a row of another sheet
  | "codes"; // several codes, separated by 、,;

export type SheetKind =
  | "departments"
  | "posts"
  | "post-duties"
  | "people"
  | "qualifications"
  | "assignments"
  | "relations"
  | "absences"
  | "calendar"
  | "suppliers"
  | "duties"
  | "matters"
  | "steps"
  | "authorities"
  | "delegations"
  | "authority-notes"
  | "responsibilities"
  | "tenure-policies"
  | "exemptions"
  | "cases"
  | "approvals";

export interface Choice {
  value: string;
  name: Text;
  /** Other words seen in files for the same value. */
  also?: readonly string[];
}

export interface SheetColumn {
  /** The field of the domain row; a reference column fills `<key>` with the id of the row it names. */
  key: string;
  name: Text;
  /** Other header words, Chinese or English, matched after trimming, NFKC and lower case. */
  also: readonly string[];
  type: ColumnType;
  isRequired: boolean;
  choices?: readonly Choice[];
  /** The sheet whose code the cell names. */
  to?: SheetKind;
  /** Used when the cell is empty and not required. */
  fallback?: string | number | boolean | null;
  /** Kept word for word: "无" and "—" are what somebody wrote, not an empty cell. */
  isVerbatim?: true;
  /** One line for the template and the form. */
  hint?: Text;
}

export interface Sheet {
  kind: SheetKind;
  name: Text;
  also: readonly string[];
  /** What belongs here, one line. */
  about: Text;
  columns: readonly SheetColumn[];
  /** Keys of the columns that together identify a row: the same key again is a correction, not a new row. */
  identifiedBy: readonly string[];
}
