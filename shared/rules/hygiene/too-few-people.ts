// Rules that ask for more people on a duty than today's authorities let act on it.
import { contains } from "../../domain/day.ts";
import type { HygieneFinding } from "../../domain/rule-hygiene.ts";
import { isInForce } from "../finding.ts";
import { type Ground, listing, ruleName } from "./ground.ts";

/** People who may act on any of these steps today: named, by post, or by delegation; system accounts left out. */
function allowed(ground: Ground, stepIds: ReadonlySet<string>): Set<string> | null {
  const { world, today } = ground;
  const live = world.authorities.filter((row) => stepIds.has(row.stepId) && contains(row, today));
  if (live.length === 0) return null;
  const people = new Set<string>();
  const posts = new Set(live.flatMap(({ postId }) => (postId === null ? [] : [postId])));
  const ids = new Set(live.map(({ id }) => id));
  for (const { personId } of live) if (personId !== null) people.add(personId);
  for (const row of world.assignments)
    if (posts.has(row.postId) && contains(row, today)) people.add(row.personId);
  for (const row of world.delegations)
    if (ids.has(row.authorityId) && contains(row, today)) people.add(row.toPersonId);
  for (const { id, isSystem } of world.people) if (isSystem) people.delete(id);
  return people;
}

export function tooFewPeople(ground: Ground): HygieneFinding[] {
  return ground.rules.flatMap((rule): HygieneFinding[] => {
    if (rule.kind !== "two-person" || rule.parameters.countBy !== "person" || !isInForce(rule, ground.today))
      return [];
    const { duty, minPersons } = rule.parameters;
    const short = ground.mattersOf(rule).flatMap((matter) => {
      const steps = ground.stepsOf(matter.id).filter((step) => ground.implied(step.duty).has(duty));
      const people = allowed(ground, new Set(steps.map(({ id }) => id)));
      return people && people.size < minPersons ? [{ matter, people: people.size }] : [];
    });
    if (short.length === 0) return [];
    const name = ruleName(rule);
    const where = listing(
      short.map(({ matter, people }) => ({
        zh: `${matter.name}（${people} 人）`,
        en: `${matter.name} (${people})`,
      })),
    );
    return [
      {
        type: "contradiction",
        ruleIds: [rule.id],
        matterIds: short.map(({ matter }) => matter.id),
        sentence: {
          zh: `${name.zh}要“${ground.duty(duty).zh}”至少 ${minPersons} 人，而今日有权办理的人不够：${where.zh}。`,
          en: `${name.en} asks for at least ${minPersons} people on "${ground.duty(duty).en}", but fewer are authorised today: ${where.en}.`,
        },
        advice: {
          zh: "请给更多的人授权，或减少所要的人数。",
          en: "Authorise more people, or ask for fewer.",
        },
        isSmallest: true,
      },
    ];
  });
}
