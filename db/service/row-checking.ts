// One row as it may be written: its cells checked, nobody else with its identity, and what it is called in words.
import type { Cell } from "../../shared/contract/sheets.ts";
import { isDay } from "../../shared/domain/day.ts";
import { fault } from "../../shared/domain/fault.ts";
import type { SheetColumn, SheetKind } from "../../shared/domain/sheet-column.ts";
import { sheetOf } from "../../shared/domain/sheets.ts";
import type { Text } from "../../shared/domain/text.ts";
import type { World } from "../../shared/domain/world.ts";
import { type CrossProblem, crossProblems } from "../../shared/formats/row-checks.ts";
import type { Value } from "../queries/versions.ts";
import { type Labels, labelsOf } from "./labels.ts";
import type { DomainRow } from "./sheet-rows.ts";

const problem = (column: SheetColumn, message: Text) =>
  fault(
    "invalid",
    { zh: `「${column.name.zh}」${message.zh}`, en: `${column.name.en}: ${message.en}` },
    { column: column.name.zh },
  );

const isEmpty = (cell: Cell): boolean =>
  cell === null || cell === "" || (Array.isArray(cell) && cell.length === 0);
/** Codes and names as an import would read them, so that both ways name one thing alike. */
const tidied = (column: SheetColumn, cell: Cell): Cell => {
  if (Array.isArray(cell)) return cell.map((code) => code.normalize("NFKC").trim()).filter(Boolean);
  if (typeof cell !== "string") return cell;
  return cell.normalize(column.type === "code" ? "NFKC" : "NFC").trim();
};

/** What is wrong with a cell that is not empty. */
function trouble({ type, choices, to }: SheetColumn, cell: Cell, labels: Labels): Text | null {
  const wrong: Text = { zh: "填法不对。", en: "is not of the right form." };
  if (type === "flag") return typeof cell === "boolean" ? null : wrong;
  if (type === "codes") return Array.isArray(cell) ? null : wrong;
  if (["money", "integer", "instant"].includes(type))
    return Number.isSafeInteger(cell) && Number(cell) >= 0
      ? null
      : { zh: "应为不小于零的数。", en: "must be a number, zero or more." };
  if (typeof cell !== "string") return wrong;
  if ((type === "day" || type === "last-day") && !isDay(cell))
    return { zh: "不是存在的日期。", en: "is not an existing day." };
  if (type === "choice" && !choices?.some(({ value }) => value === cell))
    return { zh: "不在可选范围内。", en: "is not one of the choices." };
  if (type === "reference" && to && !labels.of(to, cell))
    return { zh: "所指的记录不存在。", en: "refers to a row that is not there." };
  return null;
}

/**
 * Checks the values that a form sends: types, choices, references into `world`, and what must hold between them;
 * `ruled`: what must hold between the row and others.
 */
export function checkedRow(
  world: World,
  kind: SheetKind,
  id: string | null,
  given: Record<string, Cell>,
  ruled: (values: Record<string, Value>) => readonly CrossProblem[] = () => [],
): Record<string, Value> {
  const labels = labelsOf(world);
  const { columns } = sheetOf(kind);
  const values: Record<string, Value> = {};
  for (const column of columns) {
    const cell = tidied(column, given[column.key] ?? null);
    if (isEmpty(cell)) {
      if (column.isRequired) throw problem(column, { zh: "必填。", en: "is required." });
      values[column.key] = column.type === "codes" ? [] : (column.fallback ?? null);
      continue;
    }
    const wrong = trouble(column, cell, labels);
    if (wrong) throw problem(column, wrong);
    if (column.to === kind && cell === id)
      throw problem(column, { zh: "不能指向自身。", en: "cannot be the row itself." });
    values[column.key] = cell;
  }
  const [cross] = [...crossProblems(kind, values as never), ...ruled(values)];
  const at = columns.find(({ key }) => key === cross?.key);
  if (cross && at) throw problem(at, cross.reason);
  const step = world.steps.find((one) => one.id === values.stepId);
  const stepColumn = columns.find(({ key }) => key === "stepId");
  if (step && stepColumn && typeof values.matterId === "string" && step.matterId !== values.matterId)
    throw problem(stepColumn, { zh: "不属于所填的事项。", en: "is not a step of this matter." });
  return values;
}

/** Nobody else may already have this identity. */
export function assertFree(
  rows: readonly DomainRow[],
  kind: SheetKind,
  id: string | null,
  values: Readonly<Record<string, unknown>>,
): void {
  const { identifiedBy, columns, name } = sheetOf(kind);
  if (identifiedBy.includes("naturalKey")) return;
  const taken = rows.find((row) => row.id !== id && identifiedBy.every((key) => row[key] === values[key]));
  if (!taken) return;
  const words = identifiedBy.map((key) => columns.find((column) => column.key === key)?.name);
  throw fault("invalid", {
    zh: `已有一条${name.zh}记录与此相同（${words.map((word) => word?.zh).join("、")}）。请改用更正，或换一个编号。`,
    en: `A row of ${name.en} with the same ${words.map((word) => word?.en).join(", ")} exists: correct that one, or use another code.`,
  });
}

/** A row in a few words: its names and codes, else what it joins. */
export const titleOf = (kind: SheetKind, row: DomainRow | Record<string, Value>, labels: Labels): string => {
  const own = [row.name, row.code, row.staffNo, row.caseNo].filter(
    (part) => typeof part === "string" && part !== "",
  );
  if (own.length > 0) return own.slice(0, 2).join(" ");
  return sheetOf(kind)
    .columns.filter((column) => column.to && typeof row[column.key] === "string")
    .map((column) => labels.of(column.to as SheetKind, String(row[column.key]))?.name)
    .filter(Boolean)
    .join(" · ");
};
