// The names of people and posts that a plan speaks of, by id.
import { useMemo } from "react";
import { useAsk } from "../../data/ask.ts";
import type { Answered } from "../../data/names.ts";
import type { PersonName, Plan } from "../../data/types.ts";

type Timeline = Answered<"rotation.timeline">;
export type PostName = Timeline["posts"][number]["post"];
export interface Names {
  people: ReadonlyMap<string, PersonName>;
  posts: ReadonlyMap<string, PostName>;
}
export const noNames: Names = { people: new Map(), posts: new Map() };

const peopleSheet = { kind: "people", day: null } as const;
const postsSheet = { kind: "posts", day: null } as const;
/** Everybody and every post on record: what came up, or a wish, may name others than the plan moves. */
export function useAllNames(): Names {
  const people = useAsk("sheets.list", peopleSheet).value;
  const posts = useAsk("sheets.list", postsSheet).value;
  return useMemo(() => {
    const text = (value: unknown): string => (typeof value === "string" ? value : "");
    return {
      people: new Map(
        (people?.rows ?? []).map(({ id, values }) => [
          id,
          { id, name: text(values.name), staffNo: text(values.staffNo) },
        ]),
      ),
      posts: new Map(
        (posts?.rows ?? []).map(({ id, values }) => [
          id,
          { id, code: text(values.code), name: text(values.name), department: "" },
        ]),
      ),
    };
  }, [people, posts]);
}

export function namesOf(timeline: Timeline, plan: Plan | null, more: Names = noNames): Names {
  const people = new Map(more.people);
  const posts = new Map(more.posts);
  for (const line of timeline.posts) {
    posts.set(line.post.id, line.post);
    for (const term of line.terms) people.set(term.person.id, term.person);
  }
  for (const move of plan?.moves ?? []) {
    people.set(move.person.id, move.person);
    for (const post of [move.from, move.to]) if (post) posts.set(post.id, post);
  }
  return { people, posts };
}
