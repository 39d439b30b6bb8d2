// The smallest set found of constraints that cannot hold together, in words: places, what keeps people from them, shares, relatives.
import type { Text } from "../domain/text.ts";
import type { Bottleneck, ProblemPost, RotationProblem } from "./plan.ts";
import type { Bar } from "./relaxed/bars.ts";
import { shortSet } from "./relaxed/hall.ts";
import { reachOf } from "./relaxed/reach.ts";
import { shortShare } from "./relaxed/share.ts";

export type ReasonPart =
  /** The post must be held, and its holders followed in time. */
  | { type: "held"; postId: string }
  /** What keeps people from the post. */
  | { type: "bar"; postId: string; bar: Bar }
  | { type: "share"; departmentId: string }
  | { type: "relations"; personIds: readonly [string, string] };

export interface Reason {
  /** No plan satisfies all of them, whatever else is given up. */
  parts: ReasonPart[];
  /** Leaving out any one of them, it is no longer refuted by the same argument. */
  isIrreducible: boolean;
  sentences: Text[];
}

const barsInOrder: readonly Bar[] = [
  "wishes",
  "own-work",
  "presence",
  "min-stay",
  "separation",
  "cooling-off",
  "change-day",
  "relations",
  "qualification",
];

/** What a proof by counting rests on; null: no proof. */
export function reasonOf(
  problem: RotationProblem,
  proof: Pick<Bottleneck, "isProof" | "kind" | "postIds" | "personIds">,
): Reason | null {
  if (!proof.isProof) return null;
  if (proof.kind === "share") return byShare(problem);
  const posts = [...new Set(proof.postIds)];
  const pairs = proof.kind === "relations" ? pairsAmong(problem, new Set(proof.personIds)) : [];
  const parts: ReasonPart[] = [
    ...posts.map((postId): ReasonPart => ({ type: "held", postId })),
    ...posts.flatMap((postId) => barsInOrder.map((bar): ReasonPart => ({ type: "bar", postId, bar }))),
    ...pairs.map((personIds): ReasonPart => ({ type: "relations", personIds })),
  ];
  const kept = irreducible(parts, (some) => isShort(problem, some));
  return { parts: kept, isIrreducible: true, sentences: kept.map((it) => sentenceOf(problem, it)) };
}

/** Leaves out what can be left out: by halves as long as that goes, then one by one. */
export function irreducible<T>(parts: readonly T[], isRefuted: (parts: readonly T[]) => boolean): T[] {
  let kept = [...parts];
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size > 1 ? Math.ceil(size / 2) : 0) {
    for (let at = 0; at < kept.length; ) {
      const rest = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (rest.length < kept.length && isRefuted(rest)) kept = rest;
      else at += size;
    }
  }
  return kept;
}

/** Fewer people than places, with only these places, bars and relatives. */
function isShort(problem: RotationProblem, parts: readonly ReasonPart[]): boolean {
  const held = new Set(parts.flatMap((it) => (it.type === "held" ? it.postId : [])));
  const posts = problem.posts.flatMap((post, q) => (held.has(post.id) ? [q] : []));
  if (posts.length === 0) return false;
  const given = new Map(
    posts.map((q) => {
      const id = problem.posts[q]?.id;
      const bars = new Set(parts.flatMap((it) => (it.type === "bar" && it.postId === id ? it.bar : [])));
      return [q, new Set(barsInOrder.filter((bar) => !bars.has(bar)))] as const;
    }),
  );
  const body = new Map<string, string>();
  for (const it of parts) {
    if (it.type !== "relations") continue;
    const [a, b] = it.personIds;
    if (body.has(a) || body.has(b)) continue;
    body.set(a, a).set(b, a);
  }
  const indexOf = new Map(problem.people.map((person, at) => [person.id, at]));
  const bodyOf = (p: number): number => {
    const id = body.get(problem.people[p]?.id ?? "");
    return id === undefined ? p : (indexOf.get(id) ?? p);
  };
  return (
    shortSet(
      reachOf(problem, (q) => given.get(q)),
      posts,
      bodyOf,
    ) !== null
  );
}

/** The department's share, and as few of the posts as overfill it. */
function byShare(problem: RotationProblem): Reason | null {
  const reach = reachOf(problem);
  const short = shortShare(reach);
  if (!short) return null;
  const counts = new Map<number, number>();
  for (const post of short.needs) counts.set(post, (counts.get(post) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const parts: ReasonPart[] = [{ type: "share", departmentId: short.departmentId }];
  let counted = 0;
  for (const [post, count] of most) {
    if (counted > short.room) break;
    counted += count;
    parts.push({ type: "held", postId: problem.posts[post]?.id ?? "" });
  }
  return {
    parts,
    isIrreducible: true,
    sentences: parts.map((it) => sentenceOf(problem, it)),
  };
}

/** Near relatives among these people, each pair once. */
export const pairsAmong = (
  problem: RotationProblem,
  ids: ReadonlySet<string>,
): (readonly [string, string])[] =>
  problem.people.flatMap((person) =>
    ids.has(person.id)
      ? person.relativeIds
          .filter((id) => ids.has(id) && person.id < id)
          .map((id): readonly [string, string] => [person.id, id])
      : [],
  );

export function sentenceOf(problem: RotationProblem, part: ReasonPart): Text {
  if (part.type === "share") {
    const department = problem.departments.find((it) => it.id === part.departmentId);
    return {
      zh: `${department?.name ?? ""} 每 ${problem.windowMonths} 个月最多 ${department?.cap ?? 0} 次到岗`,
      en: `${department?.name ?? ""} takes at most ${department?.cap ?? 0} arrivals in ${problem.windowMonths} months`,
    };
  }
  if (part.type === "relations") {
    const [a, b] = part.personIds.map((id) => problem.people.find((it) => it.id === id)?.name ?? id);
    return {
      zh: `${a} 与 ${b} 是近亲属，不得同处一部门任关键岗位`,
      en: `${a} and ${b} are near relatives and cannot both serve in one department`,
    };
  }
  const post = problem.posts.find((it) => it.id === part.postId);
  if (!post) return { zh: part.postId, en: part.postId };
  return part.type === "held" ? heldWords(problem, post) : barWords(post, part.bar);
}

function heldWords(problem: RotationProblem, post: ProblemPost): Text {
  const due = post.seats.filter((it) => it.handBy !== null && it.handBy < problem.until);
  const names = due.map((seat) => {
    const name = problem.people.find((it) => it.id === seat.personId)?.name ?? seat.personId;
    return { zh: `${name} 须于 ${seat.handBy} 前交接`, en: `${name} must be followed by ${seat.handBy}` };
  });
  const limit =
    post.limitMonths === null
      ? { zh: "", en: "" }
      : { zh: `，上限 ${post.limitMonths} 个月`, en: `, limit ${post.limitMonths} months` };
  if (names.length === 0)
    return {
      zh: `${post.name} 须始终有 ${post.required} 人在任${limit.zh}`,
      en: `${post.name} must always have ${post.required} holder(s)${limit.en}`,
    };
  return {
    zh: `${post.name} 须始终有 ${post.required} 人在任${limit.zh}：${names.map((it) => it.zh).join("，")}`,
    en: `${post.name} must always have ${post.required} holder(s)${limit.en}: ${names.map((it) => it.en).join(", ")}`,
  };
}

function barWords(post: ProblemPost, bar: Bar): Text {
  const words: Record<Bar, Text> = {
    qualification: {
      zh: `要求资格 ${post.qualifications.join("、")}`,
      en: `asks for ${post.qualifications.join(", ")}`,
    },
    presence: { zh: "到任者须在岗", en: "takes only people who are there" },
    "cooling-off": {
      zh: `离任 ${post.coolingOffMonths} 个月内不得回任`,
      en: `takes nobody back within ${post.coolingOffMonths} months`,
    },
    "min-stay": {
      zh: "到任者须已满原岗最短任期",
      en: "takes nobody whose minimum stay elsewhere still runs",
    },
    separation: { zh: "到任者所留的职责不得与之冲突", en: "takes nobody whose duties would clash" },
    relations: { zh: "不得与近亲属同处一部门", en: "takes nobody with a near relative there" },
    "own-work": { zh: "不得审核本人在办业务", en: "takes nobody who would review their own open work" },
    wishes: { zh: "方案要求排除部分人选", en: "is closed to some by the wishes" },
    "change-day": {
      zh: "锁定或预告期内不可调整",
      en: "takes nobody while it or they are locked, or the notice runs",
    },
  };
  const own = words[bar];
  return { zh: `${post.name}：${own.zh}`, en: `${post.name} ${own.en}` };
}
