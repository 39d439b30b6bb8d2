// A piece of wording in both languages, for sentences that are made from data.
import { z } from "zod";

export const textSchema = z.object({ zh: z.string(), en: z.string() });
/** The same sentence in Chinese and in English; windows and terminals pick one. */
export type Text = z.infer<typeof textSchema>;

/** The same wording in both languages: codes, names and numbers. */
export const sameText = (words: string): Text => ({ zh: words, en: words });
