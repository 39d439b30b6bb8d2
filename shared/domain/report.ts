// A report as data: what it says, on which facts and rules it stands. The service builds it, printers lay it out.
import { z } from "zod";

export const languages = ["zh", "en"] as const;
export type ReportLanguage = (typeof languages)[number];
export const reportColumnTypes = ["text", "code", "money", "day", "integer"] as const;
export type ReportColumnType = (typeof reportColumnTypes)[number];

export const reportColumnSchema = z.object({
  key: z.string(),
  /** In the report's language. */
  name: z.string(),
  type: z.enum(reportColumnTypes),
});
export type ReportColumn = z.infer<typeof reportColumnSchema>;
/** Money is integer fen, a day `YYYY-MM-DD`, an empty cell null. */
export const reportValueSchema = z.union([z.string(), z.number(), z.null()]);
export type ReportValue = z.infer<typeof reportValueSchema>;

/** A further table of a report, printed after the first. */
export const reportPartSchema = z.object({
  key: z.string(),
  title: z.string(),
  columns: z.array(reportColumnSchema),
  rows: z.array(z.array(reportValueSchema)),
});
export type ReportPart = z.infer<typeof reportPartSchema>;

const named = z.object({ name: z.string(), value: z.string() });
export const reportDocumentSchema = z.object({
  /** Names the kind for programs: "conflicts", "tenure", "plan", "matrix", "staffing", "table". */
  kind: z.string(),
  language: z.enum(languages),
  title: z.string(),
  unitName: z.string(),
  /** Instant. */
  generatedAt: z.number(),
  timeZone: z.string(),
  /** Every filter in force, or none: what is left out must be said. */
  filters: z.array(named),
  /** Rule packs or rules with their versions. */
  rules: z.array(z.object({ name: z.string(), version: z.union([z.string(), z.number()]) })),
  /** Hash of the journal's last entry; null where no workbook is open. */
  journalHead: z.string().nullable(),
  columns: z.array(reportColumnSchema),
  /** Cells in the order of `columns`. */
  rows: z.array(z.array(reportValueSchema)),
  /** Sentences below the table. */
  notes: z.array(z.string()),
  /** Further tables: a sheet each in xlsx. */
  parts: z.array(reportPartSchema).optional(),
});
export type ReportDocument = z.infer<typeof reportDocumentSchema>;
