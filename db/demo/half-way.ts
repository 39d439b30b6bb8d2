// One case that is half way on the last day, whatever day that is: the gate has something to refuse and somebody to send it to.

import type { CaseBook } from "./cases.ts";
import type { Draft, DraftCase } from "./draft.ts";
import { actOn } from "./plants/moments.ts";
import { wan } from "./plants/wan.ts";
import type { Roster } from "./roster.ts";
import { workdayFrom } from "./workdays.ts";

/** A small purchase whose offers have been compared; choosing the supplier is next. */
export interface HalfWay {
  caseNo: string;
  /** Code of the step that is next. */
  step: string;
  /** Whoever asked for the purchase: without the authority of that step, and not to decide on their own request. */
  requester: string;
}
type Made = Omit<HalfWay, "caseNo"> & { it: DraftCase };

const daysOpen = 45;
/** The longest leave of a sample's people is over by then, holidays included. */
const daysSinceCompared = 20;

/** Ordinary in everything but its timing: opened after all others so that none of them changes, numbered among them. */
export function addHalfWay(draft: Draft, roster: Roster, book: CaseBook): Made {
  const opened = workdayFrom(draft.end - daysOpen);
  const requester = Array.from({ length: 40 }, (_, nth) => roster.who("bgNeed", opened, nth)).find(
    (staffNo) =>
      !roster.hasKin(staffNo) &&
      roster.isThere(staffNo, draft.end) &&
      roster.ownPost(staffNo, draft.end) === roster.ownPost(staffNo, opened),
  );
  if (requester === undefined) throw new Error("nobody who asks for purchases stays in post");
  const it = book.open(
    "XJ",
    opened,
    { requester, amount: wan(6.2), category: "办公用品", method: "inquiry" },
    {
      XJ02: { staff: [requester] },
      XJ05: { onDay: workdayFrom(draft.end - daysSinceCompared) },
      XJ06: { onDay: draft.end + 1 },
    },
  );
  actOn(it, "XJ05");
  return { it, step: "XJ06", requester };
}
