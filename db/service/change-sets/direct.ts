// Direct edits of what is governed: into a draft as soon as somebody else is a reviewer, before that marked as one person's.
import type { Context } from "../../../shared/contract/call.ts";
import type { Day } from "../../../shared/domain/day.ts";
import type { Edit } from "../../../shared/domain/edit.ts";
import type { Text } from "../../../shared/domain/text.ts";
import { editsOf } from "../../queries/change-sets.ts";
import { hasSecondPerson } from "../actor.ts";
import type { Desk } from "../desk.ts";
import { assertFitting, checkedEdits } from "../edit-writing.ts";
import { assertDirect, gatheringDraft, merged, type TakenDraft, takeIntoDraft } from "./drafting.ts";

/** What the journal keeps of a governed change that nobody else has seen. */
export const noSecondPerson = "none";

export const needsSecond = (desk: Desk, context: Context): boolean => hasSecondPerson(desk, context.actor);

/** Checks edits as a form's and among those already gathered. */
export function fitted(desk: Desk, context: Context, edits: readonly Edit[], day: Day): Edit[] {
  assertDirect(edits);
  const open = gatheringDraft(desk, context.actor, day);
  const old = open ? editsOf(desk.db(), open.id) : [];
  const checked = checkedEdits(
    desk,
    edits,
    day,
    old.map(({ edit }) => edit),
  );
  assertFitting(desk, merged(desk, old, checked), day);
  return checked;
}

/** Puts them into the draft that gathers this person's direct edits of the day. */
export const drafted = (
  desk: Desk,
  context: Context,
  edits: readonly Edit[],
  what: Text,
  day: Day = desk.today(),
): TakenDraft => takeIntoDraft(desk, context, fitted(desk, context, edits, day), day, what);
