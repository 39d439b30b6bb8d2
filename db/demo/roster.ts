// Quick answers about who is where: holders of a post on a day, absences, ties, and what an authority opens to whom.
import {
  type Draft,
  type DraftAssignment,
  type DraftAuthority,
  type DraftDelegation,
  type DraftPerson,
  type DraftPost,
  spans,
} from "./draft.ts";

export interface Option {
  staffNo: string;
  post: string | null;
  behalfOf: string | null;
  isCollective: boolean;
}
export interface Roster {
  person: (staffNo: string) => DraftPerson;
  post: (code: string) => DraftPost;
  holders: (post: string, day: number) => readonly string[];
  /** The post of one's own that day, the longest held first. */
  ownPost: (staffNo: string, day: number) => string | null;
  isThere: (staffNo: string, day: number) => boolean;
  isTied: (staffNo: string, other: string) => boolean;
  /** Related to a colleague: such people ask for nothing in the ordinary work, so that no kin has to decide on it. */
  hasKin: (staffNo: string) => boolean;
  /** Whom the posts (not special grants) and loans open a step to that day, for that amount. */
  options: (step: string, amount: number | null, day: number) => Option[];
  /** The holder of the nth seat of a type that day. */
  who: (type: string, day: number, nth?: number) => string;
}

function groups<T>(rows: readonly T[], key: (row: T) => string | null): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const name = key(row);
    if (name === null) continue;
    const group = found.get(name);
    if (group) group.push(row);
    else found.set(name, [row]);
  }
  return found;
}

export function rosterOf(draft: Draft): Roster {
  const people = new Map(draft.people.map((it) => [it.staffNo, it]));
  const posts = new Map(draft.posts.map((it) => [it.code, it]));
  const byPost = groups(draft.assignments, (it) => it.post);
  const byPerson = groups(draft.assignments, (it) => it.staffNo);
  const absences = groups(draft.absences, (it) => it.staffNo);
  const byStep = groups<DraftAuthority>(draft.authorities, (it) => (it.staffNo === null ? it.step : null));
  const loans = groups<DraftDelegation>(draft.delegations, (it) => it.authority);
  const ties = new Set(
    draft.relations.flatMap((it) => {
      const other = it.other ?? it.supplier ?? "";
      return [`${it.staffNo}|${other}`, `${other}|${it.staffNo}`];
    }),
  );
  const kin = new Set(draft.relations.flatMap((it) => (it.other === null ? [] : [it.staffNo, it.other])));
  const known = <T>(map: Map<string, T>, code: string): T => {
    const found = map.get(code);
    if (found === undefined) throw new Error(`nobody and nothing is called ${code}`);
    return found;
  };
  const own = (it: DraftAssignment): boolean => it.kind !== "ab-post" && it.kind !== "concurrent";
  const holders = (post: string, day: number): string[] =>
    (byPost.get(post) ?? []).filter((it) => spans(it, day)).map((it) => it.staffNo);
  const ownPost = (staffNo: string, day: number): string | null => {
    const held = (byPerson.get(staffNo) ?? []).filter((it) => spans(it, day));
    return (held.find(own) ?? held[0])?.post ?? null;
  };
  return {
    person: (staffNo) => known(people, staffNo),
    post: (code) => known(posts, code),
    holders,
    ownPost,
    isThere: (staffNo, day) => {
      const { joined, leaves } = known(people, staffNo);
      return (
        joined <= day &&
        (leaves === null || day < leaves) &&
        !absences.get(staffNo)?.some((it) => spans(it, day))
      );
    },
    isTied: (staffNo, other) => ties.has(`${staffNo}|${other}`),
    hasKin: (staffNo) => kin.has(staffNo),
    options: (step, amount, day) =>
      (byStep.get(step) ?? []).flatMap((it) => {
        const fits =
          spans(it, day) &&
          (amount === null ||
            ((it.over === null || amount > it.over) && (it.upTo === null || amount <= it.upTo)));
        if (!fits || it.post === null) return [];
        const { isCollective } = it;
        return [
          ...holders(it.post, day).map((staffNo) => ({
            staffNo,
            post: it.post,
            behalfOf: null,
            isCollective,
          })),
          ...(loans.get(it.code) ?? [])
            .filter((loan) => spans(loan, day))
            .map((loan) => ({
              staffNo: loan.taker,
              post: ownPost(loan.taker, day),
              behalfOf: loan.giver,
              isCollective,
            })),
        ];
      }),
    who: (type, day, nth = 0) => {
      const seats = draft.posts
        .filter((post) => post.type.type === type && spans(post, day))
        .flatMap((post) =>
          (byPost.get(post.code) ?? []).filter((it) => spans(it, day) && own(it)).map((it) => it.staffNo),
        );
      return seats[nth % seats.length] ?? ownFallback(type, day);
    },
  };
}
function ownFallback(type: string, day: number): never {
  throw new Error(`nobody holds ${type} on day ${day}`);
}
