// Oracle of relation between holders: what two related people hold on the same days, counted boundary by boundary.
import { addYears, contains, type Day } from "../../shared/domain/day.ts";
import type { Relation } from "../../shared/domain/organisation.ts";
import type { RuleOf } from "../../shared/domain/rule.ts";
import { evidenceOf, type Found, foundOf } from "./found.ts";
import { distinct, type Ground, isKnown } from "./ground.ts";
import { type Holding, holdingsOf, rowsOf } from "./holding.ts";

type RelationRule = RuleOf<"relation">;
interface Run {
  from: Day;
  until: Day | null;
  holdings: Holding[];
  relationIds: string[];
}

function runsOf(
  ground: Ground,
  rule: RelationRule,
  a: string,
  b: string,
  relations: readonly Relation[],
): Run[] {
  const { duties, otherDuties, lookbackYears } = rule.parameters;
  const held = (personId: string, set: readonly string[]): Holding[] =>
    holdingsOf(ground, personId, set.length === 0 ? null : set);
  const roles = [
    [held(a, duties), held(b, otherDuties)],
    [held(b, duties), held(a, otherDuties)],
  ] as const;
  const validity = relations.map((row) => ({
    id: row.id,
    from: row.from,
    until: row.until === null ? null : addYears(row.until, lookbackYears),
  }));
  const periods = [...validity, ...roles.flat(2).map(({ period }) => period)];
  const bounds = distinct(periods.flatMap(({ from, until }) => [from, until]).filter(isKnown));

  // Nothing changes between two bounds, so the first day speaks for all of them.
  const runs: Run[] = [];
  let run: Run | null = null;
  for (const day of bounds) {
    const valid = validity.filter((row) => contains(row, day));
    const telling = roles.flatMap(([own, other]) => {
      const mine = own.filter(({ period }) => contains(period, day));
      const theirs = other.filter(({ period }) => contains(period, day));
      return mine.length > 0 && theirs.length > 0 ? [...mine, ...theirs] : [];
    });
    if (valid.length === 0 || telling.length === 0) {
      if (run) run.until = day;
      run = null;
      continue;
    }
    if (!run) {
      run = { from: day, until: null, holdings: [], relationIds: [] };
      runs.push(run);
    }
    run.holdings.push(...telling);
    run.relationIds.push(...valid.map(({ id }) => id));
  }
  return runs;
}

/** `listed` are the relations of the rule's types. */
export function betweenHolders(ground: Ground, rule: RelationRule, listed: readonly Relation[]): Found[] {
  const people = distinct(ground.world.people.filter((row) => !row.isSystem).map((row) => row.id));
  return people.flatMap((a) =>
    people
      .filter((b) => a < b)
      .flatMap((b) => {
        const theirs = listed.filter(
          (row) =>
            (row.personId === a && row.otherPersonId === b) ||
            (row.personId === b && row.otherPersonId === a),
        );
        return runsOf(ground, rule, a, b, theirs)
          .filter(({ from }) => from <= ground.today)
          .map(
            ({ from, until, holdings, relationIds }): Found => ({
              ...foundOf(ground, rule, {
                groupKey: `${a}+${b}`,
                subject: `${a}+${b}`,
                anchor: from,
                day: from,
                personIds: [a, b],
                caseIds: [],
                acts: [],
                evidence: [...rowsOf(holdings), ...evidenceOf("relation", distinct(relationIds))],
              }),
              basis: "potential",
              from,
              until,
            }),
          );
      }),
  );
}
