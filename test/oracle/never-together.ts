// Oracle of never-together: what one person holds on the same days, counted boundary by boundary.
import { contains, type Day, intersection, type Period } from "../../shared/domain/day.ts";
import type { RuleOf } from "../../shared/domain/rule.ts";
import { actsAsEvidence, type Found, foundOf, type Outcome } from "./found.ts";
import { type Act, creditedPersons, decidingActs, distinct, type Ground, isKnown, match } from "./ground.ts";
import { type Holding, holdingsOf, rowsOf } from "./holding.ts";

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
      const touching = holdings.filter(({ period }) => intersection(period, overlap) !== null);
      findings.push({
        ...foundOf(ground, rule, {
          groupKey: person.id,
          subject: person.id,
          anchor: overlap.from,
          day: completing?.day ?? overlap.from,
          personIds: [person.id],
          caseIds: told.map((act) => act.caseId),
          acts: told,
          evidence: [...rowsOf(touching), ...actsAsEvidence(told)],
        }),
        basis: completing ? "actual" : "potential",
        from: overlap.from,
        until: overlap.until,
      });
    }
  }
  return { findings, notYetJudged: 0 };
}
