// The smallest set found of constraints that cannot hold together, by a solver of the linear relaxation: for small offices that counting does not refute.
import type { RotationProblem } from "../../../shared/rotation/plan.ts";
import {
  irreducible,
  pairsAmong,
  type Reason,
  type ReasonPart,
  sentenceOf,
} from "../../../shared/rotation/reason.ts";
import { linearModel, type RowOf } from "./model.ts";
import type { ModelSolver } from "./solver.ts";

/**
 * Null: not refuted within
 * `seconds` a question. Posts are left out by halves first, then one by one.
 */
export function reasonBySolver(problem: RotationProblem, solve: ModelSolver, seconds: number): Reason | null {
  let isSure = true;
  const isRefuted = (parts: readonly ReasonPart[]): boolean => {
    const { status } = solve(modelOf(problem, parts), seconds);
    // What is not decided in time stays in the reason: it may be larger than it need be, never wrong.
    if (status === "unknown") isSure = false;
    return status === "infeasible";
  };
  const relatives = pairsAmong(problem, new Set(problem.people.map((it) => it.id)));
  const all: ReasonPart[] = [
    ...relatives.map((personIds): ReasonPart => ({ type: "relations", personIds })),
    ...problem.departments.map(({ id }): ReasonPart => ({ type: "share", departmentId: id })),
    ...problem.posts
      .filter((post) => post.required > 0)
      .map((post): ReasonPart => ({ type: "held", postId: post.id })),
  ];
  if (!isRefuted(all)) return null;
  isSure = true;
  const parts = irreducible(all, isRefuted);
  return { parts, isIrreducible: isSure, sentences: parts.map((it) => sentenceOf(problem, it)) };
}

function modelOf(problem: RotationProblem, parts: readonly ReasonPart[]): ReturnType<typeof linearModel> {
  const held = new Set(parts.flatMap((it) => (it.type === "held" ? it.postId : [])));
  const shares = new Set(parts.flatMap((it) => (it.type === "share" ? it.departmentId : [])));
  const pairs = new Set(parts.flatMap((it) => (it.type === "relations" ? it.personIds.join(" ") : [])));
  const posts = new Set(problem.posts.flatMap((post, q) => (held.has(post.id) ? [q] : [])));
  const idOf = (p: number): string => problem.people[p]?.id ?? "";
  const isLeftOut = (row: RowOf): boolean => {
    if (row.type === "share") return !shares.has(problem.departments[row.department]?.id ?? "");
    if (row.type === "relations") return !pairs.has([idOf(row.person), idOf(row.other)].sort().join(" "));
    return false;
  };
  return linearModel(problem, { posts, isLeftOut });
}
