// Names the groups that could hold a conflict, in three passes over columns: approvals, cases, dated cases.
import { dayNumber, wallReader } from "../../domain/day.ts";
import { methodCode, type NumberOf, type PackedActs, type PackedCases } from "../../domain/packed-log.ts";
import type { Rule } from "../../domain/rule.ts";
import { admission } from "../kinds/evaluators.ts";
import type { View } from "../view.ts";
import { passActs, rulesByStep } from "./act-pass.ts";
import type { ActsSeen } from "./acts-seen.ts";
import { workdaysOf } from "./calendar.ts";
import { fillCases } from "./case-fill.ts";
import type { CaseGround } from "./case-pass.ts";
import { passDated } from "./dated-pass.ts";
import { grantsOf } from "./grants.ts";
import { denseOf } from "./lookup.ts";
import { type Nomination, startNomination } from "./nomination.ts";
import { relationsOf } from "./relations.ts";
import { rhythmOf } from "./rhythm.ts";
import { staffOf } from "./staff.ts";
import { tiersOf } from "./tiers.ts";
import { watchesOf } from "./watches.ts";
import { witnessesOf } from "./witnesses.ts";

export interface Packed {
  readonly acts: PackedActs;
  readonly cases: PackedCases;
  /** The source's number of an id, 0 for null; and back. */
  readonly numberOf: NumberOf;
  readonly idOf: (number: number) => string | null;
  /** No number is larger. */
  readonly largest: number;
  /** Category and project of a case, by its place among the packed cases. */
  readonly textsOf: (of: number) => { category: string | null; project: string | null };
}
export interface Nominated {
  readonly nomination: Nomination;
  /** Approvals of any action up to today. */
  readonly approvals: number;
  /** Cases to load beside those of named acts: they answer preconditions. */
  readonly witnessCases: readonly number[];
  /** Dense case of each act; -1 for acts that no fold looks at. */
  readonly caseOf: Int32Array;
  /** Dense case by the source's number. */
  readonly caseAt: Int32Array;
  /** Dense person → id. */
  readonly people: readonly string[];
}

/** `facts` is a view over the facts alone: neither its cases nor its approvals are read. */
export function nominate(facts: View, packed: Packed, rules: readonly Rule[]): Nominated {
  const { acts, cases, numberOf, largest } = packed;
  const today = dayNumber(facts.today);
  const nomination = startNomination(rules.length, cases.count, acts.count);
  const steps = denseOf(facts.world.steps, numberOf, largest);
  const matters = denseOf(facts.world.matters, numberOf, largest);
  const staff = staffOf(facts, numberOf, largest);
  const grants = grantsOf(facts, staff, steps);
  const workdays = workdaysOf(facts.world.calendar);
  const asked = rules.map((rule, index) => ({ rule, index, admits: admission(rule, facts) }));
  const admitted = admittedBy(asked, matters.ids);
  const rhythm = rhythmOf(rules, admitted, staff.people.ids.length, workdays);

  const caseAt = new Int32Array(largest + 1).fill(-1);
  const matterOf = new Int32Array(cases.count).fill(-1);
  for (let of = 0; of < cases.count; of += 1) {
    caseAt[cases.id[of]!] = of;
    matterOf[of] = matters.at[cases.matter[of]!] ?? -1;
  }
  const witnesses = witnessesOf(cases, matterOf, matters.ids.length, methodCode("single_source"));
  const governed = new Set(facts.world.authorities.map((row) => facts.steps.get(row.stepId)?.matterId ?? ""));
  for (const { rule, index } of asked)
    if (rule.kind === "relation" && rule.parameters.counterpart === "holder")
      nomination.rules[index]!.isWhole = true;

  const seen: ActsSeen = passActs(
    {
      view: facts,
      acts,
      cases,
      caseAt,
      matterOf,
      steps,
      staff,
      grants,
      watches: watchesOf(facts, rules, staff, steps, nomination),
      today,
      wall: wallReader(facts.world.settings.timeZone),
      authorityRules: rulesByStep(
        facts,
        steps,
        asked,
        (rule, index) => (rule.kind === "within-authority" ? index : null),
        (matterId) => governed.has(matterId),
      ),
      briefRules: rulesByStep(
        facts,
        steps,
        asked,
        (rule, index) =>
          rule.kind === "tempo" && rule.parameters.check === "brief-delegation"
            ? { rule: index, maxDays: rule.parameters.maxDays }
            : null,
        () => true,
      ),
      absenceRules: asked.filter(({ rule }) => rule.kind === "absence").map(({ index }) => index),
      rhythm,
      witnesses,
    },
    nomination,
  );
  rhythm.nameActs(acts, seen, staff, nomination);

  const ground: Omit<CaseGround, "creditsOf" | "postOf"> = {
    acts,
    cases,
    staff,
    today,
    ...relationsOf(facts, staff, numberOf),
    dueDay: (day, { days, isWorkdays }) => (isWorkdays ? workdays.after(day, days) : day + days),
  };
  const dated = fillCases({ facts, ground, seen, steps, matterOf, matters: matters.ids, asked, nomination });
  passDated(
    {
      cases,
      ...dated,
      matterOf,
      today,
      idOf: packed.idOf,
      textsOf: packed.textsOf,
      tierOf: tiersOf(facts, cases, matters, matterOf),
      admits: (rule, of) => matterOf[of]! >= 0 && admitted(rule)[matterOf[of]!] === 1,
    },
    rules,
    nomination,
  );
  for (const act of witnesses.acts) nomination.acts[act] = 1;
  return {
    nomination,
    approvals: seen.approvals,
    witnessCases: witnesses.cases,
    caseOf: seen.caseOf,
    caseAt,
    people: staff.people.ids,
  };
}

/** Scope as 1 for each dense matter that a rule admits, asked once each. */
function admittedBy(
  asked: readonly { admits: (matterId: string) => boolean }[],
  matters: readonly string[],
): (rule: number) => Uint8Array {
  const known = new Map<number, Uint8Array>();
  return (rule) => {
    let row = known.get(rule);
    if (!row) {
      row = Uint8Array.from(matters, (id) => Number(asked[rule]!.admits(id)));
      known.set(rule, row);
    }
    return row;
  };
}
