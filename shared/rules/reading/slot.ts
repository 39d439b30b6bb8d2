// What a sentence of a rule is made of: plain words, and slots that each hold one value of the rule.
import type { Text } from "../../domain/text.ts";

export interface Option {
  readonly value: string | boolean;
  readonly words: Text;
}
/**
 * What may stand in a slot. `none` are the words for null (or for an empty list), where that has a meaning.
 * number: a whole number of `unit`, no more than makes sense; share: permille, shown as %; form: which of a kind's sentences this is;
 * part: null or an object that has slots of its own.
 */
export type SlotShape =
  | { readonly type: "duty" }
  | { readonly type: "duties"; readonly none?: Text }
  | { readonly type: "number"; readonly unit: Text; readonly most: number }
  | { readonly type: "money"; readonly none?: Text }
  | { readonly type: "share" }
  | { readonly type: "clock" }
  | { readonly type: "day"; readonly none: Text }
  | { readonly type: "words" }
  | { readonly type: "matters"; readonly none: Text }
  | { readonly type: "choice"; readonly options: readonly Option[]; readonly none?: Text }
  | { readonly type: "form"; readonly options: readonly Option[] }
  | { readonly type: "choices"; readonly options: readonly Option[]; readonly none?: Text }
  | {
      readonly type: "part";
      readonly on: Text;
      readonly off: Text;
      readonly start: Readonly<Record<string, unknown>>;
    };
export type SlotSpec = SlotShape & { readonly name: Text };

export interface Slot {
  /** Where the value stands in the rule: "parameters.maxHeld", "scope.areas". */
  readonly key: string;
  readonly spec: SlotSpec;
  readonly value: unknown;
}
export type Part =
  | { readonly type: "words"; readonly words: string }
  | { readonly type: "slot"; readonly slot: Slot };

/** One sentence with {slots} by key, in both languages, and what may stand in each. */
export interface Form {
  readonly sentence: Text;
  readonly slots: Readonly<Record<string, SlotSpec>>;
}

export const option = (value: string | boolean, zh: string, en: string): Option => ({
  value,
  words: { zh, en },
});
