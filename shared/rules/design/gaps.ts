// Steps that nobody or only one person can do on a day, and posts with authority that stand empty.
import type { Step } from "../../domain/authority.ts";
import { contains, type Day } from "../../domain/day.ts";
import { gather, push, sortedIds } from "../gather.ts";
import { personText, postText } from "../sentence.ts";
import type { View } from "../view.ts";
import { type DesignFinding, designFinding } from "./design-finding.ts";
import type { Standing } from "./standing.ts";

/** Step id → people who may do it, with the rows that let them. */
export function doersOf(view: View, standings: readonly Standing[]): Map<string, Set<string>> {
  const doers = new Map<string, Set<string>>();
  for (const { person, holdings } of standings)
    for (const { authorityId } of holdings) {
      const stepId = authorityId === null ? undefined : view.authorities.get(authorityId)?.stepId;
      if (stepId === undefined) continue;
      const people = doers.get(stepId);
      if (people) people.add(person.id);
      else doers.set(stepId, new Set([person.id]));
    }
  return doers;
}

/** Steps of the matters that have any authority on record; external steps are done by others. */
function askedSteps(view: View): Step[] {
  const governed = new Set(view.world.authorities.map((row) => view.steps.get(row.stepId)?.matterId ?? ""));
  return view.world.steps.filter(
    (step) => governed.has(step.matterId) && view.duties.get(step.duty)?.type !== "external",
  );
}
const nameOf = (view: View, step: Step): string =>
  `${view.matters.get(step.matterId)?.name ?? step.matterId} / ${step.name}`;

export function stepGaps(
  view: View,
  day: Day,
  doers: ReadonlyMap<string, ReadonlySet<string>>,
): DesignFinding[] {
  return askedSteps(view)
    .filter((step) => !doers.has(step.id))
    .map((step) => {
      const holders = view.holdersOf.get(step.id);
      const posts = [...(holders?.posts ?? [])].filter(([, rows]) => rows.some((row) => contains(row, day)));
      const authorities = posts.flatMap(([, rows]) => rows.filter((row) => contains(row, day)));
      const names = posts.map(([postId]) => postText(view, postId).zh).join("、");
      const step_ = nameOf(view, step);
      return designFinding({
        type: "gap",
        severity: step.isRequired ? "high" : "low",
        matterId: step.matterId,
        stepIds: [step.id],
        postIds: sortedIds(posts.map(([postId]) => postId)),
        authorityIds: sortedIds(authorities.map((row) => row.id)),
        sentence:
          posts.length === 0
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

/** Posts with authority in force but without a holder, where somebody else can still do the steps. */
export function emptyPosts(view: View, day: Day, standings: readonly Standing[]): DesignFinding[] {
  const there = new Set(standings.map(({ person }) => person.id));
  const held = new Set(
    view.world.assignments
      .filter((row) => there.has(row.personId) && contains(row, day))
      .map((row) => row.postId),
  );
  return view.world.posts
    .filter((post) => contains(post, day) && !held.has(post.id))
    .flatMap((post) => {
      const live = (view.authoritiesOfPost.get(post.id) ?? []).filter((row) => contains(row, day));
      if (live.length === 0) return [];
      return designFinding({
        type: "gap",
        severity: "medium",
        postIds: [post.id],
        stepIds: sortedIds(live.map((row) => row.stepId)),
        authorityIds: sortedIds(live.map((row) => row.id)),
        sentence: {
          zh: `${post.name}持有 ${live.length} 项有效授权，但当日无人任职。`,
          en: `${post.name} has ${live.length} authorities in force but no holder that day.`,
        },
      });
    });
}

/** Person → the steps that nobody else may do, in the order of the steps. */
export function soleSteps(view: View, doers: ReadonlyMap<string, ReadonlySet<string>>): Map<string, Step[]> {
  const alone = new Map<string, Step[]>();
  for (const step of askedSteps(view)) {
    const people = doers.get(step.id);
    const [only] = people ?? [];
    if (people?.size === 1 && only !== undefined) push(alone, only, step);
  }
  return alone;
}

/** One person alone can do the step: told once for each person and matter. */
export function soleHolders(view: View, doers: ReadonlyMap<string, ReadonlySet<string>>): DesignFinding[] {
  return [...soleSteps(view, doers)].flatMap(([personId, own]) =>
    [...gather(own, (step) => step.matterId)].map(([matterId, steps]) => {
      const who = personText(view, personId);
      const matter = view.matters.get(matterId)?.name ?? matterId;
      const names = steps.map((step) => step.name);
      return designFinding({
        type: "sole-holder",
        severity: "low",
        matterId,
        stepIds: steps.map((step) => step.id),
        personIds: [personId],
        sentence: {
          zh: `“${matter}”的${names.join("、")}只有${who.zh}一人可以办理。`,
          en: `In “${matter}”, ${who.en} alone can do ${names.join(", ")}.`,
        },
      });
    }),
  );
}
