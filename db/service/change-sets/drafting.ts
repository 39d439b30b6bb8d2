// Writing drafts: a new set, edits put in and taken out, its description, and where direct edits go that a second person must see.
import type { Actor, Context } from "../../../shared/contract/call.ts";
import type { Day } from "../../../shared/domain/day.ts";
import { type Edit, editKey, isOfAssignment, mergedEdits } from "../../../shared/domain/edit.ts";
import { fault } from "../../../shared/domain/fault.ts";
import type { Text } from "../../../shared/domain/text.ts";
import {
  changeSetsOf,
  editsOf,
  nextNumber,
  type StoredEdit,
  type StoredSet,
} from "../../queries/change-sets.ts";
import { type Recorder, rowOf } from "../../queries/versions.ts";
import type { Desk } from "../desk.ts";
import { handOf } from "../hand.ts";

export interface NewSet {
  name: string;
  day: Day;
  reason: string;
  docNo: string | null;
  branchGroup: string | null;
  undoOf: number | null;
  /** The rotation plan that it carries out. */
  planId?: string | null;
}
export interface HandedEdit {
  edit: Edit;
  hand: string;
}

/** @throws FaultError refused: an assignment is changed by its sheet, or by a plan's set */
export function assertDirect(edits: readonly Edit[]): void {
  if (edits.some(isOfAssignment))
    throw fault("refused", {
      zh: "任职请在“组织”页直接改，或由轮岗方案转为调整单。",
      en: "Assignments are changed under People and posts, or by the change set of a rotation plan.",
    });
}

export const valuesOf = ({ id: _, ...values }: StoredSet) => ({ ...values });

/** Inside a change: the set's first version and its edits. */
export function recordNewSet(
  desk: Desk,
  recorder: Recorder,
  actor: Actor,
  made: NewSet,
  edits: readonly HandedEdit[],
): { id: string; number: string } {
  const number = nextNumber(desk.db(), desk.today().slice(0, 4));
  const id = recorder.insert("change-sets", null, {
    ...made,
    number,
    state: "draft",
    baseSeq: desk.head().seq,
    madeBy: actor.name,
    madeAt: desk.deps.now(),
    isCorrection: false,
    effectiveDay: null,
    hand: handOf(actor),
  });
  for (const [position, { edit, hand }] of edits.entries())
    recordEdit(recorder, id, null, edit, position, hand);
  return { id, number };
}
const recordEdit = (
  recorder: Recorder,
  setId: string,
  id: string | null,
  edit: Edit,
  position: number,
  hand: string,
): string =>
  recorder.insert("change-edits", id, {
    setId,
    key: editKey(edit),
    position,
    body: JSON.stringify(edit),
    hand,
  });

/** Inside a change: another version of the set, by whoever asks. */
export function recordVersion(
  recorder: Recorder,
  actor: Actor,
  set: StoredSet,
  changed: Partial<StoredSet>,
): void {
  recorder.supersede("change-sets", set.id);
  recorder.insert("change-sets", set.id, { ...valuesOf(set), ...changed, hand: handOf(actor) });
}

export const merged = (desk: Desk, old: readonly StoredEdit[], added: readonly Edit[]): Edit[] =>
  mergedEdits(
    old.map(({ edit }) => edit),
    added,
    (kind, id) => rowOf(desk.db(), kind, id) === null,
  );

/** Inside a change of a draft: its edits become these; what stays as it is stays the work of whoever made it. */
export function recordEdits(
  recorder: Recorder,
  actor: Actor,
  set: StoredSet,
  old: readonly StoredEdit[],
  wanted: readonly Edit[],
): void {
  recordVersion(recorder, actor, set, {});
  const known = new Map(old.map((stored) => [stored.key, stored]));
  const keys = new Set(wanted.map(editKey));
  for (const stored of old) if (!keys.has(stored.key)) recorder.supersede("change-edits", stored.id);
  let last = Math.max(-1, ...old.map(({ position }) => position));
  for (const edit of wanted) {
    const stored = known.get(editKey(edit));
    if (stored && JSON.stringify(stored.edit) === JSON.stringify(edit)) continue;
    if (stored) recorder.supersede("change-edits", stored.id);
    else last += 1;
    recordEdit(recorder, set.id, stored?.id ?? null, edit, stored?.position ?? last, handOf(actor));
  }
}

/** The draft that gathers one person's direct edits of one day has this name. */
const gatheringName = (day: Day): string => `直接改动 ${day}`;

export interface TakenDraft {
  id: string;
  number: string;
}
export const takenSummary = (number: string, what: Text): Text => ({
  zh: `记入调整单 ${number}：${what.zh}`,
  en: `Into change set ${number}: ${what.en}`,
});

/** Inside a change: edits that need a second person go into the draft that gathers them. They have been checked. */
export function recordTaken(
  desk: Desk,
  recorder: Recorder,
  actor: Actor,
  edits: readonly Edit[],
  day: Day,
): TakenDraft {
  const hand = handOf(actor);
  const open = gatheringDraft(desk, actor, day);
  if (!open) {
    const made = { name: gatheringName(day), day, reason: "", docNo: null, branchGroup: null, undoOf: null };
    return recordNewSet(
      desk,
      recorder,
      actor,
      made,
      edits.map((edit) => ({ edit, hand })),
    );
  }
  const old = editsOf(desk.db(), open.id);
  recordEdits(recorder, actor, open, old, merged(desk, old, edits));
  return { id: open.id, number: open.number };
}
export const gatheringDraft = (desk: Desk, actor: Actor, day: Day): StoredSet | null =>
  changeSetsOf(desk.db()).find(
    ({ state, name, hand }) => state === "draft" && name === gatheringName(day) && hand === handOf(actor),
  ) ?? null;

/** One change that puts edits into the draft that gathers them. */
export function takeIntoDraft(
  desk: Desk,
  context: Context,
  edits: readonly Edit[],
  day: Day,
  what: Text,
): TakenDraft {
  let taken: TakenDraft = { id: "", number: "" };
  desk.write(
    context,
    {
      action: "change-set",
      summary: () => takenSummary(taken.number, what),
      detail: () => ({ set: taken, edits }),
      touches: ["changes", "journal", "workbook"],
    },
    (recorder) => {
      taken = recordTaken(desk, recorder, context.actor, edits, day);
    },
  );
  return taken;
}
