// Corrections told where they matter: an act between a correction's day and its approval was done before its rule was on record.
import type { Day } from "../../../shared/domain/day.ts";
import { dayOf } from "../../../shared/domain/day.ts";
import type { Edit } from "../../../shared/domain/edit.ts";
import type { Text } from "../../../shared/domain/text.ts";
import { changedIn, changeSetOf, decisionsOf, editsOf } from "../../queries/change-sets.ts";
import { rowOf } from "../../queries/versions.ts";
import type { Desk } from "../desk.ts";

export interface ActAsked {
  matterId: string;
  day: Day;
}
interface Correction {
  number: string;
  docNo: string | null;
  from: Day;
  approvedOn: Day;
  /** null: every matter. */
  matterIds: ReadonlySet<string> | null;
}

function correctionsOf(desk: Desk): Correction[] {
  const db = desk.db();
  const ids = db
    .prepare(
      `SELECT id FROM change_sets JOIN entities ON key = entity
       WHERE is_correction = 1 AND state = 'approved' AND superseded_in IS NULL ORDER BY number`,
    )
    .pluck()
    .all() as string[];
  return ids.flatMap((id) => {
    const set = changeSetOf(db, id);
    const approved = decisionsOf(db, id).findLast(({ act }) => act === "approve");
    if (!set?.effectiveDay || !approved) return [];
    const before = changedIn(db, id) - 1;
    const touched = editsOf(db, id).map(({ edit }) => matterOf(desk, edit, before));
    return [
      {
        number: set.number,
        docNo: set.docNo,
        from: set.effectiveDay,
        approvedOn: dayOf(approved.at, desk.world().settings.timeZone),
        matterIds: touched.includes(null) ? null : new Set(touched.filter((one) => one !== null)),
      },
    ];
  });
}

/** The matter that an edit is about; null: none in particular. */
function matterOf(desk: Desk, edit: Edit, before: number): string | null {
  if (!("kind" in edit)) return null;
  const row = edit.op === "save" ? edit.values : rowOf(desk.db(), edit.kind, edit.id, before);
  const ofStep = (stepId: unknown): string | null =>
    desk.world().steps.find(({ id }) => id === stepId)?.matterId ?? null;
  switch (edit.kind) {
    case "authorities":
      return ofStep(row?.stepId);
    case "delegations":
      return ofStep(rowOf(desk.db(), "authorities", String(row?.authorityId), before)?.stepId);
    case "steps":
      return typeof row?.matterId === "string" ? row.matterId : null;
    case "matters":
      return edit.id;
    default:
      return null;
  }
}

/** One sentence for each correction that came after some of these acts. */
export function recordedAfterwards(desk: Desk, acts: readonly ActAsked[]): Text[] {
  const today = desk.today();
  if (acts.every(({ day }) => day >= today)) return [];
  return correctionsOf(desk)
    .filter(({ from, approvedOn, matterIds }) =>
      acts.some(
        ({ matterId, day }) =>
          from <= day && day < approvedOn && (matterIds === null || matterIds.has(matterId)),
      ),
    )
    .map(({ number, docNo, from, approvedOn }) => ({
      zh: `该事项自 ${from} 起的规定是调整单 ${number}${docNo ? `（${docNo}）` : ""}于 ${approvedOn} 更正补记的，办理当时尚未记入。`,
      en: `What holds for this matter from ${from} was recorded afterwards, by change set ${number}${docNo ? ` (${docNo})` : ""} on ${approvedOn}: it was not on record when the act was done.`,
    }));
}
