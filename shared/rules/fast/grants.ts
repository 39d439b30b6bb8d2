// Authority over acts in numbers: what a person may do at a step in their own right, and by loans from others.
import type { Delegation } from "../../domain/authority.ts";
import { daysBetween } from "../../domain/day.ts";
import type { View } from "../view.ts";
import type { Dense } from "./lookup.ts";
import { numberTable } from "./number-table.ts";
import { isWithin, type Span, type Staff, spanOf } from "./staff.ts";

interface Right extends Span {
  /** Fen, `(over, upTo]`; infinite where there is no bound. */
  readonly over: number;
  readonly upTo: number;
  readonly isCollective: boolean;
}
/** Covered in one's own right, and by something that asks no collective decision or has its number. */
const ownBit = 1;
const soundBit = 2;
/** No list of rights is longer. */
const most = 1 << 20;

/** A delegation that is live and covers an act. */
export interface Loan {
  readonly giver: number;
  readonly delegation: Delegation;
  /** Whole days; null: open. */
  readonly days: number | null;
  readonly isSound: boolean;
}
export interface Grants {
  /** NaN: an unknown amount, which everything covers. */
  own(person: number, step: number, day: number, amount: number, hasDoc: boolean): number;
  hasLoans(person: number): boolean;
  loans(person: number, step: number, day: number, amount: number, hasDoc: boolean): Loan[];
}

export function grantsOf(view: View, staff: Staff, steps: Dense): Grants {
  const rightsOfPost = new Map<number, Right[]>();
  const rightsOfPerson = new Map<number, Right[]>();
  const stepCount = Math.max(steps.ids.length, 1);
  for (const row of view.world.authorities) {
    const step = steps.of(row.stepId);
    if (step < 0) continue;
    const right: Right = {
      ...spanOf(row),
      over: row.over ?? Number.NEGATIVE_INFINITY,
      upTo: row.upTo ?? Number.POSITIVE_INFINITY,
      isCollective: row.isCollective,
    };
    const [holders, holder] =
      row.postId === null
        ? [rightsOfPerson, staff.people.of(row.personId)]
        : [rightsOfPost, staff.posts.of(row.postId)];
    const key = holder * stepCount + step;
    const known = holders.get(key);
    if (known) known.push(right);
    else holders.set(key, [right]);
  }

  // Rights of a person at a step, made on first use: five numbers each, one list after the other.
  const places = numberTable();
  let pool = new Float64Array(1 << 12);
  let used = 0;
  /** Where the list lies: its start in the pool times `most`, plus its length. */
  const listOf = (person: number, step: number): number => {
    const key = person * stepCount + step;
    const known = places.get(key);
    if (known >= 0) return known;
    const rights: number[] = [];
    const add = (right: Right, span: Span): void => {
      const [from, until] = [Math.max(right.from, span.from), Math.min(right.until, span.until)];
      if (from < until) rights.push(from, until, right.over, right.upTo, Number(right.isCollective));
    };
    for (const right of rightsOfPerson.get(key) ?? []) add(right, right);
    for (const seat of staff.seats[person] ?? [])
      for (const right of rightsOfPost.get(seat.post * stepCount + step) ?? []) add(right, seat);
    while (used + rights.length > pool.length) {
      const larger = new Float64Array(pool.length * 2);
      larger.set(pool);
      pool = larger;
    }
    pool.set(rights, used);
    const place = used * most + rights.length;
    used += rights.length;
    places.set(key, place);
    return place;
  };

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
      const place = listOf(person, step);
      const length = place % most;
      const start = (place - length) / most;
      let covered = 0;
      for (let at = start; at < start + length; at += 5) {
        if (day < pool[at]! || day >= pool[at + 1]!) continue;
        if (amount <= pool[at + 2]! || amount > pool[at + 3]!) continue;
        covered |= pool[at + 4] === 0 || hasDoc ? ownBit | soundBit : ownBit;
        if (covered & soundBit) break;
      }
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
