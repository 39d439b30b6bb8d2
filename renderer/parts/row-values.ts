// What a form over a row holds: one value a column, and what a column may be chosen from.

export type FieldValue = string | number | boolean | null | string[];
export type FieldValues = Readonly<Record<string, FieldValue>>;
export interface FieldChoice {
  value: string;
  code: string;
  name: string;
  group: string | null;
}

/** Before this day nobody knows: the fallback of sheets whose start was left empty; people read and write it as no day. */
export const beforeAll = "1900-01-01";
