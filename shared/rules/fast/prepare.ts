// What hangs on facts and rules alone, in numbers: made once, and kept for as long as neither changes.
import { dayNumber, dayOfNumber, wallReader } from "../../domain/day.ts";
import type { NumberOf } from "../../domain/packed-log.ts";
import type { Rule } from "../../domain/rule.ts";
import { workdayAfter } from "../../domain/workdays.ts";
import { type PlainIndex, viewOver } from "../facts.ts";
import { admission } from "../kinds/evaluators.ts";
import type { View } from "../view.ts";
import { type CasePlan, casePlanOf } from "./case-plan.ts";
import { grantsOf } from "./grants.ts";
import { denseOf } from "./lookup.ts";
import { matchersOf } from "./masks.ts";
import { relationsOf } from "./relations.ts";
import { staffOf } from "./staff.ts";
import { staysOf } from "./stays.ts";
import { stepTableOf } from "./step-table.ts";
import { boundsOf } from "./tiers.ts";
import { watchesOf } from "./watches.ts";

export interface Asked {
  readonly rule: Rule;
  readonly index: number;
  readonly admits: (matterId: string) => boolean;
}
export type Prepared = ReturnType<typeof prepare>;

const secondsPerDay = 86_400;

/** `numberOf`: the source's number of an id of the facts, 0 for null; `largest`: no such number is larger. */
export function prepare(plain: PlainIndex, rules: readonly Rule[], numberOf: NumberOf, largest: number) {
  const facts = viewOver(plain, [], []);
  const { world } = facts;
  const steps = denseOf(world.steps, numberOf, largest);
  const matters = denseOf(world.matters, numberOf, largest);
  const staff = staffOf(facts, numberOf, largest);
  const asked = rules.map((rule, index): Asked => ({ rule, index, admits: admission(rule, facts) }));
  const governed = new Set(world.authorities.map((row) => facts.steps.get(row.stepId)?.matterId ?? ""));
  const matchers = matchersOf(facts);
  const plans = matters.ids.map(
    (id): CasePlan =>
      casePlanOf(
        facts,
        facts.stepsOf.get(id) ?? [],
        asked.filter(({ admits }) => admits(id)),
        matchers,
      ),
  );
  return {
    plain,
    facts,
    rules,
    today: dayNumber(facts.today),
    wall: wallReader(world.settings.timeZone),
    steps,
    matters,
    staff,
    asked,
    plans,
    stepTable: stepTableOf(facts, steps, matters),
    grants: grantsOf(facts, staff, steps),
    stays: staysOf(facts, staff),
    isWorkday: (day: number): boolean => facts.isWorkday(dayOfNumber(day)),
    /** The `count`-th workday after a day. */
    workdayAfter: remembered((day, count) =>
      dayNumber(workdayAfter(facts.isWorkday, dayOfNumber(day), count)),
    ),
    relations: relationsOf(facts, staff, numberOf),
    bounds: boundsOf(facts, matters),
    watches: watchesOf(facts, rules, staff, steps),
    /** 1 for each dense matter in the scope of a rule. */
    admitted: asked.map(({ admits }) => Uint8Array.from(matters.ids, (id) => Number(admits(id)))),
    /** By dense step: the rules on authority and on brief delegations that look at acts on it; null: none. */
    authorityRules: rulesByStep(
      facts,
      steps.ids,
      asked
        .filter(({ rule }) => rule.kind === "within-authority")
        .map(({ index, admits }) => ({ one: index, admits })),
      (matterId) => governed.has(matterId),
    ),
    briefRules: rulesByStep(
      facts,
      steps.ids,
      asked.flatMap(({ rule, index, admits }) =>
        rule.kind === "tempo" && rule.parameters.check === "brief-delegation"
          ? [{ one: { rule: index, maxDays: rule.parameters.maxDays }, admits }]
          : [],
      ),
      () => true,
    ),
    /** Seconds from happening to recording that no rule on back-dating minds. */
    lateAfter: Math.min(
      Number.POSITIVE_INFINITY,
      ...rules.flatMap((rule) =>
        rule.kind === "sequence" && rule.parameters.check === "back-dated"
          ? [rule.parameters.lagDays * secondsPerDay]
          : [],
      ),
    ),
    absenceRules: asked.filter(({ rule }) => rule.kind === "absence").map(({ index }) => index),
    /** Rules that look at facts alone. */
    wholeRules: asked
      .filter(({ rule }) => rule.kind === "relation" && rule.parameters.counterpart === "holder")
      .map(({ index }) => index),
  };
}

/** Days and counts are few. */
function remembered(make: (day: number, count: number) => number): (day: number, count: number) => number {
  const known = new Map<number, Map<number, number>>();
  return (day, count) => {
    let byDay = known.get(count);
    if (byDay === undefined) {
      byDay = new Map();
      known.set(count, byDay);
    }
    let made = byDay.get(day);
    if (made === undefined) {
      made = make(day, count);
      byDay.set(day, made);
    }
    return made;
  };
}

function rulesByStep<One>(
  facts: View,
  steps: readonly string[],
  asked: readonly { one: One; admits: (matterId: string) => boolean }[],
  applies: (matterId: string) => boolean,
): (readonly One[] | null)[] {
  const byMatter = new Map<string, readonly One[] | null>();
  return steps.map((id) => {
    const matterId = facts.steps.get(id)?.matterId ?? "";
    let list = byMatter.get(matterId);
    if (list === undefined) {
      const admitted = applies(matterId)
        ? asked.filter(({ admits }) => admits(matterId)).map(({ one }) => one)
        : [];
      list = admitted.length === 0 ? null : admitted;
      byMatter.set(matterId, list);
    }
    return list;
  });
}
