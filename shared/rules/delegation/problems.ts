// Whether a delegation may be given (norms L-12, L-13): written, bounded, from who holds it, to who is there, not for long.
import type { Authority } from "../../domain/authority.ts";
import { addDays, type Day, daysBetween, lastDay } from "../../domain/day.ts";
import type { Person } from "../../domain/organisation.ts";
import type { Text } from "../../domain/text.ts";
import {
  type DelegationDraft,
  type DelegationGround,
  type DelegationLimits,
  type DelegationProblem,
  isOther,
} from "./delegation.ts";
import { firstUncovered, hasOnLoan, lendableDays } from "./holding.ts";
import { renewalProblems } from "./renewal.ts";

interface Span {
  from: Day;
  until: Day;
}
const problem = (key: DelegationProblem["key"], zh: string, en: string): DelegationProblem => ({
  key,
  reason: { zh, en },
});

/**
 * Everything that speaks against recording it, in the order of the form. Empty for what is over by `today`: that is a
 * record of what happened, which the check judges; refusing it would hide it. Rows referred to that are not there are
 * passed over: whoever resolves references tells of them. `before`: the row in force that it corrects; `ground` may
 * hold the draft already, as the facts of a change set do.
 */
export function delegationProblems(
  ground: DelegationGround,
  draft: DelegationDraft,
  before: DelegationDraft | null,
  limits: DelegationLimits,
  today: Day,
): DelegationProblem[] {
  const { until } = draft;
  if (until !== null && until <= today) return [];
  const written = writtenProblems(draft);
  if (until === null)
    return [
      ...written,
      problem("until", "转授权须有终止日期。请填写最后一日。", "A delegation must end: give its last day."),
    ];
  const span: Span = { from: draft.from, until };
  if (span.until <= span.from || (before && givesNothingNew(before, draft))) return written;
  const authority = ground.authorities.find(({ id }) => id === draft.authorityId);
  return [
    ...(authority ? boundProblems(authority, span) : []),
    ...(authority ? giverProblems(ground, authority, draft, span) : []),
    ...receiverProblems(ground, draft, span),
    ...lengthProblems(span, limits),
    ...renewalProblems(ground, draft, before, span, limits, today),
    ...written,
  ];
}

/** A correction that gives nothing new (the same loan, not longer) is asked for its paper alone. */
const givesNothingNew = (before: DelegationDraft, draft: DelegationDraft): boolean =>
  before.authorityId === draft.authorityId &&
  before.fromPersonId === draft.fromPersonId &&
  before.toPersonId === draft.toPersonId &&
  before.from <= draft.from &&
  (before.until === null || (draft.until !== null && draft.until <= before.until));

function writtenProblems({ docNo, reason }: DelegationDraft): DelegationProblem[] {
  const found: DelegationProblem[] = [];
  if (!docNo?.trim())
    found.push(
      problem(
        "docNo",
        "转授权须有书面文件。请填写文号。",
        "A delegation must be in writing: give the document no.",
      ),
    );
  if (!reason?.trim())
    found.push(
      problem(
        "reason",
        "请写明转授权的事由，如出差、休假。",
        "Say why it is delegated, such as travel or leave.",
      ),
    );
  return found;
}

function boundProblems(authority: Authority, { from, until }: Span): DelegationProblem[] {
  const last = lastDay(authority);
  const days: Text = {
    zh: `授权本身自 ${authority.from} 起${last === null ? "" : `，至 ${last} 止`}。转授权不能超出它的期限，请改日期。`,
    en: `The authority itself runs from ${authority.from}${last === null ? "" : ` to ${last}`}: keep the delegation within it.`,
  };
  const found: DelegationProblem[] = [];
  if (from < authority.from) found.push({ key: "from", reason: days });
  if (authority.until !== null && until > authority.until) found.push({ key: "until", reason: days });
  return found;
}

function giverProblems(
  ground: DelegationGround,
  authority: Authority,
  draft: DelegationDraft,
  span: Span,
): DelegationProblem[] {
  const { fromPersonId } = draft;
  const others = { ...ground, delegations: ground.delegations.filter((row) => isOther(row, draft)) };
  const without = firstUncovered(span, lendableDays(others, authority, fromPersonId));
  const giver = ground.people.find((one) => one.id === fromPersonId);
  if (without !== null) {
    const who = nameOf(giver);
    if (!authority.isSubDelegable && hasOnLoan(others, authority.id, fromPersonId, span))
      return [
        problem(
          "fromPersonId",
          `${who.zh}的这项授权是转来的，而它没有写明可以再转。请由原授权人直接转授，或先在授权上写明“可转授权”。`,
          `${who.en} has this authority on loan, and it may not be lent on: let the first giver delegate it, or mark the authority as sub-delegable first.`,
        ),
      ];
    return [
      problem(
        "fromPersonId",
        `${who.zh}在 ${without} 并不持有这项授权。请核对授权人，或把日期改到其在岗期间。`,
        `${who.en} does not hold this authority on ${without}: check the giver, or keep to the days in which they do.`,
      ),
    ];
  }
  const away = giver ? absentFrom(giver, span) : null;
  if (giver && away !== null)
    return [
      problem(
        "fromPersonId",
        `${nameOf(giver).zh}在 ${away} 不在职。请把日期改到其在职期间。`,
        `${nameOf(giver).en} is not employed on ${away}: keep to the days in which they are.`,
      ),
    ];
  return [];
}

function receiverProblems(
  ground: DelegationGround,
  { toPersonId, fromPersonId }: DelegationDraft,
  span: Span,
): DelegationProblem[] {
  const receiver = ground.people.find((one) => one.id === toPersonId);
  if (!receiver) return [];
  if (receiver.id === fromPersonId)
    return [
      problem(
        "toPersonId",
        "授权人与被授权人是同一人。请另选一人。",
        "Giver and receiver are the same person: choose somebody else.",
      ),
    ];
  if (receiver.isSystem)
    return [
      problem(
        "toPersonId",
        "系统账号不是人，不能接受转授权。请另选一人。",
        "A system account is nobody and can be given nothing: choose a person.",
      ),
    ];
  const who = nameOf(receiver);
  const gone = absentFrom(receiver, span);
  if (gone !== null)
    return [
      problem(
        "toPersonId",
        `${who.zh}在 ${gone} 不在职。请另选一人，或改日期。`,
        `${who.en} is not employed on ${gone}: choose somebody else, or other days.`,
      ),
    ];
  const away = ground.absences.filter((row) => row.personId === receiver.id);
  if (away.length > 0 && firstUncovered(span, away) === null)
    return [
      problem(
        "toPersonId",
        `${who.zh}在这些日子全都缺勤。请另选一人，或改日期。`,
        `${who.en} is away on all of these days: choose somebody else, or other days.`,
      ),
    ];
  return [];
}

function lengthProblems({ from, until }: Span, { longestDays }: DelegationLimits): DelegationProblem[] {
  const days = daysBetween(from, until);
  if (days <= longestDays) return [];
  const latest = addDays(from, longestDays - 1);
  return [
    problem(
      "until",
      `共 ${days} 天，超过本单位临时授权的上限 ${longestDays} 天。请最晚到 ${latest} 止，或改为在矩阵中正式授权。`,
      `That is ${days} days; the unit allows ${longestDays}. Let it end by ${latest}, or make it a regular grant in the matrix.`,
    ),
  ];
}

const nameOf = (person: Person | undefined): Text =>
  person
    ? { zh: `${person.name}（${person.staffNo}）`, en: `${person.name} (${person.staffNo})` }
    : { zh: "授权人", en: "The giver" };
/** The first day of the span on which the person is not employed; null: there throughout. */
function absentFrom({ joinedOn, leavesOn }: Person, { from, until }: Span): Day | null {
  if (joinedOn !== null && joinedOn > from) return from;
  return leavesOn !== null && leavesOn < until ? (leavesOn > from ? leavesOn : from) : null;
}
