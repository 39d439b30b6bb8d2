// What of a term is to be looked at beside its state: nothing is established by it (待核). Opposite faults of rotation too.
import { addDays, addMonths, contains, type Day, lastDay } from "../domain/day.ts";
import type { Assignment } from "../domain/organisation.ts";
import {
  type ControlEvidence,
  type Exemption,
  type ForcedLeave,
  leastLeaveDays,
} from "../domain/rotation.ts";
import {
  coolingOffMonths,
  defaultGapMonths,
  type TenureTerm,
  tenureFamilies,
  tenureTerms,
} from "../domain/tenure-term.ts";
import type { Text } from "../domain/text.ts";
import { workdayReader } from "../domain/workdays.ts";
import type { Facts } from "../domain/world.ts";
import { evidencePeriods } from "./exemption-periods.ts";
import { workingDaysIn } from "./forced-leave.ts";
import { type LedgerLine, ledgerLines } from "./ledger.ts";

export const concernKinds = [
  "moved-twice",
  "ten-years",
  "no-limit",
  "back-too-soon",
  "exemption-open",
  "exemption-no-control",
  "exemption-lacks",
  "review-past",
  "evidence-missing",
  "exemption-expired",
  "leave-short",
] as const;
export type ConcernKind = (typeof concernKinds)[number];
export interface Concern {
  kind: ConcernKind;
  /** Since when it stands. */
  since: Day;
  /** The exemption or forced leave that it is about. */
  aboutId: string | null;
  sentence: Text;
}
export interface LedgerEntry extends LedgerLine {
  concerns: Concern[];
}
/** What is on record about exemptions and leaves beside the facts that rules read. */
export interface TenurePapers {
  evidence: readonly ControlEvidence[];
  leaves: readonly ForcedLeave[];
}

/** Ten years in one post: leading members must be moved (党政领导干部选拔任用工作条例, secondary); for others a question. */
const longestMonths = 120;
/** An exemption longer than this never ends in all but name (grounds of norms §4.3 reach three years; practice). */
export const longestExemptionMonths = 36;

/** The ledger with what is to be looked at, in the order of `concernKinds`. */
export function ledgerEntries(
  facts: Facts,
  papers: TenurePapers,
  today: Day,
  gapMonths: number = defaultGapMonths,
): LedgerEntry[] {
  const terms = tenureTerms(facts, gapMonths);
  const left = leavingsOf(facts, gapMonths, today);
  const isWorkday = workdayReader(facts.calendar);
  return ledgerLines(facts, today, gapMonths).map((line) => ({
    ...line,
    concerns:
      line.state === "rotated"
        ? []
        : [
            ...termConcerns(facts, line, terms, left.get(line.term.personId) ?? [], today),
            ...exemptionConcernsOf(facts, line, papers.evidence, today),
            ...leaveConcerns(line, papers.leaves, isWorkday),
          ],
  }));
}

function termConcerns(
  facts: Facts,
  line: LedgerLine,
  terms: readonly TenureTerm[],
  left: readonly Day[],
  today: Day,
): Concern[] {
  const { term, limitMonths } = line;
  const found: Concern[] = [];
  const add = (kind: ConcernKind, since: Day, zh: string, en: string): void =>
    void found.push({ kind, since, aboutId: null, sentence: { zh, en } });
  const [first, second] = left
    .flatMap((day, index): (readonly [Day, Day])[] => {
      const next = left[index + 1];
      return next !== undefined && next < addMonths(day, 12) && next > addMonths(today, -12)
        ? [[day, next]]
        : [];
    })
    .at(-1) ?? [null, null];
  if (first !== null)
    add(
      "moved-twice",
      second,
      `一年内两次离任（${first}、${second}），任期过短`,
      `moved twice within a year (${first} and ${second})`,
    );
  const tenth = addMonths(term.from, longestMonths);
  if (tenth <= today)
    add("ten-years", tenth, `${tenth} 起任同一岗位已满十年`, `ten years on the same post since ${tenth}`);
  if (limitMonths === null)
    add("no-limit", term.from, "本单位未定该岗位的轮岗周期", "the unit has set no limit for this post");
  const post = facts.posts.find(({ id }) => id === term.postId);
  const before = terms
    .filter(
      (one) =>
        one.personId === term.personId &&
        one.family.postIds[0] === term.family.postIds[0] &&
        one.until !== null &&
        one.until <= term.from,
    )
    .at(-1);
  if (post && before?.until) {
    const free = addMonths(before.until, coolingOffMonths(post, facts.tenurePolicies));
    if (term.from < free)
      add(
        "back-too-soon",
        term.from,
        `${before.until} 离任，${term.from} 回任，冷却期到 ${free} 才满`,
        `left on ${before.until} and came back on ${term.from}; the cooling-off ends on ${free}`,
      );
  }
  return found;
}

function exemptionConcernsOf(
  facts: Facts,
  line: LedgerLine,
  evidence: readonly ControlEvidence[],
  today: Day,
): Concern[] {
  const { term, exemption, state } = line;
  if (exemption) return exemptionConcerns(exemption, evidence, today);
  const ended = facts.exemptions
    .filter(
      (it) => it.personId === term.personId && term.family.postIds.includes(it.postId) && it.until <= today,
    )
    .toSorted((a, b) => (a.until < b.until ? -1 : 1))
    .at(-1);
  if (!ended || state !== "overdue" || ended.until <= term.from) return [];
  const last = lastDay(ended);
  return [
    {
      kind: "exemption-expired",
      since: ended.until,
      aboutId: ended.id,
      sentence: {
        zh: `豁免已于 ${last} 到期，仍在该岗`,
        en: `the exemption ended on ${last}, and the post is still held`,
      },
    },
  ];
}

/** Of an exemption itself, whoever holds what; in the order of `concernKinds`. */
export function exemptionConcerns(
  exemption: Exemption,
  evidence: readonly ControlEvidence[],
  today: Day,
): Concern[] {
  const found: Concern[] = [];
  const add = (kind: ConcernKind, since: Day, zh: string, en: string): void =>
    void found.push({ kind, since, aboutId: exemption.id, sentence: { zh, en } });
  const { from, until, reviewOn } = exemption;
  if (until > addMonths(from, longestExemptionMonths))
    add(
      "exemption-open",
      from,
      `豁免长达 ${longestExemptionMonths} 个月以上，等于没有期限`,
      `the exemption runs for more than ${longestExemptionMonths} months: it ends in name only`,
    );
  if (exemption.compensatingControl.trim() === "")
    add("exemption-no-control", from, "豁免没有替代控制", "the exemption names no compensating control");
  const lacks: Text[] = [
    ...(exemption.docNo?.trim() ? [] : [{ zh: "依据文号", en: "document no." }]),
    ...(exemption.approver?.trim() ? [] : [{ zh: "批准机构", en: "who approved it" }]),
    ...(reviewOn ? [] : [{ zh: "复核日期", en: "review date" }]),
  ];
  if (lacks.length > 0)
    add(
      "exemption-lacks",
      from,
      `豁免缺少${lacks.map(({ zh }) => zh).join("、")}`,
      `the exemption lacks: ${lacks.map(({ en }) => en).join(", ")}`,
    );
  if (reviewOn && reviewOn < today && contains(exemption, today))
    add(
      "review-past",
      addDays(reviewOn, 1),
      `豁免的复核日 ${reviewOn} 已过`,
      `the review date ${reviewOn} has passed`,
    );
  const missing = evidencePeriods(exemption, evidence, today).filter(({ state }) => state === "missing");
  const [first] = missing;
  if (first)
    add(
      "evidence-missing",
      first.until,
      `替代控制有 ${missing.length} 期没有证据，最早一期 ${first.from} 至 ${lastDay(first)}`,
      `evidence of the control is missing for ${missing.length} period(s), the first ${first.from} to ${lastDay(first)}`,
    );
  return found;
}

function leaveConcerns(
  { term }: LedgerLine,
  leaves: readonly ForcedLeave[],
  isWorkday: (day: Day) => boolean,
): Concern[] {
  return leaves
    .filter(
      (it) =>
        it.state === "placed" && it.personId === term.personId && term.family.postIds.includes(it.postId),
    )
    .flatMap((it): Concern[] => {
      const days = workingDaysIn(it, isWorkday);
      return days >= leastLeaveDays
        ? []
        : [
            {
              kind: "leave-short",
              since: it.from,
              aboutId: it.id,
              sentence: {
                zh: `强制休假 ${it.from} 至 ${lastDay(it)} 只有 ${days} 个工作日`,
                en: `the forced leave ${it.from} to ${lastDay(it)} has only ${days} working days`,
              },
            },
          ];
    });
}

/**
 * By person, the first days away from places that they held in their own right, up to `today`, in order: a family of
 * posts is one place, so is a post with its successors; a return within `gapMonths` was no leaving.
 */
function leavingsOf(facts: Facts, gapMonths: number, today: Day): Map<string, Day[]> {
  const familyOf = new Map(
    tenureFamilies(facts).flatMap(({ postIds }) => postIds.map((id) => [id, postIds[0] ?? id] as const)),
  );
  const places = placesOf(facts, familyOf);
  const byPlace = new Map<string, Assignment[]>();
  for (const it of facts.assignments) {
    if (it.kind !== "substantive" || (it.until !== null && it.until <= it.from)) continue;
    const key = JSON.stringify([it.personId, places.get(it.postId)]);
    byPlace.set(key, [...(byPlace.get(key) ?? []), it]);
  }
  const left = new Map<string, Day[]>();
  for (const served of byPlace.values()) {
    const own = served.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
    for (const { personId, until } of own) {
      if (until === null || until > today) continue;
      const goesOn = own.some(
        (it) => (it.until === null || it.until > until) && it.from < addMonths(until, gapMonths),
      );
      if (!goesOn) left.set(personId, [...(left.get(personId) ?? []), until]);
    }
  }
  for (const [personId, days] of left) left.set(personId, [...new Set(days)].sort());
  return left;
}

/** By post, the place it is: its family, or itself joined with what it was renamed from and to. */
function placesOf(facts: Facts, familyOf: ReadonlyMap<string, string>): Map<string, string> {
  const places = new Map(facts.posts.map(({ id }) => [id, familyOf.get(id) ?? id]));
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const { id, successorId } of facts.posts) {
      const [own, other] = [places.get(id), successorId === null ? undefined : places.get(successorId)];
      if (own === undefined || other === undefined || own === other) continue;
      const first = own < other ? own : other;
      for (const [post, place] of places) if (place === own || place === other) places.set(post, first);
      isChanged = true;
    }
  }
  return places;
}
