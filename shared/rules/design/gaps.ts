// Steps that nobody or only one person can do on a day, and posts with authority that stand empty.
import type { Matter, Step } from "../../domain/authority.ts";
import { contains } from "../../domain/day.ts";
import { push, sortedIds } from "../gather.ts";
import { personText, postText } from "../sentence.ts";
import { type DesignFinding, designFinding } from "./design-finding.ts";
import type { Ground } from "./ground.ts";

export function stepGaps(ground: Ground, matterId: string): DesignFinding[] {
  return ground
    .askedSteps(matterId)
    .filter((step) => ground.ways(step.id).length === 0)
    .map((step) => {
      const live = ground.liveOn(step.id).filter((row) => row.postId !== null);
      const postIds = sortedIds(live.flatMap((row) => row.postId ?? []));
      const names = postIds.map((postId) => postText(ground, postId).zh).join("、");
      const step_ = `${ground.matters.get(matterId)?.name ?? matterId} / ${step.name}`;
      return designFinding({
        type: "gap",
        severity: step.isRequired ? "high" : "low",
        matterId,
        stepIds: [step.id],
        postIds,
        authorityIds: sortedIds(live.map((row) => row.id)),
        sentence:
          postIds.length === 0
            ? {
                zh: `“${step_}”当日没有任何有效授权，无人可以办理。`,
                en: `Nobody can do “${step_}”: no authority for it is in force that day.`,
              }
            : {
                zh: `“${step_}”授权给${names}，但当日无人在岗，无人可以办理。`,
                en: `Nobody can do “${step_}”: it is granted to ${names}, which nobody holds that day.`,
              },
      });
    });
}

/** A post with authority in force but without a holder. */
export function emptyPost(ground: Ground, postId: string): DesignFinding[] {
  const post = ground.posts.get(postId);
  if (!post || !contains(post, ground.day) || ground.sitting(postId).length > 0) return [];
  const live = (ground.authoritiesOfPost.get(postId) ?? []).filter((row) => contains(row, ground.day));
  if (live.length === 0) return [];
  return [
    designFinding({
      type: "gap",
      severity: "medium",
      postIds: [postId],
      stepIds: sortedIds(live.map((row) => row.stepId)),
      authorityIds: sortedIds(live.map((row) => row.id)),
      sentence: {
        zh: `${post.name}持有 ${live.length} 项有效授权，但当日无人任职。`,
        en: `${post.name} has ${live.length} authorities in force but no holder that day.`,
      },
    }),
  ];
}

/** The one person who may do the step; null: nobody, or several. */
export function onlyDoer(ground: Ground, stepId: string): string | null {
  const people = new Set(ground.ways(stepId).map(({ personId }) => personId));
  const [only] = people;
  return people.size === 1 && only !== undefined ? only : null;
}

/** Person → the steps that nobody else may do, matter by matter as given. */
export function soleSteps(ground: Ground, matters: readonly Matter[]): Map<string, Step[]> {
  const alone = new Map<string, Step[]>();
  for (const matter of matters)
    for (const step of ground.askedSteps(matter.id)) {
      const only = onlyDoer(ground, step.id);
      if (only !== null) push(alone, only, step);
    }
  return alone;
}

/** One person alone can do steps of the matter: told once for each person. */
export function soleHolders(ground: Ground, matterId: string): DesignFinding[] {
  const alone = new Map<string, Step[]>();
  for (const step of ground.askedSteps(matterId)) {
    const only = onlyDoer(ground, step.id);
    if (only !== null) push(alone, only, step);
  }
  return [...alone].map(([personId, steps]) => {
    const who = personText(ground, personId);
    const matter = ground.matters.get(matterId)?.name ?? matterId;
    const names = steps.map((step) => step.name);
    return designFinding({
      type: "sole-holder",
      severity: "low",
      matterId,
      stepIds: sortedIds(steps.map((step) => step.id)),
      personIds: [personId],
      sentence: {
        zh: `“${matter}”的${names.join("、")}只有${who.zh}一人可以办理。`,
        en: `In “${matter}”, ${who.en} alone can do ${names.join(", ")}.`,
      },
    });
  });
}
