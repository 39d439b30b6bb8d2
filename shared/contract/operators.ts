// Calls about the named people at this computer: who they are, which roles they carry, who is at work now.
import { z } from "zod";
import { read, type roles, write } from "./call.ts";
import { changeSchema } from "./sheets.ts";

export const operatorRoles = [
  "configurator",
  "reviewer",
  "scheduler",
  "auditor",
] as const satisfies readonly (typeof roles)[number][];
export const operatorSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The person of the roster, where the operator is one. */
  personId: z.string().nullable(),
  roles: z.array(z.enum(operatorRoles)),
});
export type Operator = z.infer<typeof operatorSchema>;

export const operators = {
  /** `current`: who is at work at this door; null: nobody chosen. `isSecondPerson`: governed edits of the current one become drafts. */
  list: read({
    needs: "anyone",
    input: z.object({}),
    output: z.object({
      operators: z.array(operatorSchema),
      current: operatorSchema.nullable(),
      isSecondPerson: z.boolean(),
    }),
  }),
  /** Chooses who is at work; null: nobody. Not a journal entry: nothing is written. */
  choose: read({ needs: "anyone", input: z.object({ id: z.string().nullable() }), output: z.object({}) }),
  /**
   * Adds (id null) or changes one. Faults: `invalid` a name taken or missing; `refused` exclusive roles (auditor beside
   * configurator or scheduler), or a reviewer taken away by somebody who is none.
   */
  save: write({
    needs: "anyone",
    input: operatorSchema.extend({ id: z.string().nullable() }),
    output: z.object({ id: z.string(), change: changeSchema }),
  }),
  end: write({
    needs: "anyone",
    input: z.object({ id: z.string() }),
    output: z.object({ change: changeSchema }),
  }),
};
