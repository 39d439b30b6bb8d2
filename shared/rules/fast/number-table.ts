// Numbers by a whole-number key in open addresses: made for millions of look-ups.

export interface NumberTable {
  /** -1 where the key is not there. */
  get(key: number): number;
  set(key: number, value: number): void;
  keys(): Generator<number>;
}

/** Keys are from 0 to 2^53, values above -1. */
export function numberTable(): NumberTable {
  let capacity = 1 << 12;
  let keys = new Float64Array(capacity).fill(-1);
  let values = new Float64Array(capacity);
  let used = 0;
  const slotOf = (key: number): number => {
    let slot = (Math.imul((key % 4_294_967_296) | 0, 0x9e3779b1) >>> 8) & (capacity - 1);
    for (let held = keys[slot]!; held !== key && held !== -1; held = keys[slot]!)
      slot = (slot + 1) & (capacity - 1);
    return slot;
  };
  const grow = (): void => {
    const [oldKeys, oldValues] = [keys, values];
    capacity *= 2;
    keys = new Float64Array(capacity).fill(-1);
    values = new Float64Array(capacity);
    for (let slot = 0; slot < oldKeys.length; slot += 1) {
      const key = oldKeys[slot]!;
      if (key === -1) continue;
      const place = slotOf(key);
      keys[place] = key;
      values[place] = oldValues[slot]!;
    }
  };
  return {
    get(key) {
      const slot = slotOf(key);
      return keys[slot] === key ? values[slot]! : -1;
    },
    set(key, value) {
      const slot = slotOf(key);
      values[slot] = value;
      if (keys[slot] === key) return;
      keys[slot] = key;
      used += 1;
      if (used * 2 > capacity) grow();
    },
    *keys() {
      for (const key of keys) if (key !== -1) yield key;
    },
  };
}
