// Oracle of tempo: acts that follow too fast, too many at once, at odd hours, at one terminal, on a loan of a day.
import type { Day } from "../../shared/domain/day.ts";
import { daysBetween } from "../../shared/domain/day.ts";
import type { RuleOf } from "../../shared/domain/rule.ts";
import { hasTimeOfDay, isWorkday, monthOf, wallClock } from "./clock.ts";
import { actsAsEvidence, evidenceOf, type Found, foundOf, type Outcome } from "./found.ts";
import {
  type Act,
  authorityOf,
  casesInScope,
  coveringDelegations,
  coversInOwnRight,
  decidingActs,
  distinct,
  type Ground,
  humanActor,
  humanActors,
  includesDuty,
  isInScope,
  isKnown,
  mattersWithBoth,
  stepsInScope,
} from "./ground.ts";
import { crowding, yearEnd } from "./tempo-cases.ts";

type Tempo = RuleOf<"tempo">;
type Check<C extends Tempo["parameters"]["check"]> = Extract<Tempo["parameters"], { check: C }>;

const personalActs = (ground: Ground, rule: Tempo): Act[] =>
  decidingActs(ground, rule).filter((act) => humanActor(ground, act) !== null);
const isAnyTimed = (ground: Ground, rule: Tempo): boolean =>
  decidingActs(ground, rule).some((act) => hasTimeOfDay(ground, act));

function actsFinding(
  ground: Ground,
  rule: Tempo,
  acts: readonly Act[],
  given: { groupKey: string; subject: string; anchor?: string; day: Day },
): Found {
  return foundOf(ground, rule, {
    ...given,
    personIds: humanActors(ground, acts),
    caseIds: acts.map((act) => act.caseId),
    acts,
    evidence: actsAsEvidence(acts),
  });
}

/** What `judge` says of the acts of each actor in each month. */
function byActorAndMonth(
  acts: readonly Act[],
  judge: (acts: readonly Act[]) => { told: Act[]; day: Day } | null,
  ground: Ground,
  rule: Tempo,
): Found[] {
  return humanActors(ground, acts).flatMap((actor) => {
    const theirs = acts.filter((act) => act.personId === actor);
    return distinct(theirs.map(monthOf)).flatMap((month) => {
      const verdict = judge(theirs.filter((act) => monthOf(act) === month));
      if (verdict === null) return [];
      const given = { groupKey: actor, subject: actor, anchor: month, day: verdict.day };
      return [actsFinding(ground, rule, verdict.told, given)];
    });
  });
}

function fast(
  ground: Ground,
  rule: Tempo,
  { earlier, later, seconds, minActs }: Check<"fast">,
): Found[] | null {
  if (mattersWithBoth(ground, rule, earlier, later).length === 0 || !isAnyTimed(ground, rule)) return null;
  const all = decidingActs(ground, rule);
  const before = (act: Act): Act | undefined =>
    all
      .slice(0, all.indexOf(act))
      .filter((other) => other.caseId === act.caseId && includesDuty(ground, other.step.duty, earlier))
      .at(-1);
  const isFast = (act: Act): boolean => {
    const first = before(act);
    return (
      includesDuty(ground, act.step.duty, later) &&
      first !== undefined &&
      hasTimeOfDay(ground, first) &&
      hasTimeOfDay(ground, act) &&
      act.happenedAt - first.happenedAt <= seconds * 1000
    );
  };
  return byActorAndMonth(
    personalActs(ground, rule).filter(isFast),
    (acts) => {
      const completing = acts[minActs - 1];
      const told = all.filter((act) => acts.some((one) => act === one || act === before(one)));
      return completing ? { told, day: completing.day } : null;
    },
    ground,
    rule,
  );
}

function burst(ground: Ground, rule: Tempo, { count, minutes }: Check<"burst">): Found[] | null {
  if (!isAnyTimed(ground, rule)) return null;
  const acts = personalActs(ground, rule).filter(
    (act) => act.action === "approve" && hasTimeOfDay(ground, act),
  );
  const isInBurst = (act: Act): boolean => {
    const theirs = acts.filter((other) => other.personId === act.personId);
    return theirs.some((_, index) => {
      const run = theirs.slice(index, index + count);
      return (
        run.length === count &&
        run.includes(act) &&
        run.at(-1)!.happenedAt - run[0]!.happenedAt <= minutes * 60_000
      );
    });
  };
  return byActorAndMonth(
    acts.filter(isInBurst),
    (told) => ({ told: [...told], day: told[0]!.day }),
    ground,
    rule,
  );
}

function offHours(ground: Ground, rule: Tempo, parameters: Check<"off-hours">): Found[] | null {
  const { from, until, minActs, sharePermille, minMonthActs } = parameters;
  if (!isAnyTimed(ground, rule)) return null;
  const isOff = (act: Act): boolean =>
    !isWorkday(ground, act.day) || wallClock(ground, act) < from || wallClock(ground, act) >= until;
  return byActorAndMonth(
    personalActs(ground, rule).filter((act) => hasTimeOfDay(ground, act)),
    (all) => {
      const told = all.filter(isOff);
      const isOften = all.length >= minMonthActs && told.length * 1000 > all.length * sharePermille;
      return told.length >= minActs || isOften ? { told, day: told.at(-1)!.day } : null;
    },
    ground,
    rule,
  );
}

function sameTerminal(ground: Ground, rule: Tempo, { minutes }: Check<"same-terminal">): Found[] | null {
  const isNamed = (act: Act): boolean => act.terminal !== null && act.terminal !== "";
  if (!ground.acts.some((act) => isInScope(rule, act.matter) && isNamed(act))) return null;
  return casesInScope(ground, rule).flatMap((item) => {
    const acts = personalActs(ground, rule).filter(
      (act) => act.caseId === item.id && isNamed(act) && hasTimeOfDay(ground, act),
    );
    const pairs = acts.flatMap((later, index) =>
      acts
        .slice(0, index)
        .filter(
          (first) =>
            first.terminal === later.terminal &&
            first.personId !== later.personId &&
            first.step.duty !== later.step.duty &&
            later.happenedAt - first.happenedAt < minutes * 60_000,
        )
        .map((first) => ({ first, later })),
    );
    return distinct(pairs.map(({ later }) => later.terminal).filter(isKnown)).map((terminal) => {
      const met = pairs.filter(({ later }) => later.terminal === terminal);
      const told = acts.filter((act) => met.some(({ first, later }) => act === first || act === later));
      const given = { groupKey: item.id, subject: terminal, day: met[0]!.later.day };
      return actsFinding(ground, rule, told, given);
    });
  });
}

function briefDelegation(
  ground: Ground,
  rule: Tempo,
  { maxDays }: Check<"brief-delegation">,
): Found[] | null {
  const stepIds = stepsInScope(ground, rule).map((step) => step.id);
  if (!ground.world.delegations.some((row) => stepIds.includes(authorityOf(ground, row).stepId))) return null;
  return personalActs(ground, rule).flatMap((act) => {
    const actor = act.personId!;
    if (act.onBehalfOfId !== null || coversInOwnRight(ground, actor, act)) return [];
    const lent = coveringDelegations(ground, actor, act);
    const isBrief = lent.every((row) => row.until !== null && daysBetween(row.from, row.until) <= maxDays);
    if (lent.length === 0 || !isBrief) return [];
    const given = { groupKey: act.caseId, subject: actor, anchor: act.naturalKey, day: act.day };
    const found = actsFinding(ground, rule, [act], given);
    const loans = evidenceOf("delegation", distinct(lent.map((row) => row.id)));
    return [{ ...found, evidence: [...found.evidence, ...loans] }];
  });
}

function findingsOf(ground: Ground, rule: Tempo): Found[] | null {
  const { parameters } = rule;
  switch (parameters.check) {
    case "fast":
      return fast(ground, rule, parameters);
    case "burst":
      return burst(ground, rule, parameters);
    case "off-hours":
      return offHours(ground, rule, parameters);
    case "year-end":
      return yearEnd(ground, rule, parameters);
    case "crowding":
      return crowding(ground, rule, parameters);
    case "same-terminal":
      return sameTerminal(ground, rule, parameters);
    case "brief-delegation":
      return briefDelegation(ground, rule, parameters);
  }
}
export function tempo(ground: Ground, rule: Tempo): Outcome | null {
  const findings = findingsOf(ground, rule);
  return findings && { findings, notYetJudged: 0 };
}
