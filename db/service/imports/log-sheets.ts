// An event log as rows of ordinary sheets: a matter, its steps, their duties, people, suppliers, cases and approvals.
import type { LogMapping } from "../../../shared/contract/imports.ts";
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import type { World } from "../../../shared/domain/world.ts";
import type { RawValue } from "../../../shared/formats/cell-parse.ts";
import type { LogRow } from "../../../shared/formats/log-row.ts";
import { logWorld, recordOf } from "../../../shared/formats/log-world.ts";
import type { Lookups } from "./lookups.ts";
import type { RawRow } from "./prepare.ts";

const raw = (row: number, values: Record<string, RawValue>): RawRow => {
  const cells = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      value === null ? "" : Array.isArray(value) ? value.join("、") : String(value),
    ]),
  );
  return { row, cells, line: Object.values(cells), values, corrected: {}, problems: [], header: null };
};

export interface LogSheets {
  kind: SheetKind;
  rows: RawRow[];
  /** Column keys that the log speaks of; what it does not say stays as it is on record. */
  says: readonly string[];
}

/**
 * `matter` is the code and name that the log's cases go by; a case number that another matter already uses gets
 * the matter's code before it. People and suppliers that the workbook knows (by number; suppliers by name too) stay who they are.
 */
export function logSheets(
  rows: readonly LogRow[],
  mapping: LogMapping,
  world: World,
  lookups: Lookups,
  matter: { code: string; name: string },
): LogSheets[] {
  const log: World = logWorld(rows, { duties: mapping.duties }, world.settings);
  const matterId = world.matters.find(({ code }) => code === matter.code)?.id ?? null;
  const taken = new Set(world.cases.filter((one) => one.matterId !== matterId).map(({ caseNo }) => caseNo));
  const caseNoOf = new Map(
    log.cases.map(({ id, caseNo }) => [id, taken.has(caseNo) ? `${matter.code}/${caseNo}` : caseNo]),
  );
  const supplierOf = new Map(log.suppliers.map(({ id, code }) => [id, code]));
  const personOf = new Map(log.people.map(({ id, staffNo }) => [id, staffNo]));
  const stepOf = new Map(log.steps.map(({ id, code }) => [id, code]));
  const isNew = (kind: SheetKind, code: string): boolean => !lookups.knows(kind, code);
  const lineOf = new Map(rows.map((row) => [row.record, row.row]));
  const dutyNow = new Map(
    world.steps.filter((step) => step.matterId === matterId).map(({ code, duty }) => [code, duty]),
  );
  const amounts = mapping.amountColumn === null ? [] : ["amount"];
  const known = new Set(world.duties.map(({ code }) => code));

  return [
    {
      kind: "duties",
      says: ["code", "name", "type", "implies"],
      rows: log.duties
        .filter(({ code }) => !known.has(code))
        .map((duty, at) =>
          raw(at + 1, { code: duty.code, name: duty.name.zh, type: duty.type, implies: duty.implies }),
        ),
    },
    {
      kind: "people",
      says: ["staffNo", "name", "isSystem", "origin"],
      rows: mapping.addPeople
        ? log.people
            .filter(({ staffNo }) => isNew("people", staffNo))
            .map(({ staffNo, name }, at) =>
              raw(at + 1, {
                staffNo,
                name,
                joinedOn: null,
                leavesOn: null,
                grade: null,
                site: null,
                isSystem: false,
                origin: "log",
              }),
            )
        : [],
    },
    {
      kind: "suppliers",
      says: ["code", "name"],
      rows: log.suppliers
        .filter(({ code }) => isNew("suppliers", code))
        .map(({ code, name }, at) => raw(at + 1, { code, name })),
    },
    {
      kind: "matters",
      says: ["code", "name", "area"],
      rows: matterId === null ? [raw(1, { code: matter.code, name: matter.name, area: "cross" })] : [],
    },
    {
      kind: "steps",
      says: ["matterId", "code", "duty"],
      rows: log.steps.map(({ code, name, duty }, at) =>
        raw(at + 1, {
          matterId: matter.code,
          code,
          name,
          position: 1,
          // A step that has since been given another duty keeps it, unless this mapping names one.
          duty: mapping.duties[code] ? duty : (dutyNow.get(code) ?? duty),
          isRequired: false,
          isTerminal: false,
        }),
      ),
    },
    {
      kind: "cases",
      says: ["caseNo", "matterId", ...amounts, ...(mapping.supplierColumn === null ? [] : ["supplierId"])],
      rows: log.cases.map((one, at) =>
        raw(at + 1, {
          caseNo: caseNoOf.get(one.id) ?? one.caseNo,
          matterId: matter.code,
          departmentId: null,
          requesterId: null,
          amount: one.amount,
          category: null,
          budgetProject: null,
          supplierId: one.supplierId === null ? null : (supplierOf.get(one.supplierId) ?? null),
          method: null,
          isChangeApproved: false,
          openedOn: null,
          closedOn: null,
        }),
      ),
    },
    {
      kind: "approvals",
      says: ["caseId", "stepId", "personId", "action", "happenedAt", ...amounts],
      rows: log.approvals.map((act) =>
        raw(lineOf.get(recordOf(act.id)) ?? recordOf(act.id), {
          caseId: caseNoOf.get(act.caseId) ?? "",
          stepId: stepOf.get(act.stepId) ?? "",
          personId: act.personId === null ? null : (personOf.get(act.personId) ?? null),
          onBehalfOfId: null,
          postId: null,
          action: act.action,
          amount: act.amount,
          happenedAt: act.happenedAt,
          recordedAt: null,
          docNo: null,
          terminal: null,
        }),
      ),
    },
  ];
}
