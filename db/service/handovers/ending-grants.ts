// Special grants of a giver that end with the post: edits of authorities, so by the way of change sets.
import type { Context } from "../../../shared/contract/call.ts";
import type { Edit } from "../../../shared/domain/edit.ts";
import { fault } from "../../../shared/domain/fault.ts";
import type { Handover } from "../../../shared/domain/handover.ts";
import { drafted, needsSecond, noSecondPerson } from "../change-sets/direct.ts";
import type { TakenDraft } from "../change-sets/drafting.ts";
import type { Desk } from "../desk.ts";
import { plannedRows, writeRows } from "../edit-writing.ts";
import { namedHandover } from "./acts.ts";
import { endOf, grantsOf } from "./lingering.ts";

export function endGrants(
  desk: Desk,
  context: Context,
  handover: Handover,
  authorityIds: readonly string[],
): { change: { seq: number } | null; draft: TakenDraft | null } {
  const open = new Map(grantsOf(desk, desk.world(), handover).map((grant) => [grant.authorityId, grant]));
  const today = desk.today();
  const end = endOf(handover);
  const until = end > today ? end : today;
  const edits = authorityIds.map((id): Edit => {
    const grant = open.get(id);
    if (!grant || grant.state === "ends")
      throw fault("missing", {
        zh: "所选的个人授权不在此列或已终止，请刷新。",
        en: "A grant chosen is not on the list or has ended: refresh.",
      });
    return { op: "end", kind: "authorities", id, until };
  });
  const { zh, en } = namedHandover(desk, handover);
  const what = {
    zh: `终止 ${edits.length} 项个人授权：${zh}`,
    en: `Ended ${edits.length} special grant(s): ${en}`,
  };
  if (needsSecond(desk, context)) return { change: null, draft: drafted(desk, context, edits, what) };
  const rows = plannedRows(desk, edits, today);
  const { seq } = desk.write(
    context,
    {
      action: "edit",
      summary: what,
      detail: { day: today, rows, secondPerson: noSecondPerson, handover: handover.id },
    },
    (recorder) => writeRows(desk, rows, recorder),
  );
  return { change: { seq }, draft: null };
}
