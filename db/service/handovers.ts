// Handlers of the handovers namespace: from a plan to its last signed handover and follow-up (docs/handover.md).
import { extname } from "node:path";
import type { Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import type { FollowUp, Handover } from "../../shared/domain/handover.ts";
import { writeBytes } from "../files/report-writer.ts";
import { changeSetsOf } from "../queries/change-sets.ts";
import { actorAt } from "./actor.ts";
import { type Desk, gone } from "./desk.ts";
import * as acts from "./handovers/acts.ts";
import { announced } from "./handovers/announced.ts";
import { attentionOf } from "./handovers/attention.ts";
import { calendarEntries, calendarOf } from "./handovers/calendar.ts";
import { endGrants } from "./handovers/ending-grants.ts";
import { actsAfterLeaving, addFollowUp, finishFollowUp } from "./handovers/follow-ups.ts";
import { markNotices } from "./handovers/notices.ts";
import { startPlanSet } from "./handovers/plan-set.ts";
import { shownFollowUps, shownHandovers, shownNotices, viewOf } from "./handovers/shown.ts";
import { followUpsOf, handoversOf, noticesOf, storedFollowUp, storedHandover } from "./handovers/stored.ts";
import { logExport, receiptOf } from "./receipts.ts";

const retractedLast = (list: readonly Handover[]): Handover[] => {
  const isRetracted = ({ state }: Handover): boolean => state === "retracted";
  return [...list.filter((one) => !isRetracted(one)), ...list.filter(isRetracted)];
};

export function handoverHandlers(desk: Desk): Handlers<QuanhengContract>["handovers"] {
  const present = (id: string): Handover => {
    const found = storedHandover(desk, id);
    if (!found) throw gone({ zh: "这份交接", en: "This handover" });
    return found;
  };
  const followUp = (id: string): FollowUp => {
    const found = storedFollowUp(desk, id);
    if (!found) throw gone({ zh: "这一项", en: "This follow-up" });
    return found;
  };
  return {
    planSets: () => ({
      announcedPlanId: announced(desk).planId,
      sets: changeSetsOf(desk.db()).flatMap(({ id, number, state, planId }) =>
        planId === null ? [] : [{ planId, setId: id, number, state }],
      ),
    }),
    startSet: (input, context) => startPlanSet(desk, context, input),
    list: () => ({
      day: desk.today(),
      rows: shownHandovers(desk, retractedLast(handoversOf(desk))),
    }),
    view: ({ id }) => {
      const view = viewOf(desk, actorAt(desk), present(id));
      if (!view) throw new Error(`the handover ${id} cannot be shown`);
      return view;
    },
    start: ({ id }, context) => acts.begin(desk, context, present(id)),
    describe: ({ id, ...said }, context) => acts.describe(desk, context, present(id), said),
    setItems: ({ id, items }, context) => acts.setItems(desk, context, present(id), items),
    sign: ({ id, role }, context) => acts.sign(desk, context, present(id), role),
    keepGrants: ({ id, authorityIds, reason }, context) =>
      acts.keepGrants(desk, context, present(id), authorityIds, reason),
    endGrants: ({ id, authorityIds }, context) => endGrants(desk, context, present(id), authorityIds),
    close: ({ id }, context) => acts.close(desk, context, present(id)),
    reopen: ({ id, reason }, context) => acts.reopen(desk, context, present(id), reason),
    notices: () => ({ day: desk.today(), rows: shownNotices(desk, noticesOf(desk)) }),
    issue: ({ ids, on }, context) => markNotices(desk, context, "issued", ids, on),
    acknowledge: ({ ids, on }, context) => markNotices(desk, context, "acknowledged", ids, on),
    calendar: async ({ grant, personId, language }, context) => {
      const asked = desk.deps.grants.pathOf(grant, "write");
      const path = extname(asked).toLowerCase() === ".ics" ? asked : `${asked}.ics`;
      const entries = calendarEntries(desk, personId, language);
      const bytes = new TextEncoder().encode(calendarOf(desk, entries, language));
      const written = await writeBytes(path, bytes, context.signal);
      return logExport(
        desk,
        context,
        { zh: "轮岗日历", en: "the rotation calendar" },
        receiptOf(desk, path, written, entries.length),
      );
    },
    followUps: () => ({
      day: desk.today(),
      rows: shownFollowUps(desk, followUpsOf(desk), handoversOf(desk)),
    }),
    addFollowUp: ({ handoverId, ...asked }, context) =>
      addFollowUp(desk, context, present(handoverId), asked),
    finishFollowUp: ({ id, result }, context) => finishFollowUp(desk, context, followUp(id), result),
    actsAfter: ({ id }) => ({ acts: actsAfterLeaving(desk, followUp(id)) }),
    attention: () => attentionOf(desk),
  };
}
