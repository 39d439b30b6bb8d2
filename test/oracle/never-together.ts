// Oracle of never-together: what one person holds on the same days, counted boundary by boundary.
import type { Evidence } from "../../shared/domain/conflict.ts";
import { contains, type Day, intersection, type Period } from "../../shared/domain/day.ts";
import type { RuleOf } from "../../shared/domain/rule.ts";
import { actsAsEvidence, evidenceOf, type Found, foundOf, type Outcome } from "./found.ts";
import {
  type Act,
  authorityOf,
  byText,
  creditedPersons,
  decidingActs,
  distinct,
  type Ground,
  isKnown,
  match,
} from "./ground.ts";

interface Holding {
  duty: string;
  period: Period;
  rows: Evidence[];
}

function holdingsOf(ground: Ground, personId: string, duties: readonly string[]): Holding[] {
  const { world } = ground;
  const holdings: Holding[] = [];
  const hold = (duty: string, period: Period | null, rows: Evidence[]): void => {
    if (period === null || (period.until !== null && period.until <= period.from)) return;
    for (const member of match(ground, duty, duties)) holdings.push({ duty: member, period, rows });
  };
  const dutyOfStep = (stepId: string): string => world.steps.find((step) => step.id === stepId)!.duty;

  for (const assignment of world.assignments.filter((row) => row.personId === personId)) {
    const seat = evidenceOf("assignment", [assignment.id]);
    for (const standing of world.postDuties.filter((row) => row.postId === assignment.postId))
      hold(standing.duty, intersection(assignment, standing), [
        ...seat,
        ...evidenceOf("post-duty", [standing.id]),
      ]);
    for (const authority of world.authorities.filter((row) => row.postId === assignment.postId))
      hold(dutyOfStep(authority.stepId), intersection(assignment, authority), [
        ...seat,
        ...evidenceOf("authority", [authority.id]),
      ]);
  }
  for (const authority of world.authorities.filter((row) => row.personId === personId))
    hold(dutyOfStep(authority.stepId), authority, evidenceOf("authority", [authority.id]));
  for (const delegation of world.delegations.filter((row) => row.toPersonId === personId)) {
    const authority = authorityOf(ground, delegation);
    hold(dutyOfStep(authority.stepId), intersection(delegation, authority), [
      ...evidenceOf("authority", [authority.id]),
      ...evidenceOf("delegation", [delegation.id]),
    ]);
  }
  return holdings;
}

/** Maximal runs of days with more than `maxHeld` distinct duties; what is held changes only on a first or end day. */
function overlapsOf(holdings: readonly Holding[], maxHeld: number): Period[] {
  const bounds = distinct(
    holdings.flatMap(({ period }) => [period.from, period.until]).filter((day) => day !== null),
  );
  const overlaps: Period[] = [];
  let from: Day | null = null;
  for (const day of bounds) {
    const held = distinct(holdings.filter(({ period }) => contains(period, day)).map(({ duty }) => duty));
    if (held.length > maxHeld) from ??= day;
    else if (from !== null) {
      overlaps.push({ from, until: day });
      from = null;
    }
  }
  if (from !== null) overlaps.push({ from, until: null });
  return overlaps;
}

const kindOrder = ["assignment", "post-duty", "authority", "delegation"];
function rowsTouching(holdings: readonly Holding[], overlap: Period): Evidence[] {
  const rows = holdings
    .filter(({ period }) => intersection(period, overlap) !== null)
    .flatMap((holding) => holding.rows)
    .sort((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || byText(a.id, b.id));
  return rows.filter((row, index) => row.kind !== rows[index - 1]?.kind || row.id !== rows[index - 1]?.id);
}

export function neverTogether(ground: Ground, rule: RuleOf<"never-together">): Outcome | null {
  const { world, today } = ground;
  const { duties, maxHeld } = rule.parameters;
  const granted = world.steps.filter((step) => world.authorities.some((row) => row.stepId === step.id));
  const occurring = distinct(
    [...world.postDuties, ...granted].flatMap((row) => match(ground, row.duty, duties)),
  );
  if (occurring.length < 2) return null;

  const findings: Found[] = [];
  for (const person of world.people.filter((row) => !row.isSystem)) {
    const holdings = holdingsOf(ground, person.id, duties);
    for (const overlap of overlapsOf(holdings, maxHeld).filter(({ from }) => from <= today)) {
      const acts = decidingActs(ground, rule).filter(
        (act) => contains(overlap, act.day) && creditedPersons(ground, act).includes(person.id),
      );
      const collected = new Set<string>();
      const completing = acts.find((act) => {
        for (const duty of match(ground, act.step.duty, duties)) collected.add(duty);
        return collected.size > maxHeld;
      });
      const firsts = duties
        .map((duty) => acts.find((act) => match(ground, act.step.duty, duties).includes(duty)))
        .filter(isKnown);
      const told: Act[] = completing ? acts.filter((act) => firsts.includes(act)) : [];
      findings.push({
        ...foundOf(ground, rule, {
          groupKey: person.id,
          subject: person.id,
          anchor: overlap.from,
          day: completing?.day ?? overlap.from,
          personIds: [person.id],
          caseIds: told.map((act) => act.caseId),
          acts: told,
          evidence: [...rowsTouching(holdings, overlap), ...actsAsEvidence(told)],
        }),
        basis: completing ? "actual" : "potential",
        from: overlap.from,
        until: overlap.until,
      });
    }
  }
  return { findings, notYetJudged: 0 };
}
