// Handlers of the sheets namespace: list rows, save, end and remove one, each as a journalled change of one, or in a draft.
import type { Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import type { Cell, SheetRow } from "../../shared/contract/sheets.ts";
import { addDays } from "../../shared/domain/day.ts";
import { isGoverned } from "../../shared/domain/edit.ts";
import { fault } from "../../shared/domain/fault.ts";
import type { SheetKind } from "../../shared/domain/sheet-column.ts";
import { sheetOf } from "../../shared/domain/sheets.ts";
import { allTables } from "../queries/tables.ts";
import { rowOf } from "../queries/versions.ts";
import { drafted, needsSecond, noSecondPerson } from "./change-sets/direct.ts";
import { assertShortens, assertStays, ruledProblems } from "./delegation-rules.ts";
import { type Desk, gone } from "./desk.ts";
import { type Labels, labelsOf } from "./labels.ts";
import { authorityCode } from "./natural-keys.ts";
import { assertFree, checkedRow, titleOf } from "./row-checking.ts";
import { type DomainRow, isInForce, referrers, rowsOfKind } from "./sheet-rows.ts";

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

const marked = (kind: SheetKind): object => (isGoverned(kind) ? { secondPerson: noSecondPerson } : {});

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
      if (isGoverned(kind) && needsSecond(desk, context)) {
        const rowId = id ?? desk.deps.newId();
        const named = titleOf(kind, given as DomainRow, labelsOf(desk.world()));
        const { name } = sheetOf(kind);
        const what = { zh: `${name.zh} ${named}`, en: `${name.en}: ${named}` };
        const draft = drafted(desk, context, [{ op: "save", kind, id: rowId, values: given }], what);
        return { id: rowId, change: null, draft };
      }
      const values = checkedRow(desk.world(), kind, id, given, (made) =>
        ruledProblems(desk, desk.world(), kind, id, made, before),
      );
      if (kind === "delegations") assertStays(desk, before, values);
      if (before && kind === "duties" && before.code !== values.code) assertUnused(kind, before);
      if (kind === "authorities" && !values.code) values.code = authorityCode(desk.world(), values);
      if (kind === "people") values.origin = before?.origin ?? "roster";
      if (kind === "approvals")
        throw fault("refused", {
          zh: "办理记录只能由导入更正，以保留来源。请导入更正后的文件。",
          en: "Approvals are corrected by import alone, so that their source stays known: import the corrected file.",
        });
      assertFree(rowsOfKind(desk, kind), kind, id, values);
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
          detail: { kind, before, after: values, ...marked(kind) },
        },
        (recorder) => {
          if (id !== null) recorder.supersede(kind, id);
          return recorder.insert(kind, id, values);
        },
      );
      return { id: result, change: { seq }, draft: null };
    },
    end: ({ kind, id, until, reason }, context) => {
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
      assertShortens(kind, before, until, reason);
      const title = titleOf(kind, before, labelsOf(desk.world()));
      const last = addDays(until, -1);
      if (isGoverned(kind) && needsSecond(desk, context)) {
        const what = {
          zh: `终止${name.zh} ${title}，至 ${last}`,
          en: `end in ${name.en}: ${title}, last day ${last}`,
        };
        return {
          change: null,
          draft: drafted(desk, context, [{ op: "end", kind, id, until, reason }], what),
        };
      }
      const why = (kind === "delegations" || kind === "exemptions") && reason ? { endReason: reason } : {};
      const { seq } = desk.write(
        context,
        {
          action: "end",
          summary: {
            zh: `终止${name.zh}:${title}，至 ${last}${reason ? `（${reason}）` : ""}`,
            en: `Ended in ${name.en}: ${title}, last day ${last}${reason ? ` (${reason})` : ""}`,
          },
          detail: {
            kind,
            before,
            after: { ...before, [key]: until, ...why },
            ...(reason ? { reason } : {}),
            ...marked(kind),
          },
        },
        (recorder) => {
          recorder.supersede(kind, id);
          const { id: _, ...values } = before;
          recorder.insert(kind, id, { ...values, [key]: until, ...why });
        },
      );
      return { change: { seq }, draft: null };
    },
    remove: ({ kind, id }, context) => {
      const before = present(kind, id);
      const { name } = sheetOf(kind);
      const title = titleOf(kind, before, labelsOf(desk.world()));
      if (isGoverned(kind) && needsSecond(desk, context)) {
        const what = { zh: `移除${name.zh} ${title}`, en: `remove from ${name.en}: ${title}` };
        return { change: null, draft: drafted(desk, context, [{ op: "remove", kind, id }], what) };
      }
      assertUnused(kind, before);
      const { seq } = desk.write(
        context,
        {
          action: "remove",
          summary: { zh: `移除${name.zh}:${title}`, en: `Removed from ${name.en}: ${title}` },
          detail: { kind, before, after: null, ...marked(kind) },
        },
        (recorder) => {
          recorder.supersede(kind, id);
        },
      );
      return { change: { seq }, draft: null };
    },
  };
}
