// What the application and the data service's process say to each other: connections, file grants, readiness, the end.
import { z } from "zod";
import { grantSchema } from "./receipt.ts";

/** `read` lets the service read the file, `write` lets it write or replace it. */
export const grantModes = ["read", "write"] as const;
export type GrantMode = (typeof grantModes)[number];

const channel = z.number().int();

/**
 * From the application. `connect` opens a connection: in a utilityProcess its port travels beside the message,
 * in a Node child (which cannot take ports) its envelopes travel as `message` with the same channel number.
 */
export const toHostSchema = z.discriminatedUnion("door", [
  z.object({ door: z.literal("connect"), channel }),
  z.object({ door: z.literal("message"), channel, message: z.unknown() }),
  z.object({ door: z.literal("disconnect"), channel }),
  z.object({
    door: z.literal("grant"),
    grant: grantSchema,
    path: z.string().min(1),
    mode: z.enum(grantModes),
  }),
  z.object({ door: z.literal("stop") }),
]);
export type ToHost = z.infer<typeof toHostSchema>;

/** From the process. `granted` answers `grant`, so that a grant is known before the window can use it. */
export const fromHostSchema = z.discriminatedUnion("door", [
  z.object({
    door: z.literal("ready"),
    home: z.enum(["utility-process", "node-child"]),
    node: z.string(),
    pid: z.number(),
  }),
  z.object({ door: z.literal("message"), channel, message: z.unknown() }),
  z.object({ door: z.literal("granted"), grant: grantSchema }),
]);
export type FromHost = z.infer<typeof fromHostSchema>;
