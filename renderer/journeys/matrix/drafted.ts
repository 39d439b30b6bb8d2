// Authorities as the open draft would have them: what was typed is seen, marked, and typed over, though nobody has approved it yet; pure.
import { grantKinds } from "../../../shared/domain/authority.ts";
import type { Day } from "../../../shared/domain/day.ts";
import type { Edit } from "../../../shared/domain/edit.ts";
import { levels } from "../../../shared/domain/organisation.ts";
import { columnOf, type ViewCell } from "./scope.ts";

export interface Drafted {
  cells: readonly ViewCell[];
  /** `step column` of every cell that the draft touches. */
  touched: ReadonlySet<string>;
  /** Ids of authorities that the draft adds. */
  fresh: ReadonlySet<string>;
}
export const cellKey = (stepId: string, column: string): string => `${stepId} ${column}`;

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
const fen = (value: unknown): number | null => (typeof value === "number" ? value : null);

/** Edits laid over the cells of a day; people's names come with cells that are there. */
export function laidCells(cells: readonly ViewCell[], edits: readonly Edit[], day: Day): Drafted {
  const rows = new Map(cells.map((cell) => [cell.authorityId, cell]));
  const people = new Map(cells.flatMap(({ person }) => (person ? [[person.id, person] as const] : [])));
  const touched = new Set<string>();
  const touch = (cell: ViewCell | undefined): void => {
    if (cell) touched.add(cellKey(cell.stepId, columnOf(cell)));
  };
  for (const edit of edits) {
    if (!("kind" in edit) || edit.kind !== "authorities") continue;
    const old = rows.get(edit.id);
    touch(old);
    if (edit.op === "remove" || (edit.op === "end" && edit.until <= day)) rows.delete(edit.id);
    else if (edit.op === "end") {
      if (old) rows.set(edit.id, { ...old, until: edit.until });
    } else {
      const { values } = edit;
      const personId = text(values.personId);
      const cell: ViewCell = {
        authorityId: edit.id,
        code: text(values.code) ?? old?.code ?? "",
        stepId: text(values.stepId) ?? "",
        postId: text(values.postId),
        person: personId === null ? null : (people.get(personId) ?? { id: personId, staffNo: "", name: "" }),
        level: levels.find((one) => one === values.level) ?? null,
        over: fen(values.over),
        upTo: fen(values.upTo),
        from: old?.from ?? text(values.from) ?? day,
        until: text(values.until),
        grant: grantKinds.find((one) => one === values.kind) ?? "general",
        isCollective: values.isCollective === true,
        isSubDelegable: values.isSubDelegable === true,
        docNo: text(values.docNo),
      };
      if (cell.from <= day) rows.set(edit.id, cell);
      touch(cell);
    }
  }
  const known = new Set(cells.map(({ authorityId }) => authorityId));
  const laid = [...rows.values()];
  return {
    cells: laid,
    touched,
    fresh: new Set(laid.map(({ authorityId }) => authorityId).filter((id) => !known.has(id))),
  };
}
