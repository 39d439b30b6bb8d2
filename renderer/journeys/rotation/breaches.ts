// What the validator finds about moves, found again by post, by person and by move.
import type { Day, Period } from "../../../shared/domain/day.ts";
import type { Text } from "../../../shared/domain/text.ts";
import type { DraftMove } from "./hand-edits.ts";

export interface Breach {
  constraint: string;
  postId: string | null;
  personId: string | null;
  from: Day;
  until: Day;
  sentence: Text;
}
export interface Breaches {
  all: readonly Breach[];
  /** In words, what is amiss with the service that this move begins. */
  ofMove(move: DraftMove, until: Day | null): string[];
  /** Days on which the post has too few holders. */
  emptyAt(postId: string): Period[];
}

export function readBreaches(all: readonly Breach[], say: (text: Text) => string): Breaches {
  const byPost = new Map<string, Breach[]>();
  const byPerson = new Map<string, Breach[]>();
  const add = (map: Map<string, Breach[]>, id: string, breach: Breach): void => {
    const own = map.get(id);
    if (own) own.push(breach);
    else map.set(id, [breach]);
  };
  for (const breach of all) {
    if (breach.postId !== null) add(byPost, breach.postId, breach);
    else if (breach.personId !== null) add(byPerson, breach.personId, breach);
  }
  return {
    all,
    ofMove: (move, until) => {
      const of = (map: Map<string, Breach[]>, id: string | null): Breach[] =>
        id === null ? [] : (map.get(id) ?? []);
      const isNow = ({ from, until: end }: Breach): boolean =>
        end > move.day && (until === null || from < until);
      // What the place that is left suffers up to that day: it is left too late, or too early.
      const isBefore = ({ from, until: end }: Breach): boolean => from <= move.day && end >= move.day;
      const isOwn = ({ personId }: Breach): boolean => personId === move.personId;
      return [
        ...of(byPost, move.toPostId).filter((breach) => isOwn(breach) && isNow(breach)),
        ...of(byPost, move.fromPostId).filter((breach) => isOwn(breach) && isBefore(breach)),
        ...of(byPerson, move.personId).filter(isNow),
      ].map(({ sentence }) => say(sentence));
    },
    emptyAt: (postId) =>
      (byPost.get(postId) ?? [])
        .filter(({ constraint, personId }) => constraint === "posts-held" && personId === null)
        .map(({ from, until }) => ({ from, until })),
  };
}

/** The move that a breach is most about: this person's of that very day, else same person and post, else same post, else same person, nearest in time. */
export function moveOfBreach(breach: Breach, moves: readonly DraftMove[]): DraftMove | null {
  const nearness = (move: DraftMove): number => {
    const isPost =
      breach.postId !== null && (move.toPostId === breach.postId || move.fromPostId === breach.postId);
    const isPerson = move.personId === breach.personId;
    const isIt = isPerson && move.day === breach.from;
    return (isIt ? 4 : 0) + (isPost ? 2 : 0) + (isPerson ? 2 : 0) + (move.toPostId === breach.postId ? 1 : 0);
  };
  const gap = (move: DraftMove): number =>
    Math.abs(Number(move.day.replaceAll("-", "")) - Number(breach.from.replaceAll("-", "")));
  return (
    moves
      .filter((move) => nearness(move) >= 2)
      .sort((a, b) => nearness(b) - nearness(a) || gap(a) - gap(b))[0] ?? null
  );
}
