// Oracle of absence: acting while absent, before joining or after leaving.
import { contains } from "../../shared/domain/day.ts";
import type { RuleOf } from "../../shared/domain/rule.ts";
import { actsAsEvidence, evidenceOf, type Found, foundOf, type Outcome } from "./found.ts";
import { type Act, decidingActs, distinct, type Ground, humanActor } from "./ground.ts";

type Reason = RuleOf<"absence">["parameters"]["reasons"][number];

const absencesAt = (ground: Ground, act: Act): string[] =>
  distinct(
    ground.world.absences
      .filter((row) => row.personId === act.personId && contains(row, act.day))
      .map((row) => row.id),
  );

function reasonOf(ground: Ground, act: Act): Reason | null {
  const actor = ground.world.people.find((person) => person.id === act.personId)!;
  const assignments = ground.world.assignments.filter((row) => row.personId === actor.id);
  if (assignments.length === 0) return null;
  if (absencesAt(ground, act).length > 0) return "absent";
  const hasJoined =
    actor.joinedOn !== null
      ? actor.joinedOn <= act.day
      : assignments.some((assignment) => assignment.from <= act.day);
  if (!hasJoined) return "before-joining";
  const hasLeft =
    actor.leavesOn !== null
      ? actor.leavesOn <= act.day
      : assignments.every((assignment) => assignment.until !== null && assignment.until <= act.day);
  return hasLeft ? "after-leaving" : null;
}

export function absence(ground: Ground, rule: RuleOf<"absence">): Outcome | null {
  const { reasons } = rule.parameters;
  if (ground.world.assignments.length === 0) return null;
  if (reasons.every((reason) => reason === "absent") && ground.world.absences.length === 0) return null;

  const findings: Found[] = [];
  for (const act of decidingActs(ground, rule)) {
    const actor = humanActor(ground, act);
    if (actor === null) continue;
    const reason = reasonOf(ground, act);
    if (reason === null || !reasons.includes(reason)) continue;
    findings.push(
      foundOf(ground, rule, {
        groupKey: actor,
        subject: actor,
        anchor: act.naturalKey,
        day: act.day,
        personIds: [actor],
        caseIds: [act.caseId],
        acts: [act],
        evidence: [...actsAsEvidence([act]), ...evidenceOf("absence", absencesAt(ground, act))],
      }),
    );
  }
  return { findings, notYetJudged: 0 };
}
