// The days on which an act of a person could complete a conflict, by facts alone: terms of tenure and overlaps of duties.
import { addDays, addMonths, dayNumber } from "../../domain/day.ts";
import { noDay, type PackedActs } from "../../domain/packed-log.ts";
import type { Rule } from "../../domain/rule.ts";
import { coolingOffMonths, tenureLimitMonths } from "../../domain/tenure-term.ts";
import { compareText } from "../gather.ts";
import { matchedCount, matcher } from "../kinds/matching.ts";
import { findOverlaps } from "../kinds/never-together.ts";
import type { View } from "../view.ts";
import type { Dense } from "./lookup.ts";
import { type Nomination, nameAct } from "./nomination.ts";
import type { Span, Staff } from "./staff.ts";

export interface Watch extends Span {
  readonly rule: number;
  readonly person: number;
  /** 1: an act on this step counts; null: on any. */
  readonly steps: Uint8Array | null;
  /** An act from one of these posts settles the matter: what comes later cannot count. Null: any act does, for its step. */
  readonly posts: ReadonlySet<number> | null;
  /** Acts so far by the earliest instant that settles it, for each step or (posts) for all. */
  readonly kept: Map<number, { acts: number[]; settledAt: number }>;
}
/** Keeps an act that may count: the first on each step, or all up to the first that surely counts. */
export function keep(watch: Watch, acts: PackedActs, act: number, step: number, post: number): void {
  const lane = watch.posts === null ? step : 0;
  let one = watch.kept.get(lane);
  if (!one) {
    one = { acts: [], settledAt: Number.POSITIVE_INFINITY };
    watch.kept.set(lane, one);
  }
  const at = acts.at[act]!;
  if (at > one.settledAt) return;
  one.acts.push(act);
  if (at < one.settledAt && (watch.posts === null || watch.posts.has(post))) {
    one.settledAt = at;
    if (one.acts.length > 1) one.acts = one.acts.filter((other) => acts.at[other]! <= at);
  }
}
/** Names what the watches kept, and the people to fold anyhow. */
export function nameKept({ acting, credited, people }: Watches, nomination: Nomination): void {
  for (const [rule, certain] of people.entries())
    for (const person of certain) nomination.rules[rule]!.people.add(person);
  for (const watches of [...acting, ...credited])
    for (const { rule, person, kept } of watches ?? [])
      for (const { acts } of kept.values()) for (const act of acts) nameAct(nomination, rule, person, act);
}
/** By dense person: whose acts, and (credited) whose credited acts, are to be looked at. */
export interface Watches {
  readonly acting: readonly (readonly Watch[] | undefined)[];
  readonly credited: readonly (readonly Watch[] | undefined)[];
  /** By dense person: days on which no watch of theirs is on lie outside `[from, until)`. */
  readonly from: Int32Array;
  readonly until: Int32Array;
  /** People to fold whatever they did: by rule. */
  readonly people: readonly ReadonlySet<number>[];
}
/** The same, with nothing kept yet. */
export function freshWatches({ acting, credited, ...rest }: Watches): Watches {
  const fresh = (watches: readonly Watch[] | undefined): Watch[] | undefined =>
    watches?.map((watch) => ({ ...watch, kept: new Map() }));
  return { acting: acting.map(fresh), credited: credited.map(fresh), ...rest };
}

export function watchesOf(
  view: View,
  rules: readonly Rule[],
  { people, posts }: Pick<Staff, "people" | "posts">,
  steps: Dense,
): Watches {
  const acting: Watch[][] = [];
  const credited: Watch[][] = [];
  const add = (to: Watch[][], personId: string, asked: Asked): void => {
    const person = people.of(personId);
    const watch = { ...asked, person, kept: new Map() };
    const known = to[person];
    if (known) known.push(watch);
    else to[person] = [watch];
  };
  const named = rules.map(() => new Set<number>());
  for (const [index, rule] of rules.entries()) {
    const certain = named[index]!;
    if (rule.kind === "tenure")
      watchTenure(view, rule, index, certain, people, posts, (id, watch) => add(acting, id, watch));
    if (rule.kind === "never-together")
      watchOverlaps(view, rule, index, certain, people, steps, (id, watch) => add(credited, id, watch));
  }
  const from = new Int32Array(people.ids.length).fill(noDay);
  const until = new Int32Array(people.ids.length);
  for (const watch of [...acting, ...credited].flatMap((watches) => watches ?? [])) {
    from[watch.person] = Math.min(from[watch.person]!, watch.from);
    until[watch.person] = Math.max(until[watch.person]!, watch.until);
  }
  return { acting, credited, from, until, people: named };
}
type Asked = Omit<Watch, "person" | "kept">;
type Add = (personId: string, asked: Asked) => void;
type RuleOfKind<K extends Rule["kind"]> = Extract<Rule, { kind: K }>;

function watchTenure(
  view: View,
  rule: RuleOfKind<"tenure">,
  index: number,
  certain: Set<number>,
  people: Dense,
  posts: Dense,
  add: Add,
): void {
  const { check, gapMonths } = rule.parameters;
  const policies = view.world.tenurePolicies;
  for (const terms of view.termsOf(gapMonths).values())
    for (const term of terms) {
      const until = term.until === null ? noDay : dayNumber(term.until);
      // With an exemption anywhere only the fold can tell which act counts.
      const isPlain =
        !view.exemptionsOf.has(term.personId) && rule.scope.areas === null && rule.scope.matters === null;
      const settling = new Set(isPlain ? term.family.postIds.map((id) => posts.of(id)) : []);
      if (check === "limit") {
        const limit = tenureLimitMonths(term.post, policies);
        if (limit === null) continue;
        const from = dayNumber(addDays(addMonths(term.from, limit), 1));
        if (from < until) add(term.personId, { rule: index, from, until, steps: null, posts: settling });
        continue;
      }
      const end = term.previous?.until ?? null;
      if (end === null || term.from > view.today) continue;
      const edge = addMonths(end, coolingOffMonths(term.post, policies));
      if (term.from >= edge) continue;
      certain.add(people.of(term.personId));
      add(term.personId, {
        rule: index,
        from: dayNumber(term.from),
        until: Math.min(until, dayNumber(edge)),
        steps: null,
        posts: settling,
      });
    }
}

/** Many people hold the same duties: whether a set could be too much is asked once per set. */
const signatures = new WeakMap<View, Map<string, string>>();
function signatureOf(view: View, personId: string): string {
  const known = signatures.get(view) ?? new Map<string, string>();
  signatures.set(view, known);
  let signature = known.get(personId);
  if (signature === undefined) {
    signature = [...new Set(view.holdingsOf(personId).map((row) => row.duty))].sort(compareText).join("\n");
    known.set(personId, signature);
  }
  return signature;
}

function watchOverlaps(
  view: View,
  rule: RuleOfKind<"never-together">,
  index: number,
  certain: Set<number>,
  people: Dense,
  steps: Dense,
  add: Add,
): void {
  const { duties, maxHeld } = rule.parameters;
  const match = matcher(view, duties);
  const couldBe = new Map<string, boolean>();
  let counted: Uint8Array | null = null;
  for (const { id, isSystem } of view.world.people) {
    if (isSystem) continue;
    const signature = signatureOf(view, id);
    let could = couldBe.get(signature);
    if (could === undefined) {
      could = matchedCount(match, signature.split("\n")) > maxHeld;
      couldBe.set(signature, could);
    }
    if (!could) continue;
    for (const overlap of findOverlaps(view.holdingsOf(id), match, maxHeld)) {
      if (overlap.from > view.today) continue;
      counted ??= Uint8Array.from(steps.ids, (step) =>
        Number(match(view.steps.get(step)?.duty ?? "").length > 0),
      );
      certain.add(people.of(id));
      const until = overlap.until === null ? noDay : dayNumber(overlap.until);
      add(id, { rule: index, from: dayNumber(overlap.from), until, steps: counted, posts: null });
    }
  }
}
