// Who may sign instead: those with the authority of the step, judged by the same gate, ranked; and those passed over, with why.
import type { GateAnswer, Substitute } from "../../../shared/contract/gate.ts";
import type { Approval } from "../../../shared/domain/approval.ts";
import { addDays, instantOf } from "../../../shared/domain/day.ts";
import type { Text } from "../../../shared/domain/text.ts";
import { candidatesFor } from "../../../shared/rules/gate/candidates.ts";
import { type GateScene, verdictOf } from "../../../shared/rules/gate/ready-gate.ts";
import { restOf } from "../../../shared/rules/gate/rest-of-case.ts";
import { daysText } from "../../../shared/rules/sentence.ts";
import type { Budget } from "../../../shared/staffing/budget.ts";
import type { KeptGate } from "./kept-gate.ts";
import { lookOn } from "./look-ahead.ts";
import type { Understood } from "./understood.ts";

type Person = Substitute["id"] extends string ? { id: string; staffNo: string; name: string } : never;
export interface Named {
  substitutes: Substitute[];
  passedOver: NonNullable<GateAnswer["passedOver"]>;
}

/** So many of those who hold the authority are judged, by staff number. */
const mostJudged = 200;
/** So many of the best have the rest of the case looked at step by step. */
const mostShown = 20;
const recentDays = 30;
const ranks = { completable: 0, undecided: 1, stuck: 2 } as const;

export function substitutesFor(
  { plain, log, ready, binding, potential }: KeptGate,
  scene: GateScene,
  asked: Understood,
  day: string,
  budget: Budget,
  nameOf: (personId: string) => Person,
): Named {
  const { view } = ready;
  const { draft, step, matter, of } = asked;
  const zone = plain.facts.settings.timeZone;
  const passedOver: Named["passedOver"] = [];
  const pool = candidatesFor(view, step.id, day)
    .filter(({ personId }) => personId !== asked.person.id)
    .map((one) => ({ ...one, name: nameOf(one.personId) }))
    .sort((a, b) => (a.name.staffNo < b.name.staffNo ? -1 : 1))
    .slice(0, mostJudged);
  const fit = pool.flatMap((one) => {
    const own: Approval = { ...draft, personId: one.personId, onBehalfOfId: null };
    const reasons = scene.reasonsOf(own);
    const verdict = verdictOf(reasons);
    if (verdict !== "refused") return [{ ...one, verdict, act: scene.actOf(own) }];
    const first = reasons.find(({ effect }) => effect === "refuse");
    passedOver.push({
      person: one.name,
      ruleId: first?.rule.id ?? "",
      why: first ? first.breach.say() : awayText,
    });
    return [];
  });
  const acts = fit.flatMap(({ act }) => act ?? []);
  const standing = binding().filter((rule) => !scene.isBroken(rule, null));
  const rest = restOf(view, standing, {
    matter,
    amount: of.amount ?? draft.amount,
    day,
    acts: scene.acts,
    drafts: acts,
  });
  const from = instantOf(addDays(day, 1 - recentDays), "00:00", zone);
  const until = instantOf(addDays(day, 1), "00:00", zone);
  const ranked = fit
    .map((one) => {
      const looked = one.act ? lookOn(rest(one.act), budget) : null;
      return {
        ...one.name,
        posts: one.posts.map(({ name }) => name),
        upTo: one.upTo,
        verdict: one.verdict === "warned" ? ("warned" as const) : ("allowed" as const),
        rest: looked?.status ?? ("undecided" as const),
        recentActs: log.recentActs(one.personId, from, until, day),
        potentialConflicts: potential(one.personId, day),
        later: (looked?.later ?? []).map(({ stepId, personIds }) => ({ stepId, takers: personIds.length })),
        awayFrom: awayOf(view.absencesOf.get(one.personId) ?? [], day),
      };
    })
    .sort(
      (a, b) =>
        Number(a.verdict === "warned") - Number(b.verdict === "warned") ||
        ranks[a.rest] - ranks[b.rest] ||
        a.recentActs - b.recentActs ||
        a.potentialConflicts - b.potentialConflicts ||
        (a.staffNo < b.staffNo ? -1 : 1),
    );
  return { substitutes: ranked.slice(0, mostShown), passedOver };
}
const awayText: Text = { zh: "不能办理", en: "may not act" };

/** The next absence that is known. */
function awayOf(absences: readonly { from: string; until: string | null }[], day: string): Text | null {
  const next = absences
    .filter(({ until }) => until === null || until > day)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))[0];
  return next ? daysText(next.from, next.until) : null;
}
