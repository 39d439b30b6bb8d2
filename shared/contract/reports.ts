// Calls that take results away as files, each written atomically with a SHA-256 receipt and logged.
import { z } from "zod";
import { languages, reportDocumentSchema } from "../domain/report.ts";
import { tenureStates } from "../domain/rotation.ts";
import { textSchema } from "../domain/text.ts";
import { read, write } from "./call.ts";
import { daySchema, grantSchema, receiptSchema } from "./receipt.ts";

export const reportKinds = [
  "conflicts",
  "tenure",
  "plan",
  "matrix",
  "delegation",
  "staffing",
  "change-set",
  "notices",
  "handovers",
  "follow-ups",
  "notice",
  "handover",
] as const;
export const fileFormats = ["xlsx", "csv", "json"] as const;
export const languageSchema = z.enum(languages);

export const reportRequestSchema = z.object({
  what: z.enum(reportKinds),
  language: languageSchema.default("zh"),
  asOf: daySchema.nullable().default(null),
  knownOn: daySchema.nullable().default(null),
  planId: z.string().nullable().default(null),
  /** Of the letter of one delegation. */
  delegationId: z.string().nullable().default(null),
  /** Of one change set (授权调整单). */
  changeSetId: z.string().nullable().default(null),
  /** Of one notice (通知书) or handover (交接书). */
  paperId: z.string().nullable().default(null),
  /** Filters on conflicts; null admits all. */
  filter: z
    .object({
      ruleId: z.string().nullable().default(null),
      area: z.string().nullable().default(null),
      severity: z.string().nullable().default(null),
      personId: z.string().nullable().default(null),
      basis: z.string().nullable().default(null),
    })
    .default({ ruleId: null, area: null, severity: null, personId: null, basis: null }),
  /** Filters on the ledger; empty and null admit all. */
  ledger: z
    .object({
      states: z.array(z.enum(tenureStates)).default([]),
      /** Its name. */
      department: z.string().nullable().default(null),
      concernsOnly: z.boolean().default(false),
    })
    .default({ states: [], department: null, concernsOnly: false }),
});
export type ReportRequest = z.input<typeof reportRequestSchema>;

const readers = ["auditor", "configurator", "scheduler", "reviewer"] as const;
export const reports = {
  document: read({ needs: readers, input: reportRequestSchema, output: reportDocumentSchema }),
  build: write({
    needs: readers,
    isLong: true,
    input: reportRequestSchema.extend({ format: z.enum(fileFormats), grant: grantSchema }),
    output: receiptSchema,
  }),
  /** What a table shows, as it shows it. */
  table: write({
    needs: readers,
    input: z.object({ document: reportDocumentSchema, format: z.enum(fileFormats), grant: grantSchema }),
    output: receiptSchema,
  }),
  /** 权责清单 and 分级授权表 in the columns that offices have, one workbook; brought in again it changes nothing. */
  ledgers: write({
    needs: readers,
    isLong: true,
    input: z.object({
      grant: grantSchema,
      /** The unit of the amounts, said in the header. */
      money: z.enum(["yuan", "wan"]).default("wan"),
      asOf: daySchema.nullable().default(null),
      knownOn: daySchema.nullable().default(null),
    }),
    output: receiptSchema,
  }),
  /** Bytes that a door made (a printed PDF), through the same atomic writer. */
  store: write({
    needs: readers,
    input: z.object({ title: textSchema, bytes: z.instanceof(Uint8Array), grant: grantSchema }),
    output: receiptSchema,
  }),
};
