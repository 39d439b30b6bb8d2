// A plan found by the planner, or drawn by hand, as it is kept: names for ids, and what it was asked for.
import type { Plan, Surprise, Wishes } from "../../../shared/contract/plan.ts";
import { addDays, type Day, daysBetween } from "../../../shared/domain/day.ts";
import type { Text } from "../../../shared/domain/text.ts";
import type { World } from "../../../shared/domain/world.ts";
import type { OverdueDays, RotationPlan, VacantDays } from "../../../shared/rotation/plan.ts";
import { type Labels, labelsOf } from "../labels.ts";
import { postName } from "../tenure-rows.ts";
import type { MadePlan } from "./plan-making.ts";

export interface Kept {
  name: Text;
  madeAt: number;
  from: Day;
  until: Day;
  months: number;
  wishes: Wishes;
  basePlanId: string | null;
  surprises: Surprise[];
  isReplan: boolean;
  isByHand: boolean;
  headSeq: number;
}

export function planRecord(
  world: World,
  { plan, breaches, reasons, strip, unmet }: MadePlan,
  kept: Kept,
): Omit<Plan, "id"> {
  const labels = labelsOf(world);
  const post = (id: string | null) => (id === null ? null : postName(labels, labels.post(id)));
  const place = (id: string) => postName(labels, labels.post(id));
  const { cost } = plan;
  return {
    name: kept.name,
    madeAt: kept.madeAt,
    months: kept.months,
    from: kept.from,
    until: addDays(kept.until, -1),
    seed: plan.seed,
    units: plan.unitsUsed,
    status: plan.status,
    cost: plan.status === "impossible" ? null : cost.arrivals,
    lowerBound: plan.lowerBound,
    peopleMoved: cost.people,
    moves: plan.moves.map((move, index) => ({
      day: move.day,
      chain: move.chain,
      person: labels.person(move.personId),
      from: post(move.fromPostId),
      to: post(move.toPostId),
      reason: reasons[index]?.reason ?? { zh: "", en: "" },
      alternatives: reasons[index]?.alternatives ?? null,
    })),
    changeDays: plan.changeDays,
    unavoidable: plan.unavoidableOverdueDays.map((line) => ({
      post: place(line.postId),
      person: labels.person(line.personId),
      days: line.days,
    })),
    vacancies: plan.unavoidableVacantDays.map(({ postId, from, until }) => ({
      post: place(postId),
      from,
      until,
      days: daysBetween(from, until),
    })),
    specialAudits: plan.cannotRotate.map((line) => ({
      post: place(line.postId),
      person: "personId" in line ? labels.person(line.personId) : null,
      from: line.from,
      until: line.until,
      sentence: specialAudit(labels, line),
    })),
    notApplied: plan.notApplied.map(({ reason }) => reason),
    reasons: plan.bottleneck ? [plan.bottleneck.sentence, ...plan.bottleneck.because] : [],
    breaches: breaches.map(({ sentence }) => sentence),
    wishes: kept.wishes,
    basePlanId: kept.basePlanId,
    surprises: kept.surprises,
    changed: kept.isReplan ? cost.changed : null,
    isByHand: kept.isByHand,
    leavings: { withoutOverlap: cost.withoutOverlap },
    fairness: {
      levelFalls: cost.levelFalls,
      siteChanges: cost.siteChanges,
      longestWait: cost.longestWait,
      mostMoves: mostMoves(plan),
    },
    strip,
    headSeq: kept.headSeq,
    unfilled: cost.unfilled,
    leaves: plan.leaves.map(({ demandId, personId, postId, standInId, from, until }) => ({
      demandId,
      person: labels.person(personId),
      post: place(postId),
      standIn: labels.person(standInId),
      from,
      until,
    })),
    unmetLeaves: unmet.map(({ id, personId, postId }) => ({
      demandId: id,
      person: labels.person(personId),
      post: place(postId),
    })),
    relaxations: [],
  };
}

function mostMoves({ moves }: Pick<RotationPlan, "moves">): number {
  const count = new Map<string, number>();
  for (const { personId } of moves) count.set(personId, (count.get(personId) ?? 0) + 1);
  return Math.max(0, ...count.values());
}

/** What offices do instead where nobody can come (docs/rotation.md, "When nothing fits"). */
function specialAudit(labels: Labels, line: OverdueDays | VacantDays): Text {
  const post = labels.post(line.postId)?.name ?? "?";
  if (!("personId" in line))
    return {
      zh: `${post} 自 ${line.from} 起空缺，没有找到接任人选：建议由上级指定代理，并对空缺期间的业务安排专项审计。`,
      en: `${post} stands empty from ${line.from}; nobody was found. Suggested: an acting holder named from above, and a special audit of the time it stands empty.`,
    };
  const { name } = labels.person(line.personId);
  return {
    zh: `${post} ${name} 自 ${line.from} 起超期，没有找到接任人选：建议办理有期限的轮岗豁免，并安排专项审计。`,
    en: `${post}, ${name} is over the limit from ${line.from}; nobody was found. Suggested: an exemption with an end, and a special audit.`,
  };
}
