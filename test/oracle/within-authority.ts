// Oracle of within-authority: why one act is not covered by what its actor was given.
import type { Authority, Delegation } from "../../shared/domain/authority.ts";
import { contains, type Day } from "../../shared/domain/day.ts";
import type { RuleOf } from "../../shared/domain/rule.ts";
import { actsAsEvidence, evidenceOf, type Found, foundOf, type Outcome } from "./found.ts";
import {
  type Act,
  authorityOf,
  coversAmountOf,
  decidingActs,
  distinct,
  type Ground,
  holdsOwn,
  humanActor,
  isInScope,
  isKnown,
  postsHeld,
} from "./ground.ts";

type Reason = RuleOf<"within-authority">["parameters"]["reasons"][number];
/** A way in which the actor may be entitled: the authority itself, or a delegation of it. */
interface Candidate {
  authority: Authority;
  delegation: Delegation | null;
}

const grantsOfMatter = (ground: Ground, matterId: string): Authority[] =>
  ground.world.authorities.filter((authority) =>
    ground.world.steps.some((step) => step.id === authority.stepId && step.matterId === matterId),
  );

/** `passed` are the delegations already gone through: coming back to one is a cycle. */
function isValid(ground: Ground, delegation: Delegation, day: Day, passed: readonly Delegation[]): boolean {
  const authority = authorityOf(ground, delegation);
  if (holdsOwn(ground, delegation.fromPersonId, authority, day)) return true;
  if (!authority.isSubDelegable) return false;
  return ground.world.delegations.some(
    (earlier) =>
      earlier.authorityId === authority.id &&
      earlier.toPersonId === delegation.fromPersonId &&
      contains(earlier, day) &&
      earlier.id !== delegation.id &&
      !passed.includes(earlier) &&
      isValid(ground, earlier, day, [...passed, delegation]),
  );
}

function judge(ground: Ground, act: Act, actor: string): { reason: Reason; told: Candidate[] } | null {
  const { world } = ground;
  const own = world.authorities.filter(
    (authority) => authority.stepId === act.stepId && holdsOwn(ground, actor, authority, act.day),
  );
  const lent = world.delegations.filter(
    (delegation) => delegation.toPersonId === actor && authorityOf(ground, delegation).stepId === act.stepId,
  );
  const candidates: Candidate[] = [
    ...own.map((authority) => ({ authority, delegation: null })),
    ...lent.map((delegation) => ({ authority: authorityOf(ground, delegation), delegation })),
  ];
  if (candidates.length === 0) {
    const isSeated = postsHeld(ground, actor, act.day).length > 0;
    return { reason: isSeated ? "no-authority" : "no-post", told: [] };
  }
  const inForce = candidates.filter(
    ({ authority, delegation }) =>
      contains(authority, act.day) && (delegation === null || contains(delegation, act.day)),
  );
  if (inForce.length === 0) return { reason: "outside-days", told: candidates };
  const covering = inForce.filter(({ authority }) => coversAmountOf(authority, act));
  if (covering.length === 0) return { reason: "over-amount", told: inForce };
  const valid = covering.filter(
    ({ delegation }) => delegation === null || isValid(ground, delegation, act.day, []),
  );
  if (valid.length === 0) return { reason: "sub-delegated", told: covering };
  if (act.docNo === null && valid.every(({ authority }) => authority.isCollective))
    return { reason: "no-collective", told: valid };
  return null;
}

export function withinAuthority(ground: Ground, rule: RuleOf<"within-authority">): Outcome | null {
  const isAnyOnRecord = ground.world.matters.some(
    (matter) => isInScope(rule, matter) && grantsOfMatter(ground, matter.id).length > 0,
  );
  if (!isAnyOnRecord) return null;

  const findings: Found[] = [];
  for (const act of decidingActs(ground, rule)) {
    const actor = humanActor(ground, act);
    if (actor === null || grantsOfMatter(ground, act.matter.id).length === 0) continue;
    const verdict = judge(ground, act, actor);
    if (verdict === null || !rule.parameters.reasons.includes(verdict.reason)) continue;
    const authorities = verdict.told.map(({ authority }) => authority.id);
    const delegations = verdict.told.map(({ delegation }) => delegation?.id).filter(isKnown);
    findings.push(
      foundOf(ground, rule, {
        groupKey: act.caseId,
        subject: actor,
        anchor: act.naturalKey,
        day: act.day,
        personIds: [actor],
        caseIds: [act.caseId],
        acts: [act],
        evidence: [
          ...actsAsEvidence([act]),
          ...evidenceOf("authority", distinct(authorities)),
          ...evidenceOf("delegation", distinct(delegations)),
        ],
      }),
    );
  }
  return { findings, notYetJudged: 0 };
}
