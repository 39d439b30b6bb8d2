// Special grants that the giver would keep beyond the last day on the post's matters, and what has been decided of each.
import type { HandoverView } from "../../../shared/contract/handovers.ts";
import { addDays, type Day } from "../../../shared/domain/day.ts";
import type { Handover } from "../../../shared/domain/handover.ts";
import type { World } from "../../../shared/domain/world.ts";
import { loansByVirtue, mattersLeft } from "../../../shared/rotation/handover/ending-loans.ts";
import { changeSetsOf, editsOf } from "../../queries/change-sets.ts";
import type { Desk } from "../desk.ts";
import { labelsOf } from "../labels.ts";

/** The first day on which the giver no longer holds the post. */
export const endOf = ({ lastDay }: Pick<Handover, "lastDay">): Day => addDays(lastDay, 1);

/** Keys of rows that an open change set saves, ends or removes. */
function draftedAuthorities(desk: Desk): Set<string> {
  const open = changeSetsOf(desk.db()).filter(({ state }) => state === "draft" || state === "submitted");
  return new Set(
    open.flatMap(({ id }) =>
      editsOf(desk.db(), id).flatMap(({ edit }) =>
        "kind" in edit && edit.kind === "authorities" ? [edit.id] : [],
      ),
    ),
  );
}

export function grantsOf(desk: Desk, world: World, handover: Handover): HandoverView["grants"] {
  const end = endOf(handover);
  const left = mattersLeft(world, handover.giverId, handover.postId, end);
  const stepOf = new Map(world.steps.map((step) => [step.id, step]));
  const labels = labelsOf(world);
  const drafted = draftedAuthorities(desk);
  return world.authorities
    .filter(
      (row) =>
        row.personId === handover.giverId &&
        left.has(stepOf.get(row.stepId)?.matterId ?? "") &&
        (row.until === null || row.until >= end),
    )
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((row) => {
      const step = stepOf.get(row.stepId);
      const kept = handover.body.kept.find(({ authorityId }) => authorityId === row.id);
      const ends = row.until !== null && row.until <= end;
      return {
        authorityId: row.id,
        code: row.code,
        title: `${labels.of("matters", step?.matterId ?? "")?.name ?? "?"} · ${step?.name ?? "?"}`,
        until: row.until,
        state: ends ? "ends" : kept ? "kept" : drafted.has(row.id) ? "drafted" : "open",
        reason: kept?.reason ?? null,
        keptBy: kept?.by ?? null,
      };
    });
}

/** Assignments and loans by virtue of the post that run on after the last day. */
export const accessAfter = (world: World, handover: Handover): { assignments: number; loans: number } => {
  const end = endOf(handover);
  return {
    assignments: world.assignments.filter(
      (row) =>
        row.personId === handover.giverId &&
        row.postId === handover.postId &&
        row.from <= end &&
        (row.until === null || row.until > end),
    ).length,
    loans: loansByVirtue(world, handover.giverId, handover.postId, end).length,
  };
};
