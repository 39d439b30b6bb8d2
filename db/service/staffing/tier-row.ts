// One tier's answer with names: who takes which step, why nothing fits, whom nobody can replace.
import type { TierStaffing } from "../../../shared/contract/staffing.ts";
import { contains } from "../../../shared/domain/day.ts";
import type { Witness } from "../../../shared/domain/staffing.ts";
import { placesOf } from "../../../shared/rules/staffing/place-of.ts";
import type { StaffingCase } from "../../../shared/rules/staffing/problem-of.ts";
import { reasonWords } from "../../../shared/rules/staffing/staffing-words.ts";
import type { Scene } from "./scene.ts";
import type { TierLine } from "./tier-lines.ts";

/** `pairs`: of people who are each replaceable, where they were asked for. */
export function tierRow(
  scene: Scene,
  { matter, tier, of, answer }: TierLine,
  pairs: readonly (readonly [number, number])[] = [],
): TierStaffing {
  const { labels } = scene;
  const person = (at: number) => labels.person(of.problem.people[at] ?? "");
  return {
    matterId: matter.id,
    matterCode: matter.code,
    matter: matter.name,
    area: matter.area,
    over: tier.over,
    upTo: tier.upTo,
    status: answer.status,
    witness: answer.witness ? seatsOf(scene, of, answer.witness) : [],
    reason: answer.reason ? reasonWords(of, answer.reason, (id) => labels.person(id).name) : [],
    isReasonSmallest: answer.reason?.isSmallest ?? false,
    minimum: answer.minimum,
    minimumAtLeast: answer.minimumAtLeast,
    isMinimumProved: answer.minimum !== null && answer.minimum === answer.minimumAtLeast,
    irreplaceable: answer.irreplaceable.map(person),
    pairs: pairs.map(([one, other]) => [person(one), person(other)]),
    isResilienceProved: answer.isResilienceProved,
  };
}

const seatsOf = (scene: Scene, of: StaffingCase, witness: Witness): TierStaffing["witness"] =>
  placesOf(of, witness).map(({ step: at, taker }) => {
    const step = of.path.steps[at];
    return {
      stepId: step?.id ?? "",
      step: step?.name ?? "",
      person: scene.labels.person(taker.personId),
      post: postWords(scene, taker.personId, taker.postId),
      onBehalfOf: taker.onBehalfOfId === null ? null : scene.labels.person(taker.onBehalfOfId),
    };
  });

function postWords({ view, day }: Scene, personId: string, postId: string | null): string | null {
  if (postId !== null) return view.posts.get(postId)?.name ?? null;
  const held = (view.assignmentsOf.get(personId) ?? [])
    .filter((row) => contains(row, day))
    .flatMap((row) => view.posts.get(row.postId)?.name ?? []);
  return held.length > 0 ? [...new Set(held)].join("、") : null;
}
