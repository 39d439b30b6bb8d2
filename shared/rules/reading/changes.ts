// What differs between two versions of a rule, slot by slot.
import type { Text } from "../../domain/text.ts";
import type { Draft } from "./draft.ts";
import { slotsOf } from "./read.ts";
import { builtInNames, type Names, saySlot } from "./say.ts";
import type { Slot } from "./slot.ts";

export interface SlotChange {
  readonly key: string;
  readonly name: Text;
  /** Null: the slot was not there (another check). */
  readonly before: Text | null;
  readonly after: Text | null;
}

export function changesOf(before: Draft, after: Draft, names: Names = builtInNames): SlotChange[] {
  const was = new Map(slotsOf(before).map((slot) => [slot.key, slot]));
  const is = new Map(slotsOf(after).map((slot) => [slot.key, slot]));
  const words = (slot: Slot | undefined): Text | null =>
    slot ? { zh: saySlot(slot, "zh", names), en: saySlot(slot, "en", names) } : null;
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)];
    if (old && now && JSON.stringify(old.value) === JSON.stringify(now.value)) return [];
    const name = (now ?? old)?.spec.name;
    return name ? [{ key, name, before: words(old), after: words(now) }] : [];
  });
}
