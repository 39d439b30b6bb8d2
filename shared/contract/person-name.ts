// A person as answers name them.
import { z } from "zod";

export const personNameSchema = z.object({ id: z.string(), staffNo: z.string(), name: z.string() });
export type PersonName = z.infer<typeof personNameSchema>;
