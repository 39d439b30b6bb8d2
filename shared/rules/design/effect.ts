// What a list of edits would do to the matrix: findings that appear and vanish, powers gained and lost, delegations that end.
import { contains, type Day, intersection, type Period } from "../../domain/day.ts";
import type { Edit } from "../../domain/edit.ts";
import { withEdits, withRuleEdits } from "../../domain/edited.ts";
import type { Rule } from "../../domain/rule.ts";
import type { Text } from "../../domain/text.ts";
import type { Facts } from "../../domain/world.ts";
import { checkDesign } from "../design.ts";
import { indexFacts } from "../facts.ts";
import { compareText } from "../gather.ts";
import { personText } from "../sentence.ts";
import type { View } from "../view.ts";
import { fromOn, united, without } from "./days-held.ts";
import type { DesignFinding } from "./design-finding.ts";
import { compareFindings } from "./finding-difference.ts";
import { type Known, powersLacking, powersOf, stepName } from "./powers.ts";

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
export function designEffect(
  facts: Facts,
  rules: readonly Rule[],
  edits: readonly Edit[],
  day: Day,
): DesignEffect {
  const edited = withEdits(facts, edits, day);
  const found = checkDesign(facts, rules, day);
  const compared = compareFindings(found, checkDesign(edited, withRuleEdits(rules, edits), day));
  const index = (of: Facts): View => indexFacts({ ...of, cases: [], approvals: [] }, day);
  const [before, after] = [index(facts), index(edited)];
  return {
    appearing: compared.appearing,
    vanishing: compared.vanishing,
    remaining: compared.remaining,
    people: peopleEffects(before, after, day),
    endingDelegations: endings(before, after, day),
  };
}

function peopleEffects(before: View, after: View, day: Day): PersonEffect[] {
  return [...before.people.values()]
    .filter((person) => !person.isSystem)
    .map(({ id }) => personEffect(before, after, id, day))
    .filter(({ gains, losses }) => gains.length + losses.length > 0)
    .sort((a, b) => compareText(a.personId, b.personId));
}
export function personEffect(before: Known, after: Known, personId: string, day: Day): PersonEffect {
  const [had, has] = [powersOf(before, personId, day), powersOf(after, personId, day)];
  return {
    personId,
    gains: powersLacking(after, personId, has, had, day),
    losses: powersLacking(before, personId, had, has, day),
  };
}

/** Loans of one step from one person to another, with the days from `day` on which they hold. */
function loansOf(view: View, day: Day): Map<string, { id: string; stepId: string; days: Period[] }> {
  const loans = new Map<string, { id: string; stepId: string; days: Period[] }>();
  for (const row of view.world.delegations) {
    const authority = view.authorities.get(row.authorityId);
    const days = authority && intersection(row, authority);
    if (!days) continue;
    const key = JSON.stringify([row.fromPersonId, row.toPersonId, authority.stepId]);
    const old = loans.get(key);
    loans.set(key, {
      id: old?.id ?? row.id,
      stepId: authority.stepId,
      days: united([...(old?.days ?? []), ...fromOn([days], day)]),
    });
  }
  return loans;
}
function endings(before: View, after: View, day: Day): EndingDelegation[] {
  const left = loansOf(after, day);
  const rows = new Map(before.world.delegations.map((row) => [row.id, row]));
  return [...loansOf(before, day)].flatMap(([key, { id, stepId, days }]) => {
    const [lost] = without(days, left.get(key)?.days ?? []);
    const row = rows.get(id);
    if (!lost || !row) return [];
    const [giver, taker] = [personText(before, row.fromPersonId), personText(before, row.toPersonId)];
    const what = stepName(before, stepId);
    const isRunning = contains(lost, day);
    return {
      id,
      sentence: {
        zh: `${giver.zh}给${taker.zh}的“${what}”转授权${isRunning ? "随之终止" : `自 ${lost.from} 起终止`}。`,
        en: `The delegation of “${what}” from ${giver.en} to ${taker.en} ends ${isRunning ? "with it" : `on ${lost.from}`}.`,
      },
    };
  });
}
