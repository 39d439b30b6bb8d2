// The design check made once for a world and a day, and after edits only where they can touch it; equal to a full check.
import type { Day } from "../../domain/day.ts";
import type { Edit } from "../../domain/edit.ts";
import { withEdits, withRuleEdits } from "../../domain/edited.ts";
import type { Rule } from "../../domain/rule.ts";
import type { Facts } from "../../domain/world.ts";
import { askedRules, expiryDays, inOrder } from "../design.ts";
import type { DesignFinding } from "./design-finding.ts";
import { compareFindings } from "./finding-difference.ts";
import { type Ground, groundOn, groundRows } from "./ground.ts";
import { type Parts, partNames, partsOf, personPart } from "./parts.ts";
import { type HoldingRules, holdingRules } from "./potential-conflicts.ts";
import { rowChanges, withChanges } from "./row-changes.ts";
import type { Told } from "./told.ts";
import { type Touched, touchedBy } from "./touched.ts";

export interface PreparedDesign {
  readonly facts: Facts;
  readonly rules: readonly Rule[];
  readonly asked: readonly Rule[];
  readonly holding: HoldingRules;
  readonly day: Day;
  readonly withinDays: number;
  readonly ground: Ground;
  readonly parts: Parts;
  readonly matterIds: ReadonlySet<string>;
  /** How many findings there are. */
  readonly count: number;
}
export interface Recheck {
  /** Worst first, as in a full check. */
  appearing: DesignFinding[];
  vanishing: DesignFinding[];
  remaining: number;
  /** The ground after the edits. */
  ground: Ground;
  /** Whose holdings the edits can touch. */
  people: ReadonlySet<string>;
  /** Conflicts after the edits that are told of this person: of two related ones, of the one with the smaller id. */
  conflictsOf: (personId: string) => readonly DesignFinding[];
  /** All findings after the edits, as a full check tells them. */
  findings: () => DesignFinding[];
}

export function prepareDesign(
  facts: Facts,
  rules: readonly Rule[],
  day: Day,
  withinDays = expiryDays,
): PreparedDesign {
  const ground = groundOn(groundRows(facts, day));
  const asked = askedRules(rules, day);
  const holding = holdingRules(asked, ground.implied);
  const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
  const matterIds = new Set(facts.steps.map((step) => step.matterId));
  const parts = partsOf(
    ground,
    asked,
    holding,
    {
      people: ids(facts.people),
      matters: matterIds,
      posts: ids(facts.posts),
      authorities: ids(facts.authorities),
      delegations: ids(facts.delegations),
    },
    withinDays,
  );
  const count = [...parts.values()].reduce((sum, found) => sum + found.length, 0);
  return { facts, rules, asked, holding, day, withinDays, ground, parts, matterIds, count };
}

/** The same check on a later day. `turned`: the parts that may be told something else then; null: any may. */
export function onLaterDay(prepared: PreparedDesign, day: Day, turned: Touched | null): PreparedDesign {
  const { facts, rules, asked, holding, withinDays } = prepared;
  if (turned === null) return prepareDesign(facts, rules, day, withinDays);
  const ground = groundOn({ ...prepared.ground, day });
  const parts: Parts = new Map(prepared.parts);
  for (const name of partNames(turned)) parts.delete(name);
  for (const [name, found] of partsOf(ground, asked, holding, turned, withinDays)) parts.set(name, found);
  const count = [...parts.values()].reduce((sum, found) => sum + found.length, 0);
  return { ...prepared, day, ground, parts, count };
}

const findingsIn = (parts: Iterable<readonly Told[]>): DesignFinding[] =>
  [...parts].flatMap((found) => found.map(({ finding }) => finding));
export const preparedFindings = (prepared: PreparedDesign): DesignFinding[] =>
  inOrder(findingsIn(prepared.parts.values()));

export function recheck(prepared: PreparedDesign, edits: readonly Edit[]): Recheck {
  const { facts, day, ground: old, withinDays } = prepared;
  // A duty's implications reach every rule, who sits where every part: everything is asked again.
  if (edits.some((edit) => "kind" in edit && (edit.kind === "duties" || edit.kind === "assignments")))
    return wholeRecheck(prepared, edits);
  const changes = rowChanges(facts, old, edits, day);
  const ground = groundOn(withChanges(old, changes), old);
  const touched = touchedBy(old, ground, changes);
  const turn = ruleTurn(prepared, edits);
  if (turn.isAboutSplitting) for (const id of prepared.matterIds) touched.matters.add(id);
  const parts = partsOf(ground, turn.asked, turn.holding, touched, withinDays);
  const names = new Set(partNames(touched));
  if (turn.isAboutHolding) retell(prepared, ground, turn, touched, { parts, names });

  const before = findingsIn([...names].flatMap((name) => [prepared.parts.get(name) ?? []]));
  const { appearing, vanishing } = compareFindings(before, findingsIn(parts.values()));
  return {
    appearing: inOrder(appearing),
    vanishing: inOrder(vanishing),
    remaining: prepared.count - vanishing.length,
    ground,
    people: touched.people,
    conflictsOf(personId) {
      const name = personPart(personId);
      return ((names.has(name) ? parts : prepared.parts).get(name) ?? []).map(({ finding }) => finding);
    },
    findings: () => {
      const kept = [...prepared.parts].flatMap(([name, found]) => (names.has(name) ? [] : [found]));
      return inOrder(findingsIn([...kept, ...parts.values()]));
    },
  };
}

/** What edits of rules leave to be asked anew. */
interface RuleTurn {
  asked: readonly Rule[];
  holding: HoldingRules;
  gone: ReadonlySet<Rule>;
  fresh: readonly Rule[];
  isAboutHolding: boolean;
  isAboutSplitting: boolean;
}
const holdingKinds: ReadonlySet<string> = new Set(["separate-duties", "never-together", "relation"]);

function ruleTurn({ rules, asked, holding, day, ground }: PreparedDesign, edits: readonly Edit[]): RuleTurn {
  const isSame = edits.every(({ op }) => op !== "rule" && op !== "stop");
  const now = isSame ? asked : askedRules(withRuleEdits(rules, edits), day);
  const [had, has] = [new Set(asked), new Set(now)];
  const gone = new Set(asked.filter((rule) => !has.has(rule)));
  const fresh = now.filter((rule) => !had.has(rule));
  const turned = [...gone, ...fresh];
  return {
    asked: now,
    holding: isSame ? holding : holdingRules(now, ground.implied),
    gone,
    fresh,
    isAboutHolding: turned.some(({ kind }) => holdingKinds.has(kind)),
    isAboutSplitting: turned.some(({ kind }) => kind === "split-amount"),
  };
}

/** People whom no row touches: what they were told, without the rules that are gone and with those that are new. */
function retell(
  { facts, parts: old, withinDays }: PreparedDesign,
  ground: Ground,
  { gone, fresh }: RuleTurn,
  touched: Touched,
  { parts, names }: { parts: Parts; names: Set<string> },
): void {
  const people = facts.people.map(({ id }) => id).filter((id) => !touched.people.has(id));
  const none = { matters: [], posts: [], authorities: [], delegations: [] };
  const added = partsOf(ground, fresh, holdingRules(fresh, ground.implied), { people, ...none }, withinDays);
  for (const id of people) {
    const name = personPart(id);
    const told = old.get(name) ?? [];
    const stays = told.filter(({ rule }) => rule === null || !gone.has(rule));
    const more = added.get(name) ?? [];
    if (stays.length === told.length && more.length === 0) continue;
    names.add(name);
    parts.set(name, [...stays, ...more]);
  }
}

function wholeRecheck(prepared: PreparedDesign, edits: readonly Edit[]): Recheck {
  const { facts, rules, day, withinDays } = prepared;
  const after = prepareDesign(withEdits(facts, edits, day), withRuleEdits(rules, edits), day, withinDays);
  const found = preparedFindings(after);
  return {
    ...compareFindings(preparedFindings(prepared), found),
    ground: after.ground,
    people: new Set(after.ground.people.keys()),
    conflictsOf: (personId) => (after.parts.get(personPart(personId)) ?? []).map(({ finding }) => finding),
    findings: () => found,
  };
}
