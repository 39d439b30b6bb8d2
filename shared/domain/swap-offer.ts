// The files of swaps across units: offers that name nobody, and proposals that answer them (docs/swaps.md).
import { z } from "zod";
import { levelSchema } from "./organisation.ts";

/** Classes of key post by which units that know nothing of each other understand each other (norms: list of key posts). */
export const postClasses = [
  "budgeting",
  "budget-execution",
  "treasury-payment",
  "general-budget-accounting",
  "cashier",
  "chief-accountant",
  "seal-custody",
  "receipts",
  "fund-allocation",
  "asset-disposal",
  "procurement-demand",
  "procurement",
  "contracts",
  "expert-drawing",
  "bid-opening",
  "deposits",
  "tendering",
  "cost-review",
  "site-representative",
  "works-payment",
  "project-approval",
  "appraisal",
  "internal-audit",
  "discipline",
  "systems",
] as const;
export type PostClass = (typeof postClasses)[number];

const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const idSchema = z.string().regex(/^[0-9a-f]{32}$/);
const code = z.string().min(1).max(100);

/** Nothing but this is in a file: an unknown field is refused, so that no name slips through. */
export const swapOfferSchema = z
  .strictObject({
    offerId: idSchema,
    postClass: z.enum(postClasses),
    postLevel: levelSchema,
    postNeeds: z.array(code).max(50),
    personLevel: levelSchema,
    personSkills: z.array(code).max(200),
    /** Empty: any. */
    accepts: z.array(z.enum(postClasses)),
    fromMonth: monthSchema,
    /** The last month, itself included. */
    toMonth: monthSchema,
  })
  .refine((offer) => offer.fromMonth <= offer.toMonth, { path: ["toMonth"] });
export type SwapOffer = z.infer<typeof swapOfferSchema>;

export const offersFileSchema = z.strictObject({
  format: z.literal("quanheng-swap-offers"),
  version: z.literal(1),
  fileId: idSchema,
  label: z.string().max(100).nullable(),
  madeOn: z.iso.date(),
  offers: z.array(swapOfferSchema).max(1000),
});
export type OffersFile = z.infer<typeof offersFileSchema>;

export const proposalsFileSchema = z.strictObject({
  format: z.literal("quanheng-swap-proposals"),
  version: z.literal(1),
  fileId: idSchema,
  /** Of the bytes of the offers that it answers. */
  offersSha256: z.string().regex(/^[0-9a-f]{64}$/),
  madeOn: z.iso.date(),
  /** No other matching is better; false: the budget ended first. */
  isBest: z.boolean(),
  proposals: z.array(
    z.strictObject({
      offerId: idSchema,
      month: monthSchema,
      cycleLength: z.number().int().min(2).max(4),
      goesTo: z.strictObject({
        offerId: idSchema,
        postClass: z.enum(postClasses),
        postLevel: levelSchema,
        postNeeds: z.array(code),
      }),
      comes: z.strictObject({ offerId: idSchema, personLevel: levelSchema, personSkills: z.array(code) }),
    }),
  ),
  unmatched: z.array(
    z.strictObject({ offerId: idSchema, fitsTo: z.number().int().min(0), fitsFrom: z.number().int().min(0) }),
  ),
});
export type ProposalsFile = z.infer<typeof proposalsFileSchema>;

/** The bytes of a file: keys in the order of the schema, so that the same offers give the same hash. */
export const printOffers = (file: OffersFile): string =>
  `${JSON.stringify(offersFileSchema.parse(file), null, 2)}\n`;
export const printProposals = (file: ProposalsFile): string =>
  `${JSON.stringify(proposalsFileSchema.parse(file), null, 2)}\n`;

export const swapOfferStates = [
  "draft",
  "exported",
  "proposed",
  "unmatched",
  "accepted",
  "declined",
  "withdrawn",
] as const;
export type SwapOfferState = (typeof swapOfferStates)[number];

/** What the workbook keeps of an offer beside person and post: the only way back from an offer id. */
export const keptOfferSchema = z.object({
  postClass: z.enum(postClasses),
  accepts: z.array(z.enum(postClasses)),
  fromMonth: monthSchema,
  toMonth: monthSchema,
  /** Of the file that it went out in; null before. */
  fileId: idSchema.nullable(),
  offersSha256: z.string().nullable(),
  exportedAt: z.number().int().nullable(),
  /** What came back; null: nothing yet, or unmatched. */
  proposal: proposalsFileSchema.shape.proposals.element.nullable(),
  unmatched: proposalsFileSchema.shape.unmatched.element.nullable(),
  /** Why it was accepted or declined. */
  decision: z.string().max(2000).nullable(),
});
export type KeptOffer = z.infer<typeof keptOfferSchema>;
