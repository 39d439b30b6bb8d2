// Why not, for the kinds that look at one person: what is held together, presence, tenure.
import { contains } from "../../../domain/day.ts";
import { reasonOf } from "../../kinds/absence.ts";
import { actsInScope } from "../../kinds/grouping.ts";
import { matcher } from "../../kinds/matching.ts";
import { coolingUntil, dueOn, isExempt, isInTerm } from "../../kinds/tenure.ts";
import { dutiesText, listText, personText, postText } from "../../sentence.ts";
import type { Term } from "../../terms.ts";
import type { Act } from "../../view.ts";
import { type Asked, type Reason, reason } from "./reason.ts";

/** Asked about one person; null: all conditions hold. */
type Of<K extends "never-together" | "absence" | "tenure"> = (
  asked: Asked<K>,
  personId: string,
) => Reason | null;

export const neverTogether: Of<"never-together"> = ({ view, rule }, personId) => {
  const { duties, maxHeld } = rule.parameters;
  const match = matcher(view, duties);
  const held = view.holdingsOf(personId).filter((row) => match(row.duty).length > 0);
  const who = personText(view, personId);
  const all = new Set(held.flatMap((row) => match(row.duty)));
  const asks = dutiesText(view, duties);
  if (all.size === 0)
    return reason(
      "duties-do-not-match",
      `${who.zh}的任职、授权和转授权中没有规则所列的职责（${asks.zh}）。`,
      `${who.en} holds none of the rule's duties (${asks.en}) by assignment, authority or delegation.`,
    );
  const list = dutiesText(view, all);
  if (all.size <= maxHeld)
    return reason(
      "count-not-exceeded",
      `${who.zh}只承担过其中 ${all.size} 项（${list.zh}），同时承担超过 ${maxHeld} 项才构成。`,
      `${who.en} has held only ${all.size} of them (${list.en}); it takes more than ${maxHeld} at once.`,
    );
  const countOn = (day: string): number =>
    new Set(held.filter((row) => contains(row, day)).flatMap((row) => match(row.duty))).size;
  const days = held.map((row) => row.from);
  if (days.some((day) => day <= view.today && countOn(day) > maxHeld)) return null;
  const coming = days.filter((day) => countOn(day) > maxHeld).sort()[0];
  return coming
    ? reason(
        "not-yet-judged",
        `${who.zh}要到 ${coming} 才同时承担，今日（${view.today}）尚未开始。`,
        `${who.en} will hold them together only from ${coming} on; today is ${view.today}.`,
      )
    : reason(
        "outside-window",
        `${who.zh}先后承担过 ${all.size} 项（${list.zh}），但从未在同一天同时承担超过 ${maxHeld} 项。`,
        `${who.en} held ${all.size} of them (${list.en}) one after another, never more than ${maxHeld} on one day.`,
      );
};

const absentWords = {
  absent: { zh: "缺勤", en: "absent" },
  "before-joining": { zh: "尚未到任", en: "not yet joined" },
  "after-leaving": { zh: "已离任", en: "already gone" },
} as const;
export const absence: Of<"absence"> = (asked, personId) => {
  const { view, rule } = asked;
  const who = personText(view, personId);
  if (!view.assignmentsOf.has(personId))
    return reason(
      "no-data",
      `${who.zh}没有任何任职记录，不判断是否在岗。`,
      `${who.en} has no assignment on record: presence is not judged.`,
    );
  const all = actsInScope(asked, view.actsBy(personId));
  const acts = asked.case ? all.filter((act) => act.case.id === asked.case?.id) : all;
  if (acts.length === 0) return reason("no-deciding-acts", `${who.zh}没有办理。`, `${who.en} did not act.`);
  const reasons = new Set<string>(rule.parameters.reasons);
  const away = acts.flatMap((act) => reasonOf(view, personId, act.day) ?? []);
  if (away.some((one) => reasons.has(one))) return null;
  const [other] = away;
  return other
    ? reason(
        "left-out",
        `${who.zh}办理当日${absentWords[other].zh}，但本规则不查这一项。`,
        `${who.en} was ${absentWords[other].en}, which this rule does not ask about.`,
      )
    : reason(
        "present",
        `${who.zh}的 ${acts.length} 笔办理当日均在任，没有缺勤记录。`,
        `${who.en} was in service and not absent on the days of all ${acts.length} acts.`,
      );
};

export const tenure: Of<"tenure"> = (asked, personId) => {
  const { view, rule } = asked;
  const who = personText(view, personId);
  const terms = view.people.get(personId)?.isSystem
    ? []
    : (view.termsOf(rule.parameters.gapMonths).get(personId) ?? []);
  if (terms.length === 0)
    return reason("no-term", `${who.zh}没有任过关键岗位。`, `${who.en} has held no key post.`);
  return rule.parameters.check === "limit" ? limit(asked, who, terms) : coolingOff(asked, who, terms);
};
type Named = ReturnType<typeof personText>;

function limit(asked: Asked<"tenure">, who: Named, terms: readonly Term[]): Reason | null {
  const { view } = asked;
  const limited = terms.flatMap((term) => {
    const due = dueOn(view, term);
    return due === null ? [] : [{ term, due }];
  });
  const posts = listText(terms.map((term) => postText(view, term.post.id)));
  if (limited.length === 0)
    return reason(
      "no-term",
      `${who.zh}任过的关键岗位（${posts.zh}）没有任期上限。`,
      `No limit is set for the key posts of ${who.en} (${posts.en}).`,
    );
  const inTerm = (term: Term): Act[] =>
    actsInScope(asked, view.actsBy(term.personId)).filter((act) => isInTerm(view, term, act));
  const late = limited.flatMap(({ term, due }) =>
    inTerm(term)
      .filter((act) => act.day > due)
      .map((act) => ({ term, act })),
  );
  const last = limited.at(-1);
  if (late.length === 0 && last) {
    const post = postText(view, last.term.post.id);
    return reason(
      "outside-window",
      `${who.zh}任${post.zh}自 ${last.term.from} 起，${last.due} 到期，其后没有在该岗位的办理。`,
      `${who.en} as ${post.en} since ${last.term.from}, due on ${last.due}: no act there after that day.`,
    );
  }
  if (late.some(({ term, act }) => !isExempt(view, term, act.day))) return null;
  return reason(
    "exempt",
    `${who.zh}到期后的 ${late.length} 笔办理当日均有有效豁免。`,
    `A live exemption covers all ${late.length} acts of ${who.en} after the due day.`,
  );
}

function coolingOff({ view }: Asked<"tenure">, who: Named, terms: readonly Term[]): Reason | null {
  const again = terms.filter((term) => term.previous !== null);
  if (again.length === 0)
    return reason(
      "no-term",
      `${who.zh}没有离任后又回任同一（或同类）关键岗位。`,
      `${who.en} has not come back to the same key post, or to one like it.`,
    );
  if (again.some((term) => coolingUntil(view, term) !== null)) return null;
  return reason(
    "outside-window",
    `${who.zh}回任时回任冷却期已满，或回任尚未开始。`,
    `${who.en} came back after the cooling-off, or has not yet.`,
  );
}
