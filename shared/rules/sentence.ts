// Words that every sentence about a conflict uses: people by name and staff number, cases by number, lists.
import { type Day, lastDay, type Period } from "../domain/day.ts";
import { type Fen, formatCny, formatWan } from "../domain/money.ts";
import type { Person } from "../domain/organisation.ts";
import { sameText, type Text } from "../domain/text.ts";
import type { Lookup } from "./lookup.ts";

/** What names things: a view, or any other index of the same rows. */
interface Names {
  people: Lookup<string, { name: string; staffNo: string; origin?: Person["origin"] }>;
  duties: Lookup<string, { name: Text }>;
  posts: Lookup<string, { name: string }>;
  departments: Lookup<string, { name: string }>;
  suppliers: Lookup<string, { name: string }>;
  cases: Lookup<string, { caseNo: string }>;
}

export const personText = (view: Pick<Names, "people">, personId: string): Text => {
  const person = view.people.get(personId);
  // Somebody known by a log alone has one word for both.
  if (person?.origin === "log" && person.name === person.staffNo) return sameText(person.name);
  return person
    ? { zh: `${person.name}（${person.staffNo}）`, en: `${person.name} (${person.staffNo})` }
    : sameText(personId);
};
export const peopleText = (view: Pick<Names, "people">, personIds: Iterable<string>): Text =>
  listText([...personIds].map((id) => personText(view, id)));
export const dutyText = (view: Pick<Names, "duties">, duty: string): Text =>
  view.duties.get(duty)?.name ?? sameText(duty);
export const dutiesText = (view: Pick<Names, "duties">, duties: Iterable<string>): Text =>
  listText([...duties].map((duty) => dutyText(view, duty)));
export const postText = (view: Pick<Names, "posts">, postId: string): Text =>
  sameText(view.posts.get(postId)?.name ?? postId);
export const wanText = (fen: Fen): Text => ({
  zh: `${formatWan(fen)} 万元`,
  en: formatCny(fen),
});

/** 自…起 / 自…至…, with the inclusive last day. */
export const daysText = (from: Day, until: Day | null): Text => {
  const period: Period = { from, until };
  return until === null
    ? { zh: `自 ${from} 起`, en: `from ${from} on` }
    : { zh: `自 ${from} 至 ${lastDay(period)}`, en: `from ${from} to ${lastDay(period)}` };
};

const monthNames =
  "January February March April May June July August September October November December".split(" ");
/** "2026-03" as 2026 年 3 月 / March 2026. */
export const monthText = (month: string): Text => {
  const [year = "", number = ""] = month.split("-");
  return {
    zh: `${year} 年 ${Number(number)} 月`,
    en: `${monthNames[Number(number) - 1] ?? month} ${year}`,
  };
};
/** 333 permille as "33.3%". */
export const percentText = (permille: number): string => `${permille / 10}%`;
export const departmentText = (view: Pick<Names, "departments">, departmentId: string): Text =>
  sameText(view.departments.get(departmentId)?.name ?? departmentId);
export const supplierText = (view: Pick<Names, "suppliers">, supplierId: string): Text =>
  sameText(view.suppliers.get(supplierId)?.name ?? supplierId);
export const caseNoOf = (view: Pick<Names, "cases">, caseId: string): string =>
  view.cases.get(caseId)?.caseNo ?? caseId;

/** 甲、乙和丙 / a, b and c. */
export function listText(parts: readonly Text[]): Text {
  const last = parts.at(-1);
  if (!last) return sameText("");
  if (parts.length === 1) return last;
  const rest = parts.slice(0, -1);
  return {
    zh: `${rest.map((part) => part.zh).join("、")}和${last.zh}`,
    en: `${rest.map((part) => part.en).join(", ")} and ${last.en}`,
  };
}
