// relation: two actors of a case, an actor and its supplier, or two holders, are kin or tied by interest.
import { contains, type Day } from "../../domain/day.ts";
import type { Relation } from "../../domain/organisation.ts";
import type { Text } from "../../domain/text.ts";
import { creditedPersons } from "../cover.ts";
import { compareText, sortedIds } from "../gather.ts";
import { personText } from "../sentence.ts";
import type { Act, View } from "../view.ts";
import { type Evaluator, evaluated } from "./evaluation.ts";
import { caseGroups } from "./grouping.ts";
import { type Breach, type Context, type Fold, noBreach } from "./kind.ts";
import { matcher } from "./matching.ts";
import { noPersonRelation, relationDays, relationHolder } from "./relation-holder.ts";

/** The growing evidence of one subject. */
interface Tie {
  acts: Act[];
  relationIds: Set<string>;
}
interface State {
  caseId: string;
  ties: Map<string, Tie>;
  /** Acts that credit somebody with relations, for pairs of actors. */
  seen: Act[];
}

export function relation(context: Context<"relation">): Evaluator {
  const { counterpart } = context.rule.parameters;
  return counterpart === "holder"
    ? evaluated(relationHolder(context))
    : evaluated(inCase(context, counterpart));
}

const inCase = (context: Context<"relation">, counterpart: "actor" | "supplier"): Fold<Act, State> => {
  const { rule, view } = context;
  const { duties, otherDuties, lookbackYears } = rule.parameters;
  const types = new Set(rule.parameters.types);
  const qualifier = (list: readonly string[]): ((act: Act) => boolean) => {
    const match = matcher(view, list);
    return list.length === 0 ? () => true : (act) => match(act.step.duty).length > 0;
  };
  const isOne = qualifier(duties);
  const isOther = qualifier(otherDuties);
  const validOn = (row: Relation, day: Day): boolean =>
    types.has(row.type) && contains(relationDays(row, lookbackYears), day);
  const relationsOf = (personId: string): readonly Relation[] => view.relationsOf.get(personId) ?? [];

  /** Notes acts and relations of a subject; answers the breach when the subject is new. */
  const tie = (state: State, subject: string, acts: Act[], rows: Relation[], day: Day): Breach | null => {
    const known = state.ties.get(subject);
    const one = known ?? { acts: [], relationIds: new Set() };
    for (const act of acts) if (!one.acts.includes(act)) one.acts.push(act);
    for (const row of rows) one.relationIds.add(row.id);
    if (known) return null;
    state.ties.set(subject, one);
    const personIds = counterpart === "supplier" ? [subject] : subject.split("+");
    return {
      groupKey: state.caseId,
      subject,
      anchor: "",
      basis: "actual",
      personIds,
      day,
      acts: one.acts,
      get after() {
        return sortedIds(one.relationIds).map((id) => ({ kind: "relation" as const, id }));
      },
      say: () => say(view, state.caseId, personIds, counterpart),
    };
  };

  const stepSupplier = (state: State, act: Act): Breach[] => {
    const { supplierId } = act.case;
    if (supplierId === null || !isOne(act)) return [];
    return creditedPersons(view, act).flatMap((personId) => {
      const rows = relationsOf(personId).filter(
        (row) => row.supplierId === supplierId && row.personId === personId && validOn(row, act.day),
      );
      const breach = rows.length > 0 ? tie(state, personId, [act], rows, act.day) : null;
      return breach ? [breach] : [];
    });
  };

  const stepActor = (state: State, act: Act): Breach[] => {
    if (!isOne(act) && !isOther(act)) return [];
    const people = creditedPersons(view, act).filter((personId) => view.relationsOf.has(personId));
    if (people.length === 0) return [];
    state.seen.push(act);
    const breaches: Breach[] = [];
    for (const earlier of state.seen) {
      const isPair = (isOne(earlier) && isOther(act)) || (isOne(act) && isOther(earlier));
      if (!isPair) continue;
      for (const p of people)
        for (const q of creditedPersons(view, earlier)) {
          const rows =
            p === q ? [] : relationsOf(p).filter((row) => joins(row, p, q) && validOn(row, act.day));
          if (rows.length === 0) continue;
          const subject = [p, q].sort(compareText).join("+");
          const breach = tie(state, subject, [earlier, act], rows, act.day);
          if (breach) breaches.push(breach);
        }
    }
    return breaches;
  };

  return {
    unmet: unmet(context, types),
    groups: (touched) => caseGroups(context, touched, () => true),
    start: (caseId) => ({ caseId, ties: new Map(), seen: [] }),
    step(state, act) {
      const breaches = counterpart === "supplier" ? stepSupplier(state, act) : stepActor(state, act);
      return breaches.length > 0 ? breaches : noBreach;
    },
  };
};

const joins = (row: Relation, p: string, q: string): boolean =>
  (row.personId === p && row.otherPersonId === q) || (row.personId === q && row.otherPersonId === p);

function unmet(context: Context<"relation">, types: ReadonlySet<Relation["type"]>): Text | null {
  const { view, rule } = context;
  const rows = view.world.relations.filter((row) => types.has(row.type));
  if (rule.parameters.counterpart === "actor")
    return rows.some((row) => row.otherPersonId !== null) ? null : noPersonRelation;
  if (!rows.some((row) => row.supplierId !== null))
    return { zh: "没有人员与供应商的回避关系记录", en: "no such relation with a supplier is on record" };
  return view.world.cases.some((of) => of.supplierId !== null && context.admits(of.matterId))
    ? null
    : { zh: "业务件没有供应商", en: "no case names its supplier" };
}

function say(view: View, caseId: string, people: string[], counterpart: "actor" | "supplier"): Text {
  const of = view.cases.get(caseId);
  const caseNo = of?.caseNo ?? caseId;
  const [one, other] = people.map((id) => personText(view, id));
  if (counterpart === "actor" && one && other)
    return {
      zh: `${one.zh}与${other.zh}登记有应当回避的关系，均办理了业务件 ${caseNo}。`,
      en: `${one.en} and ${other.en}, between whom a relation is on record, both acted in case ${caseNo}.`,
    };
  const supplier = view.suppliers.get(of?.supplierId ?? "")?.name ?? "";
  return {
    zh: `${one?.zh ?? ""}与供应商${supplier}登记有应当回避的关系，办理了业务件 ${caseNo}。`,
    en: `${one?.en ?? ""}, who has a relation with supplier ${supplier} on record, acted in case ${caseNo}.`,
  };
}
