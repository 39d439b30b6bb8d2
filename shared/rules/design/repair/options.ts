// What may be done about a row to repair conflicts: end it, or move a grant to another post; each with its weight.
import type { Authority } from "../../../domain/authority.ts";
import type { Evidence } from "../../../domain/conflict.ts";
import { contains } from "../../../domain/day.ts";
import type { Edit } from "../../../domain/edit.ts";
import type { Post } from "../../../domain/organisation.ts";
import { compareText } from "../../gather.ts";
import type { Ground, Way } from "../ground.ts";

export interface RepairOption {
  /** "authority u1": at most one option of a row. */
  readonly row: string;
  readonly kind: "authority" | "post-duty" | "delegation";
  readonly id: string;
  /** The post that takes the grant; null: the row ends. */
  readonly toPostId: string | null;
  readonly weight: number;
  /** People with a holding from the row. */
  readonly people: readonly string[];
  readonly edit: Edit;
}

/** Posts that a grant may move to. */
const nearestPosts = 8;
const weights = { delegation: 2, special: 3, general: 6, postDuty: 6, near: 5, far: 7, alone: 3 } as const;

/** Row → its options, lightest first; none for rows that are no options. Worked out once a row. */
export type OptionsReader = (row: Pick<Evidence, "kind" | "id">) => readonly RepairOption[];

export function optionsReader(ground: Ground): OptionsReader {
  const kept = new Map<string, readonly RepairOption[]>();
  const postsByLevel = new Map<string, Post[]>();
  for (const post of ground.posts.values())
    if (contains(post, ground.day) && ground.sitting(post.id).length > 0)
      postsByLevel.set(post.level, [...(postsByLevel.get(post.level) ?? []), post]);
  return ({ kind, id }) => {
    if (kind !== "authority" && kind !== "post-duty" && kind !== "delegation") return [];
    const row = `${kind} ${id}`;
    let options = kept.get(row);
    if (!options) {
      options = optionsOf(ground, postsByLevel, kind, id).sort(
        (a, b) => a.weight - b.weight || compareText(a.toPostId ?? "", b.toPostId ?? ""),
      );
      kept.set(row, options);
    }
    return options;
  };
}

function optionsOf(
  ground: Ground,
  postsByLevel: ReadonlyMap<string, readonly Post[]>,
  kind: RepairOption["kind"],
  id: string,
): RepairOption[] {
  const base = { row: `${kind} ${id}`, kind, id } as const;
  if (kind === "post-duty") {
    const row = ground.postDuties.get(id);
    if (!row || !contains(row, ground.day)) return [];
    const people = distinct(ground.sitting(row.postId));
    const edit = endEdit(ground, "post-duties", row);
    return [{ ...base, toPostId: null, weight: weights.postDuty + people.length, people, edit }];
  }
  if (kind === "delegation") {
    const row = ground.delegations.get(id);
    if (!row || !contains(row, ground.day)) return [];
    const stepId = ground.authorities.get(row.authorityId)?.stepId ?? "";
    const people = distinct(ground.ways(stepId).filter(({ delegationId }) => delegationId === id));
    const alone = leavesAlone(ground, stepId, ({ delegationId }) => delegationId === id);
    const weight = weights.delegation + people.length + alone;
    return [{ ...base, toPostId: null, weight, people, edit: endEdit(ground, "delegations", row) }];
  }
  const row = ground.authorities.get(id);
  if (!row || !contains(row, ground.day)) return [];
  const people = distinct(ground.ways(row.stepId).filter(({ authority }) => authority === row));
  const alone = leavesAlone(ground, row.stepId, ({ authority }) => authority === row);
  const grant = row.kind === "general" ? weights.general : weights.special;
  const ending = {
    ...base,
    toPostId: null,
    weight: grant + people.length + alone,
    people,
    edit: endEdit(ground, "authorities", row),
  };
  const home = ground.posts.get(row.postId ?? "")?.departmentId;
  const moves = nearest(ground, postsByLevel, row).map((post) => ({
    ...base,
    toPostId: post.id,
    weight: (post.departmentId === home ? weights.near : weights.far) + people.length,
    people,
    edit: moveEdit(ground, row, post),
  }));
  return [ending, ...moves];
}

const distinct = (ways: readonly { personId: string }[]): string[] => [
  ...new Set(ways.map(({ personId }) => personId)),
];

/** Ending these ways of an asked step leaves one person alone where there were more. */
function leavesAlone(ground: Ground, stepId: string, isEnded: (way: Way) => boolean): number {
  const step = ground.steps.get(stepId);
  if (!step || !ground.askedSteps(step.matterId).some(({ id }) => id === stepId)) return 0;
  const ways = ground.ways(stepId);
  const left = distinct(ways.filter((way) => !isEnded(way)));
  return left.length === 1 && distinct(ways).length > 1 ? weights.alone : 0;
}

function nearest(ground: Ground, postsByLevel: ReadonlyMap<string, readonly Post[]>, row: Authority): Post[] {
  const own = ground.posts.get(row.postId ?? "");
  if (!own) return [];
  const matterId = ground.steps.get(row.stepId)?.matterId;
  const isInMatter = (post: Post): boolean =>
    ground
      .sourcesOfPost(post.id)
      .some(({ authority }) => authority && ground.steps.get(authority.stepId)?.matterId === matterId);
  return (postsByLevel.get(own.level) ?? [])
    .filter((post) => post.id !== own.id)
    .map((post) => ({
      post,
      place: `${post.departmentId === own.departmentId ? 0 : 1}${isInMatter(post) ? 0 : 1}${post.code} ${post.id}`,
    }))
    .sort((a, b) => compareText(a.place, b.place))
    .slice(0, nearestPosts)
    .map(({ post }) => post);
}

/** Kept with the row: a loan that ends before its time says why. */
const whyLoanEnds = "消除潜在的不相容职责";

/** A row that begins on the day never was: it is taken out. */
const endEdit = (
  { day }: Ground,
  kind: "authorities" | "post-duties" | "delegations",
  { id, from }: { id: string; from: string },
): Edit =>
  from < day
    ? { op: "end", kind, id, until: day, ...(kind === "delegations" ? { reason: whyLoanEnds } : {}) }
    : { op: "remove", kind, id };

function moveEdit(ground: Ground, { id, ...values }: Authority, post: Post): Edit {
  const matterId = ground.steps.get(values.stepId)?.matterId ?? null;
  return { op: "save", kind: "authorities", id, values: { ...values, matterId, postId: post.id } };
}
