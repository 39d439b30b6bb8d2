// Days away, and the loans of authority that leaders leave behind for them.
import type { Draft, DraftPerson } from "./draft.ts";
import { dayAt, workdayFrom, workdaysLater } from "./workdays.ts";

/** Who signs while a leader is away. */
const standIns: Record<string, readonly string[]> = {
  ldHead: ["ldFund", "ldBuy"],
  ldBuy: ["ldAcct", "ldWorks"],
  ldFund: ["ldBuy", "ldAcct"],
  ldWorks: ["ldFund", "ldBuy"],
  ldAcct: ["ldFund", "ldBuy"],
};

function addAway(
  draft: Draft,
  person: DraftPerson,
  from: number,
  workdays: number,
): { from: number; until: number } | null {
  const first = workdayFrom(from);
  const until = workdaysLater(first, workdays - 1) + 1;
  const isIn = first >= person.joined && until <= (person.leaves ?? until) && until <= draft.end;
  if (!isIn) return null;
  const away = { staffNo: person.staffNo, from: first, until };
  draft.absences.push(away);
  return away;
}

export function addAbsences(draft: Draft): void {
  const years = Math.max(1, Math.round((draft.end - draft.start) / 365));
  for (const person of draft.people) {
    if (person.grade === "外聘" || isLeader(draft, person)) continue;
    for (let year = 0; year < years; year += 1) {
      const begin = draft.start + year * 365;
      addAway(draft, person, begin + draft.random.between(10, 170), draft.random.between(2, 6));
      if (draft.random.happens(500))
        addAway(draft, person, begin + draft.random.between(190, 345), draft.random.between(1, 3));
    }
  }
  addLeaders(draft, years);
}

const holderOf = (draft: Draft, type: string): DraftPerson | undefined => {
  const post = draft.posts.find((it) => it.type.type === type);
  const seat = draft.assignments.find((it) => it.post === post?.code);
  return draft.people.find((it) => it.staffNo === seat?.staffNo);
};
const isLeader = (draft: Draft, person: DraftPerson): boolean =>
  Object.keys(standIns).some((type) => holderOf(draft, type) === person);

/** Leaders take turns: one away at a time, so that the stand-in is there. */
function addLeaders(draft: Draft, years: number): void {
  const leaders = Object.keys(standIns).filter((type) => holderOf(draft, type));
  const turns = years * 12;
  for (let turn = 0; turn < turns; turn += 1) {
    const type = leaders[turn % leaders.length] ?? "ldHead";
    const giver = holderOf(draft, type);
    const taker = (standIns[type] ?? []).map((it) => holderOf(draft, it)).find((it) => it && it !== giver);
    if (!giver || !taker || draft.random.happens(250)) continue;
    const away = addAway(
      draft,
      giver,
      draft.start + turn * 30 + draft.random.between(1, 9),
      draft.random.between(2, 6),
    );
    if (!away) continue;
    const posts = draft.assignments.filter((it) => it.staffNo === giver.staffNo).map((it) => it.post);
    for (const authority of draft.authorities) {
      if (authority.post === null || !posts.includes(authority.post)) continue;
      draft.delegations.push({
        authority: authority.code,
        giver: giver.staffNo,
        taker: taker.staffNo,
        from: away.from,
        until: away.until,
        docNo: `青财授〔${dayAt(away.from).slice(0, 4)}〕${turn + 1}号`,
      });
    }
  }
}

/**
 * One loan that ends within the week and one that is to come: of a step on which the receiver has a tier already, so
 * that nothing new meets in their hands.
 */
export function addLoansNow(draft: Draft): void {
  const sitting = (type: string): { staffNo: string; post: string } | undefined => {
    const posts = draft.posts.filter((it) => it.type.type === type).map((it) => it.code);
    return draft.assignments.find((it) => posts.includes(it.post) && it.until === null);
  };
  for (const [type, takers] of Object.entries(standIns)) {
    const giver = sitting(type);
    for (const taker of takers.map(sitting)) {
      if (!giver || !taker || giver.staffNo === taker.staffNo) continue;
      const known = new Set(draft.authorities.filter((it) => it.post === taker.post).map((it) => it.step));
      const lent = draft.authorities.find(
        (it) => it.post === giver.post && it.until === null && !it.isCollective && known.has(it.step),
      );
      if (!lent) continue;
      const year = dayAt(draft.end).slice(0, 4);
      const loan = { authority: lent.code, giver: giver.staffNo, taker: taker.staffNo };
      draft.delegations.push(
        { ...loan, from: draft.end - 4, until: draft.end + 5, docNo: `青财授〔${year}〕91号` },
        { ...loan, from: draft.end + 40, until: draft.end + 47, docNo: `青财授〔${year}〕92号` },
      );
      return;
    }
  }
}
