// What a list of edits would do to the matrix: findings that appear and vanish, powers gained and lost, delegations that end.
import type { Delegation } from "../../domain/authority.ts";
import { contains, type Day, intersection, type Period } from "../../domain/day.ts";
import type { Edit } from "../../domain/edit.ts";
import { withEdits } from "../../domain/edited.ts";
import type { Rule } from "../../domain/rule.ts";
import type { Text } from "../../domain/text.ts";
import type { Facts } from "../../domain/world.ts";
import { sortedIds } from "../gather.ts";
import { personText } from "../sentence.ts";
import { fromOn, united, without } from "./days-held.ts";
import type { DesignFinding } from "./design-finding.ts";
import type { GroundRows } from "./ground.ts";
import { powersLacking, powersOf, stepName } from "./powers.ts";
import { type PreparedDesign, prepareDesign, recheck } from "./recheck.ts";
import { type RowChanges, rowChanges } from "./row-changes.ts";

export interface PersonEffect {
  personId: string;
  /** One line a power and span of days. */
  gains: Text[];
  losses: Text[];
}
export interface EndingDelegation {
  id: string;
  sentence: Text;
}
export interface DesignEffect {
  appearing: DesignFinding[];
  vanishing: DesignFinding[];
  /** Findings before and after. */
  remaining: number;
  /** Only people whose powers differ on any day from the given one on; by id. */
  people: PersonEffect[];
  endingDelegations: EndingDelegation[];
}

/** `day`: the day of the change set; findings are of the matrix on that day, powers of every day from it on. */
export const designEffect = (
  facts: Facts,
  rules: readonly Rule[],
  edits: readonly Edit[],
  day: Day,
): DesignEffect => effectOn(prepareDesign(facts, rules, day), edits);

/** The same, of a check that was made before. */
export function effectOn(prepared: PreparedDesign, edits: readonly Edit[]): DesignEffect {
  const { facts, ground: before, day } = prepared;
  const { appearing, vanishing, remaining, ground: after } = recheck(prepared, edits);
  const changes = rowChanges(facts, before, edits, day);
  const edited = withEdits(facts, edits, day);
  const moved = edits.some((edit) => "kind" in edit && edit.kind === "assignments")
    ? movedPeople(facts, edited)
    : [];
  const people = sortedIds(new Set([...concerned(before, after, changes), ...moved]))
    .map((id) => personEffect(before, after, id, day))
    .filter(({ gains, losses }) => gains.length + losses.length > 0);
  return {
    appearing,
    vanishing,
    remaining,
    people,
    endingDelegations: endings(
      loansOf(before, facts.delegations, day),
      loansOf(after, edited.delegations, day),
      before,
      day,
    ),
  };
}

/** People who hold, held or will hold what the rows give; by id, system accounts left out. */
function concerned(before: GroundRows, after: GroundRows, changes: RowChanges): string[] {
  const people = new Set<string>();
  const holdersOf = (postId: string): void => {
    for (const row of before.assignmentsOfPost.get(postId) ?? []) people.add(row.personId);
  };
  const authorities = [...changes.authorities.gone, ...changes.authorities.fresh];
  for (const { id } of [...changes.steps.gone, ...changes.steps.fresh])
    for (const { authoritiesOfStep } of [before, after])
      authorities.push(...(authoritiesOfStep.get(id) ?? []));
  for (const row of authorities) {
    if (row.postId !== null) holdersOf(row.postId);
    if (row.personId !== null) people.add(row.personId);
    for (const { delegationsOf } of [before, after])
      for (const loan of delegationsOf.get(row.id) ?? []) people.add(loan.toPersonId);
  }
  for (const row of [...changes.delegations.gone, ...changes.delegations.fresh]) people.add(row.toPersonId);
  for (const row of [...changes.postDuties.gone, ...changes.postDuties.fresh]) holdersOf(row.postId);
  return sortedIds(people).filter((id) => before.people.get(id)?.isSystem === false);
}

/** Whose assignments differ; system accounts left out. */
function movedPeople(before: Facts, after: Facts): string[] {
  const [had, has] = [new Set(before.assignments), new Set(after.assignments)];
  const rows = [
    ...before.assignments.filter((row) => !has.has(row)),
    ...after.assignments.filter((row) => !had.has(row)),
  ];
  const system = new Set(before.people.filter(({ isSystem }) => isSystem).map(({ id }) => id));
  return rows.map(({ personId }) => personId).filter((id) => !system.has(id));
}

function personEffect(before: GroundRows, after: GroundRows, personId: string, day: Day): PersonEffect {
  const [had, has] = [powersOf(before, personId, day), powersOf(after, personId, day)];
  return {
    personId,
    gains: powersLacking(after, personId, has, had, day),
    losses: powersLacking(before, personId, had, has, day),
  };
}

interface Loans {
  /** The first of them. */
  row: Delegation;
  stepId: string;
  days: Period[];
}
/** Loans of one step from one person to another, with the days from `day` on which they hold. */
function loansOf(ground: GroundRows, rows: readonly Delegation[], day: Day): Map<string, Loans> {
  const loans = new Map<string, Loans>();
  for (const row of rows) {
    const authority = ground.authorities.get(row.authorityId);
    const days = authority && intersection(row, authority);
    if (!days) continue;
    const key = JSON.stringify([row.fromPersonId, row.toPersonId, authority.stepId]);
    const old = loans.get(key);
    loans.set(key, {
      row: old?.row ?? row,
      stepId: authority.stepId,
      days: united([...(old?.days ?? []), ...fromOn([days], day)]),
    });
  }
  return loans;
}
function endings(
  had: ReadonlyMap<string, Loans>,
  has: ReadonlyMap<string, Loans>,
  before: GroundRows,
  day: Day,
): EndingDelegation[] {
  return [...had].flatMap(([key, { row, stepId, days }]) => {
    const [lost] = without(days, has.get(key)?.days ?? []);
    if (!lost) return [];
    const [giver, taker] = [personText(before, row.fromPersonId), personText(before, row.toPersonId)];
    const what = stepName(before, stepId);
    const isAtOnce = contains(lost, day);
    return {
      id: row.id,
      sentence: {
        zh: `${giver.zh}给${taker.zh}的“${what}”转授权${isAtOnce ? "随之终止" : `自 ${lost.from} 起终止`}。`,
        en: `The delegation of “${what}” from ${giver.en} to ${taker.en} ends ${isAtOnce ? "with it" : `on ${lost.from}`}.`,
      },
    };
  });
}
