// The tables of the sample unit as a world, by plain code look-ups: ids are the codes, so that tests read well.
import type { SampleUnit } from "../../db/demo/generate.ts";
import type { SampleTable } from "../../db/demo/tables.ts";
import { instantOf, untilAfter } from "../../shared/domain/day.ts";
import { builtInDuties } from "../../shared/domain/duty.ts";
import { parseMoney } from "../../shared/domain/money.ts";
import type { SheetColumn, SheetKind } from "../../shared/domain/sheet-column.ts";
import { sheetOf } from "../../shared/domain/sheets.ts";
import type { World } from "../../shared/domain/world.ts";

const optional = (text: string): string | null => (text === "" ? null : text);

function cellValue(column: SheetColumn, text: string, timeZone: string): unknown {
  switch (column.type) {
    case "integer":
      return text === "" ? (column.fallback ?? null) : Number(text);
    case "flag":
      return text === "" ? (column.fallback ?? false) : text === "是";
    case "day":
      return optional(text) ?? column.fallback ?? null;
    case "last-day":
      return untilAfter(optional(text));
    case "money":
      return text === "" ? null : parseMoney(text);
    case "instant":
      return text === "" ? null : instantOf(text.slice(0, 10), text.slice(11), timeZone);
    case "choice":
      return column.choices?.find((it) => it.name.zh === text)?.value ?? column.fallback ?? null;
    case "codes":
      return text === "" ? [] : text.split("、");
    default:
      return optional(text) ?? column.fallback ?? null;
  }
}

/** Rows of one table as records by column key; `id` is the row's code, or kind and number. */
function recordsOf(
  tables: readonly SampleTable[],
  kind: SheetKind,
  timeZone: string,
): Record<string, unknown>[] {
  const { columns } = sheetOf(kind);
  const table = tables.find((it) => it.kind === kind);
  return (table?.rows ?? []).map((row, nth) => {
    const entries = columns.map((column, index) => [
      column.key,
      cellValue(column, row[index] ?? "", timeZone),
    ]);
    const record: Record<string, unknown> = Object.fromEntries(entries);
    const code =
      record.staffNo ??
      record.caseNo ??
      (columns[0]?.key === "code" || kind === "steps" ? record.code : null);
    return { ...record, id: code ?? `${kind}-${String(nth + 1).padStart(6, "0")}` };
  });
}

export function sampleWorld({ settings, tables }: Pick<SampleUnit, "settings" | "tables">): World {
  const rows = <T>(kind: SheetKind, extra: object = {}): T[] =>
    recordsOf(tables, kind, settings.timeZone).map((it) => ({ ...it, ...extra })) as T[];
  return {
    settings,
    departments: rows("departments"),
    posts: rows("posts"),
    postDuties: rows("post-duties"),
    people: rows("people", { origin: "roster" }),
    qualifications: rows("qualifications"),
    assignments: rows("assignments"),
    relations: rows("relations"),
    absences: rows("absences"),
    calendar: rows("calendar"),
    suppliers: rows("suppliers"),
    duties: [...builtInDuties],
    matters: rows("matters"),
    steps: rows("steps"),
    authorities: rows("authorities"),
    delegations: rows("delegations"),
    tenurePolicies: rows("tenure-policies"),
    exemptions: rows("exemptions"),
    cases: rows("cases"),
    approvals: rows<World["approvals"][number]>("approvals", { source: "sample" }).map((it) => ({
      ...it,
      naturalKey: it.id,
    })),
  };
}
