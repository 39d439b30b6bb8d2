// Handlers of the sheets namespace: list rows, save, end and remove one, each as a journalled change of one.
import type { Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import type { Cell, SheetRow } from "../../shared/contract/sheets.ts";
import { addDays, isDay } from "../../shared/domain/day.ts";
import { fault } from "../../shared/domain/fault.ts";
import type { SheetColumn, SheetKind } from "../../shared/domain/sheet-column.ts";
import { sheetOf } from "../../shared/domain/sheets.ts";
import type { Text } from "../../shared/domain/text.ts";
import { crossProblems } from "../../shared/formats/row-checks.ts";
import { allTables } from "../queries/tables.ts";
import { idsByKey, rowOf, rowsOf, type Value } from "../queries/versions.ts";
import { type Desk, gone } from "./desk.ts";
import { type Labels, labelsOf } from "./labels.ts";
import { authorityCode } from "./natural-keys.ts";
import { type DomainRow, isInForce, referrers, worldRows } from "./sheet-rows.ts";

const rowsOfKind = (desk: Desk, kind: SheetKind, world = desk.world()): DomainRow[] =>
  kind === "duties" ? rowsOf(desk.db(), "duties", idsByKey(desk.db())) : worldRows(world, kind);

function shown(kind: SheetKind, row: DomainRow, labels: Labels): SheetRow {
  const { id, ...values } = row;
  const found: SheetRow["labels"] = {};
  for (const column of sheetOf(kind).columns) {
    const value = values[column.key];
    const label = column.to && typeof value === "string" ? labels.of(column.to, value) : undefined;
    if (label) found[column.key] = label;
  }
  return { id, values: values as Record<string, Cell>, labels: found };
}

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

/** Checks the values that a form sends: types, choices, references in force, and what must hold between them. */
function checked(
  desk: Desk,
  kind: SheetKind,
  id: string | null,
  given: Record<string, Cell>,
): Record<string, Value> {
  const labels = labelsOf(desk.world());
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
  const [cross] = crossProblems(kind, values as never);
  const at = columns.find(({ key }) => key === cross?.key);
  if (cross && at) throw problem(at, cross.reason);
  const step = desk.world().steps.find((one) => one.id === values.stepId);
  const stepColumn = columns.find(({ key }) => key === "stepId");
  if (step && stepColumn && typeof values.matterId === "string" && step.matterId !== values.matterId)
    throw problem(stepColumn, { zh: "不属于所填的事项。", en: "is not a step of this matter." });
  return values;
}

/** Nobody else may already have this identity. */
function assertFree(desk: Desk, kind: SheetKind, id: string | null, values: Record<string, Value>): void {
  const { identifiedBy, columns, name } = sheetOf(kind);
  if (identifiedBy.includes("naturalKey")) return;
  const taken = rowsOfKind(desk, kind).find(
    (row) => row.id !== id && identifiedBy.every((key) => row[key] === values[key]),
  );
  if (!taken) return;
  const words = identifiedBy.map((key) => columns.find((column) => column.key === key)?.name);
  throw fault("invalid", {
    zh: `已有一条${name.zh}记录与此相同（${words.map((word) => word?.zh).join("、")}）。请改用更正，或换一个编号。`,
    en: `A row of ${name.en} with the same ${words.map((word) => word?.en).join(", ")} exists: correct that one, or use another code.`,
  });
}

const titleOf = (kind: SheetKind, row: DomainRow | Record<string, Value>, labels: Labels): string => {
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

export function sheetHandlers(desk: Desk): Handlers<QuanhengContract>["sheets"] {
  const present = (kind: SheetKind, id: string): DomainRow => {
    const row = rowOf(desk.db(), kind, id);
    if (!row) throw gone(sheetOf(kind).name);
    return row;
  };
  const assertUnused = (kind: SheetKind, row: DomainRow): void => {
    // Duties are referred to by their code, everything else by its id.
    const target = kind === "duties" ? row.code : row.id;
    for (const { kind: other, key } of referrers(kind)) {
      const count = rowsOfKind(desk, other).filter((one) => one[key] === target).length;
      if (count > 0)
        throw fault("refused", {
          zh: `还有 ${count} 条${sheetOf(other).name.zh}记录指向它，不能移除或改号。可改为终止，或先处理那些记录。`,
          en: `${count} row(s) of ${sheetOf(other).name.en} refer to it, so it cannot be removed or renumbered. End it instead, or deal with those first.`,
        });
    }
  };
  return {
    list: ({ kind, day, knownOn, offset, limit }) => {
      const { world } = desk.lens(day, knownOn);
      const labels = labelsOf(world);
      const all = rowsOfKind(desk, kind, world).filter((row) => day === null || isInForce(row, day));
      const sorted =
        kind === "approvals" ? all.toSorted((a, b) => Number(b.happenedAt) - Number(a.happenedAt)) : all;
      return {
        rows: sorted.slice(offset, offset + limit).map((row) => shown(kind, row, labels)),
        total: all.length,
      };
    },
    save: ({ kind, id, values: given }, context) => {
      const before = id === null ? null : present(kind, id);
      const values = checked(desk, kind, id, given);
      if (before && kind === "duties" && before.code !== values.code) assertUnused(kind, before);
      if (kind === "authorities" && !values.code) values.code = authorityCode(desk.world(), values);
      if (kind === "people") values.origin = before?.origin ?? "roster";
      if (kind === "approvals")
        throw fault("refused", {
          zh: "办理记录只能由导入更正，以保留来源。请导入更正后的文件。",
          en: "Approvals are corrected by import alone, so that their source stays known: import the corrected file.",
        });
      assertFree(desk, kind, id, values);
      const { name } = sheetOf(kind);
      const title = titleOf(kind, values, labelsOf(desk.world()));
      const { seq, result } = desk.write(
        context,
        {
          action: id === null ? "add" : "correct",
          summary:
            id === null
              ? { zh: `新增${name.zh}:${title}`, en: `Added to ${name.en}: ${title}` }
              : { zh: `更正${name.zh}:${title}`, en: `Corrected in ${name.en}: ${title}` },
          detail: { kind, before, after: values, secondPerson: null },
        },
        (recorder) => {
          if (id !== null) recorder.supersede(kind, id);
          return recorder.insert(kind, id, values);
        },
      );
      return { id: result, change: { seq } };
    },
    end: ({ kind, id, until }, context) => {
      const before = present(kind, id);
      const key = kind === "people" ? "leavesOn" : "until";
      const { name } = sheetOf(kind);
      if (!allTables[kind].columns.some((column) => column.key === key))
        throw fault("refused", {
          zh: `${name.zh}没有起止日期，不能终止。`,
          en: `${name.en} have no period to end.`,
        });
      const from = String((kind === "people" ? before.joinedOn : before.from) ?? "1900-01-01");
      if (until <= from)
        throw fault("invalid", {
          zh: `终止日期须不早于起始日期 ${from}。`,
          en: `It cannot end before it begins (${from}).`,
        });
      const title = titleOf(kind, before, labelsOf(desk.world()));
      const last = addDays(until, -1);
      const { seq } = desk.write(
        context,
        {
          action: "end",
          summary: {
            zh: `终止${name.zh}:${title}，至 ${last}`,
            en: `Ended in ${name.en}: ${title}, last day ${last}`,
          },
          detail: { kind, before, after: { ...before, [key]: until }, secondPerson: null },
        },
        (recorder) => {
          recorder.supersede(kind, id);
          const { id: _, ...values } = before;
          recorder.insert(kind, id, { ...values, [key]: until });
        },
      );
      return { change: { seq } };
    },
    remove: ({ kind, id }, context) => {
      const before = present(kind, id);
      const { name } = sheetOf(kind);
      assertUnused(kind, before);
      const title = titleOf(kind, before, labelsOf(desk.world()));
      const { seq } = desk.write(
        context,
        {
          action: "remove",
          summary: { zh: `移除${name.zh}:${title}`, en: `Removed from ${name.en}: ${title}` },
          detail: { kind, before, after: null, secondPerson: null },
        },
        (recorder) => {
          recorder.supersede(kind, id);
        },
      );
      return { change: { seq } };
    },
  };
}
