// Names the groups that could hold a conflict, in three passes over columns: approvals, cases, dated cases.
import { methodCode, type PackedActs, type PackedCases } from "../../domain/packed-log.ts";
import { passActs } from "./act-pass.ts";
import { type ActsSeen, recordWidth } from "./acts-seen.ts";
import { fillCases } from "./case-fill.ts";
import type { TextsOf } from "./dated-groups.ts";
import { passDated } from "./dated-pass.ts";
import { type Nomination, startNomination } from "./nomination.ts";
import type { Prepared } from "./prepare.ts";
import { rhythmOf } from "./rhythm.ts";
import { tierOf } from "./tiers.ts";
import { freshWatches, nameKept } from "./watches.ts";
import { witnessesOf } from "./witnesses.ts";

export interface Packed {
  readonly acts: PackedActs;
  readonly cases: PackedCases;
  /** The id of a number of the source; null for 0. */
  readonly idOf: (number: number) => string | null;
  /** No number is larger. */
  readonly largest: number;
  readonly textsOf: TextsOf;
}
export interface Nominated {
  readonly nomination: Nomination;
  /** Approvals of any action up to today. */
  readonly approvals: number;
  /** Cases to load beside those of named acts: they answer preconditions. */
  readonly witnessCases: readonly number[];
  /** Dense case by the source's number. */
  readonly caseAt: Int32Array;
  /** Day of each dated case, `noDay` where it has none; 1 where only its rows tell whether it was rejected. */
  readonly dayOf: Int32Array;
  readonly isUnsure: Uint8Array;
  /** Dense person → id. */
  readonly people: readonly string[];
}

/** The deciding acts of the cases needed whole. */
function nameWholeCases({ wholeCases, acts }: Nomination, { start, end, records }: ActsSeen): void {
  for (let of = 0; of < wholeCases.length; of += 1)
    if (wholeCases[of] === 1)
      for (let place = start[of]!; place < end[of]!; place += 1) acts[records[place * recordWidth + 1]!] = 1;
}

export function nominate(prepared: Prepared, packed: Packed): Nominated {
  const { rules, matters, staff, admitted, bounds } = prepared;
  const { acts, cases, largest } = packed;
  const nomination = startNomination(rules.length, cases.count, acts.count);
  for (const rule of prepared.wholeRules) nomination.rules[rule]!.isWhole = true;

  const caseAt = new Int32Array(largest + 1).fill(-1);
  const matterOf = new Int32Array(cases.count).fill(-1);
  for (let of = 0; of < cases.count; of += 1) {
    caseAt[cases.id[of]!] = of;
    matterOf[of] = matters.at[cases.matter[of]!] ?? -1;
  }
  const witnesses = witnessesOf(cases, matterOf, matters.ids.length, methodCode("single_source"));
  const rhythm = rhythmOf(rules, admitted, staff.people.ids.length, prepared.isWorkday);
  const watches = freshWatches(prepared.watches);
  const seen = passActs({ prepared, acts, caseAt, matterOf, rhythm, witnesses });
  rhythm.nameActs(acts, seen, staff, nomination);
  const dated = fillCases({ prepared, acts, cases, seen, matterOf, watches, nomination });
  nameKept(watches, nomination);
  passDated(
    {
      cases,
      ...dated,
      matterOf,
      today: prepared.today,
      idOf: packed.idOf,
      textsOf: packed.textsOf,
      tierOf: (of, day) => tierOf(bounds, matterOf[of]!, cases.amount[of]!, day),
      admitted,
    },
    rules,
    nomination,
  );
  for (const [of, isNamed] of nomination.datedCases.entries())
    if (isNamed === 1 && dated.isUnsure[of] === 1) nomination.wholeCases[of] = 1;
  for (const act of witnesses.acts) nomination.acts[act] = 1;
  nameWholeCases(nomination, seen);
  return {
    nomination,
    approvals: seen.approvals,
    witnessCases: witnesses.cases,
    caseAt,
    ...dated,
    people: staff.people.ids,
  };
}
