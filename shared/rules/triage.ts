// Which conflict to look at first: money × severity × novelty, each in steps that can be said in words.
import type { ConflictBasis, Severity } from "../domain/conflict.ts";
import type { Day } from "../domain/day.ts";
import type { Fen } from "../domain/money.ts";
import { compareText, push } from "./gather.ts";

/** What triage asks of a conflict. */
export interface Lead {
  readonly id: string;
  readonly ruleId: string;
  readonly severity: Severity;
  readonly basis: ConflictBasis;
  /** Fen; null: unknown. */
  readonly amount: Fen | null;
  readonly day: Day;
  readonly personIds: readonly string[];
  readonly departmentId: string | null;
  /** A named person has confirmed it or set it aside. */
  readonly isSettled: boolean;
}
const novelties = ["pattern", "first", "repeat"] as const;
/** first: the first of its rule and people; pattern: the first of several; repeat: one of the rest, or of a pattern somebody has judged. */
export type Novelty = (typeof novelties)[number];

export interface Triage {
  /** 1 … 54: the product of the three. */
  readonly score: number;
  /** 1 … 6, by powers of ten from 1 to 10,000 times 10,000 yuan; an unknown amount counts 1. */
  readonly money: number;
  readonly severity: number;
  readonly novelty: number;
  readonly is: Novelty;
  /** Conflicts of the same rule and people (or department). */
  readonly alike: number;
}

/** So many make a pattern. */
const patternFrom = 3;
const bands: readonly Fen[] = [1, 10, 100, 1_000, 10_000].map((wan) => wan * 1_000_000);
const severities: Record<Severity, number> = { high: 3, medium: 2, low: 1 };
const weights: Record<Novelty, number> = { pattern: 3, first: 2, repeat: 1 };

export const moneyBand = (amount: Fen | null): number =>
  1 + bands.filter((edge) => amount !== null && Math.abs(amount) >= edge).length;

const patternOf = ({ ruleId, personIds, departmentId }: Lead): string =>
  JSON.stringify([ruleId, personIds.length > 0 ? personIds.toSorted(compareText) : departmentId]);

/** The triage of each, by id. The same conflicts in any order give the same. */
export function triage(leads: readonly Lead[]): Map<string, Triage> {
  const patterns = new Map<string, Lead[]>();
  for (const lead of leads) push(patterns, patternOf(lead), lead);
  const answers = new Map<string, Triage>();
  for (const alike of patterns.values()) {
    const first = alike.toSorted((a, b) => compareText(a.day, b.day) || compareText(a.id, b.id))[0];
    const isKnown = alike.some((one) => one.isSettled);
    for (const lead of alike) {
      const is: Novelty =
        lead !== first || isKnown ? "repeat" : alike.length >= patternFrom ? "pattern" : "first";
      const [money, severity, novelty] = [moneyBand(lead.amount), severities[lead.severity], weights[is]];
      answers.set(lead.id, {
        score: money * severity * novelty,
        money,
        severity,
        novelty,
        is,
        alike: alike.length,
      });
    }
  }
  return answers;
}

/** What still waits for a person first; then by score, actual before potential, amount, the latest day, id. */
export const byTriage =
  (of: ReadonlyMap<string, Triage>) =>
  (a: Lead, b: Lead): number =>
    Number(a.isSettled) - Number(b.isSettled) ||
    (of.get(b.id)?.score ?? 0) - (of.get(a.id)?.score ?? 0) ||
    Number(b.basis === "actual") - Number(a.basis === "actual") ||
    (b.amount ?? 0) - (a.amount ?? 0) ||
    compareText(b.day, a.day) ||
    compareText(a.id, b.id);
