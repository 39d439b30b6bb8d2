// People who by what they hold on a day could breach separate-duties or never-together.
import type { AmountRange } from "../../domain/money.ts";
import { coversAmount } from "../../domain/money.ts";
import type { Rule, RuleOf } from "../../domain/rule.ts";
import { compareText, sortedIds } from "../gather.ts";
import { matchedCount, matcher } from "../kinds/matching.ts";
import { dutiesText, personText } from "../sentence.ts";
import type { Holding, View } from "../view.ts";
import { type DesignFinding, designFinding, rowsOf } from "./design-finding.ts";
import type { Standing } from "./standing.ts";

type Match = (duty: string) => readonly string[];
type Bound = RuleOf<"separate-duties"> | RuleOf<"never-together">;
interface Ready {
  rule: Bound;
  match: Match;
}
const ready = (view: View, rule: Bound): Ready => ({ rule, match: matcher(view, rule.parameters.duties) });
const isOver = ({ rule, match }: Ready, duties: readonly string[]): boolean =>
  matchedCount(match, duties) > rule.parameters.maxHeld;

/** Many people hold the same: what is asked of a set of names is answered once. */
function answeredOnce<Answer>(
  ask: (names: readonly string[]) => Answer,
): (names: Iterable<string>) => Answer {
  const answers = new Map<string, Answer>();
  return (names) => {
    const sorted = sortedIds(names);
    const key = sorted.join("\n");
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = ask(sorted);
      answers.set(key, answer);
    }
    return answer;
  };
}

/** Potential never-together: too many duties of the set in one pair of hands that day. */
export function heldTogether(
  view: View,
  rules: readonly Rule[],
  standings: readonly Standing[],
): DesignFinding[] {
  const asked = rules.filter((rule) => rule.kind === "never-together").map((rule) => ready(view, rule));
  const broken = answeredOnce((duties) => asked.filter((one) => isOver(one, duties)));
  return standings.flatMap(({ person, holdings }) =>
    broken(holdings.map(({ duty }) => duty)).map((one) => {
      const clashing = holdings.filter(({ duty }) => one.match(duty).length > 0);
      const who = personText(view, person.id);
      const what = dutiesText(view, matched(one.match, clashing));
      return conflict(view, one, person.id, null, clashing, {
        zh: `${who.zh}同时承担${what.zh}。`,
        en: `${who.en} holds ${what.en} together.`,
      });
    }),
  );
}

/** Potential separate-duties: in one case of a matter, of one amount, the person may do too many of the set. */
export function couldDoAlone(
  view: View,
  rules: readonly Rule[],
  standings: readonly Standing[],
): DesignFinding[] {
  const asked = rules.filter((rule) => rule.kind === "separate-duties").map((rule) => ready(view, rule));
  const byMatter = new Map(
    view.world.matters.map((matter) => {
      const duties = (view.stepsOf.get(matter.id) ?? []).map((step) => step.duty);
      return [matter.id, asked.filter((one) => admits(one.rule, matter) && isOver(one, duties))] as const;
    }),
  );
  const dutyOf = (authorityId: string): string => stepOf(view, authorityId)?.duty ?? "";
  const broken = answeredOnce((authorityIds) => {
    const matterId = stepOf(view, authorityIds[0] ?? "")?.matterId ?? "";
    const possible = (byMatter.get(matterId) ?? []).filter((one) => isOver(one, authorityIds.map(dutyOf)));
    if (possible.length === 0) return [];
    const ranges = authorityIds.flatMap((id) => view.authorities.get(id) ?? []);
    return possible.filter((one) =>
      lowestAmounts(ranges).some((amount) =>
        isOver(
          one,
          ranges.filter((row) => coversAmount(row, amount)).map((row) => dutyOf(row.id)),
        ),
      ),
    );
  });

  return standings.flatMap(({ person, holdings }) => {
    const mine = new Map<string, Holding[]>();
    for (const holding of holdings) {
      const matterId = holding.authorityId && stepOf(view, holding.authorityId)?.matterId;
      if (!matterId || byMatter.get(matterId)?.length === 0) continue;
      mine.set(matterId, [...(mine.get(matterId) ?? []), holding]);
    }
    return [...mine].flatMap(([matterId, rows]) =>
      broken(rows.flatMap(({ authorityId }) => authorityId ?? [])).map((one) => {
        const clashing = rows.filter(({ duty }) => one.match(duty).length > 0);
        const who = personText(view, person.id);
        const what = dutiesText(view, matched(one.match, clashing));
        const matter = view.matters.get(matterId)?.name ?? matterId;
        return conflict(view, one, person.id, matterId, clashing, {
          zh: `${who.zh}在“${matter}”的同一业务件中可一人办理${what.zh}。`,
          en: `In one case of “${matter}”, ${who.en} alone could perform ${what.en}.`,
        });
      }),
    );
  });
}

const stepOf = (view: View, authorityId: string) =>
  view.steps.get(view.authorities.get(authorityId)?.stepId ?? "");
const matched = (match: Match, holdings: readonly Holding[]): string[] =>
  [...new Set(holdings.flatMap(({ duty }) => match(duty)))].sort(compareText);
/** The amounts at which a range begins: where most ranges meet, one of them lies. */
const lowestAmounts = (ranges: readonly AmountRange[]): number[] => [
  ...new Set(ranges.map(({ over }) => (over === null ? 1 : over + 1))),
];
const admits = ({ scope }: Rule, matter: { area: string; code: string }): boolean =>
  (scope.areas === null || scope.areas.some((area) => area === matter.area)) &&
  (scope.matters === null || scope.matters.includes(matter.code));

function conflict(
  view: View,
  { rule, match }: Ready,
  personId: string,
  matterId: string | null,
  holdings: readonly Holding[],
  sentence: DesignFinding["sentence"],
): DesignFinding {
  const authorities = holdings.flatMap((row) => view.authorities.get(row.authorityId ?? "") ?? []);
  const assignments = view.assignmentsOf.get(personId) ?? [];
  const held = new Set(holdings.map((row) => row.assignmentId));
  return designFinding({
    type: "conflict",
    ruleId: rule.id,
    citation: rule.citation,
    severity: rule.severity,
    matterId,
    stepIds: sortedIds(authorities.map((row) => row.stepId)),
    postIds: sortedIds(assignments.filter((row) => held.has(row.id)).map((row) => row.postId)),
    personIds: [personId],
    authorityIds: sortedIds(authorities.map((row) => row.id)),
    duties: matched(match, holdings),
    evidence: rowsOf(holdings),
    sentence,
  });
}
