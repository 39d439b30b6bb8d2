// A log by itself, without a workbook: its rows judged by pairs of activities and by rules of a file.
import { z } from "zod";
import { conflictBases, severities } from "../domain/conflict.ts";
import { areaSchema } from "../domain/duty.ts";
import { textSchema } from "../domain/text.ts";
import { read } from "./call.ts";
import { logMappingSchema } from "./imports.ts";
import { daySchema, grantSchema } from "./receipt.ts";

const column = z.string().min(1).nullable().default(null);
/** Beside the columns of an import those that only rules ask for; a log in XES names the first four by itself. */
export const logCheckMappingSchema = logMappingSchema.omit({ addPeople: true, matterName: true }).extend({
  caseColumn: column,
  activityColumn: column,
  personColumn: column,
  timeColumn: column,
  onBehalfOfColumn: column,
  requesterColumn: column,
  departmentColumn: column,
  recordedColumn: column,
  terminalColumn: column,
  documentColumn: column,
  categoryColumn: column,
  projectColumn: column,
});
export type LogCheckMapping = z.infer<typeof logCheckMappingSchema>;

export const logRuleSchema = z.object({
  /** The activities or duties that it speaks of, as the pair or the file has them. */
  duties: z.array(z.string()),
  /** Of two duties, cases with at least one row of each, by whomever; else null. */
  casesWithBoth: z.number().int().nullable(),
  casesInConflict: z.number().int(),
  id: z.string(),
  version: z.number().int(),
  kind: z.string(),
  title: textSchema,
  conflicts: z.number().int(),
  /** Cases that it cannot judge yet. */
  notYetJudged: z.number().int(),
  /** Why it could not be applied. */
  notApplicable: textSchema.nullable(),
  /** Another of these rules that asks the same and judges for both; its conflicts are that one's. */
  judgedBy: z.string().nullable(),
});
export const logConflictSchema = z.object({
  /** null where it is about several, or none. */
  case: z.string().nullable(),
  person: z.string().nullable(),
  duties: z.array(z.string()),
  /** 1-based record numbers after the header; of a log in XES the events as they stand in the file. */
  approvals: z.array(z.number().int()),
  rule: z.string(),
  ruleVersion: z.number().int(),
  kind: z.string(),
  title: textSchema,
  cases: z.array(z.string()),
  people: z.array(z.string()),
  severity: z.enum(severities),
  basis: z.enum(conflictBases),
  day: z.string(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  /** Fen. */
  amount: z.number().int().nullable(),
  sentence: textSchema,
});
export const logAnswerSchema = z.object({
  /** The day up to which rows were looked at, and on which cases are closed or not yet. */
  asOf: daySchema,
  /** Rows that `where` kept. */
  rows: z.number().int(),
  cases: z.number().int(),
  /** Rows with case and activity: what the rules looked at. */
  approvals: z.number().int(),
  rulesApplied: z.number().int(),
  notYetJudged: z.number().int(),
  rules: z.array(logRuleSchema),
  conflicts: z.array(logConflictSchema),
  warnings: z.array(textSchema),
});
export type LogAnswer = z.infer<typeof logAnswerSchema>;
export type LogRule = z.infer<typeof logRuleSchema>;

export const logs = {
  /** At least one pair or a rule file. */
  check: read({
    needs: "anyone",
    isLong: true,
    input: z.object({
      grant: grantSchema,
      mapping: logCheckMappingSchema,
      pairs: z.array(z.tuple([z.string(), z.string()])).max(500),
      /** A file of rules as `packs.export` writes it. */
      rules: grantSchema.nullable().default(null),
      /** Activities in the order in which a case must go through them. */
      order: z.array(z.string()).max(500).default([]),
      /** The area that the log is about; null: not said, so no rule is left out for its areas. */
      area: areaSchema.nullable().default(null),
      /** null: today, or the day of the log's last row where that is later. */
      asOf: daySchema.nullable().default(null),
      timeZone: z.string().default("Asia/Shanghai"),
    }),
    output: logAnswerSchema,
  }),
};
