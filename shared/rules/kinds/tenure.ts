// tenure: acting in a key post beyond its limit, or coming back before the cooling-off is over.
import { addDays, addMonths, contains, type Day } from "../../domain/day.ts";
import { coolingOffMonths, exemptionOn, tenureLimitMonths } from "../../domain/tenure-term.ts";
import type { Text } from "../../domain/text.ts";
import { personText, postText } from "../sentence.ts";
import type { Term } from "../terms.ts";
import type { Act, View } from "../view.ts";
import { actsInScope, persons } from "./grouping.ts";
import { type Breach, found, type KindModule, noBreach, nothing } from "./kind.ts";

interface Watched {
  term: Term;
  /** limit: the due day; cooling-off: the day until which it lasts. */
  edge: Day;
  isBreached: boolean;
}
interface State {
  watched: Watched[];
}

export const tenure: KindModule<"tenure", Act, State> = (context) => {
  const { rule, view } = context;
  const { check, gapMonths } = rule.parameters;
  const terms = view.termsOf(gapMonths);

  const watchedOf = (personId: string): Watched[] =>
    (terms.get(personId) ?? []).flatMap((term) => {
      const edge = check === "limit" ? dueOn(view, term) : coolingUntil(view, term);
      return edge === null ? [] : [{ term, edge, isBreached: false }];
    });

  const stepLimit = (one: Watched, act: Act): Breach | null => {
    const { term, edge } = one;
    if (act.day <= edge || isExempt(view, term, act.day)) return null;
    return breachOf(term, {
      basis: "actual",
      day: act.day,
      from: addDays(edge, 1),
      until: term.until,
      before: term.assignments.map(({ id }) => ({ kind: "assignment", id })),
      acts: [act],
      say: () => sayLimit(view, term, edge, act.day),
    });
  };
  const returned = (one: Watched, act: Act | null): Breach => {
    const { term, edge } = one;
    const rows = [term.previous?.assignments.at(-1), term.assignments[0]].filter((row) => row !== undefined);
    return breachOf(term, {
      basis: act ? "actual" : "potential",
      day: act?.day ?? term.from,
      from: term.from,
      until: edge,
      before: rows.map(({ id }) => ({ kind: "assignment", id })),
      acts: act ? [act] : [],
      say: () => sayReturn(view, term, edge, act),
    });
  };

  return {
    unmet: unmet(view, check),
    *groups(touched) {
      for (const key of persons(view, touched))
        if (watchedOf(key).length > 0) yield { key, items: actsInScope(context, view.actsBy(key)) };
    },
    start: (personId) => ({ watched: watchedOf(personId) }),
    step(state, act) {
      for (const one of state.watched) {
        if (one.isBreached || !isInTerm(view, one.term, act)) continue;
        const breach =
          check === "limit" ? stepLimit(one, act) : act.day < one.edge ? returned(one, act) : null;
        if (!breach) continue;
        one.isBreached = true;
        return [breach];
      }
      return noBreach;
    },
    finish: (state) =>
      check === "limit"
        ? nothing
        : found(state.watched.filter((one) => !one.isBreached).map((one) => returned(one, null))),
  };
};

export const dueOn = (view: View, term: Term): Day | null => {
  const limit = tenureLimitMonths(term.post, view.world.tenurePolicies);
  return limit === null ? null : addMonths(term.from, limit);
};
/** The end of the cooling-off that the term breaks; null when it breaks none. */
export function coolingUntil(view: View, term: Term): Day | null {
  const end = term.previous?.until ?? null;
  if (end === null || term.from > view.today) return null;
  const until = addMonths(end, coolingOffMonths(term.post, view.world.tenurePolicies));
  return term.from < until ? until : null;
}

export const isExempt = (view: View, term: Term, day: Day): boolean =>
  exemptionOn(view.exemptionsOf.get(term.personId) ?? [], term.personId, term.family, day) !== undefined;

/** In a post of the family, by what the record says or, where it is silent, by the only post held that day. */
export function isInTerm(view: View, term: Term, act: Act): boolean {
  if (!contains(term, act.day)) return false;
  const { postId } = act.approval;
  if (postId !== null) return term.family.postIds.includes(postId);
  const held = new Set(
    (view.assignmentsOf.get(term.personId) ?? [])
      .filter((row) => contains(row, act.day))
      .map((row) => row.postId),
  );
  return held.size === 1 && [...held].every((id) => term.family.postIds.includes(id));
}

const breachOf = (
  term: Term,
  rest: Pick<Breach, "basis" | "day" | "acts" | "say"> & Partial<Breach>,
): Breach => ({
  groupKey: JSON.stringify([term.personId, term.post.id]),
  subject: term.personId,
  anchor: term.from,
  personIds: [term.personId],
  departmentId: term.post.departmentId,
  ...rest,
});

function unmet(view: View, check: "limit" | "cooling-off"): Text | null {
  const held = new Set(view.world.assignments.map((row) => row.postId));
  const keyPosts = view.world.posts.filter((post) => post.isKey && held.has(post.id));
  if (keyPosts.length === 0)
    return { zh: "没有有人任职的关键岗位", en: "no key post has a holder on record" };
  if (
    check === "limit" &&
    keyPosts.every((post) => tenureLimitMonths(post, view.world.tenurePolicies) === null)
  )
    return { zh: "关键岗位没有任期上限", en: "no key post has a tenure limit" };
  return null;
}

function sayLimit(view: View, term: Term, due: Day, actedOn: Day): Text {
  const [person, post] = [personText(view, term.personId), postText(view, term.post.id)];
  return {
    zh: `${person.zh}自 ${term.from} 起连续任${post.zh}，${due} 到期，${actedOn} 仍在该岗位办理业务，未见有效豁免。`,
    en: `${person.en} has been ${post.en} since ${term.from}, due on ${due}, and still acted there on ${actedOn} without a live exemption.`,
  };
}
function sayReturn(view: View, term: Term, until: Day, act: Act | null): Text {
  const [person, post] = [personText(view, term.personId), postText(view, term.post.id)];
  const acted = act
    ? { zh: `，并于 ${act.day} 办理业务`, en: `, and acted there on ${act.day}` }
    : { zh: "，尚未见其办理业务", en: "; no act there is on record yet" };
  return {
    zh: `${person.zh}于 ${term.from} 回任${post.zh}，回任冷却期至 ${until} 方满${acted.zh}。`,
    en: `${person.en} returned as ${post.en} on ${term.from}, before the cooling-off ended on ${until}${acted.en}.`,
  };
}
