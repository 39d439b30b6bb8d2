// Terms of service as the tenure rules read them: by person, each with its post and the term before it.
import type { Post } from "../domain/organisation.ts";
import { type TenureTerm, tenureTerms } from "../domain/tenure-term.ts";
import type { Facts } from "../domain/world.ts";
import { push } from "./gather.ts";

export interface Term extends TenureTerm {
  /** The key post that it speaks of. */
  readonly post: Post;
  /** The term before it of the same person and family. */
  readonly previous: Term | null;
}

/** Terms by person; those of one family follow each other by start. */
export function termsByPerson(
  facts: Omit<Facts, "cases">,
  posts: ReadonlyMap<string, Post>,
  gapMonths: number,
): Map<string, Term[]> {
  const terms = new Map<string, Term[]>();
  for (const term of tenureTerms(facts, gapMonths)) {
    const post = posts.get(term.postId);
    if (!post) continue;
    const before = terms.get(term.personId)?.at(-1);
    const previous = before?.family === term.family ? before : null;
    push(terms, term.personId, { ...term, post, previous });
  }
  return terms;
}
