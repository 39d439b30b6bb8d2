// The grammar of the contract: what a call is, what answers it, and what a handler may use.
import { z } from "zod";
import { type Fault, faultSchema } from "../domain/fault.ts";
import type { Text } from "../domain/text.ts";

/** Roles of model.md §8; `anyone` needs no role (opening a workbook). */
export const roles = [
  "configurator",
  "reviewer",
  "scheduler",
  "auditor",
  "system-admin",
  "security-admin",
  "audit-admin",
] as const;
export type Role = (typeof roles)[number];
export const roleNames: Record<Role, Text> = {
  configurator: { zh: "授权配置员", en: "configurator" },
  reviewer: { zh: "审核员", en: "reviewer" },
  scheduler: { zh: "人事排岗员", en: "scheduler" },
  auditor: { zh: "审计员", en: "auditor" },
  "system-admin": { zh: "系统管理员", en: "system administrator" },
  "security-admin": { zh: "安全管理员", en: "security administrator" },
  "audit-admin": { zh: "审计管理员", en: "audit administrator" },
};
export type Needs = "anyone" | readonly Role[];

export interface Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  mode: "read" | "write";
  /** Any one of these roles suffices. */
  needs: Needs;
  /** Long calls report progress and can be cancelled. */
  isLong: boolean;
  /** A long write that asks for its turn itself, when it has something to write: other writes go on meanwhile. */
  takesTurn: boolean;
  input: I;
  output: O;
}
type Shape<I extends z.ZodType, O extends z.ZodType> = {
  needs: Needs;
  input: I;
  output: O;
  isLong?: boolean;
  takesTurn?: boolean;
};
export const read = <I extends z.ZodType, O extends z.ZodType>(shape: Shape<I, O>): Call<I, O> => ({
  mode: "read",
  isLong: false,
  takesTurn: false,
  ...shape,
});
export const write = <I extends z.ZodType, O extends z.ZodType>(shape: Shape<I, O>): Call<I, O> => ({
  mode: "write",
  isLong: false,
  takesTurn: false,
  ...shape,
});

export const progressSchema = z.object({
  /** What is being done, for the status line. */
  label: z.object({ zh: z.string(), en: z.string() }),
  done: z.number(),
  /** null while unknown. */
  total: z.number().nullable(),
  /** Of a rotation plan in the making: the best so far; gap in percent of the lower bound, null where that is 0. */
  detail: z
    .object({
      arrivals: z.number().int(),
      lowerBound: z.number().int(),
      gapPercent: z.number().nullable(),
      unfilled: z.number().int(),
    })
    .optional(),
});
export type ProgressDetail = NonNullable<z.infer<typeof progressSchema>["detail"]>;
export type Progress = z.infer<typeof progressSchema>;
/** Read by long work between slices; a plain flag so that it needs no ambient type. */
export interface StopSignal {
  readonly aborted: boolean;
}

export type Reply<T> = { ok: true; value: T } | { ok: false; fault: Fault };
export const replySchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), fault: faultSchema }),
]);

/** Who is asking: the operator chosen at this door; in a workbook without operators one local person with every role. */
export interface Actor {
  name: string;
  roles: readonly Role[];
  /** null or absent: no operator of the workbook. */
  operatorId?: string | null;
  /** The workbook has operators and nobody is chosen: whatever writes is refused. */
  readsOnly?: boolean;
}
export interface Context {
  actor: Actor;
  signal: StopSignal;
  progress: (label: Text, done: number, total: number | null, detail?: ProgressDetail) => void;
  /**
   * Runs a write when no other runs; at once in a call that has its turn already.
   * @throws FaultError refused, stale: the one who asked may not write any more
   */
  inTurn: <T>(work: () => T | Promise<T>) => Promise<T>;
}

export type Contract = Record<string, Record<string, Call>>;
export type InputOf<C extends Call> = z.input<C["input"]>;
export type ParsedInputOf<C extends Call> = z.output<C["input"]>;
export type OutputOf<C extends Call> = z.output<C["output"]>;
export type Handlers<C extends Contract> = {
  [N in keyof C]: {
    [K in keyof C[N]]: (
      input: ParsedInputOf<C[N][K]>,
      context: Context,
    ) => OutputOf<C[N][K]> | Promise<OutputOf<C[N][K]>>;
  };
};
export interface CallOptions {
  signal?: { readonly aborted: boolean; onAbort?: (stop: () => void) => void };
  progress?: (progress: Progress) => void;
}
/** Answers expected trouble as a value; throws only when the connection itself breaks. */
export type Client<C extends Contract> = {
  [N in keyof C]: {
    [K in keyof C[N]]: (input: InputOf<C[N][K]>, options?: CallOptions) => Promise<Reply<OutputOf<C[N][K]>>>;
  };
};
