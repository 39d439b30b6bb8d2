// Oracle of relation: actors related to each other or to the case's supplier, pair by pair.
import { addYears, type Day } from "../../shared/domain/day.ts";
import type { Relation } from "../../shared/domain/organisation.ts";
import type { RuleOf } from "../../shared/domain/rule.ts";
import { actsAsEvidence, evidenceOf, type Found, foundOf, type Outcome } from "./found.ts";
import {
  type Act,
  casesInScope,
  creditedPersons,
  decidingActs,
  distinct,
  type Ground,
  match,
} from "./ground.ts";
import { betweenHolders } from "./relation-holder.ts";

type RelationRule = RuleOf<"relation">;

const isValidOn = (relation: Relation, day: Day, lookbackYears: number): boolean =>
  relation.from <= day && (relation.until === null || day < addYears(relation.until, lookbackYears));
const qualifies = (ground: Ground, act: Act, duties: readonly string[]): boolean =>
  duties.length === 0 || match(ground, act.step.duty, duties).length > 0;

interface Clash {
  /** The act at which the two met. */
  completing: Act;
  acts: Act[];
  relations: Relation[];
}
function clashFinding(
  ground: Ground,
  rule: RelationRule,
  caseId: string,
  persons: string[],
  clashes: readonly Clash[],
  caseActs: readonly Act[],
): Found {
  const told = caseActs.filter((act) => clashes.some((clash) => clash.acts.includes(act)));
  const first = caseActs.find((act) => clashes.some((clash) => clash.completing === act))!;
  const relations = clashes.flatMap((clash) => clash.relations.map((relation) => relation.id));
  return foundOf(ground, rule, {
    groupKey: caseId,
    subject: persons.join("+"),
    day: first.day,
    personIds: persons,
    caseIds: [caseId],
    acts: told,
    evidence: [...actsAsEvidence(told), ...evidenceOf("relation", distinct(relations))],
  });
}

function withSupplier(ground: Ground, rule: RelationRule, listed: readonly Relation[]): Outcome | null {
  const { duties, lookbackYears } = rule.parameters;
  const cases = casesInScope(ground, rule).filter((item) => item.supplierId !== null);
  if (cases.length === 0 || !listed.some((relation) => relation.supplierId !== null)) return null;
  const findings: Found[] = [];
  for (const item of cases) {
    const acts = decidingActs(ground, rule).filter((act) => act.caseId === item.id);
    for (const personId of distinct(acts.flatMap((act) => creditedPersons(ground, act)))) {
      const clashes = acts
        .filter((act) => creditedPersons(ground, act).includes(personId) && qualifies(ground, act, duties))
        .map((act) => ({
          completing: act,
          acts: [act],
          relations: listed.filter(
            (relation) =>
              relation.personId === personId &&
              relation.supplierId === item.supplierId &&
              isValidOn(relation, act.day, lookbackYears),
          ),
        }))
        .filter((clash) => clash.relations.length > 0);
      if (clashes.length > 0) findings.push(clashFinding(ground, rule, item.id, [personId], clashes, acts));
    }
  }
  return { findings, notYetJudged: 0 };
}

function betweenActors(ground: Ground, rule: RelationRule, listed: readonly Relation[]): Outcome | null {
  const { duties, otherDuties, lookbackYears } = rule.parameters;
  if (!listed.some((relation) => relation.otherPersonId !== null)) return null;
  const relationsOf = (a: string, b: string, day: Day): Relation[] =>
    listed.filter(
      (relation) =>
        ((relation.personId === a && relation.otherPersonId === b) ||
          (relation.personId === b && relation.otherPersonId === a)) &&
        isValidOn(relation, day, lookbackYears),
    );
  const findings: Found[] = [];
  for (const item of casesInScope(ground, rule)) {
    const acts = decidingActs(ground, rule).filter((act) => act.caseId === item.id);
    const persons = distinct(acts.flatMap((act) => creditedPersons(ground, act)));
    const clashesOf = (a: string, b: string): Clash[] =>
      acts
        .filter((act) => creditedPersons(ground, act).includes(a) && qualifies(ground, act, duties))
        .flatMap((act) =>
          acts
            .filter((other) => creditedPersons(ground, other).includes(b))
            .filter((other) => qualifies(ground, other, otherDuties))
            .map((other) => {
              const completing = acts.indexOf(act) > acts.indexOf(other) ? act : other;
              return { completing, acts: [act, other], relations: relationsOf(a, b, completing.day) };
            }),
        )
        .filter((clash) => clash.relations.length > 0);
    for (const a of persons)
      for (const b of persons.filter((other) => a < other)) {
        const clashes = [...clashesOf(a, b), ...clashesOf(b, a)];
        if (clashes.length > 0) findings.push(clashFinding(ground, rule, item.id, [a, b], clashes, acts));
      }
  }
  return { findings, notYetJudged: 0 };
}

export function relation(ground: Ground, rule: RelationRule): Outcome | null {
  const listed = ground.world.relations.filter((row) => rule.parameters.types.includes(row.type));
  switch (rule.parameters.counterpart) {
    case "supplier":
      return withSupplier(ground, rule, listed);
    case "actor":
      return betweenActors(ground, rule, listed);
    case "holder":
      return listed.some((row) => row.otherPersonId !== null)
        ? { findings: betweenHolders(ground, rule, listed), notYetJudged: 0 }
        : null;
  }
}
