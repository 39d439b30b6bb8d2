// Oracle of concentration: too many duties, types, cases or single-source purchases in few hands.
import { addMonths } from "../../shared/domain/day.ts";
import type { RuleOf } from "../../shared/domain/rule.ts";
import { amountOfCase, casesFinding, type Dated, datedCases, groupsOf, sumOf } from "./dated.ts";
import { actsAsEvidence, type Found, foundOf, type Outcome } from "./found.ts";
import {
  type Act,
  actsOf,
  casesInScope,
  closingDay,
  creditedPersons,
  distinct,
  type Ground,
  isKnown,
  mattersInScope,
  stepsInScope,
  stepsOf,
} from "./ground.ts";

type Concentration = RuleOf<"concentration">;
type Check<C extends Concentration["parameters"]["check"]> = Extract<
  Concentration["parameters"],
  { check: C }
>;

const dutiesOf = (acts: readonly Act[]): string[] => distinct(acts.map((act) => act.step.duty));

function personFinding(
  ground: Ground,
  rule: Concentration,
  personId: string,
  day: string,
  acts: readonly Act[],
): Found {
  const { caseId } = acts[0]!;
  return foundOf(ground, rule, {
    groupKey: caseId,
    subject: personId,
    day,
    personIds: [personId],
    caseIds: [caseId],
    acts,
    evidence: actsAsEvidence(acts),
  });
}

function dutyShare(ground: Ground, rule: Concentration, parameters: Check<"duty-share">): Outcome | null {
  const { permille, minDuties, quietDays } = parameters;
  const isWideEnough = mattersInScope(ground, rule).some(
    (matter) => distinct(stepsOf(ground, matter.id).map((step) => step.duty)).length >= minDuties,
  );
  if (!isWideEnough) return null;
  const findings: Found[] = [];
  let notYetJudged = 0;
  for (const item of casesInScope(ground, rule)) {
    const acts = actsOf(ground, rule, item).filter((act) => creditedPersons(ground, act).length > 0);
    if (acts.length === 0) continue;
    const day = closingDay(ground, item, quietDays);
    if (day === null) {
      notYetJudged += 1;
      continue;
    }
    const all = dutiesOf(acts).length;
    for (const personId of distinct(acts.flatMap((act) => creditedPersons(ground, act)))) {
      const own = acts.filter((act) => creditedPersons(ground, act).includes(personId));
      if (all >= minDuties && dutiesOf(own).length * 1000 > all * permille)
        findings.push(personFinding(ground, rule, personId, day, own));
    }
  }
  return { findings, notYetJudged };
}

function typeSpan(ground: Ground, rule: Concentration, { types, min }: Check<"type-span">): Outcome | null {
  const typesOf = (duties: readonly string[]): string[] =>
    distinct(
      duties
        .map((duty) => ground.duties.get(duty)?.type)
        .filter((type) => isKnown(type) && types.includes(type)) as string[],
    );
  if (typesOf(stepsInScope(ground, rule).map((step) => step.duty)).length < min) return null;
  const findings: Found[] = [];
  for (const item of casesInScope(ground, rule)) {
    const acts = actsOf(ground, rule, item).filter((act) => typesOf([act.step.duty]).length > 0);
    for (const personId of distinct(acts.flatMap((act) => creditedPersons(ground, act)))) {
      const own = acts.filter((act) => creditedPersons(ground, act).includes(personId));
      const completing = own.find((_, index) => typesOf(dutiesOf(own.slice(0, index + 1))).length >= min);
      if (completing) findings.push(personFinding(ground, rule, personId, completing.day, own));
    }
  }
  return { findings, notYetJudged: 0 };
}

function supplierShare(
  ground: Ground,
  rule: Concentration,
  parameters: Check<"supplier-share">,
): Outcome | null {
  const { by, permille, minCases } = parameters;
  const sideOf = ({ item }: Pick<Dated, "item">): string | null =>
    by === "requester" ? item.requesterId : item.departmentId;
  const isComplete = (dated: Pick<Dated, "item">): boolean =>
    isKnown(dated.item.supplierId) && isKnown(sideOf(dated));
  if (!casesInScope(ground, rule).some((item) => isComplete({ item }))) return null;
  const cases = datedCases(ground, rule).filter(isComplete);
  const findings = groupsOf(cases, (dated) => JSON.stringify([sideOf(dated), dated.year])).flatMap(
    ([key, group]) =>
      groupsOf(group, ({ item }) => item.supplierId!).flatMap(([supplierId, own]) => {
        if (group.length < minCases || own.length * 1000 < group.length * permille) return [];
        const last = own.at(-1)!;
        const given = { groupKey: key, subject: supplierId, anchor: String(last.year), day: last.day };
        const found = casesFinding(ground, rule, own, given);
        return [by === "department" ? { ...found, departmentId: sideOf(last) } : found];
      }),
  );
  return { findings, notYetJudged: 0 };
}

function singleSource(
  ground: Ground,
  rule: Concentration,
  parameters: Check<"single-source">,
): Outcome | null {
  const { permille, minCases, months } = parameters;
  const isAnyNamed = casesInScope(ground, rule).some(
    (item) => item.method === "single_source" && isKnown(item.supplierId) && isKnown(item.amount),
  );
  if (!isAnyNamed) return null;
  const cases = datedCases(ground, rule).filter(
    (dated) =>
      dated.item.method === "single_source" && isKnown(dated.item.supplierId) && amountOfCase(dated) > 0,
  );
  const windowOf = (dated: Dated): Dated[] =>
    cases.slice(0, cases.indexOf(dated) + 1).filter(({ day }) => day > addMonths(dated.day, -months));
  const ownOf = (dated: Dated): Dated[] =>
    windowOf(dated).filter(({ item }) => item.supplierId === dated.item.supplierId);
  const heavy = cases.filter((dated) => {
    const own = ownOf(dated);
    return own.length >= minCases && sumOf(own) * 1000 > sumOf(windowOf(dated)) * permille;
  });
  const findings = groupsOf(heavy, ({ item, year }) => JSON.stringify([item.supplierId, year])).map(
    ([, group]) => {
      const { item, year, day } = group[0]!;
      const told = cases.filter((dated) => group.some((one) => ownOf(one).includes(dated)));
      const supplierId = item.supplierId!;
      return casesFinding(ground, rule, told, {
        groupKey: supplierId,
        subject: supplierId,
        anchor: String(year),
        day,
      });
    },
  );
  return { findings, notYetJudged: 0 };
}

export function concentration(ground: Ground, rule: Concentration): Outcome | null {
  const { parameters } = rule;
  switch (parameters.check) {
    case "duty-share":
      return dutyShare(ground, rule, parameters);
    case "type-span":
      return typeSpan(ground, rule, parameters);
    case "supplier-share":
      return supplierShare(ground, rule, parameters);
    case "single-source":
      return singleSource(ground, rule, parameters);
  }
}
