// A versioned file of rules of one area.
import { z } from "zod";
import { areaSchema } from "./duty.ts";
import { ruleSchema } from "./rule.ts";
import { textSchema } from "./text.ts";

export const rulePackSchema = z.object({
  id: z.string().min(1),
  version: z.number().int().min(1),
  area: areaSchema,
  title: textSchema,
  /** What is new in this version; null in a first one that says nothing. */
  changes: textSchema.nullable().default(null),
  rules: z.array(ruleSchema),
});
export type RulePack = z.infer<typeof rulePackSchema>;
