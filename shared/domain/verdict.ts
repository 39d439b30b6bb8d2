// What a named person has said of a conflict; until then it is a lead that waits to be checked.
import { z } from "zod";

export const verdictStates = ["confirmed", "set-aside"] as const;
export const verdictSchema = z.object({
  state: z.enum(verdictStates),
  /** The person's name. */
  by: z.string().min(1),
  /** The day on which it was said, in the workbook's zone. */
  on: z.string(),
  /** The reason; must be given to set one aside. */
  words: z.string(),
  /** The conflict's facts or evidence have changed after it was said. */
  isChangedSince: z.boolean(),
});
export type Verdict = z.infer<typeof verdictSchema>;
