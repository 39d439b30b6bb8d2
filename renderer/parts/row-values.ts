// What a form over a row holds: one value a column, and what a column may be chosen from.

export type FieldValue = string | number | boolean | null | string[];
export type FieldValues = Readonly<Record<string, FieldValue>>;
export interface FieldChoice {
  value: string;
  code: string;
  name: string;
  group: string | null;
}
