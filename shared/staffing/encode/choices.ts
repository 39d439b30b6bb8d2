// The choices of a problem as literals: who takes which slot, and which slots share a person (or whatever is counted).
import type { StaffingProblem, Witness } from "../../domain/staffing.ts";
import type { Cnf } from "../sat/cnf.ts";
import type { Sharing } from "./sharing.ts";

/** By taker: one number, or null. */
export type Key = readonly (number | null)[];

export class Choices {
  readonly cnf: Cnf;
  readonly problem: StaffingProblem;
  /** By slot: taker → literal. */
  private readonly chosen: readonly ReadonlyMap<number, number>[];
  private readonly keys = new Map<string, KeyChoices>();
  private readonly known = new Map<readonly unknown[], KeyChoices>();
  readonly person: KeyChoices;

  constructor(cnf: Cnf, problem: StaffingProblem) {
    this.cnf = cnf;
    this.problem = problem;
    this.chosen = problem.allowed.map((list) => {
      const choices = new Map(list.map((taker) => [taker, cnf.variable()] as const));
      cnf.one([...choices.values()]);
      return choices;
    });
    this.person = this.key(problem.takers.map((it) => it.person));
  }

  /** Takers that may have the slot, each with its literal. */
  takersOf(slot: number): ReadonlyMap<number, number> {
    return this.chosen[slot]!;
  }

  /** Holds where the slot's taker is one of those that `is` says. */
  where(slot: number, is: (taker: number) => boolean): number {
    return this.cnf.any([...this.chosen[slot]!].flatMap(([taker, literal]) => (is(taker) ? [literal] : [])));
  }

  /** Keys that tell the same takers apart share their literals, whatever their numbers. */
  key(values: Key): KeyChoices {
    const known = this.known.get(values) ?? this.named(values);
    this.known.set(values, known);
    return known;
  }

  /** The key of lists of which each has one value at most. */
  firstOf(lists: readonly (readonly number[])[]): KeyChoices {
    const known = this.known.get(lists) ?? this.named(lists.map((it) => it[0] ?? null));
    this.known.set(lists, known);
    return known;
  }

  private named(values: Key): KeyChoices {
    const renamed = new Map<number, number>();
    const name = values
      .map((value) => {
        if (value === null) return "-";
        const known = renamed.get(value) ?? renamed.size;
        renamed.set(value, known);
        return known;
      })
      .join(",");
    const known = this.keys.get(name);
    if (known) return known;
    const made = new KeyChoices(this, values);
    this.keys.set(name, made);
    return made;
  }

  witness(model: Uint8Array): Witness {
    return this.chosen.map((choices) => {
      for (const [taker, literal] of choices) if (model[literal] === 1) return taker;
      throw new Error("a model without a choice");
    });
  }
}

/** One key of the takers: its value by slot, and whether two slots share it. Definitions hold always, also while a guard stands. */
export class KeyChoices implements Sharing {
  private readonly choices: Choices;
  private readonly values: Key;
  private readonly bySlot = new Map<number, ReadonlyMap<number | null, number>>();
  private readonly shared = new Map<number, number>();

  constructor(choices: Choices, values: Key) {
    this.choices = choices;
    this.values = values;
  }

  /** By value that the slot can have: holds exactly where it has it. */
  at(slot: number): ReadonlyMap<number | null, number> {
    const known = this.bySlot.get(slot);
    if (known) return known;
    const byValue = new Map<number | null, number[]>();
    for (const [taker, literal] of this.choices.takersOf(slot)) {
      const value = this.values[taker] ?? null;
      const list = byValue.get(value);
      if (list) list.push(literal);
      else byValue.set(value, [literal]);
    }
    const { cnf } = this.choices;
    const made = cnf.guarded(
      0,
      () => new Map([...byValue].map(([value, list]) => [value, cnf.any(list)] as const)),
    );
    this.bySlot.set(slot, made);
    return made;
  }

  /** Holds where the slot has no value. */
  isNull(slot: number): number {
    return this.at(slot).get(null) ?? -this.choices.cnf.always;
  }

  /** Holds exactly where both slots have a value, and the same. */
  isSame(a: number, b: number): number {
    const { cnf, problem } = this.choices;
    const name = Math.min(a, b) * problem.slots.length + Math.max(a, b);
    const known = this.shared.get(name);
    if (known !== undefined) return known;
    const made = cnf.guarded(0, () => this.define(a, b));
    this.shared.set(name, made);
    return made;
  }

  private define(a: number, b: number): number {
    const { cnf } = this.choices;
    const left = this.at(a);
    const right = this.at(b);
    const common = [...left.keys()].filter((it) => it !== null && right.has(it));
    if (common.length === 0) return -cnf.always;
    const same = cnf.variable();
    for (const [value, literal] of left) {
      const other = right.get(value);
      if (value === null || other === undefined) cnf.add(-same, -literal);
      else {
        cnf.add(-literal, -other, same);
        cnf.add(-same, -literal, other);
        cnf.add(-same, -other, literal);
      }
    }
    for (const [value, literal] of right) if (value === null || !left.has(value)) cnf.add(-same, -literal);
    return same;
  }
}
