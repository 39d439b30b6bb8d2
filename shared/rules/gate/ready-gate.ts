// The gate made ready: facts and rules prepared once, then each draft judged by folding the few groups that it joins.
import type { Approval } from "../../domain/approval.ts";
import type { Finding, NotApplicable } from "../../domain/conflict.ts";
import { dayOf } from "../../domain/day.ts";
import type { Effect, Rule } from "../../domain/rule.ts";
import type { PlainIndex } from "../facts.ts";
import { compareFindings, findingOf, isInForce } from "../finding.ts";
import { effectOf, type GateAnswer, isLead } from "../gate.ts";
import { admission, evaluatorOf } from "../kinds/evaluators.ts";
import { eachRuleOnce } from "../rule-count.ts";
import { judgedElsewhere } from "../same-check.ts";
import type { Act, View } from "../view.ts";
import { bearingOf } from "./bearing.ts";
import { reasonsOf } from "./draft-folds.ts";
import { type Asked, foldOf, type Prepared, type Reason, type Scene } from "./folding.ts";
import type { GateLog } from "./gate-log.ts";
import { personFoldOf } from "./kept-acts.ts";
import { notesOf } from "./lead-folds.ts";
import { stageOf, withAct } from "./stage.ts";

/** One case as the gate sees it: drafts of that day are judged against it one after another. */
export interface GateScene {
  readonly view: View;
  /** The acts so far, in order. */
  readonly acts: readonly Act[];
  /** The reasons of rules that refuse or warn, in no order. Look at them before the next draft is judged. */
  readonly reasonsOf: (draft: Approval) => Reason[];
  /** The draft as an act; null: it is of no known step. */
  readonly actOf: (draft: Approval) => Act | null;
  /** Whether the case as it stands, or with the draft, is in breach of a rule that looks at cases. */
  readonly isBroken: (rule: Rule, draft: Approval | null) => boolean;
  /** The verdict with its reasons as `gate` tells them; notes of leads are not among them. */
  readonly answer: (draft: Approval) => { verdict: GateAnswer["verdict"]; reasons: Told[] };
  /** Leads that the draft would bring about, as far as its case and its actor's month tell. */
  readonly notes: (draft: Approval, hasTime: boolean) => Told[];
}
/** A reason in full. */
export interface Told extends Reason {
  readonly finding: Finding;
}
export interface ReadyGate {
  readonly view: View;
  /** The rules that can be asked of these facts, leads left out, and those that cannot. */
  readonly rules: readonly Rule[];
  readonly notApplicable: readonly NotApplicable[];
  readonly open: (log: GateLog, asked: Asked) => GateScene;
}

export const verdictOf = (reasons: readonly { effect: Effect }[]): GateAnswer["verdict"] =>
  reasons.some(({ effect }) => effect === "refuse")
    ? "refused"
    : reasons.some(({ effect }) => effect === "warn")
      ? "warned"
      : "allowed";

/** Kinds that are applicable by what some case of the log says: without such a case they find nothing anyway. */
const asksOfLog = new Set<Rule["kind"]>(["relation", "split-amount"]);

/** `rules`: every version in use. */
export function readyGate(plain: PlainIndex, rules: readonly Rule[]): ReadyGate {
  const stage = stageOf(plain);
  const { view } = stage;
  const judgeOf = judgedElsewhere(rules);
  const notApplicable: NotApplicable[] = [];
  const all = rules
    .filter((rule) => judgeOf(rule) === null)
    .map((rule): Prepared => {
      const [evaluator, admits] = [evaluatorOf(rule, view), admission(rule, view)];
      const [bears, personFold] = [bearingOf(view, rule), personFoldOf(view, rule)];
      return { rule, effect: effectOf(rule), evaluator, admits, bears, personFold };
    })
    .filter(({ rule, evaluator: { unmet } }) => {
      const canAsk = asksOfLog.has(rule.kind) || unmet === null;
      if (!canAsk && !isLead(rule)) notApplicable.push({ ruleId: rule.id, reason: unmet });
      return canAsk;
    });
  const prepared = all.filter(({ rule }) => !isLead(rule));
  const leads = all.filter(({ rule }) => isLead(rule));
  const plans = new Map<string, readonly Prepared[]>();
  const kept = new WeakMap<GateLog, Pick<Scene, "folds" | "days">>();

  return {
    view,
    rules: prepared.map(({ rule }) => rule),
    notApplicable: eachRuleOnce(notApplicable),
    open: (log, asked) => {
      const zone = plain.facts.settings.timeZone;
      const asOf = asked.day > asked.today ? asked.day : asked.today;
      const states = kept.get(log) ?? { folds: new Map(), days: new Map() };
      kept.set(log, states);
      stage.clear();
      stage.setDay(asOf);
      const acts = stage.actsOf(asked.of, log.approvalsOf(asked.of.id));
      const scene = { stage, log, asked, acts, plans, ...states };
      const staged = (draft: Approval): Act | null => {
        if (dayOf(draft.happenedAt, zone) !== asked.day) throw new Error("the draft is of another day");
        stage.clear();
        stage.setDay(asOf);
        return stage.actOf(asked.of, draft);
      };
      const told = (reasons: readonly Reason[]): Told[] =>
        reasons
          .map((reason) => ({ ...reason, finding: findingOf(view, reason.rule, reason.breach) }))
          .sort((a, b) => compareFindings(a.finding, b.finding));
      const reasons = (draft: Approval): Reason[] => {
        const act = staged(draft);
        return act ? reasonsOf(scene, prepared, act) : [];
      };
      return {
        view,
        acts,
        reasonsOf: reasons,
        actOf: staged,
        isBroken: (rule, draft) => {
          const one = all.find((it) => it.rule === rule);
          const act = draft && staged(draft);
          if (!one || personFoldOf(view, rule)) return false;
          stage.putCase(asked.of, act ? withAct(acts, act) : acts);
          const touched = { caseIds: new Set([asked.of.id]), personIds: new Set<string>() };
          return foldOf(one, touched).some(({ day }) => isInForce(rule, day));
        },
        answer: (draft) => {
          const found = told(reasons(draft));
          return { verdict: verdictOf(found), reasons: found };
        },
        notes: (draft, hasTime) => {
          const act = staged(draft);
          return act ? told(notesOf(scene, leads, act, hasTime)) : [];
        },
      };
    },
  };
}
