// Why not, for relations between actors, with a supplier, or between holders.
import { contains, type Day } from "../../../domain/day.ts";
import type { Relation } from "../../../domain/organisation.ts";
import { creditedPersons } from "../../cover.ts";
import { matcher } from "../../kinds/matching.ts";
import { relationDays } from "../../kinds/relation-holder.ts";
import { daysText, dutiesText, peopleText, supplierText } from "../../sentence.ts";
import type { Act, Holding, View } from "../../view.ts";
import { type Asked, nobody, noMatch, type Reason, reason, type WhyNot } from "./reason.ts";

export const relation: WhyNot<"relation"> = (asked) => {
  switch (asked.rule.parameters.counterpart) {
    case "supplier":
      return withSupplier(asked);
    case "actor":
      return betweenActors(asked);
    case "holder":
      return betweenHolders(asked);
  }
};

function qualifier(view: View, list: readonly string[]): (duty: string) => boolean {
  const match = matcher(view, list);
  return list.length === 0 ? () => true : (duty) => match(duty).length > 0;
}
const isAsked = ({ rule }: Asked<"relation">, row: Relation): boolean =>
  rule.parameters.types.includes(row.type);
const isValid = ({ rule }: Asked<"relation">, row: Relation, day: Day): boolean =>
  contains(relationDays(row, rule.parameters.lookbackYears), day);

function outdated(asked: Asked<"relation">, row: Relation): Reason {
  const days = relationDays(row, asked.rule.parameters.lookbackYears);
  const when = daysText(days.from, days.until);
  return reason(
    "outside-window",
    `有登记的关系，但计入的期间（${when.zh}，含回溯）不含办理当日。`,
    `A relation is on record, but its days (${when.en}, look-back included) do not contain those of the acts.`,
  );
}

function withSupplier(asked: Asked<"relation">): Reason | null {
  const { view, rule, acts } = asked;
  const supplierId = asked.case?.supplierId ?? null;
  if (supplierId === null) return reason("no-data", "本件没有写明供应商。", "The case names no supplier.");
  const isOne = qualifier(view, rule.parameters.duties);
  const own = acts.filter((act) => isOne(act.step.duty));
  if (own.length === 0) return noMatch(view, acts, rule.parameters.duties);
  const pairs = own.flatMap((act) => creditedPersons(view, act).map((id) => ({ act, id })));
  if (pairs.length === 0) return nobody();
  const tied = pairs.flatMap(({ act, id }) =>
    (view.relationsOf.get(id) ?? [])
      .filter((row) => row.supplierId === supplierId && row.personId === id && isAsked(asked, row))
      .map((row) => ({ act, row })),
  );
  const [first] = tied;
  if (!first) {
    const [who, whom] = [
      peopleText(view, new Set(pairs.map(({ id }) => id))),
      supplierText(view, supplierId),
    ];
    return reason(
      "not-related",
      `${who.zh}与供应商${whom.zh}之间没有登记规则所列的关系。`,
      `No relation of the listed types between ${who.en} and supplier ${whom.en} is on record.`,
    );
  }
  return tied.some(({ act, row }) => isValid(asked, row, act.day)) ? null : outdated(asked, first.row);
}

function betweenActors(asked: Asked<"relation">): Reason | null {
  const { view, rule, acts } = asked;
  const { duties, otherDuties } = rule.parameters;
  const [isOne, isOther] = [qualifier(view, duties), qualifier(view, otherDuties)];
  const one = acts.filter((act) => isOne(act.step.duty));
  const other = acts.filter((act) => isOther(act.step.duty));
  if (one.length === 0) return noMatch(view, acts, duties);
  if (other.length === 0) return noMatch(view, acts, otherDuties);
  const at = new Map(acts.map((act, index) => [act, index]));
  const place = (act: Act): number => at.get(act) ?? 0;
  const pairs = one.flatMap((a) =>
    other.flatMap((b) =>
      creditedPersons(view, a).flatMap((p) =>
        creditedPersons(view, b).flatMap((q) =>
          p === q ? [] : [{ p, q, day: place(a) > place(b) ? a.day : b.day }],
        ),
      ),
    ),
  );
  if (pairs.length === 0)
    return reason(
      "different-people",
      "这些职责没有由两个不同的人办理（或计入）。",
      "No two different people did (or are credited with) these duties.",
    );
  const tied = pairs.flatMap(({ p, q, day }) => rowsBetween(asked, p, q).map((row) => ({ row, day })));
  const [first] = tied;
  if (!first) {
    const who = peopleText(view, new Set(pairs.flatMap(({ p, q }) => [p, q])));
    return reason(
      "not-related",
      `${who.zh}之间没有登记规则所列的关系。`,
      `No relation of the listed types between ${who.en} is on record.`,
    );
  }
  return tied.some(({ row, day }) => isValid(asked, row, day)) ? null : outdated(asked, first.row);
}

const rowsBetween = (asked: Asked<"relation">, p: string, q: string): Relation[] =>
  (asked.view.relationsOf.get(p) ?? []).filter(
    (row) =>
      isAsked(asked, row) &&
      ((row.personId === p && row.otherPersonId === q) || (row.personId === q && row.otherPersonId === p)),
  );

function betweenHolders(asked: Asked<"relation">): Reason | null {
  const { view, rule } = asked;
  const [p, q] = asked.people;
  if (p === undefined) return reason("unknown-subject", "请指明人员。", "Name the people.");
  const isPerson = (id: string): boolean => view.people.get(id)?.isSystem === false;
  if (!asked.people.every(isPerson)) return nobody();
  const others =
    q === undefined
      ? (view.relationsOf.get(p) ?? []).flatMap((row) => [row.personId, row.otherPersonId ?? p])
      : [q];
  const partners = [...new Set(others)].filter(
    (id) => id !== p && isPerson(id) && rowsBetween(asked, p, id).length > 0,
  );
  const who = peopleText(view, asked.people);
  if (partners.length === 0)
    return reason(
      "not-related",
      q === undefined ? `${who.zh}没有登记规则所列的人员关系。` : `${who.zh}之间没有登记规则所列的关系。`,
      `No relation of the listed types of ${who.en} is on record.`,
    );
  const { duties, otherDuties } = rule.parameters;
  const held = (id: string, list: readonly string[]): Holding[] => {
    const isOne = qualifier(view, list);
    return view.holdingsOf(id).filter((row) => isOne(row.duty));
  };
  let hasBoth = false;
  for (const id of partners)
    for (const [a, b] of [
      [p, id],
      [id, p],
    ] as const) {
      const [mine, theirs] = [held(a, duties), held(b, otherDuties)];
      if (mine.length === 0 || theirs.length === 0) continue;
      hasBoth = true;
      const ties = rowsBetween(asked, p, id).map((row) => relationDays(row, rule.parameters.lookbackYears));
      const days = [...mine, ...theirs, ...ties].map((row) => row.from).filter((day) => day <= view.today);
      const on = (rows: readonly { from: Day; until: Day | null }[], day: Day): boolean =>
        rows.some((row) => contains(row, day));
      if (days.some((day) => on(mine, day) && on(theirs, day) && on(ties, day))) return null;
    }
  const [one, other] = [dutiesText(view, duties), dutiesText(view, otherDuties)];
  return hasBoth
    ? reason(
        "outside-window",
        `${who.zh}有登记的关系，也分别承担过有关职责，但到今日为止没有同一天。`,
        `${who.en} are related and have held such duties, but on no day up to today at the same time.`,
      )
    : reason(
        "duties-do-not-match",
        `有登记的关系，但双方没有分别承担${one.zh || "职责"}与${other.zh || "职责"}。`,
        `A relation is on record, but the two do not hold ${one.en || "a duty"} and ${other.en || "a duty"}.`,
      );
}
