// The names of people and posts that a plan speaks of, by id.
import type { Answered } from "../../data/names.ts";
import type { PersonName, Plan } from "../../data/types.ts";

type Timeline = Answered<"rotation.timeline">;
export type PostName = Timeline["posts"][number]["post"];
export interface Names {
  people: ReadonlyMap<string, PersonName>;
  posts: ReadonlyMap<string, PostName>;
}
export const noNames: Names = { people: new Map(), posts: new Map() };

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
