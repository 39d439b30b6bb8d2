// The sentence and the figures above handovers, notices and follow-ups.
import { daysBetween } from "../../../shared/domain/day.ts";
import type { FollowUpRow, HandoverRow, NoticeRow } from "../../data/types.ts";
import type { Finding, KeyFigure } from "../../parts/page-head.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

interface Rows {
  handovers: readonly HandoverRow[];
  notices: readonly NoticeRow[];
  followUps: readonly FollowUpRow[];
}
const at = "/rotation/handovers";

export function useDoneHead(rows: Rows, today: string): { finding: Finding; figures: KeyFigure[] } {
  const { handovers: words, common } = useWords();
  const formats = useFormats();
  const live = rows.handovers.filter(({ state }) => state !== "retracted");
  const stuck = live.filter(({ stuck: what }) => what !== null);
  const done = live.filter(({ state }) => state === "closed");
  const due = rows.notices.filter(({ state }) => state === "due");
  const late = due.filter(({ isLate }) => isLate);
  const open = rows.followUps.filter(({ state }) => state === "open");
  const overdue = open.filter(({ isOverdue }) => isOverdue);
  const [next] = live
    .filter(({ state, lastDay }) => state !== "closed" && lastDay >= today)
    .toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : 1));
  const count = (list: readonly unknown[]): string => formats.count(list.length);
  const part = (list: readonly unknown[], text: (n: string) => string, href: string): Finding =>
    list.length === 0 ? [] : [common.comma, { words: text(count(list)), href }];
  return {
    finding: [
      words.finding(count(live)),
      ...(done.length > 0 ? [common.comma, words.findingDone(count(done))] : []),
      ...part(stuck, words.findingStuck, `${at}?show=stuck`),
      ...part(late, words.findingLate, `${at}?view=notices&show=late`),
      ...part(overdue, words.findingOverdue, `${at}?view=follow-ups&show=overdue`),
      common.fullStop,
    ],
    figures: [
      next
        ? {
            name: words.figures.next,
            figure: next.lastDay,
            note: words.figures.nextNote(formats.count(daysBetween(today, next.lastDay))),
            href: `${at}?open=${encodeURIComponent(next.id)}`,
          }
        : { name: words.figures.next, figure: words.figures.none },
      {
        name: words.figures.stuck,
        figure: count(stuck),
        ...(stuck.length > 0 ? { tone: "red" as const } : {}),
        href: `${at}?show=stuck`,
      },
      {
        name: words.figures.notices,
        figure: count(due),
        ...(late.length > 0 ? { note: words.figures.noticesNote(count(late)), tone: "amber" as const } : {}),
        href: `${at}?view=notices`,
      },
      {
        name: words.figures.followUps,
        figure: count(open),
        ...(overdue.length > 0
          ? { note: words.figures.followUpsNote(count(overdue)), tone: "amber" as const }
          : {}),
        href: `${at}?view=follow-ups`,
      },
    ],
  };
}
