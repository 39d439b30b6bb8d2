// What of the papers is overdue or stuck today, the longest first: for the overview.
import type { Handlers } from "../../../shared/contract/call.ts";
import type { QuanhengContract } from "../../../shared/contract/contract.ts";
import { daysBetween } from "../../../shared/domain/day.ts";
import type { Desk } from "../desk.ts";
import { labelsOf } from "../labels.ts";
import { postName } from "../tenure-rows.ts";
import { isLate, isOverdue, stuckOf } from "./shown.ts";
import { followUpsOf, handoversOf, noticesOf } from "./stored.ts";

type Attention = Awaited<ReturnType<Handlers<QuanhengContract>["handovers"]["attention"]>>;
const shownCount = 5;

export function attentionOf(desk: Desk): Attention {
  const today = desk.today();
  const labels = labelsOf(desk.world());
  const named = (personId: string, postId: string | null) => ({
    person: labels.person(personId),
    post: postId === null ? null : postName(labels, labels.post(postId)),
  });
  const notices = noticesOf(desk).filter((one) => isLate(one, today));
  const stuck = handoversOf(desk).flatMap((one) => {
    const what = stuckOf(one, today);
    return what ? [{ one, what }] : [];
  });
  const followUps = followUpsOf(desk).filter((one) => isOverdue(one, today));
  const lines: Omit<Attention["first"][number], "days">[] = [
    ...notices.map((one) => ({
      what: "notice" as const,
      id: one.id,
      ...named(one.recipientId, one.body.toPostId ?? one.body.fromPostId),
      since: one.dueOn,
    })),
    ...stuck.map(({ one, what }) => ({
      what,
      id: one.id,
      ...named(one.giverId, one.postId),
      since: what === "not-closed" ? one.lastDay : one.from,
    })),
    ...followUps.map((one) => ({
      what: "follow-up" as const,
      id: one.id,
      ...named(one.personId, one.postId),
      since: one.dueOn,
    })),
  ];
  return {
    lateNotices: notices.length,
    stuckHandovers: stuck.length,
    overdueFollowUps: followUps.length,
    first: lines
      .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
      .slice(0, shownCount)
      .map((line) => ({ ...line, days: daysBetween(line.since, today) })),
  };
}
