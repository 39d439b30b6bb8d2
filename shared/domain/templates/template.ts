// A template of a matter: steps with one duty each, the typical posts that take them, and which steps decide by amount; never an amount.
import { z } from "zod";
import { areaSchema, builtInDuties } from "../duty.ts";
import { levelSchema } from "../organisation.ts";
import { citationSchema } from "../rule.ts";
import { textSchema } from "../text.ts";
import budgetAlloc from "./budget-alloc.json" with { type: "json" };
import govInvest from "./gov-invest.json" with { type: "json" };
import govProc from "./gov-proc.json" with { type: "json" };
import pubTrade from "./pub-trade.json" with { type: "json" };
import pubWorks from "./pub-works.json" with { type: "json" };
import stateAsset from "./state-asset.json" with { type: "json" };

/** A typical post: whoever maps it to posts of the unit decides who that is. */
export const seatSchema = z.object({
  key: z.string(),
  name: textSchema,
  level: levelSchema,
  /** Experts, consultants, agencies: usually no post of the unit; their steps are optional. */
  isOutside: z.boolean(),
});
export const templateStepSchema = z.object({
  code: z.string(),
  name: textSchema,
  duty: z.string(),
  seat: z.string(),
  /** Decided by the unit's own ladder of amounts, which a template never knows. */
  byAmount: z.boolean(),
  isRequired: z.boolean(),
  isTerminal: z.boolean(),
  /** Null: common practice of the trade. */
  basis: citationSchema.nullable(),
});
export const templateSchema = z
  .object({
    id: z.string(),
    area: areaSchema,
    title: textSchema,
    seats: z.array(seatSchema),
    steps: z.array(templateStepSchema),
  })
  .refine(({ seats, steps }) => steps.every(({ seat }) => seats.some(({ key }) => key === seat)), {
    message: "a step names a seat that is not there",
  })
  .refine(({ steps }) => steps.every(({ duty }) => builtInDuties.some(({ code }) => code === duty)), {
    message: "a step names a duty that is not in the catalogue",
  });
export type Template = z.infer<typeof templateSchema>;
export type TemplateStep = Template["steps"][number];
export type Seat = Template["seats"][number];

/** One for each pilot area, in their order; the processes of norms §3. */
export const templates: readonly Template[] = z
  .array(templateSchema)
  .parse([budgetAlloc, stateAsset, govInvest, govProc, pubTrade, pubWorks]);
