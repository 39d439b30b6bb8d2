// How much lies in few hands: shares of duties and types a person and case, the evenness of cases, and what stops without somebody.

import type { Step } from "../../domain/authority.ts";
import { contains, type Period } from "../../domain/day.ts";
import { type DutyType, dutyTypes } from "../../domain/duty.ts";
import { soleSteps } from "../design/gaps.ts";
import { groundOn, groundRows } from "../design/ground.ts";
import { standingsOn } from "../design/standing.ts";
import { gather, push } from "../gather.ts";
import type { View } from "../view.ts";
import { type DutyPair, spanTypes, worstPair } from "./duty-pairs.ts";
import { median, type Settled, type SettledCase, settledCases } from "./settled-cases.ts";

export interface PersonShare {
  personId: string;
  /** Settled cases that the person had a part in. */
  cases: number;
  /** Duties performed, one for each case and duty; and all duties of these cases. */
  performed: number;
  ofOwnCases: number;
  /** The largest share of one case's duties, with the case; null without a case. */
  most: { share: number; caseId: string } | null;
  /** Cases with more than half of the duties. */
  overHalf: number;
  /** The most types, among the five that should lie apart, in one case. */
  span: number;
  /** In the order of duty types. */
  typesDone: DutyType[];
  typesHeld: DutyType[];
  worst: DutyPair | null;
  /** Steps that nobody else may do on the day. */
  soleSteps: Step[];
  /** Matters of which a required step is among them. */
  stopping: string[];
}
export interface Concentration {
  settled: Settled;
  people: PersonShare[];
  /** Duties performed in all settled cases, one for each case, person and duty. */
  performed: number;
  /** Median evenness of the settled cases of a matter. */
  medians: ReadonlyMap<string, number>;
}

/** `view` is of the day asked; the period ends on it or before. */
export function concentrationOf(view: View, period: Period): Concentration {
  const settled = settledCases(view, period);
  const medians = new Map(
    [...gather(settled.cases, (one) => one.case.matterId)].map(([matterId, cases]) => [
      matterId,
      median(cases.map(({ hhi }) => hhi)) ?? 0,
    ]),
  );
  const standings = standingsOn(view, view.today);
  const sole = soleSteps(groundOn(groundRows(view.world, view.today)), view.world.matters);
  const held = new Map(standings.map(({ person, holdings }) => [person.id, holdings]));
  const own = new Map<string, SettledCase[]>();
  for (const one of settled.cases) for (const personId of one.hands.keys()) push(own, personId, one);
  const ids = new Set([...own.keys(), ...held.keys()]);
  const people = [...ids].map((personId): PersonShare => {
    const heldTypes = new Set(
      (held.get(personId) ?? [])
        .filter((row) => contains(row, view.today))
        .flatMap(({ duty }) => view.duties.get(duty)?.type ?? []),
    );
    const steps = sole.get(personId) ?? [];
    return {
      personId,
      ...doneBy(personId, own.get(personId) ?? []),
      typesHeld: ordered(heldTypes),
      worst: worstPair({ ...metIn(personId, own.get(personId) ?? []), held: [heldTypes] }),
      soleSteps: steps,
      stopping: [...new Set(steps.filter((step) => step.isRequired).map((step) => step.matterId))],
    };
  });
  return { settled, people, medians, performed: people.reduce((sum, one) => sum + one.performed, 0) };
}

const ordered = (types: ReadonlySet<DutyType>): DutyType[] => dutyTypes.filter((type) => types.has(type));
const typesIn = (personId: string, cases: readonly SettledCase[]): ReadonlySet<DutyType>[] =>
  cases.map(({ hands }) => hands.get(personId)?.types ?? new Set());

function metIn(personId: string, cases: readonly SettledCase[]) {
  const each = typesIn(personId, cases);
  return { case: each, period: [new Set(each.flatMap((types) => [...types]))] };
}

function doneBy(personId: string, cases: readonly SettledCase[]) {
  let performed = 0;
  let ofOwnCases = 0;
  let overHalf = 0;
  let span = 0;
  let most: PersonShare["most"] = null;
  for (const one of cases) {
    const hand = one.hands.get(personId);
    if (!hand) continue;
    const share = hand.duties.size / one.duties;
    performed += hand.duties.size;
    ofOwnCases += one.duties;
    if (hand.duties.size * 2 > one.duties) overHalf += 1;
    span = Math.max(span, spanTypes.filter((type) => hand.types.has(type)).length);
    if (!most || share > most.share) most = { share, caseId: one.case.id };
  }
  const typesDone = ordered(new Set(typesIn(personId, cases).flatMap((types) => [...types])));
  return { cases: cases.length, performed, ofOwnCases, most, overHalf, span, typesDone };
}
