// A solver for clauses that learns from conflicts (two watched literals, first unique implication point, VSIDS, restarts, target phases). Over 300 lines because its hot loop shares one state.
// Deterministic: no clock, no chance. One class of more than 300 lines, since its parts share the trail and every hot loop reads it.
// Method: Eén & Sörensson, "An Extensible SAT-solver" (2003); quality of clauses: Audemard & Simon (2009); phases: Biere (2020).
import type { Budget } from "../budget.ts";
import { Order } from "./order.ts";
import type { Formula, Sat, SatAnswer } from "./sat.ts";

/** What a model breaks that the formula does not say: clauses to add, none of which the model satisfies; none: it is good. */
export type Refine = (model: Uint8Array) => readonly (readonly number[])[];

/** Literals inside: 2 × variable, plus 1 for "not". */
const inner = (literal: number): number => (literal > 0 ? 2 * literal : -2 * literal + 1);
/** In the arena a clause is [size, quality, literals…]; quality 0: given, not learned. */
const header = 2;
const none = -1;

class Search {
  private arena: Int32Array;
  private used = 0;
  /** By literal that became false: pairs of (clause, or its complement where it has two literals; some other literal of it). */
  private readonly watches: Int32Array[] = [];
  private readonly watchCount: Int32Array;
  /** By literal: 1 true, -1 false, 0 open. */
  private readonly value: Int8Array;
  private readonly level: Int32Array;
  private readonly reason: Int32Array;
  private readonly phase: Uint8Array;
  private readonly target: Uint8Array;
  private readonly best: Uint8Array;
  private targetLength = 0;
  private bestLength = 0;
  private readonly trail: Int32Array;
  private trailLength = 0;
  private propagated = 0;
  private readonly levelStart: number[] = [];
  private readonly order: Order;
  private readonly seen: Uint8Array;
  private learned: number[] = [];
  private wasted = 0;
  private readonly stampOfLevel: Int32Array;
  private stamp = 0;
  private readonly variables: number;
  private readonly budget: Budget;

  constructor(formula: Formula, budget: Budget) {
    const count = formula.variables;
    this.variables = count;
    this.budget = budget;
    this.arena = new Int32Array(formula.literals.length * 3 + 1024);
    this.watchCount = new Int32Array(2 * count + 2);
    for (let literal = 0; literal < 2 * count + 2; literal++) this.watches.push(new Int32Array(0));
    this.value = new Int8Array(2 * count + 2);
    this.level = new Int32Array(count + 1);
    this.reason = new Int32Array(count + 1).fill(none);
    this.phase = new Uint8Array(count + 1);
    this.target = new Uint8Array(count + 1).fill(2);
    this.best = new Uint8Array(count + 1).fill(2);
    this.trail = new Int32Array(count + 1);
    this.order = new Order(count);
    this.seen = new Uint8Array(count + 1);
    this.stampOfLevel = new Int32Array(count + 2);
  }

  /** Reads the formula; false where it contradicts itself at once. */
  load(literals: Int32Array): boolean {
    const mark = new Int32Array(2 * this.variables + 2);
    let clause: number[] = [];
    let isSatisfied = false;
    let stamp = 1;
    for (let at = 0; at < literals.length; at++) {
      const literal = literals[at]!;
      if (literal !== 0) {
        const own = inner(literal);
        if (mark[own ^ 1] === stamp || this.value[own] === 1) isSatisfied = true;
        else if (mark[own] !== stamp && this.value[own] === 0) clause.push(own);
        mark[own] = stamp;
        continue;
      }
      if (!isSatisfied) {
        if (clause.length === 0) return false;
        if (clause.length === 1) {
          this.assign(clause[0]!, none);
          if (this.propagate() !== none) return false;
        } else this.attach(this.store(clause, 0));
      }
      clause = [];
      isSatisfied = false;
      stamp++;
    }
    this.budget.left -= literals.length;
    return true;
  }

  run(refine: Refine): SatAnswer {
    let conflicts = 0;
    let reduceAt = 2000;
    let reductions = 0;
    let fast = 0;
    let slow = 0;
    let sinceRestart = 0;
    let isStable = false;
    let modeEnd = 1000;
    let modeLength = 1000;
    let stableRestart = 0;
    let stableLimit = 0;
    let rephaseAt = 3000;
    let rephases = 0;
    for (;;) {
      const conflict = this.propagate();
      if (conflict !== none) {
        if (this.levelStart.length === 0) return { status: "unsatisfiable" };
        if (this.budget.left <= 0) return { status: "undecided" };
        conflicts++;
        sinceRestart++;
        const quality = this.learn(conflict);
        fast += (quality - fast) / 33;
        slow += (quality - slow) / Math.min(conflicts, 10_000);
        this.order.decay(isStable ? 0.98 : 0.94);
        continue;
      }
      if (isStable) this.keepTarget();
      const isDue = isStable
        ? sinceRestart >= stableLimit
        : sinceRestart > 2 && conflicts > 100 && fast > 1.2 * slow;
      if (isDue) {
        sinceRestart = 0;
        if (isStable) stableLimit = 512 * luby(++stableRestart);
        this.targetLength = 0;
        this.backTo(0);
      }
      if (conflicts >= modeEnd) {
        isStable = !isStable;
        if (!isStable) modeLength *= 2;
        modeEnd = conflicts + modeLength;
        stableLimit = 512 * luby(++stableRestart);
        sinceRestart = 0;
        this.backTo(0);
      }
      if (conflicts >= rephaseAt) {
        this.rephase(rephases++);
        rephaseAt = conflicts + 1000 * (rephases + 2);
      }
      if (conflicts >= reduceAt) {
        this.reduce();
        reduceAt = conflicts + 2000 + 300 * ++reductions;
      }
      const variable = this.choose();
      if (variable === 0) {
        const model = this.model();
        const broken = refine(model);
        if (broken.length === 0) return { status: "satisfiable", model };
        this.backTo(0);
        if (!broken.every((clause) => this.extend(clause))) return { status: "unsatisfiable" };
        if (this.budget.left <= 0) return { status: "undecided" };
        continue;
      }
      this.levelStart.push(this.trailLength);
      this.assign(2 * variable + this.sign(variable, isStable), none);
    }
  }

  /** One more clause, at the root; false where nothing is left of it. */
  private extend(clause: readonly number[]): boolean {
    const open = clause.map(inner).filter((it) => this.value[it] !== -1);
    this.budget.left -= clause.length;
    if (open.some((it) => this.value[it] === 1)) return true;
    if (open.length === 1) this.assign(open[0]!, none);
    else if (open.length > 1) this.attach(this.store(open, 0));
    return open.length > 0;
  }

  private model(): Uint8Array {
    const model = new Uint8Array(this.variables + 1);
    for (let variable = 1; variable <= this.variables; variable++)
      model[variable] = this.value[2 * variable] === 1 ? 1 : 0;
    return model;
  }

  private choose(): number {
    for (;;) {
      const variable = this.order.take();
      if (variable === 0 || this.value[2 * variable] === 0) return variable;
    }
  }

  private sign(variable: number, isStable: boolean): number {
    const target = this.target[variable]!;
    return 1 - (isStable && target !== 2 ? target : this.phase[variable]!);
  }

  /** In the stable mode the longest trail without a conflict is what we steer back to. */
  private keepTarget(): void {
    if (this.trailLength > this.targetLength) {
      this.targetLength = this.trailLength;
      this.copyTrail(this.target);
    }
    if (this.trailLength > this.bestLength) {
      this.bestLength = this.trailLength;
      this.copyTrail(this.best);
    }
  }

  private copyTrail(to: Uint8Array): void {
    for (let at = 0; at < this.trailLength; at++) {
      const literal = this.trail[at]!;
      to[literal >> 1] = 1 - (literal & 1);
    }
  }

  private rephase(count: number): void {
    this.backTo(0);
    this.target.fill(2);
    this.targetLength = 0;
    const kind = count % 4;
    for (let variable = 1; variable <= this.variables; variable++) {
      if (kind === 0 || kind === 2) this.phase[variable] = this.best[variable]! === 1 ? 1 : 0;
      else if (kind === 1) this.phase[variable] = 0;
      else this.phase[variable] = 1 - this.phase[variable]!;
    }
    this.bestLength = 0;
  }

  private store(literals: readonly number[], quality: number): number {
    const need = this.used + header + literals.length;
    if (need > this.arena.length) {
      const larger = new Int32Array(Math.max(need, this.arena.length * 2));
      larger.set(this.arena);
      this.arena = larger;
    }
    const clause = this.used;
    this.arena[clause] = literals.length;
    this.arena[clause + 1] = quality;
    for (let at = 0; at < literals.length; at++) this.arena[clause + header + at] = literals[at]!;
    this.used = need;
    return clause;
  }

  private attach(clause: number): void {
    const first = this.arena[clause + header]!;
    const second = this.arena[clause + header + 1]!;
    const reference = this.arena[clause] === 2 ? ~clause : clause;
    this.watch(first, reference, second);
    this.watch(second, reference, first);
  }

  private watch(literal: number, reference: number, blocker: number): void {
    let list = this.watches[literal]!;
    const count = this.watchCount[literal]!;
    if (count + 2 > list.length) {
      const larger = new Int32Array(Math.max(8, list.length * 2));
      larger.set(list);
      this.watches[literal] = larger;
      list = larger;
    }
    list[count] = reference;
    list[count + 1] = blocker;
    this.watchCount[literal] = count + 2;
  }

  private assign(literal: number, reason: number): void {
    const variable = literal >> 1;
    this.value[literal] = 1;
    this.value[literal ^ 1] = -1;
    this.level[variable] = this.levelStart.length;
    this.reason[variable] = reason;
    this.trail[this.trailLength++] = literal;
  }

  /** Follows what is forced; the clause that fails, or none. */
  private propagate(): number {
    const { value, trail, watchCount } = this;
    const arena = this.arena;
    let work = 0;
    while (this.propagated < this.trailLength) {
      const falsified = trail[this.propagated++]! ^ 1;
      const list = this.watches[falsified]!;
      const count = watchCount[falsified]!;
      work += 1 + (count >> 2);
      let read = 0;
      let kept = 0;
      let conflict = none;
      while (read < count) {
        const reference = list[read]!;
        const blocker = list[read + 1]!;
        read += 2;
        const blocked = value[blocker]!;
        if (blocked === 1) {
          list[kept++] = reference;
          list[kept++] = blocker;
          continue;
        }
        if (reference < 0) {
          list[kept++] = reference;
          list[kept++] = blocker;
          if (blocked === -1) {
            conflict = ~reference;
            break;
          }
          this.assign(blocker, ~reference);
          continue;
        }
        work++;
        const start = reference + header;
        if (arena[start] === falsified) {
          arena[start] = arena[start + 1]!;
          arena[start + 1] = falsified;
        }
        const first = arena[start]!;
        if (first !== blocker && value[first] === 1) {
          list[kept++] = reference;
          list[kept++] = first;
          continue;
        }
        const end = start + arena[reference]!;
        let at = start + 2;
        while (at < end && value[arena[at]!] === -1) at++;
        if (at < end) {
          const other = arena[at]!;
          arena[start + 1] = other;
          arena[at] = falsified;
          this.watch(other, reference, first);
          continue;
        }
        list[kept++] = reference;
        list[kept++] = first;
        if (value[first] === -1) {
          conflict = reference;
          break;
        }
        this.assign(first, reference);
      }
      while (read < count) list[kept++] = list[read++]!;
      watchCount[falsified] = kept;
      if (conflict !== none) {
        this.propagated = this.trailLength;
        this.budget.left -= work;
        return conflict;
      }
    }
    this.budget.left -= work;
    return none;
  }

  /** Learns the clause of the first unique implication point, goes back and asserts it; its quality: how many levels it joins. */
  private learn(conflict: number): number {
    const { seen, level, reason, trail } = this;
    const current = this.levelStart.length;
    const clause: number[] = [0];
    let open = 0;
    let at = this.trailLength - 1;
    let from = conflict;
    let literal = 0;
    for (;;) {
      const size = this.arena[from]!;
      if (this.arena[from + 1]! > 2) this.improve(from, size);
      for (let place = from + header; place < from + header + size; place++) {
        const other = this.arena[place]!;
        const variable = other >> 1;
        if (other === literal || seen[variable] === 1 || level[variable] === 0) continue;
        seen[variable] = 1;
        this.order.bump(variable);
        if (level[variable] === current) open++;
        else clause.push(other);
      }
      while (seen[trail[at]! >> 1] === 0) at--;
      literal = trail[at]!;
      at--;
      seen[literal >> 1] = 0;
      open--;
      if (open === 0) break;
      from = reason[literal >> 1]!;
    }
    clause[0] = literal ^ 1;
    const short = this.shorten(clause);
    for (const other of clause) seen[other >> 1] = 0;
    for (const variable of this.cleared) seen[variable] = 0;
    this.cleared.length = 0;

    let second = 1;
    for (let place = 2; place < short.length; place++)
      if (level[short[place]! >> 1]! > level[short[second]! >> 1]!) second = place;
    if (short.length === 1) {
      this.backTo(0);
      this.assign(short[0]!, none);
      return 1;
    }
    const swap = short[1]!;
    short[1] = short[second]!;
    short[second] = swap;
    const quality = this.levelsOf(short);
    const back = level[short[1]! >> 1]!;
    this.backTo(back);
    const stored = this.store(short, Math.max(1, quality));
    this.attach(stored);
    this.learned.push(stored);
    this.assign(short[0]!, stored);
    return quality;
  }

  private readonly cleared: number[] = [];

  /** Leaves out literals that the others imply. Marks: 1 in the clause or implied, 2 not implied. */
  private shorten(clause: readonly number[]): number[] {
    const short = [clause[0]!];
    for (let place = 1; place < clause.length; place++) {
      const literal = clause[place]!;
      if (this.reason[literal >> 1] === none || !this.isImplied(literal, 0)) short.push(literal);
    }
    return short;
  }

  private isImplied(literal: number, depth: number): boolean {
    if (depth > 200) return false;
    const from = this.reason[literal >> 1]!;
    for (let place = from + header; place < from + header + this.arena[from]!; place++) {
      const variable = this.arena[place]! >> 1;
      if (variable === literal >> 1 || this.level[variable] === 0 || this.seen[variable] === 1) continue;
      if (this.seen[variable] === 2 || this.reason[variable] === none) return false;
      const holds = this.isImplied(this.arena[place]!, depth + 1);
      this.seen[variable] = holds ? 1 : 2;
      this.cleared.push(variable);
      if (!holds) return false;
    }
    return true;
  }

  private levelsOf(literals: ArrayLike<number>): number {
    this.stamp++;
    let count = 0;
    for (let at = 0; at < literals.length; at++) {
      const own = this.level[literals[at]! >> 1]!;
      if (this.stampOfLevel[own] === this.stamp) continue;
      this.stampOfLevel[own] = this.stamp;
      count++;
    }
    return count;
  }

  private improve(clause: number, size: number): void {
    const quality = this.levelsOf(this.arena.subarray(clause + header, clause + header + size));
    if (quality < this.arena[clause + 1]!) this.arena[clause + 1] = Math.max(1, quality);
  }

  private backTo(level: number): void {
    if (this.levelStart.length <= level) return;
    const start = this.levelStart[level]!;
    for (let at = this.trailLength - 1; at >= start; at--) {
      const literal = this.trail[at]!;
      const variable = literal >> 1;
      this.value[literal] = 0;
      this.value[literal ^ 1] = 0;
      this.phase[variable] = 1 - (literal & 1);
      this.reason[variable] = none;
      this.order.put(variable);
    }
    this.trailLength = start;
    this.propagated = start;
    this.levelStart.length = level;
  }

  /** Forgets the worse half of what was learned; what joins two levels at most stays. */
  private reduce(): void {
    const isReason = (clause: number): boolean => {
      for (let place = clause + header; place < clause + header + this.arena[clause]!; place++)
        if (this.reason[this.arena[place]! >> 1] === clause) return true;
      return false;
    };
    const doubtful = this.learned.filter((it) => this.arena[it + 1]! > 2 && !isReason(it));
    doubtful.sort(
      (a, b) => this.arena[b + 1]! - this.arena[a + 1]! || this.arena[b]! - this.arena[a]! || a - b,
    );
    const gone = new Set(doubtful.slice(0, doubtful.length >> 1));
    this.learned = this.learned.filter((it) => !gone.has(it));
    for (const clause of gone) {
      this.wasted += header + this.arena[clause]!;
      // A size of zero marks what the watches are to drop.
      this.arena[clause] = -this.arena[clause]!;
    }
    for (let literal = 2; literal < this.watches.length; literal++) {
      const list = this.watches[literal]!;
      let kept = 0;
      for (let read = 0; read < this.watchCount[literal]!; read += 2) {
        const reference = list[read]!;
        if (this.arena[reference < 0 ? ~reference : reference]! < 0) continue;
        list[kept++] = reference;
        list[kept++] = list[read + 1]!;
      }
      this.watchCount[literal] = kept;
    }
    this.budget.left -= this.used >> 3;
    if (this.wasted > this.used >> 1) this.compact();
  }

  /** Moves the clauses together; watches and reasons follow. */
  private compact(): void {
    const moved = new Map<number, number>();
    let to = 0;
    for (let from = 0; from < this.used; ) {
      const size = this.arena[from]!;
      const length = header + Math.abs(size);
      if (size > 0) {
        moved.set(from, to);
        this.arena.copyWithin(to, from, from + length);
        to += length;
      }
      from += length;
    }
    this.used = to;
    this.wasted = 0;
    this.learned = this.learned.map((it) => moved.get(it)!);
    for (let literal = 2; literal < this.watches.length; literal++) {
      const list = this.watches[literal]!;
      for (let at = 0; at < this.watchCount[literal]!; at += 2)
        list[at] = list[at]! < 0 ? ~moved.get(~list[at]!)! : moved.get(list[at]!)!;
    }
    for (let at = 0; at < this.trailLength; at++) {
      const variable = this.trail[at]! >> 1;
      if (this.reason[variable] !== none) this.reason[variable] = moved.get(this.reason[variable]!)!;
    }
  }
}

/** 1, 1, 2, 1, 1, 2, 4, … */
function luby(nth: number): number {
  let size = 1;
  while (size < nth + 1) size *= 2;
  if (size === nth + 1) return size / 2;
  return luby(nth - size / 2 + 1);
}

/** `refine`: what is asked of each model; its clauses join the formula, and the search goes on with what it learned. */
export function solveLazily(formula: Formula, budget: Budget, refine: Refine): SatAnswer {
  const search = new Search(formula, budget);
  return search.load(formula.literals) ? search.run(refine) : { status: "unsatisfiable" };
}

export const cdcl: Sat = { solve: (formula, budget) => solveLazily(formula, budget, () => []) };
