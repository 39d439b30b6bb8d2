// Expected trouble, as a value: what happened, where, and what to do, in both languages.
import { z } from "zod";
import { type Text, textSchema } from "./text.ts";

export const faultCodes = ["invalid", "missing", "stale", "refused", "broken"] as const;
export const placeSchema = z.object({
  file: z.string().optional(),
  sheet: z.string().optional(),
  /** 1-based row as the office program shows it. */
  row: z.number().int().optional(),
  column: z.string().optional(),
  value: z.string().optional(),
});
export type Place = z.infer<typeof placeSchema>;

export const faultSchema = z.object({
  code: z.enum(faultCodes),
  /** What happened and, after it, what to do. */
  message: textSchema,
  where: placeSchema.optional(),
});
/**
 * `invalid` the input is wrong; `missing` the thing asked for is not there; `stale` it has changed meanwhile;
 * `refused` not allowed now (read-only, role); `broken` the file or the program is damaged.
 */
export type Fault = z.infer<typeof faultSchema>;
export type FaultCode = Fault["code"];

/** Carries a Fault out of nested synchronous code; the contract's server turns it back into a value. */
export class FaultError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.message.en);
    this.name = "FaultError";
    this.fault = fault;
  }
}

export const fault = (code: FaultCode, message: Text, where?: Place): FaultError =>
  new FaultError(where ? { code, message, where } : { code, message });
