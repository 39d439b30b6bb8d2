// Why not, for the checks of tempo that look at one person's months or one case.
import { daysBetween } from "../../../domain/day.ts";
import { exceedsShare } from "../../../domain/money.ts";
import { borrowedFrom } from "../../cover.ts";
import { push } from "../../gather.ts";
import { actsInScope } from "../../kinds/grouping.ts";
import { monthOf, type Asked as Of } from "../../kinds/tempo-common.ts";
import { dutyText, monthText, percentText, personText } from "../../sentence.ts";
import type { Act } from "../../view.ts";
import { type Asked, nobody, noMatch, type Reason, reason } from "./reason.ts";

type Tempo = Asked<"tempo">;
const timed = ({ view }: Tempo, acts: readonly Act[]): Act[] => acts.filter((act) => view.clockOf(act) !== 0);
const noClock = (): Reason =>
  reason("no-data", "办理记录没有具体时刻。", "No act in question has a time of day.");

function byMonth(acts: readonly Act[]): Map<string, Act[]> {
  const months = new Map<string, Act[]>();
  for (const act of acts) push(months, monthOf(act), act);
  return months;
}
/** The month with the most of them. */
const fullest = (months: ReadonlyMap<string, readonly Act[]>): [string, number] =>
  [...months]
    .map(([month, acts]): [string, number] => [month, acts.length])
    .toSorted((a, b) => b[1] - a[1])[0] ?? ["", 0];

export function fast(
  asked: Tempo,
  { earlier, later, seconds, minActs }: Of<"fast">,
  personId: string,
): Reason | null {
  const { view } = asked;
  const own = actsInScope(asked, view.actsBy(personId));
  const acts = own.filter((act) => act.duties.has(later));
  if (acts.length === 0) return noMatch(view, own, [later]);
  const pairs = timed(asked, acts).flatMap((l) => {
    const all = view.caseActs.get(l.case.id)?.acts ?? [];
    const e = all.slice(0, all.indexOf(l)).findLast((act) => act.duties.has(earlier));
    return e && view.clockOf(e) !== 0 ? [{ l, gap: l.approval.happenedAt - e.approval.happenedAt }] : [];
  });
  const [first, second] = [dutyText(view, earlier), dutyText(view, later)];
  if (pairs.length === 0)
    return reason(
      "no-data",
      `没有一笔${second.zh}之前有带时刻的${first.zh}可比。`,
      `No act on ${second.en} has one on ${first.en} before it, both with a time of day.`,
    );
  const quick = pairs.filter(({ gap }) => gap <= seconds * 1000).map(({ l }) => l);
  const shortest = Math.round(Math.min(...pairs.map(({ gap }) => gap)) / 1000);
  if (quick.length === 0)
    return reason(
      "outside-window",
      `${second.zh}最快在${first.zh}之后 ${shortest} 秒，没有在 ${seconds} 秒之内的。`,
      `${second.en} came at the earliest ${shortest} s after ${first.en}; none within ${seconds} s.`,
    );
  const [month, count] = fullest(byMonth(quick));
  if (count >= minActs) return null;
  const when = monthText(month);
  return reason(
    "count-not-exceeded",
    `${seconds} 秒之内的最多一月 ${count} 次（${when.zh}），满 ${minActs} 次才提示。`,
    `Within ${seconds} s there were at most ${count} in a month (${when.en}); it takes ${minActs}.`,
  );
}

export function burst(asked: Tempo, { count, minutes }: Of<"burst">, personId: string): Reason | null {
  const { view } = asked;
  const own = actsInScope(asked, view.actsBy(personId)).filter((act) => act.approval.action === "approve");
  const who = personText(view, personId);
  if (own.length === 0)
    return reason("no-deciding-acts", `${who.zh}没有作过同意。`, `${who.en} approved nothing.`);
  const acts = timed(asked, own);
  if (acts.length === 0) return noClock();
  if (acts.length < count)
    return reason(
      "count-not-exceeded",
      `带时刻的同意只有 ${acts.length} 次，不足 ${count} 次。`,
      `There are only ${acts.length} approvals with a time of day, fewer than ${count}.`,
    );
  const spans = acts
    .slice(count - 1)
    .map((act, at) => act.approval.happenedAt - (acts[at]?.approval.happenedAt ?? 0));
  const shortest = Math.min(...spans);
  if (shortest <= minutes * 60_000) return null;
  return reason(
    "outside-window",
    `连续 ${count} 次同意最短用了 ${Math.floor(shortest / 60_000)} 分钟以上，超过 ${minutes} 分钟。`,
    `${count} approvals in a row took ${Math.floor(shortest / 60_000)} minutes or more, over ${minutes}.`,
  );
}

const msOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return (hours * 60 + minutes) * 60_000;
};
export function offHours(asked: Tempo, set: Of<"off-hours">, personId: string): Reason | null {
  const { view } = asked;
  const own = actsInScope(asked, view.actsBy(personId));
  const who = personText(view, personId);
  if (own.length === 0) return reason("no-deciding-acts", `${who.zh}没有办理。`, `${who.en} did not act.`);
  const acts = timed(asked, own);
  if (acts.length === 0) return noClock();
  const isOff = (act: Act): boolean =>
    view.clockOf(act) < msOf(set.from) || view.clockOf(act) >= msOf(set.until) || !view.isWorkday(act.day);
  const off = byMonth(acts.filter(isOff));
  if (off.size === 0)
    return reason(
      "in-time",
      `${who.zh}的办理都在工作日 ${set.from} 至 ${set.until} 之内。`,
      `All acts of ${who.en} were within ${set.from} to ${set.until} on workdays.`,
    );
  const all = byMonth(acts);
  for (const [month, rows] of off) {
    const whole = all.get(month)?.length ?? 0;
    const isMostly = whole >= set.minMonthActs && exceedsShare(rows.length, whole, set.sharePermille);
    if (rows.length >= set.minActs || isMostly) return null;
  }
  const [month, count] = fullest(off);
  const when = monthText(month);
  return reason(
    "count-not-exceeded",
    `非工作时间办理最多一月 ${count} 次（${when.zh}），不满 ${set.minActs} 次；占比也没有在办理满 ${set.minMonthActs} 次的月份超过 ${percentText(set.sharePermille)}。`,
    `There were at most ${count} such acts in a month (${when.en}), fewer than ${set.minActs}; nor was the share over ${percentText(set.sharePermille)} in a month of ${set.minMonthActs} acts or more.`,
  );
}

export function sameTerminal(asked: Tempo, { minutes }: Of<"same-terminal">): Reason | null {
  const { acts } = asked;
  const at = acts.filter((act) => act.approval.terminal);
  if (at.length === 0)
    return reason("no-data", "本件的办理记录没有终端。", "No approval of this case names its terminal.");
  const named = timed(
    asked,
    at.filter((act) => act.actorId !== null),
  );
  if (named.length === 0) return at.every((act) => act.actorId === null) ? nobody() : noClock();
  const pairs = named.flatMap((b, index) => named.slice(0, index).map((a) => ({ a, b })));
  const shared = pairs.filter(({ a, b }) => a.approval.terminal === b.approval.terminal);
  const apart = shared.filter(({ a, b }) => a.actorId !== b.actorId);
  if (apart.length === 0)
    return reason(
      "different-people",
      "没有两个不同的人用过同一终端。",
      "No two different people used one terminal.",
    );
  const differ = apart.filter(({ a, b }) => a.step.duty !== b.step.duty);
  if (differ.length === 0)
    return reason(
      "duties-do-not-match",
      "用同一终端的人办理的是同一职责。",
      "Those who shared a terminal did the same duty.",
    );
  const gap = Math.min(...differ.map(({ a, b }) => b.approval.happenedAt - a.approval.happenedAt));
  if (gap < minutes * 60_000) return null;
  return reason(
    "outside-window",
    `同一终端上两人办理相隔至少 ${Math.floor(gap / 60_000)} 分钟，没有在 ${minutes} 分钟以内。`,
    `At one terminal the two were at least ${Math.floor(gap / 60_000)} minutes apart, not within ${minutes}.`,
  );
}

export function briefDelegation(asked: Tempo, { maxDays }: Of<"brief-delegation">): Reason | null {
  const { view, people } = asked;
  const acts = asked.acts.filter(
    (act) => act.actorId !== null && (people.length === 0 || people.includes(act.actorId)),
  );
  if (acts.length === 0) return nobody();
  const silent = acts.filter((act) => act.approval.onBehalfOfId === null);
  if (silent.length === 0)
    return reason(
      "left-out",
      "这些办理都写明了代何人，本规则只看未写明的。",
      "These acts all say on whose behalf; this rule looks at those that do not.",
    );
  const lent = silent
    .map((act) => borrowedFrom(view, act, act.actorId ?? ""))
    .filter((loans) => loans.length > 0);
  if (lent.length === 0)
    return reason(
      "covered",
      "没有一笔是仅凭转授权办理的：办理人有本人授权，或没有有效的转授权。",
      "None was done by delegation alone: the actors had authority of their own, or no delegation that covers.",
    );
  const isBrief = ({ from, until }: { from: string; until: string | null }): boolean =>
    until !== null && daysBetween(from, until) <= maxDays;
  if (lent.some((loans) => loans.every(isBrief))) return null;
  return reason(
    "outside-window",
    `所凭的转授权中有长于 ${maxDays} 日的，不是临时转授。`,
    `Among the delegations used is one of more than ${maxDays} days: it was not lent for the act.`,
  );
}
