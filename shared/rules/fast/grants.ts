// Authority over acts in numbers: what a person may do at a step in their own right, and by loans from others.
import type { Delegation } from "../../domain/authority.ts";
import { daysBetween } from "../../domain/day.ts";
import type { View } from "../view.ts";
import type { Dense } from "./lookup.ts";
import { type Right, rightsOf, soundBit } from "./rights.ts";
import { isWithin, type Span, type Staff, spanOf } from "./staff.ts";

/** A delegation that is live and covers an act. */
export interface Loan {
  readonly giver: number;
  readonly delegation: Delegation;
  /** Whole days; null: open. */
  readonly days: number | null;
  readonly isSound: boolean;
}
export interface Grants {
  /** The bits of `rights.ts`; NaN: an unknown amount, which everything covers. */
  own(person: number, step: number, day: number, amount: number, hasDoc: boolean): number;
  hasLoans(person: number): boolean;
  loans(person: number, step: number, day: number, amount: number, hasDoc: boolean): Loan[];
}

export function grantsOf(view: View, staff: Staff, steps: Dense): Grants {
  const ofPosts: Right[] = [];
  const ofPeople: Right[] = [];
  for (const row of view.world.authorities) {
    const step = steps.of(row.stepId);
    if (step < 0) continue;
    const right = {
      ...spanOf(row),
      step,
      over: row.over ?? Number.NEGATIVE_INFINITY,
      upTo: row.upTo ?? Number.POSITIVE_INFINITY,
      isCollective: row.isCollective,
    };
    if (row.postId === null) ofPeople.push({ ...right, holder: staff.people.of(row.personId) });
    else ofPosts.push({ ...right, holder: staff.posts.of(row.postId) });
  }
  const postRights = rightsOf(staff.posts.ids.length, ofPosts);
  const personRights = rightsOf(staff.people.ids.length, ofPeople);
  const seats = flatSeats(staff);

  const holdsPost = (person: number, post: number, day: number): boolean =>
    (staff.seats[person] ?? []).some((seat) => seat.post === post && isWithin(seat, day));
  const received = new Map<number, { delegation: Delegation; span: Span; days: number | null }[]>();
  for (const delegation of view.world.delegations) {
    const taker = staff.people.of(delegation.toPersonId);
    const days = delegation.until === null ? null : daysBetween(delegation.from, delegation.until);
    const loan = { delegation, span: spanOf(delegation), days };
    const known = received.get(taker);
    if (known) known.push(loan);
    else received.set(taker, [loan]);
  }

  const isTaker = Uint8Array.from(staff.people.ids, (_, person) => Number(received.has(person)));
  return {
    own(person, step, day, amount, hasDoc) {
      let covered = personRights(person, step, day, amount, hasDoc);
      for (let at = seats.start[person]!; at < seats.start[person + 1]! && !(covered & soundBit); at += 1)
        if (day >= seats.from[at]! && day < seats.until[at]!)
          covered |= postRights(seats.post[at]!, step, day, amount, hasDoc);
      return covered;
    },
    hasLoans: (person) => isTaker[person] === 1,
    loans(person, step, day, amount, hasDoc) {
      const found: Loan[] = [];
      for (const { delegation, span, days } of received.get(person) ?? []) {
        const authority = view.authorities.get(delegation.authorityId);
        if (!authority || steps.of(authority.stepId) !== step || !isWithin(span, day)) continue;
        if (!isWithin(spanOf(authority), day)) continue;
        if (
          amount <= (authority.over ?? Number.NEGATIVE_INFINITY) ||
          amount > (authority.upTo ?? Number.POSITIVE_INFINITY)
        )
          continue;
        const giver = staff.people.of(delegation.fromPersonId);
        // A chain of loans is left to the fold.
        const isGivers =
          authority.personId === delegation.fromPersonId ||
          (authority.postId !== null && holdsPost(giver, staff.posts.of(authority.postId), day));
        found.push({ giver, delegation, days, isSound: isGivers && (!authority.isCollective || hasDoc) });
      }
      return found;
    },
  };
}

/** The seats of all people one after the other: asked for every act. */
function flatSeats({ seats }: Staff) {
  const all = seats.flat();
  const start = new Int32Array(seats.length + 1);
  for (const [person, own] of seats.entries()) start[person + 1] = start[person]! + own.length;
  return {
    start,
    post: Int32Array.from(all, ({ post }) => post),
    from: Int32Array.from(all, ({ from }) => from),
    until: Int32Array.from(all, ({ until }) => until),
  };
}
