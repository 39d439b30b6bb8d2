// Forced leaves and evidence of controls as they lie in the workbook: read now or as known, and as rows to write.
import { z } from "zod";
import { addDays, type Day, instantOf } from "../../../shared/domain/day.ts";
import type { ControlEvidence, ForcedLeave, LeaveState } from "../../../shared/domain/rotation.ts";
import { leaveStates } from "../../../shared/domain/rotation.ts";
import type { LeaveDemand, PlannedLeave } from "../../../shared/rotation/plan.ts";
import { settingsOf } from "../../queries/settings.ts";
import { idsByKey, type Row, rowOf, rowsOf, type Value } from "../../queries/versions.ts";
import type { Desk } from "../desk.ts";

const handoverSchema = z.object({ on: z.string(), witness: z.string(), note: z.string() });
const leaveBodySchema = z.object({
  workingDays: z.number().int(),
  window: z.object({ from: z.string(), until: z.string() }),
  reason: z.string(),
  docNo: z.string(),
  approver: z.string(),
  planId: z.string().nullable(),
  handOut: handoverSchema.nullable(),
  handBack: handoverSchema.nullable(),
  withdrawnBecause: z.string().nullable(),
});
const evidenceBodySchema = z.object({
  doneOn: z.string(),
  doneBy: z.string(),
  found: z.string(),
  docNo: z.string().nullable(),
});
const word = (value: Value | undefined): string => String(value ?? "");
const stateOf = (value: Value | undefined): LeaveState =>
  leaveStates.find((state) => state === value) ?? "withdrawn";

const leaveOf = (row: Row): ForcedLeave => ({
  id: row.id,
  personId: word(row.personId),
  postId: word(row.postId),
  standInId: typeof row.standInId === "string" ? row.standInId : null,
  from: word(row.from),
  until: word(row.until),
  state: stateOf(row.state),
  ...leaveBodySchema.parse(JSON.parse(word(row.body))),
});
export function leaveRow({ id: _, personId, postId, standInId, from, until, state, ...body }: ForcedLeave) {
  return { personId, postId, standInId, from, until, state, body: JSON.stringify(body) };
}
const evidenceOf = (row: Row): ControlEvidence => ({
  id: row.id,
  subjectId: word(row.subjectId),
  from: word(row.from),
  until: word(row.until),
  ...evidenceBodySchema.parse(JSON.parse(word(row.body))),
});
export function evidenceRow({ id: _, subjectId, from, until, ...body }: ControlEvidence) {
  return { subjectId, from, until, body: JSON.stringify(body) };
}

/** The journal entry after which things were as known at the end of the day; null: now. */
export function knownAt(desk: Desk, knownOn: Day | null): number | null {
  if (knownOn === null) return null;
  const end = instantOf(addDays(knownOn, 1), "00:00", settingsOf(desk.db()).timeZone);
  return (
    (desk.db().prepare("SELECT max(seq) FROM journal WHERE at < ?").pluck().get(end) as number | null) ?? 0
  );
}
/** `knownAt`: as known after that journal entry; null: now. */
export const forcedLeavesOf = (desk: Desk, knownAt: number | null = null): ForcedLeave[] =>
  rowsOf(desk.db(), "forced-leaves", idsByKey(desk.db()), knownAt).map(leaveOf);
export const evidenceIn = (desk: Desk, knownAt: number | null = null): ControlEvidence[] =>
  rowsOf(desk.db(), "control-evidence", idsByKey(desk.db()), knownAt).map(evidenceOf);
export function forcedLeave(desk: Desk, id: string): ForcedLeave | null {
  const row = rowOf(desk.db(), "forced-leaves", id);
  return row ? leaveOf(row) : null;
}

/** Forced leaves that are placed and not over: whatever is planned, they stand. */
export const placedLeaves = (desk: Desk): PlannedLeave[] =>
  forcedLeavesOf(desk).flatMap(({ id, personId, postId, standInId, from, until, state }) =>
    state === "placed" && standInId !== null && until > desk.today()
      ? [{ demandId: id, personId, postId, standInId, from, until }]
      : [],
  );

/** Forced leaves that are asked for and not placed yet, whose window is not over: what a plan has to place. */
export const loadLeaveDemands = (desk: Desk): LeaveDemand[] =>
  forcedLeavesOf(desk)
    .filter(({ state, window }) => state === "asked" && window.until > desk.today())
    .map(({ id, personId, postId, workingDays, window }) => ({
      id,
      personId,
      postId,
      workingDays,
      from: window.from,
      until: window.until,
    }))
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1));
