// Authorities and delegations whose last day is near, unless the holder has the next one already.
import type { Authority, Delegation } from "../../domain/authority.ts";
import { addDays, contains, daysBetween, lastDay, type Period } from "../../domain/day.ts";
import { sortedIds } from "../gather.ts";
import { personText, postText } from "../sentence.ts";
import { type DesignFinding, designFinding } from "./design-finding.ts";
import type { Ground } from "./ground.ts";

const endsWithin = (row: Period, { day }: Ground, days: number): boolean =>
  contains(row, day) && row.until !== null && row.until <= addDays(day, days);
const left = (row: Period, { day }: Ground): number => daysBetween(day, lastDay(row) ?? day);

export function endingAuthority(ground: Ground, row: Authority, days: number): DesignFinding[] {
  if (!endsWithin(row, ground, days)) return [];
  const { until } = row;
  const isRenewed = (ground.authoritiesOfStep.get(row.stepId) ?? []).some(
    (next) =>
      next.id !== row.id &&
      next.postId === row.postId &&
      next.personId === row.personId &&
      until !== null &&
      contains(next, until),
  );
  if (isRenewed) return [];
  const step = ground.steps.get(row.stepId);
  const holder = row.postId === null ? personText(ground, row.personId ?? "") : postText(ground, row.postId);
  return [
    designFinding({
      type: "expiry",
      severity: "low",
      matterId: step?.matterId ?? null,
      stepIds: [row.stepId],
      postIds: row.postId === null ? [] : [row.postId],
      personIds: row.personId === null ? [] : [row.personId],
      authorityIds: [row.id],
      until,
      evidence: [{ kind: "authority", id: row.id }],
      sentence: {
        zh: `${holder.zh}对“${step?.name ?? row.stepId}”的授权将于 ${lastDay(row)} 到期，还有 ${left(row, ground)} 天。`,
        en: `The authority of ${holder.en} for “${step?.name ?? row.stepId}” ends on ${lastDay(row)}, in ${left(row, ground)} days.`,
      },
    }),
  ];
}

export function endingDelegation(ground: Ground, row: Delegation, days: number): DesignFinding[] {
  if (!endsWithin(row, ground, days)) return [];
  const stepId = ground.authorities.get(row.authorityId)?.stepId;
  const [giver, taker] = [personText(ground, row.fromPersonId), personText(ground, row.toPersonId)];
  return [
    designFinding({
      type: "expiry",
      severity: "low",
      matterId: ground.steps.get(stepId ?? "")?.matterId ?? null,
      stepIds: stepId === undefined ? [] : [stepId],
      personIds: sortedIds([row.fromPersonId, row.toPersonId]),
      authorityIds: [row.authorityId],
      until: row.until,
      evidence: [{ kind: "delegation", id: row.id }],
      sentence: {
        zh: `${giver.zh}给${taker.zh}的转授权将于 ${lastDay(row)} 到期，还有 ${left(row, ground)} 天。`,
        en: `The delegation from ${giver.en} to ${taker.en} ends on ${lastDay(row)}, in ${left(row, ground)} days.`,
      },
    }),
  ];
}
