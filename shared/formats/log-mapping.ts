// Which columns of a log are which, which rows are kept, and how its words compare.
import { z } from "zod";

const words = z.string().min(1);
const column = words.nullish();
export const logMappingSchema = z.object({
  caseColumn: words,
  activityColumn: words,
  personColumn: words,
  timeColumn: words,
  amountColumn: column,
  supplierColumn: column,
  onBehalfOfColumn: column,
  requesterColumn: column,
  departmentColumn: column,
  recordedColumn: column,
  terminalColumn: column,
  documentColumn: column,
  categoryColumn: column,
  projectColumn: column,
  /** All must hold. */
  where: z.array(z.object({ column: words, value: z.string() })).default([]),
  /** Words that name nobody where a person should stand ("NONE"); an empty cell always names nobody. */
  nobody: z.array(z.string()).default([]),
  /** Activity → duty code; an activity that is not listed, and "own", make the activity its own duty. */
  duties: z.union([z.literal("own"), z.record(z.string(), z.string())]).default("own"),
});
/** Saved as a profile; `logMappingSchema.parse` fills `where`, `nobody` and `duties`. */
export type LogMapping = z.infer<typeof logMappingSchema>;

/** Trim and NFC: nothing else is forgiven in a log. */
export const logWord = (text: string): string => text.trim().normalize("NFC");
/** "COL=VALUE", split at the first "="; null when there is none. */
export function parseWhere(argument: string): { column: string; value: string } | null {
  const at = argument.indexOf("=");
  return at <= 0 ? null : { column: logWord(argument.slice(0, at)), value: logWord(argument.slice(at + 1)) };
}

export const logColumns = {
  caseNo: "caseColumn",
  activity: "activityColumn",
  person: "personColumn",
  time: "timeColumn",
  amount: "amountColumn",
  supplier: "supplierColumn",
  onBehalfOf: "onBehalfOfColumn",
  requester: "requesterColumn",
  department: "departmentColumn",
  recorded: "recordedColumn",
  terminal: "terminalColumn",
  document: "documentColumn",
  category: "categoryColumn",
  project: "projectColumn",
} as const satisfies Record<string, keyof LogMapping>;
/** Where each of them stands in a row; -1: nowhere. */
export type LogPlaces = Record<keyof typeof logColumns, number>;
/** In XES and its tables: where the act stands in its life (start, complete …). */
export const transitionColumn = "lifecycle:transition";

/** The columns that a mapping names, as words compare. */
export const wantedColumns = (mapping: LogMapping): string[] => [
  ...new Set([
    ...Object.values(logColumns).flatMap((key) => {
      const name = mapping[key];
      return name ? [logWord(name)] : [];
    }),
    ...mapping.where.map(({ column }) => logWord(column)),
  ]),
];
