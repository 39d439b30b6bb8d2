// Groups of cases by up to four whole numbers, in open addresses: made for hundreds of thousands of cases.

export interface TupleGroups {
  readonly count: number;
  /** Cases of a group, and the sum of what `amountOf` says of them. */
  readonly sizes: Int32Array;
  readonly sums: Float64Array;
  members(group: number): number[];
}

/** `keyOf` fills the tuple and answers whether the case belongs anywhere. */
export function tupleGroups(
  cases: number,
  keyOf: (of: number, tuple: Int32Array) => boolean,
  amountOf: (of: number) => number,
): TupleGroups {
  const tuple = new Int32Array(4);
  let capacity = 1 << 12;
  let slots = new Int32Array(capacity).fill(-1);
  let keys = new Int32Array(capacity * 4);
  let sizes = new Int32Array(capacity);
  let sums = new Float64Array(capacity);
  let heads = new Int32Array(capacity);
  const next = new Int32Array(cases).fill(-1);
  let count = 0;

  const slotFor = (source: Int32Array, at: number): number => {
    let hash = Math.imul(source[at]!, 0x9e3779b1) ^ Math.imul(source[at + 1]!, 0x85ebca6b);
    hash ^= Math.imul(source[at + 2]!, 0xc2b2ae35) ^ Math.imul(source[at + 3]!, 0x27d4eb2f);
    let slot = (hash ^ (hash >>> 15)) & (capacity - 1);
    for (let group = slots[slot]!; group !== -1; group = slots[slot]!) {
      const key = group * 4;
      if (
        keys[key] === source[at] &&
        keys[key + 1] === source[at + 1] &&
        keys[key + 2] === source[at + 2] &&
        keys[key + 3] === source[at + 3]
      )
        break;
      slot = (slot + 1) & (capacity - 1);
    }
    return slot;
  };
  const grow = (): void => {
    capacity *= 2;
    slots = new Int32Array(capacity).fill(-1);
    keys = copied(new Int32Array(capacity * 4), keys);
    sizes = copied(new Int32Array(capacity), sizes);
    heads = copied(new Int32Array(capacity), heads);
    const more = new Float64Array(capacity);
    more.set(sums);
    sums = more;
    for (let group = 0; group < count; group += 1) slots[slotFor(keys, group * 4)] = group;
  };

  for (let of = 0; of < cases; of += 1) {
    tuple.fill(0);
    if (!keyOf(of, tuple)) continue;
    let slot = slotFor(tuple, 0);
    if (slots[slot] === -1) {
      if (count * 2 >= capacity) {
        grow();
        slot = slotFor(tuple, 0);
      }
      slots[slot] = count;
      for (let part = 0; part < 4; part += 1) keys[count * 4 + part] = tuple[part]!;
      heads[count] = -1;
      count += 1;
    }
    const group = slots[slot]!;
    sizes[group]! += 1;
    sums[group]! += amountOf(of);
    next[of] = heads[group]!;
    heads[group] = of;
  }
  return {
    count,
    sizes,
    sums,
    members(group) {
      const members: number[] = [];
      for (let of = heads[group]!; of !== -1; of = next[of]!) members.push(of);
      return members.reverse();
    },
  };
}
function copied(to: Int32Array<ArrayBuffer>, from: Int32Array): Int32Array<ArrayBuffer> {
  to.set(from);
  return to;
}
