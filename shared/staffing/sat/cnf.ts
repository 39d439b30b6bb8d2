// Builds a formula: clauses, names for sums and choices, and bounds on how many hold.
import type { Formula } from "./sat.ts";

export class Cnf {
  private count = 0;
  private literals = new Int32Array(4096);
  private used = 0;
  private guard = 0;
  /** A literal that always holds; `-always` never does. */
  readonly always: number;

  constructor() {
    this.always = this.variable();
    this.add(this.always);
  }

  variable(): number {
    this.count++;
    return this.count;
  }

  add(...clause: readonly number[]): void {
    this.clause(clause);
  }

  /** At least one of these holds (or the guard, within `guarded`). */
  clause(clause: readonly number[]): void {
    const need = this.used + clause.length + 2;
    if (need > this.literals.length) {
      const larger = new Int32Array(Math.max(need, this.literals.length * 2));
      larger.set(this.literals);
      this.literals = larger;
    }
    for (const literal of clause) this.literals[this.used++] = literal;
    if (this.guard !== 0) this.literals[this.used++] = this.guard;
    this.literals[this.used++] = 0;
  }

  /** Whatever `build` adds holds unless `guard` does; 0: holds always. */
  guarded<T>(guard: number, build: () => T): T {
    const before = this.guard;
    this.guard = guard;
    const built = build();
    this.guard = before;
    return built;
  }

  formula(): Formula {
    return { variables: this.count, literals: this.literals.slice(0, this.used) };
  }

  /** Holds exactly where one of these does. */
  any(literals: readonly number[]): number {
    if (literals.length === 0) return -this.always;
    if (literals.length === 1) return literals[0]!;
    const sum = this.variable();
    for (const literal of literals) this.add(-literal, sum);
    this.clause([-sum, ...literals]);
    return sum;
  }

  /** Exactly one of these holds. */
  one(literals: readonly number[]): void {
    this.clause(literals);
    this.atMostOne(literals);
  }

  atMostOne(literals: readonly number[]): void {
    if (literals.length <= 6) {
      for (let second = 1; second < literals.length; second++)
        for (let first = 0; first < second; first++) this.add(-literals[first]!, -literals[second]!);
      return;
    }
    // In groups of four, each with a literal that says "one of mine": few clauses, and as strong.
    const leaders: number[] = [];
    for (let at = 0; at < literals.length; at += 4) {
      const group = literals.slice(at, at + 4);
      const leader = this.variable();
      for (const literal of group) this.add(-literal, leader);
      this.atMostOne(group);
      leaders.push(leader);
    }
    this.atMostOne(leaders);
  }

  /** By n from 1: a literal that holds exactly where at least n of these do (a totalizer), up to `most` + 1. */
  sums(literals: readonly number[], most = literals.length): number[] {
    if (literals.length <= 1) return [...literals];
    const half = literals.length >> 1;
    const left = this.sums(literals.slice(0, half), most);
    const right = this.sums(literals.slice(half), most);
    const size = Math.min(left.length + right.length, most + 1);
    const sum = Array.from({ length: size }, () => this.variable());
    for (let a = 0; a <= left.length; a++)
      for (let b = 0; b <= right.length; b++) {
        if (a + b > 0)
          this.clause([
            ...(a > 0 ? [-left[a - 1]!] : []),
            ...(b > 0 ? [-right[b - 1]!] : []),
            sum[Math.min(a + b, size) - 1]!,
          ]);
        if (a + b < size)
          this.clause([
            ...(a < left.length ? [left[a]!] : []),
            ...(b < right.length ? [right[b]!] : []),
            -sum[a + b]!,
          ]);
      }
    return sum;
  }

  atMost(literals: readonly number[], most: number): void {
    if (literals.length <= most) return;
    if (most <= 0) for (const literal of literals) this.add(-literal);
    else if (most === 1) this.atMostOne(literals);
    else this.add(-this.sums(literals, most)[most]!);
  }

  /** The weights (whole, not negative) of those that hold add up to `most` at most: a decision diagram, one node per literal and rest. */
  atMostWeight(literals: readonly number[], weights: readonly number[], most: number): void {
    const known = new Map<string, number>();
    const node = (at: number, rest: number): number => {
      if (rest < 0) return -this.always;
      if (at === literals.length) return this.always;
      const key = `${at} ${rest}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const free = node(at + 1, rest);
      const taken = node(at + 1, rest - weights[at]!);
      const own = this.variable();
      this.add(-own, free);
      this.add(-own, -literals[at]!, taken);
      known.set(key, own);
      return own;
    };
    this.add(node(0, most));
  }
}
