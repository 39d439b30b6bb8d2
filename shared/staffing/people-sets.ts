// Sets of people as bits: who may take a block of slots, and whether different people can be found for all blocks.
import type { StaffingProblem } from "../domain/staffing.ts";
import type { Budget } from "./budget.ts";

export type Match =
  /** By block, the person. */
  | { readonly status: "matched"; readonly people: readonly number[] }
  /** Blocks for which together there are too few people; no slot of them is to spare. */
  | { readonly status: "unmatched"; readonly blocks: readonly (readonly number[])[] };

type Bits = Uint32Array;

export class PeopleSets {
  private readonly problem: StaffingProblem;
  private readonly budget: Budget;
  private readonly words: number;
  private readonly bySlot: readonly Bits[];

  constructor(problem: StaffingProblem, budget: Budget) {
    this.problem = problem;
    this.budget = budget;
    this.words = (problem.people.length + 31) >> 5;
    this.bySlot = problem.allowed.map((list) => {
      const bits = new Uint32Array(this.words);
      for (const taker of list) {
        const { person } = problem.takers[taker]!;
        bits[person >> 5] = bits[person >> 5]! | (1 << (person & 31));
      }
      return bits;
    });
  }

  /** The first taker of each slot that is this person. */
  takers(blocks: readonly (readonly number[])[], people: readonly number[]): number[] {
    const { allowed, takers } = this.problem;
    const chosen: number[] = [];
    for (const [at, block] of blocks.entries())
      for (const slot of block)
        chosen[slot] = allowed[slot]!.find((taker) => takers[taker]!.person === people[at])!;
    return chosen;
  }

  match(blocks: readonly (readonly number[])[]): Match {
    const may = blocks.map((block) => this.common(block));
    const people: number[] = blocks.map(() => -1);
    const blockOf = new Map<number, number>();
    for (const start of blocks.keys()) {
      const seen = new Set<number>();
      if (!this.augment(start, may, people, blockOf, seen)) {
        // The blocks that were tried have as many people in all as places, less one.
        const tried = [start, ...[...seen].map((person) => blockOf.get(person)!)];
        return { status: "unmatched", blocks: this.shrink(tried.map((at) => blocks[at]!)) };
      }
    }
    return { status: "matched", people };
  }

  private augment(
    block: number,
    may: readonly Bits[],
    people: number[],
    blockOf: Map<number, number>,
    seen: Set<number>,
  ): boolean {
    for (const person of members(may[block]!)) {
      this.budget.left--;
      if (seen.has(person)) continue;
      const other = blockOf.get(person);
      if (other !== undefined) seen.add(person);
      if (other === undefined || this.augment(other, may, people, blockOf, seen)) {
        people[block] = person;
        blockOf.set(person, block);
        return true;
      }
    }
    return false;
  }

  /** Leaves out slots while there are still too few people. */
  private shrink(blocks: readonly (readonly number[])[]): number[][] {
    const short = blocks.map((block) => [...block]);
    const isShort = (): boolean => {
      const union = new Uint32Array(this.words);
      for (const block of short) {
        const own = this.common(block);
        for (let at = 0; at < this.words; at++) union[at] = union[at]! | own[at]!;
      }
      return count(union) < short.length;
    };
    for (const [at, block] of blocks.entries())
      for (const slot of block) {
        if (short[at]!.length === 1) break;
        const before = short[at]!;
        short[at] = before.filter((it) => it !== slot);
        if (!isShort()) short[at] = before;
      }
    return short;
  }

  private common(slots: readonly number[]): Bits {
    const bits = this.bySlot[slots[0]!]!.slice();
    for (const slot of slots.slice(1)) {
      const other = this.bySlot[slot]!;
      for (let at = 0; at < bits.length; at++) bits[at] = bits[at]! & other[at]!;
    }
    this.budget.left -= (bits.length * slots.length) >> 2;
    return bits;
  }
}

function* members(bits: Bits): Generator<number> {
  for (let at = 0; at < bits.length; at++)
    for (let rest = bits[at]!; rest !== 0; rest &= rest - 1) yield at * 32 + 31 - Math.clz32(rest & -rest);
}

function count(bits: Bits): number {
  let total = 0;
  for (const _ of members(bits)) total++;
  return total;
}
