// A rule as two controlled sentences: what is asked, and where, when and how gravely; every value stands in a slot.
import type { Draft } from "./draft.ts";
import { formOf, formsOf } from "./form-of.ts";
import { frame } from "./forms/frame.ts";
import { freshParameters } from "./fresh.ts";
import type { Form, Part, Slot } from "./slot.ts";

export type Tongue = "zh" | "en";
export interface Reading {
  /** What the rule asks. */
  readonly rule: readonly Part[];
  /** Where it applies, from when to when, how grave a conflict is, what the gate does. */
  readonly frame: readonly Part[];
}

/** A rule read in one language; the same slots, in that language's order. */
export const read = (draft: Draft, tongue: Tongue): Reading => ({
  rule: partsOf(formOf(draft.kind, draft.parameters), draft, "parameters.", tongue),
  frame: partsOf(frame, draft, "", tongue),
});
/** All slots of a rule, those of the rule first. */
export const slotsOf = (draft: Draft, tongue: Tongue = "zh"): Slot[] => {
  const { rule, frame: rest } = read(draft, tongue);
  return [...rule, ...rest].flatMap((part) => (part.type === "slot" ? [part.slot] : []));
};

function partsOf(form: Form, draft: Draft, prefix: string, tongue: Tongue): Part[] {
  return form.sentence[tongue].split(/\{([^}]+)\}/).flatMap((piece, at): Part[] => {
    if (at % 2 === 0) return piece === "" ? [] : [{ type: "words", words: piece }];
    const spec = form.slots[piece];
    if (!spec) throw new Error(`${draft.kind}: nothing is known of the slot ${piece}`);
    const key = prefix + piece;
    return [{ type: "slot", slot: { key, spec, value: valueAt(draft, key) } }];
  });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What stands in a slot; undefined where the draft has no such slot. */
export function valueAt(draft: Draft, key: string): unknown {
  let value: unknown = draft;
  for (const step of key.split(".")) value = isRecord(value) ? value[step] : undefined;
  return value;
}

function withValue(record: Readonly<Record<string, unknown>>, path: readonly string[], value: unknown) {
  const [step = "", ...rest] = path;
  const inner = record[step];
  const next: unknown = rest.length === 0 ? value : withValue(isRecord(inner) ? inner : {}, rest, value);
  return { ...record, [step]: next };
}

/**
 * The draft with one slot filled anew. Another check brings its own slots and keeps the values that it shares;
 * what the rule asks is then its own, so it no longer counts as the same check as another rule.
 */
export function fill(draft: Draft, key: string, value: unknown): Draft {
  const several = formsOf[draft.kind];
  const isOwn = key.startsWith("parameters.") || key.startsWith("scope.");
  const sameCheckAs = isOwn ? null : draft.sameCheckAs;
  if (several && key === `parameters.${several.by}`) {
    const fresh = freshParameters(draft.kind, String(value));
    const kept = Object.entries(draft.parameters).filter(([name]) => name in fresh && name !== several.by);
    return { ...draft, sameCheckAs, parameters: { ...fresh, ...Object.fromEntries(kept) } };
  }
  return { ...draft, ...withValue(draft, key.split("."), value), sameCheckAs };
}
