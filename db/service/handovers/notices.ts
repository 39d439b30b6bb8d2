// Notices handed over and acknowledged, many in one entry.
import type { Context } from "../../../shared/contract/call.ts";
import type { Day } from "../../../shared/domain/day.ts";
import { fault } from "../../../shared/domain/fault.ts";
import type { Notice } from "../../../shared/domain/handover.ts";
import { type Desk, gone } from "../desk.ts";
import { paperTouches } from "./acts.ts";
import { recordPaper, storedNotice } from "./stored.ts";

const verbs = {
  issued: { zh: "发出通知书", en: "Issued", from: "due" },
  acknowledged: { zh: "登记签收", en: "Acknowledged", from: "issued" },
} as const;

/** @throws FaultError missing; refused: a notice is in another state; invalid: a day to come */
export function markNotices(
  desk: Desk,
  context: Context,
  to: keyof typeof verbs,
  ids: readonly string[],
  on: Day | null,
): { change: { seq: number } } {
  const today = desk.today();
  const day = on ?? today;
  if (day > today)
    throw fault("invalid", {
      zh: `日期不能晚于今天（${today}）。`,
      en: `The day cannot be after today (${today}).`,
    });
  const { zh, en, from } = verbs[to];
  const rows = [...new Set(ids)].map((id): Notice => {
    const notice = storedNotice(desk, id);
    if (!notice) throw gone({ zh: "所选的通知", en: "A notice chosen" });
    if (notice.state !== from)
      throw fault("refused", {
        zh: to === "issued" ? "所选通知中有已发出或已撤销的。" : "所选通知中有尚未发出、已签收或已撤销的。",
        en:
          to === "issued"
            ? "One of the notices has been issued or retracted already."
            : "One of the notices has not been issued, or is settled already.",
      });
    const issued = notice.body.issued;
    if (to === "acknowledged" && issued && day < issued.on)
      throw fault("invalid", {
        zh: `签收不能早于发出（${issued.on}）。`,
        en: `It cannot be acknowledged before it was issued (${issued.on}).`,
      });
    const mark = { by: context.actor.name, at: desk.deps.now(), on: day };
    return { ...notice, state: to, body: { ...notice.body, [to]: mark } };
  });
  const { seq } = desk.write(
    context,
    {
      action: "handover",
      summary: { zh: `${zh} ${rows.length} 份（${day}）`, en: `${en} ${rows.length} notice(s) on ${day}` },
      detail: { notices: rows.map(({ id }) => id), state: to, on: day },
      touches: paperTouches,
    },
    (recorder) => {
      for (const row of rows) recordPaper(recorder, { kind: "notices", row });
    },
  );
  return { change: { seq } };
}
