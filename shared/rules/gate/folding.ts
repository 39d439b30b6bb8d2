// A rule folded over one group with a draft in its place and without: what appears, or gains evidence.
import type { Case } from "../../domain/approval.ts";
import type { Step } from "../../domain/authority.ts";
import { identityOf } from "../../domain/conflict.ts";
import type { Day } from "../../domain/day.ts";
import type { Effect, Rule } from "../../domain/rule.ts";
import { isInForce } from "../finding.ts";
import type { Evaluator } from "../kinds/evaluation.ts";
import type { Breach } from "../kinds/kind.ts";
import type { Act, Touched } from "../view.ts";
import type { GateLog } from "./gate-log.ts";
import type { PersonFold } from "./kept-acts.ts";
import type { Stage } from "./stage.ts";

/** A rule made ready over the stage. */
export interface Prepared {
  readonly rule: Rule;
  readonly effect: Effect;
  readonly evaluator: Evaluator;
  readonly admits: (matterId: string) => boolean;
  /** Could an act on this step change what the rule says of its case? */
  readonly bears: (step: Step) => boolean;
  readonly personFold: PersonFold | null;
}
/** A conflict that appears or gains evidence. */
export interface Reason {
  readonly rule: Rule;
  readonly effect: Effect;
  readonly breach: Breach;
}
export interface Asked {
  readonly of: Case;
  /** The case comes into being with the draft. */
  readonly isNew: boolean;
  readonly today: Day;
  /** The day of the draft. */
  readonly day: Day;
}
/** What a case that is counted with others is counted on, as long as the log stays. */
export interface KeptDay {
  /** Of all its acts; null: none, or it was rejected. */
  readonly day: Day | null;
  /** The day of its last act: from it on the other holds. */
  readonly lastDay: Day;
}
/** One case on the stage. */
export interface Scene {
  readonly stage: Stage;
  readonly log: GateLog;
  readonly asked: Asked;
  readonly acts: readonly Act[];
  /** Rules that may have something to say, by shape and step. */
  readonly plans: Map<string, readonly Prepared[]>;
  /** Days of cases, by id. */
  readonly days: Map<string, KeptDay>;
  /** Kept states by fold and person. */
  readonly folds: Map<PersonFold, Map<string, Act[]>>;
}

/** Gathers what appears or gains evidence; `before` is asked only where a breach does not itself rest on the draft. */
export type Tell = (one: Prepared, breaches: Breach[], before: () => Breach[]) => void;
export const teller =
  (draft: Act, reasons: Reason[]): Tell =>
  ({ rule, effect }, breaches, before) => {
    let known: Map<string, number> | null = null;
    for (const breach of breaches) {
      if (!isInForce(rule, breach.day)) continue;
      if (!breach.acts.includes(draft)) {
        known ??= new Map(
          before()
            .filter(({ day }) => isInForce(rule, day))
            .map((one) => [keyOf(rule, one), evidenceOf(one)]),
        );
        if (evidenceOf(breach) <= (known.get(keyOf(rule, breach)) ?? 0)) continue;
      }
      reasons.push({ rule, effect, breach });
    }
  };

/** The case with the draft in its place, folded with it and, where need be, without. */
export function inCase(scene: Scene, after: readonly Act[], one: Prepared, tell: Tell): void {
  const { stage, asked, acts } = scene;
  const { of } = asked;
  const touched: Touched = { caseIds: new Set([of.id]), personIds: new Set() };
  tell(one, foldOf(one, touched), () => {
    stage.putCase(of, acts);
    const known = foldOf(one, touched);
    stage.putCase(of, after);
    return known;
  });
}

export const people = (ids: readonly string[]): Touched => ({ caseIds: new Set(), personIds: new Set(ids) });

export function foldOf({ evaluator }: Prepared, touched: Touched): Breach[] {
  const breaches: Breach[] = [];
  for (const verdict of evaluator.verdicts(touched)) breaches.push(...verdict.breaches);
  return breaches;
}

// A potential conflict that becomes actual is news, even where its evidence grows by nothing else.
const keyOf = (rule: Rule, breach: Breach): string =>
  JSON.stringify([identityOf({ ...breach, ruleId: rule.id }), breach.basis]);
const evidenceOf = ({ before, cases, acts, after }: Breach): number =>
  (before?.length ?? 0) + (cases?.length ?? 0) + acts.length + (after?.length ?? 0);
