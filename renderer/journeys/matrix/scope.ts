// What part of the matrix is shown: one matter, one area, or all; and the cells and findings that belong to it.
import { type Day, daysBetween } from "../../../shared/domain/day.ts";
import type { Area } from "../../../shared/domain/duty.ts";
import type { DesignFinding, MatrixView } from "../../data/types.ts";

export type ViewMatter = MatrixView["matters"][number];
export type ViewCell = MatrixView["cells"][number];
export type ViewPost = MatrixView["posts"][number];

export interface Scope {
  area: Area | null;
  matterId: string | null;
}
export interface Scoped {
  matters: readonly ViewMatter[];
  cells: readonly ViewCell[];
  findings: readonly DesignFinding[];
}

/** Without a choice: the matter with most potential conflicts and gaps, because that is where to begin. */
export function startMatter(view: MatrixView): string | null {
  const weight = new Map<string, number>();
  for (const finding of view.findings) {
    if (finding.matterId === null || (finding.type !== "conflict" && finding.type !== "gap")) continue;
    weight.set(finding.matterId, (weight.get(finding.matterId) ?? 0) + 1);
  }
  const ordered = [...view.matters].sort((a, b) => (weight.get(b.id) ?? 0) - (weight.get(a.id) ?? 0));
  return ordered[0]?.id ?? null;
}

/** The matter that an address names, by id or as `code:…`. */
export const matterIn = (view: MatrixView, named: string | null): string | null =>
  named?.startsWith("code:") ? (view.matters.find(({ code }) => code === named.slice(5))?.id ?? null) : named;

export function scopeView(view: MatrixView, scope: Scope): Scoped {
  const matters = view.matters.filter(
    (matter) =>
      (scope.matterId === null || matter.id === scope.matterId) &&
      (scope.area === null || matter.area === scope.area),
  );
  const stepIds = new Set(matters.flatMap((matter) => matter.steps.map((step) => step.id)));
  return {
    matters,
    cells: view.cells.filter((cell) => stepIds.has(cell.stepId)),
    // Duties that posts hold by themselves, and relatives, belong to no matter: they show where everything does.
    findings: view.findings.filter(
      (finding) =>
        (scope.matterId === null && scope.area === null) || finding.stepIds.some((id) => stepIds.has(id)),
    ),
  };
}

/** Columns are posts; a grant to a person stands in a column of its own. */
export const columnOf = (cell: ViewCell): string => cell.postId ?? `person:${cell.person?.id ?? ""}`;
export const cellsAt = (cells: readonly ViewCell[], stepId: string, column: string): ViewCell[] =>
  cells.filter((cell) => cell.stepId === stepId && columnOf(cell) === column);

/** Whether a finding of the design check speaks of this authority. */
export const speaksOf = (finding: DesignFinding, cell: ViewCell): boolean =>
  finding.authorityIds.includes(cell.authorityId) ||
  (finding.authorityIds.length === 0 &&
    finding.stepIds.includes(cell.stepId) &&
    cell.postId !== null &&
    finding.postIds.includes(cell.postId));

const endingDays = 30;
export const isEnding = (cell: ViewCell, day: Day): boolean =>
  cell.until !== null && daysBetween(day, cell.until) <= endingDays;
