// Why not, for the kinds that look at who did what in one case: their conditions in the order of docs/rules/kinds.md.
import { amountOf, coverageOf, creditedPersons } from "../../cover.ts";
import { closingDay, noteAct, startTrace } from "../../kinds/closing.ts";
import { matcher } from "../../kinds/matching.ts";
import { expertCounter, organsOf } from "../../kinds/two-person.ts";
import {
  departmentText,
  dutiesText,
  dutyText,
  listText,
  peopleText,
  personText,
  wanText,
} from "../../sentence.ts";
import { organOf, rankOf, unitOf } from "../../units.ts";
import type { Act, CoverageReason } from "../../view.ts";
import {
  nobody,
  noMatch,
  note,
  peopleWith,
  quoted,
  type Reason,
  reason,
  sharesText,
  type WhyNot,
} from "./reason.ts";

/** What is counted in hand of a limit: the reason when nobody exceeds it. */
const union = (shares: ReadonlyMap<string, ReadonlySet<string>>): Set<string> =>
  new Set([...shares.values()].flatMap((duties) => [...duties]));
const most = (shares: ReadonlyMap<string, ReadonlySet<string>>): number =>
  Math.max(0, ...[...shares.values()].map((duties) => duties.size));

export const separateDuties: WhyNot<"separate-duties"> = ({ view, rule, acts, people }) => {
  const { duties, maxHeld } = rule.parameters;
  const match = matcher(view, duties);
  const matched = acts.filter((act) => match(act.step.duty).length > 0);
  if (matched.length === 0) return noMatch(view, acts, duties);
  const shares = new Map<string, Set<string>>();
  for (const act of matched)
    for (const id of creditedPersons(view, act)) note(shares, id, match(act.step.duty));
  if (shares.size === 0) return nobody();
  const asked = people.length === 0 ? shares : new Map([...shares].filter(([id]) => people.includes(id)));
  if (most(asked) > maxHeld) return null;
  if (asked.size === 0) {
    const [who, others] = [peopleText(view, people), peopleWith(view, shares)];
    return reason(
      "different-people",
      `${who.zh}没有办理本件中规则所列的职责，也没有因代办或转授权而计入；办理的是${others.zh}。`,
      `${who.en} did none of the rule's duties in this case and is credited with none by delegation; they were done by ${others.en}.`,
    );
  }
  const all = union(shares);
  const counted = peopleWith(view, asked);
  if (all.size <= maxHeld || shares.size === 1)
    return reason(
      "count-not-exceeded",
      `规则所列 ${duties.length} 项职责中只计得 ${all.size} 项（${counted.zh}），同一人办理超过 ${maxHeld} 项才构成。`,
      `Of the rule's ${duties.length} duties only ${all.size} count (${counted.en}); it takes more than ${maxHeld} in one hand.`,
    );
  return reason(
    "different-people",
    `由不同的人办理，彼此没有代办或转授权而互相计入：${counted.zh}。同一人超过 ${maxHeld} 项才构成。`,
    `Different people did them and none is credited for another: ${counted.en}. It takes more than ${maxHeld} in one hand.`,
  );
};

export const samePerson: WhyNot<"same-person"> = ({ view, rule, acts }) => {
  const { duties } = rule.parameters;
  const match = matcher(view, duties);
  const matched = acts.filter((act) => match(act.step.duty).length > 0);
  if (matched.length === 0) return noMatch(view, acts, duties);
  const credited = matched.map((act) => creditedPersons(view, act)).filter((ids) => ids.length > 0);
  const [first] = credited;
  if (!first) return nobody();
  const shared = first.filter((id) => credited.every((ids) => ids.includes(id)));
  if (shared.length === 0) return null;
  const who = peopleText(view, shared);
  return reason(
    "count-not-exceeded",
    `规则要求同一人办理；计得的 ${credited.length} 笔都计在${who.zh}名下。`,
    `One and the same person is asked, and all ${credited.length} acts that count are credited to ${who.en}.`,
  );
};

export const separateUnits: WhyNot<"separate-units"> = ({ view, rule, acts }) => {
  const { duties, maxHeld, unit } = rule.parameters;
  const match = matcher(view, duties);
  const matched = acts.filter((act) => match(act.step.duty).length > 0);
  if (matched.length === 0) return noMatch(view, acts, duties);
  const shares = new Map<string, Set<string>>();
  for (const act of matched) {
    const id = unitOf(view, act);
    if (id !== null) note(shares, unit === "organ" ? organOf(view, id) : id, match(act.step.duty));
  }
  if (most(shares) > maxHeld) return null;
  if (shares.size === 0)
    return reason(
      "no-data",
      "相关办理没有写明岗位，办理人当日所任岗位也不能确定同一部门，无法判断由哪个部门办理。",
      "The acts name no post, and the posts that their actors held that day share no department: the unit is unknown.",
    );
  const counted = sharesText(
    shares,
    (id) => departmentText(view, id),
    (set) => dutiesText(view, set),
  );
  return union(shares).size <= maxHeld || shares.size === 1
    ? reason(
        "count-not-exceeded",
        `规则所列职责只计得 ${union(shares).size} 项（${counted.zh}），同一部门办理超过 ${maxHeld} 项才构成。`,
        `Only ${union(shares).size} of the rule's duties count (${counted.en}); it takes more than ${maxHeld} in one unit.`,
      )
    : reason(
        "different-units",
        `由不同部门办理：${counted.zh}。同一部门超过 ${maxHeld} 项才构成。`,
        `Different units did them: ${counted.en}. It takes more than ${maxHeld} in one unit.`,
      );
};

export const seniority: WhyNot<"seniority"> = ({ view, rule, acts }) => {
  const { earlier, later } = rule.parameters;
  for (const duty of [earlier, later])
    if (!acts.some((act) => act.duties.has(duty))) return noMatch(view, acts, [duty]);
  const [first, second] = [dutyText(view, earlier), dutyText(view, later)];
  const pairs = acts.flatMap((l, at) =>
    l.duties.has(later) ? acts.slice(0, at).flatMap((e) => (e.duties.has(earlier) ? [{ e, l }] : [])) : [],
  );
  if (pairs.length === 0)
    return reason(
      "in-order",
      `${second.zh}之前没有办理过${first.zh}，无从比较层级。`,
      `Nothing was done on ${first.en} before ${second.en}: there is no level to compare.`,
    );
  const named = pairs.filter(({ e, l }) => e.actorId !== null && l.actorId !== null);
  if (named.length === 0) return nobody();
  const apart = named.filter(({ e, l }) => e.actorId !== l.actorId);
  if (apart.length === 0)
    return reason(
      "different-people",
      `${first.zh}与${second.zh}由同一人办理，本规则只比较不同的人（同一人由职责分离规则判断）。`,
      `One person did both ${first.en} and ${second.en}; this rule compares different people (rules on separate duties look at one).`,
    );
  const ranked = apart.filter(({ e, l }) => rankOf(view, e) !== null && rankOf(view, l) !== null);
  if (ranked.length === 0)
    return reason(
      "no-data",
      "办理时的岗位层级不明，无法比较。",
      "The levels acted from are not known: there is nothing to compare.",
    );
  const isAbove = ({ e, l }: { e: Act; l: Act }): boolean => (rankOf(view, l) ?? 0) > (rankOf(view, e) ?? 0);
  if (!ranked.every(isAbove)) return null;
  const who = peopleText(view, new Set(ranked.map(({ l }) => l.actorId ?? "")));
  return reason(
    "ranks-higher",
    `办理${second.zh}的${who.zh}，所在层级高于此前办理${first.zh}的人。`,
    `${who.en}, who did ${second.en}, acted from a higher level than those who did ${first.en} before.`,
  );
};

export const twoPerson: WhyNot<"two-person"> = (asked) => {
  const { view, rule, acts } = asked;
  const { duty, minPersons, isOdd, countBy, quietDays } = rule.parameters;
  const name = dutyText(view, duty);
  if (!acts.some((act) => act.duties.has(duty))) return noMatch(view, acts, [duty]);
  const steps = view.stepsOf.get(asked.case?.matterId ?? "") ?? [];
  const last = Math.max(
    ...steps.filter((one) => view.implied(one.duty).has(duty)).map((one) => one.position),
  );
  const counted: Act[] = [];
  let isOver = false;
  for (const act of acts) {
    if (
      counted.length > 0 &&
      act.approval.action !== "reject" &&
      act.step.isRequired &&
      act.step.position > last
    ) {
      isOver = true;
      break;
    }
    if (act.duties.has(duty)) counted.push(act);
  }
  if (!isOver) {
    const trace = startTrace(asked.case?.id ?? "");
    for (const act of acts) noteAct(trace, act);
    if (closingDay(view, trace, quietDays) === null) return waiting(quietDays);
  }
  const actors = new Set(counted.flatMap((act) => act.actorId ?? []));
  const organs = organsOf(view, counted);
  const count = countBy === "organ" ? organs.ids.size : actors.size;
  if (
    count < minPersons &&
    (countBy === "organ" ? organs.isUnsure : counted.some((act) => act.approval.personId === null))
  )
    return reason(
      "not-yet-judged",
      `${name.zh}的办理没有全部写明何人（或哪个单位），可能还有别人，暂不能判断。`,
      `Not every act on ${name.en} says who (or which unit) did it; there may have been more: it cannot be judged yet.`,
    );
  if (count < minPersons || (isOdd && count % 2 === 0) || expertCounter(asked)(counted)?.areTooFew)
    return null;
  const who =
    countBy === "organ"
      ? listText([...organs.ids].map((id) => departmentText(view, id)))
      : peopleText(view, actors);
  return reason(
    "enough-people",
    `${name.zh}由 ${count} ${countBy === "organ" ? "个单位" : "人"}办理（${who.zh}），规则要求至少 ${minPersons}${isOdd ? " 且为单数" : ""}，已满足。`,
    `${name.en} was done by ${count} (${who.en}); at least ${minPersons}${isOdd ? ", an odd number," : ""} are asked: met.`,
  );
};

/** The end of a case is what such a rule waits for. */
export const waiting = (quietDays: number): Reason =>
  reason(
    "not-yet-judged",
    `本件尚未办结，也没有办到能作出判断的后续环节；办结、办完末环节，或此后 ${quietDays} 日没有新的办理，才作判断。`,
    `The case is still open and has not reached a step that decides it; it is judged once closed, or after ${quietDays} days without a new act.`,
  );

const uncoveredWords: Record<CoverageReason, { zh: string; en: string }> = {
  "no-post": { zh: "当日未任岗位", en: "held no post that day" },
  "no-authority": { zh: "未见该环节授权", en: "no authority for the step" },
  "outside-days": { zh: "不在授权期限内", en: "authority not in force that day" },
  "over-amount": { zh: "金额不在授权额度之内", en: "amount outside the authority" },
  "sub-delegated": { zh: "转授权没有有效来源", en: "delegation without a valid giver" },
  "no-collective": { zh: "未见集体决策文号", en: "no document of a collective decision" },
};
export const withinAuthority: WhyNot<"within-authority"> = ({ view, rule, case: of, acts, people }) => {
  const governed = view.world.authorities.some(
    (row) => view.steps.get(row.stepId)?.matterId === of?.matterId,
  );
  if (!governed)
    return reason(
      "no-data",
      "该事项没有任何授权记录，无从比较。",
      "No authority is on record for this matter: there is nothing to compare with.",
    );
  const named = acts.filter(
    (act) => act.actorId !== null && (people.length === 0 || people.includes(act.actorId)),
  );
  if (named.length === 0) {
    if (people.length === 0) return nobody();
    const who = peopleText(view, people);
    return reason("different-people", `${who.zh}没有在本件中办理。`, `${who.en} did not act in this case.`);
  }
  const asked = new Set<string>(rule.parameters.reasons);
  const verdicts = named.map((act) => ({ act, reason: coverageOf(view, act, act.actorId ?? "").reason }));
  if (verdicts.some((one) => one.reason !== null && asked.has(one.reason))) return null;
  const other = verdicts.find((one) => one.reason !== null);
  if (other?.reason) {
    const [who, word] = [personText(view, other.act.actorId ?? ""), uncoveredWords[other.reason]];
    return reason(
      "left-out",
      `${who.zh}办理“${other.act.step.name}”${word.zh}，但本规则不查这一项。`,
      `${who.en} on “${other.act.step.name}”: ${word.en}, which this rule does not ask about.`,
    );
  }
  const steps = quoted([...new Set(named.map((act) => act.step.name))]);
  const amount = of?.amount ?? amountOf(named[0] ?? acts[0] ?? missing());
  const money = amount === null ? { zh: "", en: "" } : wanText(amount);
  return reason(
    "covered",
    `${named.length} 笔办理（${steps.zh}）当日均有覆盖该金额${money.zh ? `（${money.zh}）` : ""}的授权。`,
    `All ${named.length} acts (${steps.en}) were covered that day by an authority${money.en ? ` for ${money.en}` : ""}.`,
  );
};
function missing(): never {
  throw new Error("a case with a named act has an act");
}
