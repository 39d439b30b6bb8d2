// Swap offers as stored rows, and as people read them.
import type { SwapOfferRow } from "../../../shared/contract/swaps.ts";
import { contains, type Day } from "../../../shared/domain/day.ts";
import {
  type KeptOffer,
  keptOfferSchema,
  type SwapOfferState,
  swapOfferStates,
} from "../../../shared/domain/swap-offer.ts";
import type { World } from "../../../shared/domain/world.ts";
import { idReader, type Recorder, type Row, rowOf, rowsOf } from "../../queries/versions.ts";
import type { Desk } from "../desk.ts";
import type { Labels } from "../labels.ts";
import { postName } from "../tenure-rows.ts";

export interface StoredOffer {
  id: string;
  offerId: string;
  personId: string;
  postId: string;
  state: SwapOfferState;
  body: KeptOffer;
}

function offerIn(row: Row): StoredOffer {
  const state = swapOfferStates.find((one) => one === row.state);
  if (!state) throw new Error(`"${row.state}" is no state of an offer`);
  return {
    id: row.id,
    offerId: String(row.offerId),
    personId: String(row.personId),
    postId: String(row.postId),
    state,
    body: keptOfferSchema.parse(JSON.parse(String(row.body))),
  };
}

export const offersOf = ({ db }: Desk): StoredOffer[] =>
  rowsOf(db(), "swap-offers", idReader(db())).map(offerIn);
export function offerOf({ db }: Desk, id: string): StoredOffer | null {
  const row = rowOf(db(), "swap-offers", id);
  return row ? offerIn(row) : null;
}
export function recordOffer(recorder: Recorder, { id, body, ...values }: StoredOffer, isNew: boolean): void {
  const row = { ...values, body: JSON.stringify(body) };
  if (isNew) recorder.add("swap-offers", id, row);
  else {
    recorder.supersede("swap-offers", id);
    recorder.insert("swap-offers", id, row);
  }
}

/** The codes that a person holds on a day. */
export const skillsOn = (world: World, personId: string, day: Day): string[] =>
  [
    ...new Set(
      world.qualifications
        .filter((it) => it.personId === personId && contains(it, day))
        .map(({ code }) => code),
    ),
  ].sort();

export function shownOffer(world: World, labels: Labels, day: Day, offer: StoredOffer): SwapOfferRow {
  const post = labels.post(offer.postId);
  return {
    id: offer.id,
    offerId: offer.offerId,
    person: labels.person(offer.personId),
    post: postName(labels, post),
    state: offer.state,
    level: post?.level ?? null,
    needs: [...new Set(post?.qualifications ?? [])].sort(),
    skills: skillsOn(world, offer.personId, day),
    ...offer.body,
  };
}
