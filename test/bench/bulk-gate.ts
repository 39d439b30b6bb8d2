// Very many drafts at once, on two questions alone: is the act within an authority, and are duties kept apart in its case. By columns, for measuring beside peers: nothing in the program asks it.

import { dayNumber, wallReader } from "../../shared/domain/day.ts";
import {
  decidingCodes,
  docBit,
  type NumberOf,
  type PackedActs,
  type PackedCases,
} from "../../shared/domain/packed-log.ts";
import type { Rule, RuleOf } from "../../shared/domain/rule.ts";
import { type PlainIndex, viewOver } from "../../shared/rules/facts.ts";
import { grantsOf } from "../../shared/rules/fast/grants.ts";
import { denseOf } from "../../shared/rules/fast/lookup.ts";
import { heldTest, masksOf, matchersOf, matchingMask } from "../../shared/rules/fast/masks.ts";
import { staffOf } from "../../shared/rules/fast/staff.ts";
import { stepTableOf } from "../../shared/rules/fast/step-table.ts";
import { effectOf } from "../../shared/rules/gate.ts";
import { admission } from "../../shared/rules/kinds/evaluators.ts";
import { judgedElsewhere } from "../../shared/rules/same-check.ts";

export interface BulkGate {
  /**
   * Numbers of the source: person, step, case; day as a number; fen, NaN where unknown. True: within authority, and
   * no rule on separate duties in force that day that refuses or warns is broken by the act. Nobody acts on behalf.
   */
  allows: (person: number, step: number, of: number, day: number, amount: number, hasDoc: boolean) => boolean;
}

const msPerDay = 86_400_000;
const always = (rule: Rule): boolean => rule.inForce.from === null && rule.inForce.until === null;

/** The rules that it asks: those on separate duties, and the ones on authority where any is in force. */
export function bulkGate(
  plain: PlainIndex,
  rules: readonly Rule[],
  numberOf: NumberOf,
  largest: number,
  log: { acts: PackedActs; cases: PackedCases },
): BulkGate {
  const view = viewOver(plain, [], []);
  const { world } = view;
  const steps = denseOf(world.steps, numberOf, largest);
  const matters = denseOf(world.matters, numberOf, largest);
  const staff = staffOf(view, numberOf, largest);
  const grants = grantsOf(view, staff, steps);
  const table = stepTableOf(view, steps, matters);
  const judgeOf = judgedElsewhere(rules);
  const asked = rules.filter((rule) => judgeOf(rule) === null && effectOf(rule) !== "note");
  const governed = governedSteps(asked, view, steps.ids);
  const breaks = testsBySteps(asked, view, steps.ids, table.bit);
  const wall = wallReader(world.settings.timeZone);

  // By case: who did which steps of it, as masks.
  const { acts } = log;
  const amountOf = amounts(log.cases, largest);
  const starts = new Int32Array(largest + 2);
  const isCounted = (at: number): boolean =>
    (acts.flags[at]! & ~docBit) < decidingCodes && steps.at[acts.step[at]!]! >= 0;
  for (let at = 0; at < acts.count; at += 1) if (isCounted(at)) starts[acts.case[at]! + 1]! += 1;
  for (let of = 0; of <= largest; of += 1) starts[of + 1]! += starts[of]!;
  const people: number[][] = [];
  const next = starts.slice();
  const who = new Int32Array(starts[largest + 1]!);
  const did = new Int32Array(who.length);
  const put = (of: number, person: number, bit: number): void => {
    for (let at = starts[of]!; at < next[of]!; at += 1)
      if (who[at] === person) {
        did[at]! |= 1 << bit;
        return;
      }
    // A giver beside the actor may need more room than the acts have: those few go to a list of their own.
    if (next[of]! < starts[of + 1]!) {
      who[next[of]!] = person;
      did[next[of]!] = 1 << bit;
      next[of]! += 1;
    } else {
      const more = people[of] ?? [];
      people[of] = more;
      more.push(person, 1 << bit);
    }
  };
  for (let at = 0; at < acts.count; at += 1) {
    if (!isCounted(at)) continue;
    const step = steps.at[acts.step[at]!]!;
    const bit = table.bit[step]!;
    const of = acts.case[at]!;
    if (bit < 0) continue;
    const person = staff.people.at[acts.person[at]!] ?? -1;
    const behalf = acts.behalf[at]! === 0 ? -1 : (staff.people.at[acts.behalf[at]!] ?? -1);
    if (behalf >= 0 && staff.isSystem[behalf] === 0) put(of, behalf, bit);
    if (person < 0 || staff.isSystem[person] === 1) continue;
    put(of, person, bit);
    if (acts.behalf[at] !== 0 || !grants.hasLoans(person)) continue;
    const day = Math.floor(wall(acts.at[at]!) / msPerDay);
    const own = acts.amount[at]!;
    const amount = Number.isNaN(own) ? amountOf[of]! : own;
    if (grants.own(person, step, day, amount, true) !== 0) continue;
    for (const { giver } of grants.loans(person, step, day, amount, true))
      if (giver >= 0 && staff.isSystem[giver] === 0) put(of, giver, bit);
  }
  const maskOf = (of: number, person: number): number => {
    let mask = 0;
    for (let at = starts[of]!; at < next[of]!; at += 1) if (who[at] === person) mask |= did[at]!;
    const more = people[of];
    if (more) for (let at = 0; at < more.length; at += 2) if (more[at] === person) mask |= more[at + 1]!;
    return mask;
  };
  const isApart = (of: number, person: number, step: number, day: number): boolean => {
    const test = breaks[step];
    if (!test) return true;
    const broken = test(maskOf(of, person) | (1 << table.bit[step]!));
    return broken.length === 0 || !broken.some((rule) => isOn(asked[rule]!, day));
  };

  return {
    allows(personKey, stepKey, of, day, amount, hasDoc) {
      const [person, step] = [staff.people.at[personKey]!, steps.at[stepKey]!];
      if (person < 0 || step < 0) return false;
      if (staff.isSystem[person] === 1) return true;
      const covered = grants.own(person, step, day, amount, hasDoc);
      if (covered === 0 && grants.hasLoans(person)) {
        const loans = grants.loans(person, step, day, amount, hasDoc);
        if (governed[step] === 1 && !loans.some(({ isSound }) => isSound)) return false;
        for (const { giver } of loans) if (giver >= 0 && !isApart(of, giver, step, day)) return false;
      } else if (governed[step] === 1 && covered !== ownAndSound) return false;
      return isApart(of, person, step, day);
    },
  };
}

/** Covered in one's own right, a collective decision being on record where one is asked. */
const ownAndSound = 3;
const isOn = (rule: Rule, day: number): boolean =>
  always(rule) ||
  ((rule.inForce.from === null || dayNumber(rule.inForce.from) <= day) &&
    (rule.inForce.until === null || day < dayNumber(rule.inForce.until)));

function amounts(cases: PackedCases, largest: number): Float64Array {
  const amountOf = new Float64Array(largest + 1).fill(Number.NaN);
  for (let at = 0; at < cases.count; at += 1) amountOf[cases.id[at]!] = cases.amount[at]!;
  return amountOf;
}

type View = ReturnType<typeof viewOver>;
/** 1 for each dense step of a matter with authorities, where a rule asks for them. */
function governedSteps(asked: readonly Rule[], view: View, ids: readonly string[]): Uint8Array {
  const admits = asked.filter(({ kind }) => kind === "within-authority").map((rule) => admission(rule, view));
  const matters = new Set(view.world.authorities.map((row) => view.steps.get(row.stepId)?.matterId ?? ""));
  return Uint8Array.from(ids, (id) => {
    const matterId = view.steps.get(id)?.matterId ?? "";
    return Number(matters.has(matterId) && admits.some((one) => one(matterId)));
  });
}

/** By dense step: which rules on separate duties a set of steps breaks that has this one in it; null: none can. */
function testsBySteps(
  asked: readonly Rule[],
  view: View,
  ids: readonly string[],
  bits: Int8Array,
): (((mask: number) => readonly number[]) | null)[] {
  const matchers = matchersOf(view);
  const separated = asked.flatMap((rule, index): { rule: RuleOf<"separate-duties">; index: number }[] =>
    rule.kind === "separate-duties" ? [{ rule, index }] : [],
  );
  const byMatter = new Map<string, { index: number; bits: number; breaks: (mask: number) => boolean }[]>();
  for (const [matterId, own] of view.stepsOf) {
    const duties = own.map(({ duty }) => duty);
    const tests = separated.flatMap(({ rule, index }) => {
      if (!admission(rule, view)(matterId)) return [];
      const match = matchers(rule.parameters.duties);
      const breaks = heldTest(match, duties, rule.parameters.maxHeld);
      return breaks ? [{ index, bits: matchingMask(match, duties), breaks }] : [];
    });
    byMatter.set(matterId, tests);
  }
  return ids.map((id, step) => {
    const bit = bits[step]!;
    const tests = (byMatter.get(view.steps.get(id)?.matterId ?? "") ?? []).filter(
      (test) => bit >= 0 && (test.bits & (1 << bit)) !== 0,
    );
    if (tests.length === 0) return null;
    const masks = masksOf(tests.map(({ index, breaks }) => ({ rule: index, breaks })));
    const relevant = tests.reduce((mask, test) => mask | test.bits, 0);
    return (mask) => masks(mask & relevant);
  });
}
