// The lightest sets of options that repair one group of conflicts, best first: each set is tried once, the first found is least.
import { compareText } from "../../gather.ts";
import type { Judge, Leftover } from "./leftovers.ts";
import type { OptionsReader, RepairOption } from "./options.ts";

export interface Found {
  readonly options: readonly RepairOption[];
  readonly weight: number;
}
export interface Searched {
  /** Lightest first; the first is least where `isProved`. */
  readonly found: readonly Found[];
  /** False: the work ran out before the first was found, which then is only a good one, or none. */
  readonly isProved: boolean;
  /** Sets tried. */
  readonly work: number;
}
interface Node {
  options: readonly RepairOption[];
  /** Rows that this branch leaves as they are. */
  shut: ReadonlySet<string>;
  weight: number;
  /** Weight so far and what is needed at least: not less than that of any set below it. */
  least: number;
  leftovers: readonly Leftover[] | null;
}

/** `most`: how many sets are wanted. Yields the work so far, so that others get their turn. */
export function* searchRepairs(
  judge: Judge,
  optionsFor: OptionsReader,
  { most, budget }: { most: number; budget: number },
): Generator<number, Searched> {
  const found: Found[] = [];
  const open = new Heap();
  let work = 0;
  open.push(nodeOf(judge, optionsFor, { options: [], shut: new Set() }));
  while (work < budget) {
    const node = open.pop();
    if (!node) return { found, isProved: true, work };
    if (node.leftovers === null) {
      work += 1;
      const judged = nodeOf(judge, optionsFor, node);
      if (judged.leftovers !== null && judged.least < Number.POSITIVE_INFINITY) open.push(judged);
      if (work % 20 === 0) yield work;
      continue;
    }
    if (node.leftovers.length === 0) {
      if (isNews(node, found)) found.push({ options: inOrder(node.options), weight: node.weight });
      if (found.length >= most) return { found, isProved: true, work };
      continue;
    }
    for (const child of childrenOf(node, optionsFor)) open.push(child);
  }
  if (found.length > 0) return { found, isProved: true, work };
  const dived = yield* dive(judge, optionsFor, work);
  return { found: dived.found ? [dived.found] : [], isProved: false, work: dived.work };
}

/** Judges a set; one that nothing can help is never opened. */
function nodeOf(
  judge: Judge,
  optionsFor: OptionsReader,
  { options, shut }: Pick<Node, "options" | "shut">,
): Node {
  const { leftovers } = judge(options);
  const weight = weightOf(options);
  const needed = leftovers === null ? Number.POSITIVE_INFINITY : needOf(leftovers, optionsFor, shut);
  return { options, shut, weight, least: weight + needed, leftovers: leftovers ?? [] };
}
const weightOf = (options: readonly RepairOption[]): number =>
  options.reduce((sum, { weight }) => sum + weight, 0);

/** What may still be done about a leftover. */
function choicesOf(
  { rows, needs }: Leftover,
  optionsFor: OptionsReader,
  shut: ReadonlySet<string>,
): RepairOption[] {
  return rows
    .filter(({ kind, id }) => !shut.has(`${kind} ${id}`))
    .flatMap((row) => optionsFor(row))
    .filter((option) => needs === "any" || option.toPostId !== null);
}

/** Leftovers without a row in common each need an option of their own. */
function needOf(
  leftovers: readonly Leftover[],
  optionsFor: OptionsReader,
  shut: ReadonlySet<string>,
): number {
  const used = new Set<string>();
  let needed = 0;
  for (const leftover of leftovers) {
    const choices = choicesOf(leftover, optionsFor, shut);
    if (choices.length === 0) return Number.POSITIVE_INFINITY;
    if (choices.some(({ row }) => used.has(row))) continue;
    for (const { row } of choices) used.add(row);
    needed += Math.min(...choices.map(({ weight }) => weight));
  }
  return needed;
}

/**
 * The leftover with fewest choices: every set that repairs takes one of them. The first it takes decides the
 * branch, so the rows before it stay as they are: no set is met twice.
 */
function* childrenOf(node: Node, optionsFor: OptionsReader): Generator<Node> {
  const [choices = []] = (node.leftovers ?? [])
    .map((leftover) => choicesOf(leftover, optionsFor, node.shut))
    .sort((a, b) => a.length - b.length);
  const byRow = new Map<string, RepairOption[]>();
  for (const choice of choices) byRow.set(choice.row, [...(byRow.get(choice.row) ?? []), choice]);
  const shut = new Set(node.shut);
  for (const [row, options] of byRow) {
    shut.add(row);
    const closed = new Set(shut);
    for (const option of options)
      yield {
        options: [...node.options, option],
        shut: closed,
        weight: node.weight + option.weight,
        least: Math.max(node.least, node.weight + option.weight),
        leftovers: null,
      };
  }
}

const inOrder = (options: readonly RepairOption[]): RepairOption[] =>
  [...options].sort((a, b) => compareText(a.row, b.row));

/** Contains no lighter one, and differs from each in more than the post that a grant moves to. */
function isNews({ options }: Node, found: readonly Found[]): boolean {
  const rows = new Map(options.map((option) => [option.row, option.toPostId !== null]));
  return !found.some((old) =>
    old.options.every(({ row, toPostId }) => rows.get(row) === (toPostId !== null)),
  );
}

/** Choices of either sort looked at for each step of the descent. */
const mostLooks = 3;

/** Where the work ran out: a light option that leaves fewest leftovers, again and again; then without what is not needed. */
function* dive(
  judge: Judge,
  optionsFor: OptionsReader,
  spent: number,
): Generator<number, { found: Found | null; work: number }> {
  let work = spent;
  let options: readonly RepairOption[] = [];
  let { leftovers } = judge(options);
  while (leftovers !== null && leftovers.length > 0) {
    const shut = new Set(options.map(({ row }) => row));
    const all = leftovers
      .slice(0, 1)
      .flatMap((first) => choicesOf(first, optionsFor, shut))
      .sort((a, b) => a.weight - b.weight);
    const choices = [
      ...all.filter(({ toPostId }) => toPostId === null).slice(0, mostLooks),
      ...all.filter(({ toPostId }) => toPostId !== null).slice(0, mostLooks),
    ];
    let best: { option: RepairOption; left: readonly Leftover[] } | null = null;
    for (const option of choices) {
      work += 1;
      yield work;
      const left = judge([...options, option]).leftovers;
      if (left !== null && (!best || left.length < best.left.length)) best = { option, left };
    }
    if (!best) return { found: null, work };
    options = [...options, best.option];
    leftovers = best.left;
  }
  if (leftovers === null) return { found: null, work };
  for (const option of options) {
    work += 1;
    yield work;
    const fewer = options.filter((one) => one !== option);
    if (judge(fewer).leftovers?.length === 0) options = fewer;
  }
  return { found: { options: inOrder(options), weight: weightOf(options) }, work };
}

/** Lightest bound first; among equals fewer options, then whichever came first. */
class Heap {
  readonly #nodes: { node: Node; nth: number }[] = [];
  #count = 0;

  push(node: Node): void {
    const nodes = this.#nodes;
    this.#count += 1;
    nodes.push({ node, nth: this.#count });
    for (let at = nodes.length - 1; at > 0; ) {
      const up = (at - 1) >> 1;
      if (!this.#isBefore(at, up)) break;
      this.#swap(at, up);
      at = up;
    }
  }
  pop(): Node | undefined {
    const nodes = this.#nodes;
    const [first] = nodes;
    const last = nodes.pop();
    if (!first || !last || nodes.length === 0) return first?.node;
    nodes[0] = last;
    for (let at = 0; ; ) {
      const [left, right] = [at * 2 + 1, at * 2 + 2];
      let least = at;
      if (left < nodes.length && this.#isBefore(left, least)) least = left;
      if (right < nodes.length && this.#isBefore(right, least)) least = right;
      if (least === at) return first.node;
      this.#swap(at, least);
      at = least;
    }
  }
  #isBefore(one: number, other: number): boolean {
    const [a, b] = [this.#nodes[one], this.#nodes[other]];
    if (!a || !b) return false;
    return (
      (a.node.least - b.node.least || a.node.options.length - b.node.options.length || a.nth - b.nth) < 0
    );
  }
  #swap(one: number, other: number): void {
    const [a, b] = [this.#nodes[one], this.#nodes[other]];
    if (!a || !b) return;
    this.#nodes[one] = b;
    this.#nodes[other] = a;
  }
}
