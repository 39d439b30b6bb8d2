// The envelopes that travel between a door and the service.
import { z } from "zod";
import { progressSchema, replySchema } from "./call.ts";

/** Raised when envelopes or calls change so that an older window could misread them. */
export const wireVersion = 1;

export const toServiceSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("hello"), version: z.number() }),
  z.object({ type: z.literal("request"), id: z.number(), call: z.string(), input: z.unknown() }),
  z.object({ type: z.literal("cancel"), id: z.number() }),
]);
export type ToService = z.infer<typeof toServiceSchema>;

export const fromServiceSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("welcome"), version: z.number() }),
  z.object({ type: z.literal("reply"), id: z.number(), reply: replySchema }),
  z.object({ type: z.literal("progress"), id: z.number(), progress: progressSchema }),
  // So that caches refresh: names of namespaces.
  z.object({ type: z.literal("changed"), namespaces: z.array(z.string()) }),
]);
export type FromService = z.infer<typeof fromServiceSchema>;

/** Both directions of one connection, whatever carries it. */
export interface Transport {
  send: (message: ToService) => void;
  /** Called for every message from the service. */
  listen: (hear: (message: unknown) => void) => void;
}
