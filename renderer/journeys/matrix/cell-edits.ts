// What typing, pasting, filling and bulk changes in the grid mean as edits of authorities; pure, ids are given.

import type { Day } from "../../../shared/domain/day.ts";
import type { Cell, Edit } from "../../../shared/domain/edit.ts";
import type { AmountRange } from "../../../shared/domain/money.ts";
import type { CellAddress } from "../../parts/matrix-cell.ts";
import { cellsAt, type ViewCell, type ViewMatter } from "./scope.ts";

/** What the edits are made of: the authorities of a day, the matter of each step, fresh ids. */
export interface Ground {
  day: Day;
  cells: readonly ViewCell[];
  matters: readonly ViewMatter[];
  newId(): string;
}
/** What an authority says beside step and holder. */
export type Terms = Pick<
  ViewCell,
  "over" | "upTo" | "until" | "grant" | "isCollective" | "isSubDelegable" | "docNo" | "level"
>;
type Values = Record<string, Cell>;

export const personOf = (column: string): string | null =>
  column.startsWith("person:") ? column.slice(7) : null;

const plain: Terms = {
  over: null,
  upTo: null,
  until: null,
  grant: "general",
  isCollective: false,
  isSubDelegable: false,
  docNo: null,
  level: null,
};
const matterOf = (ground: Ground, stepId: string): string | null =>
  ground.matters.find(({ steps }) => steps.some(({ id }) => id === stepId))?.id ?? null;

/** Lowest tier first: the order in which tiers are typed and matched. */
export const tiersAt = (ground: Ground, at: CellAddress): ViewCell[] =>
  cellsAt(ground.cells, at.stepId, at.postId).toSorted((a, b) => (a.over ?? 0) - (b.over ?? 0));

/** The row as the sheet keeps it. */
export const rowValues = (cell: ViewCell, matterId: string | null): Values => ({
  code: cell.code,
  matterId,
  stepId: cell.stepId,
  postId: cell.postId,
  personId: cell.person?.id ?? null,
  level: cell.level,
  over: cell.over,
  upTo: cell.upTo,
  from: cell.from,
  until: cell.until,
  kind: cell.grant,
  isCollective: cell.isCollective,
  isSubDelegable: cell.isSubDelegable,
  docNo: cell.docNo,
});

function saved(ground: Ground, at: CellAddress, own: ViewCell | undefined, terms: Terms): Edit {
  const { grant, ...rest } = terms;
  const matterId = matterOf(ground, at.stepId);
  const personId = personOf(at.postId);
  const values: Values = own
    ? { ...rowValues(own, matterId), ...rest, kind: grant }
    : {
        code: null,
        matterId,
        stepId: at.stepId,
        postId: personId === null ? at.postId : null,
        personId,
        from: ground.day,
        ...rest,
        // What is granted to a person is never the general rule.
        kind: personId !== null && grant === "general" ? "special" : grant,
      };
  return { op: "save", kind: "authorities", id: own?.authorityId ?? ground.newId(), values };
}

/** Ends it on the day, so that it holds until the day before; one that begins then never was. */
export const ended = (ground: Ground, cell: ViewCell): Edit =>
  cell.from < ground.day
    ? { op: "end", kind: "authorities", id: cell.authorityId, until: ground.day }
    : { op: "remove", kind: "authorities", id: cell.authorityId };

const isSame = (cell: ViewCell, terms: Terms): boolean =>
  (Object.keys(plain) as (keyof Terms)[]).every((key) => cell[key] === terms[key]);

/** Makes a cell say exactly these tiers; tiers are matched with what is there in their order, what is left over ends. */
export function put(ground: Ground, at: CellAddress, wanted: readonly Terms[]): Edit[] {
  const own = tiersAt(ground, at);
  const edits = wanted.flatMap((terms, nth) => {
    const cell = own[nth];
    return cell && isSame(cell, terms) ? [] : [saved(ground, at, cell, terms)];
  });
  return [...edits, ...own.slice(wanted.length).map((cell) => ended(ground, cell))];
}

/** Amounts typed or pasted: whatever else the authorities say stays. */
export const putRanges = (ground: Ground, at: CellAddress, ranges: readonly AmountRange[]): Edit[] => {
  const own = tiersAt(ground, at);
  return put(
    ground,
    at,
    ranges.map((range, nth) => ({ ...termsOf(own[nth] ?? own.at(-1)), ...range })),
  );
};
const termsOf = (cell: ViewCell | undefined): Terms =>
  cell
    ? {
        over: cell.over,
        upTo: cell.upTo,
        until: cell.until,
        grant: cell.grant,
        isCollective: cell.isCollective,
        isSubDelegable: cell.isSubDelegable,
        docNo: cell.docNo,
        level: cell.level,
      }
    : plain;

/** One cell's tiers into another; a level written down belongs to its own holder. */
export const copyCell = (ground: Ground, from: CellAddress, to: CellAddress): Edit[] =>
  put(
    ground,
    to,
    tiersAt(ground, from).map((cell) => ({ ...termsOf(cell), level: null })),
  );

/** Each line's first cell into the rest of its line, or each column's first into the rest of its column. */
export function fill(
  ground: Ground,
  stepIds: readonly string[],
  columns: readonly string[],
  way: "down" | "right",
): Edit[] {
  const [firstStep] = stepIds;
  const [firstColumn] = columns;
  if (firstStep === undefined || firstColumn === undefined) return [];
  return way === "down"
    ? columns.flatMap((postId) =>
        stepIds
          .slice(1)
          .flatMap((stepId) => copyCell(ground, { stepId: firstStep, postId }, { stepId, postId })),
      )
    : stepIds.flatMap((stepId) =>
        columns
          .slice(1)
          .flatMap((postId) => copyCell(ground, { stepId, postId: firstColumn }, { stepId, postId })),
      );
}

/** Everything that one post may do, as another's: its cells take the place of the other's. */
export const copyColumn = (ground: Ground, from: string, to: string): Edit[] =>
  ground.matters
    .flatMap(({ steps }) => steps.map(({ id }) => id))
    .flatMap((stepId) => copyCell(ground, { stepId, postId: from }, { stepId, postId: to }));

/** The same of every authority in the selection; absent keys stay as they are. */
export const putTerms = (
  ground: Ground,
  cells: readonly ViewCell[],
  terms: Partial<Terms> & { from?: Day },
): Edit[] =>
  cells.map((cell) => {
    const { from, ...rest } = terms;
    const edit = saved(ground, { stepId: cell.stepId, postId: cell.postId ?? "" }, cell, {
      ...termsOf(cell),
      ...rest,
    });
    return from !== undefined && edit.op === "save" ? { ...edit, values: { ...edit.values, from } } : edit;
  });
