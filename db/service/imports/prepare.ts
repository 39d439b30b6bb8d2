// Parsed rows → rows ready to write, each with its verdict: added, changed, same or rejected with the reasons.
import type { PreviewRow, Verdict } from "../../../shared/contract/imports.ts";
import type { SheetColumn, SheetKind } from "../../../shared/domain/sheet-column.ts";
import { sheetOf } from "../../../shared/domain/sheets.ts";
import { derivedAuthorityCode } from "../../../shared/formats/authority-code.ts";
import type { RawValue } from "../../../shared/formats/cell-parse.ts";
import { printCell } from "../../../shared/formats/cell-print.ts";
import type { Header } from "../../../shared/formats/header-match.ts";
import { type CrossProblem, crossProblems } from "../../../shared/formats/row-checks.ts";
import type { Value } from "../../queries/versions.ts";
import type { GrowingRules } from "../delegation-rules.ts";
import { approvalKey } from "../natural-keys.ts";
import type { DomainRow } from "../sheet-rows.ts";
import type { Lookups } from "./lookups.ts";

/** What a reader hands over: values by column key with references still as written. */
export interface RawRow {
  row: number;
  /** Text of the cells as they stand, by column key. */
  cells: Record<string, string>;
  /** Every cell of the row, for the file of rejected rows. */
  line: readonly string[];
  values: Record<string, RawValue>;
  corrected: Record<string, string>;
  problems: PreviewRow["problems"];
  /** What the file's columns were read as; null for rows of a log. */
  header: Header | null;
}
export interface PreparedRow {
  kind: SheetKind;
  sheet: string;
  raw: RawRow;
  verdict: Verdict;
  /** "" where nothing is to be written. */
  id: string;
  /** No row in force has this id. */
  isNew: boolean;
  values: Record<string, Value>;
  /** Of a change, by column key: what stands on record and what would take its place. */
  replaced: PreviewRow["replaced"];
  problems: PreviewRow["problems"];
}
export interface PrepareContext {
  lookups: Lookups;
  timeZone: string;
  newId: () => string;
  /** Where the rows come from; part of an approval's natural key. */
  source: string;
  /** Column keys that the file has: the others keep what is on record. */
  present: ReadonlySet<string>;
  /** Rows in force of this kind by identity. */
  existing: ReadonlyMap<string, DomainRow>;
  /** Identities met so far in this import: identity → row, for repeats across files. */
  met: Map<string, { row: number; verdict: Verdict; print: string }>;
  /** Equal approvals met so far in this file. */
  occurrences: Map<string, number>;
  /** What rows of several sheets must hold together; grows with the rows taken. */
  rules: GrowingRules;
  /** Ids given to rows whose code was made known before they were judged. */
  announced: Map<string, string>;
}

const derived = new Set(["naturalKey", "origin"]);
export const identityKey = (kind: SheetKind, values: Record<string, unknown>): string =>
  JSON.stringify(sheetOf(kind).identifiedBy.map((key) => values[key] ?? null));
const isSelfReference = (kind: SheetKind, column: SheetColumn): boolean => column.to === kind;

/** Makes a row's code known before its sheet's references are resolved: parents and successors may come later. */
export function announce(kind: SheetKind, rows: readonly RawRow[], context: PrepareContext): void {
  if (!sheetOf(kind).columns.some((column) => isSelfReference(kind, column))) return;
  for (const raw of rows) {
    const identity = identityKey(kind, raw.values);
    const id = context.existing.get(identity)?.id ?? context.announced.get(identity) ?? context.newId();
    context.announced.set(identity, id);
    if (raw.problems.length === 0)
      context.lookups.add(kind, { ...(raw.values as Record<string, Value>), id });
  }
}

function resolveReferences(kind: SheetKind, raw: RawRow, { lookups }: PrepareContext) {
  const values: Record<string, Value> = {};
  const problems: PreviewRow["problems"] = [];
  for (const column of sheetOf(kind).columns) {
    const value = raw.values[column.key];
    if (value === undefined) continue; // a problem that is already told
    if (column.type !== "reference" || column.to === undefined || value === null) {
      values[column.key] = value;
      continue;
    }
    const scope =
      kind === "approvals" && column.key === "stepId"
        ? typeof values.caseId === "string"
          ? lookups.matterOfCase(values.caseId)
          : null
        : ((values.matterId as string | undefined) ?? null);
    if (column.to === "steps" && scope === null) continue; // its case or matter is the problem
    const found = lookups.find(column.to, String(value), scope);
    if ("id" in found) values[column.key] = found.id;
    else problems.push({ column: column.name.zh, value: String(value), message: found.problem });
  }
  return { values, problems };
}

function complete(
  kind: SheetKind,
  values: Record<string, Value>,
  raw: RawRow,
  context: PrepareContext,
): void {
  if (kind === "people") values.origin = (raw.values.origin as string | undefined) ?? "roster";
  if (kind === "authorities" && !values.code)
    values.code = derivedAuthorityCode({
      matter: context.lookups.codeOf("matters", String(values.matterId)),
      step: context.lookups.codeOf("steps", String(values.stepId)),
      holder: values.postId
        ? context.lookups.codeOf("posts", String(values.postId))
        : context.lookups.codeOf("people", String(values.personId)),
      over: values.over as number | null,
      from: String(values.from),
    });
  if (kind === "approvals") {
    const parts = {
      source: context.source,
      caseNo: context.lookups.codeOf("cases", String(values.caseId)),
      step: context.lookups.codeOf("steps", String(values.stepId)),
      person: values.personId ? context.lookups.codeOf("people", String(values.personId)) : "",
      happenedAt: Number(values.happenedAt),
      docNo: values.docNo as string | null,
    };
    const base = approvalKey({ ...parts, occurrence: 0 });
    const occurrence = (context.occurrences.get(base) ?? 0) + 1;
    context.occurrences.set(base, occurrence);
    values.naturalKey = approvalKey({ ...parts, occurrence });
    values.source = context.source;
  }
}

const shownClash = (
  kind: SheetKind,
  raw: RawRow,
  { key, reason }: CrossProblem,
): PreviewRow["problems"][number] => ({
  column: sheetOf(kind).columns.find((column) => column.key === key)?.name.zh ?? key,
  value: raw.cells[key] ?? "",
  message: reason,
});
const compared = (value: unknown): string => JSON.stringify(value ?? null);

function replacedBy(
  kind: SheetKind,
  values: Record<string, Value>,
  existing: DomainRow,
  { lookups, timeZone }: PrepareContext,
): PreviewRow["replaced"] {
  const words = (column: SheetColumn, value: Value | undefined): string =>
    column.to !== undefined && typeof value === "string"
      ? lookups.codeOf(column.to, value)
      : printCell(value as RawValue, column, timeZone);
  const replaced: PreviewRow["replaced"] = {};
  for (const column of sheetOf(kind).columns) {
    const [was, becomes] = [existing[column.key] ?? null, values[column.key] ?? null];
    if (compared(becomes) !== compared(was))
      replaced[column.key] = { was: words(column, was), becomes: words(column, becomes) };
  }
  return replaced;
}

/** Gives one row its verdict and makes it known to later rows when it is taken. */
export function prepare(kind: SheetKind, sheet: string, raw: RawRow, context: PrepareContext): PreparedRow {
  const { values, problems } = resolveReferences(kind, raw, context);
  const all = [...raw.problems, ...problems];
  const rejected = (extra: PreviewRow["problems"] = []): PreparedRow => ({
    kind,
    sheet,
    raw,
    verdict: "rejected",
    id: "",
    isNew: false,
    values: {},
    replaced: {},
    problems: [...all, ...extra],
  });
  if (all.length > 0) return rejected();
  complete(kind, values, raw, context);
  const identity = identityKey(kind, values);
  const existing = context.existing.get(identity);
  // What the file does not say stays as it is on record.
  if (existing)
    for (const key of Object.keys(existing))
      if (key !== "id" && !context.present.has(key) && !derived.has(key) && key in existing)
        values[key] = existing[key] ?? null;
  // Judged again now that codes are resolved and the rest of the row is known.
  const clashes = crossProblems(kind, values as Record<string, RawValue>);
  if (clashes.length > 0) return rejected(clashes.map((clash) => shownClash(kind, raw, clash)));
  const print = compared(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const earlier = context.met.get(identity);
  if (earlier) {
    if (earlier.print === print)
      return { kind, sheet, raw, verdict: "same", id: "", isNew: false, values, replaced: {}, problems: [] };
    return rejected([
      {
        column: sheetOf(kind).identifiedBy.join("、"),
        value: "",
        message: {
          zh: `与第 ${earlier.row} 行是同一条记录，但内容不同。请保留正确的一行。`,
          en: `It is the same record as row ${earlier.row}, with other content. Keep the right one.`,
        },
      },
    ]);
  }
  const isSame =
    existing !== undefined &&
    Object.entries(values).every(([key, value]) => compared(existing[key]) === compared(value));
  // A row that is on record already stands, whatever would be asked of it today.
  const ruled = isSame ? [] : context.rules.problems(kind, existing?.id ?? null, values, existing ?? null);
  if (ruled.length > 0) return rejected(ruled.map((clash) => shownClash(kind, raw, clash)));
  const verdict: Verdict = existing === undefined ? "added" : isSame ? "same" : "changed";
  context.met.set(identity, { row: raw.row, verdict, print });
  const id = existing?.id ?? context.announced.get(identity) ?? context.newId();
  const replaced = existing && verdict === "changed" ? replacedBy(kind, values, existing, context) : {};
  context.lookups.add(kind, { ...values, id });
  if (!isSame) context.rules.take(kind, id, values);
  return { kind, sheet, raw, verdict, id, isNew: existing === undefined, values, replaced, problems: [] };
}
