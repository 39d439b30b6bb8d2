// A question that SQL answers for every rule of one kind and check at once: who clashes, and on which day it was complete.
import type { Day } from "../../../shared/domain/day.ts";
import { dayOfNumber } from "./days.ts";

/** Turns an integer key into the id that findings name. */
export type NameOf = (key: number) => string;
export type AnswerRow = Readonly<Record<string, number | string | null>>;
export interface Identity {
  groupKey: string;
  subject: string;
  anchor: string;
}
export interface Question {
  kind: string;
  /** The check, test or counterpart of the kind; null where it has one meaning alone. */
  aspect: string | null;
  /** Answers columns r, day and those that `identity` reads. Runs in SQLite and in DuckDB. */
  sql: string;
  identity: (row: AnswerRow, nameOf: NameOf) => Identity;
}

const key = (row: AnswerRow, column: string, nameOf: NameOf): string => {
  const value = row[column];
  if (typeof value !== "number") throw new Error(`the answer names no ${column}`);
  return nameOf(value);
};
const text = (row: AnswerRow, column: string): string => {
  const value = row[column];
  if (value === null || value === undefined) throw new Error(`the answer names no ${column}`);
  return String(value);
};
const day = (row: AnswerRow, column: string): Day => dayOfNumber(Number(text(row, column)));
export const cell = { key, text, day };

/** Columns case_k and person (or whatever column the subject is in). */
export const perCase =
  (subject: string) =>
  (row: AnswerRow, nameOf: NameOf): Identity => ({
    groupKey: key(row, "case_k", nameOf),
    subject: key(row, subject, nameOf),
    anchor: "",
  });
/** The same with the natural key of the act that it is about. */
export const perAct =
  (group: string, subject: string) =>
  (row: AnswerRow, nameOf: NameOf): Identity => ({
    groupKey: key(row, group, nameOf),
    subject: key(row, subject, nameOf),
    anchor: text(row, "natural_key"),
  });
export const perMonth = (row: AnswerRow, nameOf: NameOf): Identity => {
  const person = key(row, "person", nameOf);
  return { groupKey: person, subject: person, anchor: text(row, "month") };
};
