// One case at a time in scratch columns: its deciding acts in order, and what they come to.

export const rejectBit = 1;
export const behalfBit = 2;
/** Credited to givers of loans too. */
export const loanBit = 4;
export const approveBit = 8;
/** The act names no actor at all (a system account is somebody). */
export const unnamedBit = 16;
/** A document number is on record; an amount of the act's own; recorded later than some rule on that allows. */
export const documentBit = 32;
export const amountBit = 64;
export const lateBit = 128;

/** Reused for every case; only the first `count` entries count. */
export interface Frame {
  case: number;
  /** Fen of the case; NaN unknown. */
  amount: number;
  count: number;
  /** In (instant, position) order; ties beyond that are in no order. */
  at: Float64Array;
  position: Int32Array;
  day: Int32Array;
  /** Dense number of the actor; -1 nobody or a system account. */
  person: Int32Array;
  /** Dense step, and its bit. */
  step: Int32Array;
  bit: Int8Array;
  flags: Uint8Array;
  /** Index among the packed acts. */
  act: Int32Array;
  /** Of entries with `loanBit`: the givers of the loans. */
  readonly lenders: (readonly number[])[];
  /** Steps acted on; steps done (not rejected). */
  all: number;
  done: number;
  /** First instant at which each step was done. */
  first: Float64Array;
  /** Credited people, each with the steps credited. */
  people: Int32Array;
  masks: Int32Array;
  persons: number;
  hasTerminal: boolean;
  hasReject: boolean;
  hasLate: boolean;
}

export function frameOf(largest: number): Frame {
  const size = Math.max(largest, 1);
  return {
    case: 0,
    amount: Number.NaN,
    count: 0,
    at: new Float64Array(size),
    position: new Int32Array(size),
    day: new Int32Array(size),
    person: new Int32Array(size),
    step: new Int32Array(size),
    bit: new Int8Array(size),
    flags: new Uint8Array(size),
    act: new Int32Array(size),
    lenders: [],
    all: 0,
    done: 0,
    first: new Float64Array(32),
    people: new Int32Array(size),
    masks: new Int32Array(size),
    persons: 0,
    hasTerminal: false,
    hasReject: false,
    hasLate: false,
  };
}

/** Credits a person with a step. */
export function credit(frame: Frame, person: number, bit: number): void {
  const { people, masks } = frame;
  let at = 0;
  while (at < frame.persons && people[at] !== person) at += 1;
  if (at === frame.persons) {
    // A loan may credit more people than there are acts.
    if (at === people.length) {
      frame.people = grown(people);
      frame.masks = grown(masks);
    }
    frame.people[at] = person;
    frame.masks[at] = 0;
    frame.persons += 1;
  }
  frame.masks[at]! |= 1 << bit;
}
function grown(numbers: Int32Array): Int32Array {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

/** The earliest instant at which a step of the mask was done; infinite when none was. */
export function firstOf(frame: Frame, mask: number): number {
  let earliest = Number.POSITIVE_INFINITY;
  for (let left = mask & frame.done; left !== 0; left &= left - 1) {
    const at = frame.first[31 - Math.clz32(left & -left)]!;
    if (at < earliest) earliest = at;
  }
  return earliest;
}

/** Sorts the entries by (instant, position): few and mostly sorted already, or by an index where they are many. */
export function sortFrame(frame: Frame): void {
  const { at, position, count } = frame;
  const isBefore = (a: number, b: number): boolean =>
    at[a]! < at[b]! || (at[a] === at[b] && position[a]! < position[b]!);
  if (count > 64) {
    const order = Array.from({ length: count }, (_, index) => index).sort((a, b) =>
      isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0,
    );
    for (const column of columns(frame)) {
      const moved = order.map((index) => column[index]!);
      column.set(moved);
    }
    return;
  }
  for (let index = 1; index < count; index += 1)
    for (let place = index; place > 0 && isBefore(place, place - 1); place -= 1) swap(frame, place);
}
const columns = (frame: Frame) =>
  [frame.at, frame.position, frame.day, frame.person, frame.step, frame.bit, frame.flags, frame.act] as const;
function swap(frame: Frame, place: number): void {
  for (const column of columns(frame)) {
    const held = column[place]!;
    column[place] = column[place - 1]!;
    column[place - 1] = held;
  }
}
