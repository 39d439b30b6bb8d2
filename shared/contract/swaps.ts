// Calls about swaps across units: offers that name nobody, their matching, and the proposals that come back (docs/swaps.md).
import { z } from "zod";
import { levelSchema } from "../domain/organisation.ts";
import { keptOfferSchema, postClasses, swapOfferStates } from "../domain/swap-offer.ts";
import { read, write } from "./call.ts";
import { personNameSchema } from "./person-name.ts";
import { postNameSchema } from "./plan.ts";
import { daySchema, grantSchema, receiptSchema } from "./receipt.ts";
import { changeSchema } from "./sheets.ts";

const readers = ["scheduler", "auditor", "configurator", "reviewer"] as const;
const doers = ["scheduler"] as const;
const month = keptOfferSchema.shape.fromMonth;
const changed = z.object({ change: changeSchema });

export const swapOfferRowSchema = keptOfferSchema.extend({
  id: z.string(),
  offerId: z.string(),
  person: personNameSchema,
  post: postNameSchema,
  state: z.enum(swapOfferStates),
  /** As the file says them, or would today. */
  level: levelSchema.nullable(),
  needs: z.array(z.string()),
  skills: z.array(z.string()),
});
export type SwapOfferRow = z.infer<typeof swapOfferRowSchema>;

/** One cycle of a matching: offers in order of going, each with the file that it came in. */
export const swapCycleSchema = z.object({
  month,
  stops: z.array(
    z.object({
      offerId: z.string(),
      /** Place of the file among those given. */
      file: z.number().int(),
      postClass: z.enum(postClasses),
      level: levelSchema,
      needs: z.array(z.string()),
    }),
  ),
});
export const swapMatchingSchema = z.object({
  files: z.array(
    z.object({
      name: z.string(),
      label: z.string().nullable(),
      offers: z.number().int(),
      matched: z.number().int(),
    }),
  ),
  cycles: z.array(swapCycleSchema),
  offers: z.number().int(),
  matched: z.number().int(),
  atMost: z.number().int(),
  isBest: z.boolean(),
});
export type SwapMatchingView = z.infer<typeof swapMatchingSchema>;

export const swaps = {
  /** Holders of key posts who could be offered, soonest due first; whoever is offered already is left out. */
  candidates: read({
    needs: readers,
    input: z.object({}),
    output: z.object({
      rows: z.array(
        z.object({
          person: personNameSchema,
          post: postNameSchema,
          dueOn: daySchema.nullable(),
          /** Guessed from the name of the post; null: choose. */
          postClass: z.enum(postClasses).nullable(),
        }),
      ),
    }),
  }),
  offers: read({
    needs: readers,
    input: z.object({}),
    output: z.object({ rows: z.array(swapOfferRowSchema) }),
  }),
  /** A new offer, or other words of one that has not gone out. */
  saveOffer: write({
    needs: doers,
    input: z.object({
      id: z.string().nullable(),
      personId: z.string(),
      postId: z.string(),
      postClass: z.enum(postClasses),
      accepts: z.array(z.enum(postClasses)),
      fromMonth: month,
      toMonth: month,
    }),
    output: changed.extend({ id: z.string() }),
  }),
  withdraw: write({ needs: doers, input: z.object({ id: z.string() }), output: changed }),
  /** Writes the file under fresh ids, and remembers which offer has which. Drafts, and those without an answer, may go out (again). */
  exportOffers: write({
    needs: doers,
    input: z.object({
      ids: z.array(z.string()).min(1).max(1000),
      label: z.string().max(100).nullable(),
      grant: grantSchema,
    }),
    output: receiptSchema,
  }),
  /** Matches files of offers; needs no workbook rows and writes nothing. Faults: invalid, with file, offer, field. */
  match: read({
    needs: "anyone",
    isLong: true,
    input: z.object({ grants: z.array(grantSchema).min(1).max(200) }),
    output: swapMatchingSchema,
  }),
  /** Matches again and writes the answer to one of the files: the same files give the same answer. */
  saveProposals: write({
    needs: "anyone",
    isLong: true,
    input: z.object({
      grants: z.array(grantSchema).min(1).max(200),
      file: z.number().int().min(0),
      grant: grantSchema,
    }),
    output: receiptSchema,
  }),
  /** Takes an answer in. Faults: invalid; stale: it answers offers that were not, or no longer, this workbook's. */
  takeProposals: write({
    needs: doers,
    input: z.object({ grant: grantSchema }),
    output: changed.extend({ proposed: z.number().int(), unmatched: z.number().int() }),
  }),
  decide: write({
    needs: doers,
    input: z.object({ id: z.string(), isAccepted: z.boolean(), reason: z.string().max(2000) }),
    output: changed,
  }),
};
