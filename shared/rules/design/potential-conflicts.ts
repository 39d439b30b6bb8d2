// People who by what they hold on a day could breach separate-duties or never-together.

import type { Matter } from "../../domain/authority.ts";
import type { Evidence } from "../../domain/conflict.ts";
import { coversAmount } from "../../domain/money.ts";
import type { Rule, RuleOf } from "../../domain/rule.ts";
import type { Text } from "../../domain/text.ts";
import { push, sortedIds } from "../gather.ts";
import { dutiesText, personText } from "../sentence.ts";
import { type Bound, type Clash, type Clashes, clashesOf } from "./clashes.ts";
import { designFinding } from "./design-finding.ts";
import type { Ground, Source } from "./ground.ts";
import type { Told } from "./told.ts";

/** A conflict but for the person: everybody with the same seats and grants has it. */
interface Pattern {
  rule: Bound;
  matterId: string | null;
  sources: readonly Source[];
  duties: string[];
}

export const admits = ({ scope }: Rule, matter: Matter): boolean =>
  (scope.areas === null || scope.areas.includes(matter.area)) &&
  (scope.matters === null || scope.matters.includes(matter.code));

/** The rules about what one person holds, by the duties that they know. */
export interface HoldingRules {
  readonly separated: Clashes<RuleOf<"separate-duties">>;
  readonly held: Clashes<RuleOf<"never-together">>;
}
export const holdingRules = (rules: readonly Rule[], implied: Ground["implied"]): HoldingRules => ({
  separated: clashesOf(
    rules.filter((rule): rule is RuleOf<"separate-duties"> => rule.kind === "separate-duties"),
    implied,
  ),
  held: clashesOf(
    rules.filter((rule): rule is RuleOf<"never-together"> => rule.kind === "never-together"),
    implied,
  ),
});

/** Person → what they could breach of these rules on the ground's day; what many share is worked out once. */
export function conflictsReader(
  ground: Ground,
  { separated, held }: HoldingRules,
): (personId: string) => Told[] {
  const patterns = new Map<string, Pattern[]>();
  return (personId) => {
    const seats = ground.seats(personId);
    const postIds = sortedIds(seats.map((row) => row.postId));
    const own = ground.ownSources(personId);
    if (postIds.length + own.length === 0) return [];
    const key = JSON.stringify([postIds, own.map((row) => [row.authority?.id, row.delegationId])]);
    let found = patterns.get(key);
    if (!found) {
      const sources = [...postIds.flatMap((id) => ground.sourcesOfPost(id)), ...own];
      found = [...inOneCase(ground, separated, sources), ...together(held, sources)];
      patterns.set(key, found);
    }
    return found.map((pattern) => ({ rule: pattern.rule, finding: conflict(ground, pattern, personId) }));
  };
}

const dutyOf = ({ duty }: Source): string => duty;
const matched = ({ match }: Clash<Bound>, sources: readonly Source[]): string[] =>
  sortedIds(sources.flatMap(({ duty }) => match(duty)));

/** never-together: too many duties of the set in one pair of hands that day. */
function together(clashes: Clashes<RuleOf<"never-together">>, all: readonly Source[]): Pattern[] {
  return clashes(all.map(dutyOf)).map((clash) => {
    const sources = all.filter(({ duty }) => clash.match(duty).length > 0);
    return { rule: clash.rule, matterId: null, sources, duties: matched(clash, sources) };
  });
}

/** separate-duties: in one case of a matter, of one amount, too many duties of the set. */
function inOneCase(
  ground: Ground,
  clashes: Clashes<RuleOf<"separate-duties">>,
  all: readonly Source[],
): Pattern[] {
  const byMatter = new Map<string, Source[]>();
  for (const source of all) {
    const matterId = source.authority && ground.steps.get(source.authority.stepId)?.matterId;
    if (matterId) push(byMatter, matterId, source);
  }
  return [...byMatter].flatMap(([matterId, own]) => {
    const matter = ground.matters.get(matterId);
    const possible = clashes(own.map(dutyOf)).filter(({ rule }) => matter && admits(rule, matter));
    if (possible.length === 0) return [];
    const taking = new Map(possible.map(({ rule }) => [rule, new Set<Source>()]));
    for (const amount of lowestAmounts(own)) {
      const covering = own.filter(({ authority }) => authority && coversAmount(authority, amount));
      for (const { rule, match } of clashes(covering.map(dutyOf)))
        for (const source of covering) if (match(source.duty).length > 0) taking.get(rule)?.add(source);
    }
    return possible.flatMap((clash) => {
      const sources = own.filter((source) => taking.get(clash.rule)?.has(source));
      return sources.length === 0
        ? []
        : [{ rule: clash.rule, matterId, sources, duties: matched(clash, sources) }];
    });
  });
}

/** The amounts at which a range begins: whichever ranges meet anywhere, they meet at one of these. */
const lowestAmounts = (sources: readonly Source[]): number[] => [
  ...new Set(sources.map(({ authority }) => Math.max(authority?.over ?? 0, 0) + 1)),
];

function conflict(ground: Ground, pattern: Pattern, personId: string) {
  const { rule, matterId, sources, duties } = pattern;
  const postIds = sortedIds(sources.flatMap((row) => row.postId ?? []));
  const assignments = ground.seats(personId).filter((row) => postIds.includes(row.postId));
  const authorities = sources.flatMap((row) => row.authority ?? []);
  return designFinding({
    type: "conflict",
    ruleId: rule.id,
    citation: rule.citation,
    severity: rule.severity,
    matterId,
    stepIds: sortedIds(authorities.map((row) => row.stepId)),
    postIds,
    personIds: [personId],
    authorityIds: sortedIds(authorities.map((row) => row.id)),
    duties,
    evidence: sourceRows(
      assignments.map((row) => row.id),
      sources,
    ),
    sentence: sentenceOf(ground, pattern, personId),
  });
}

/** The rows behind some sources, each once, by kind and id. */
export function sourceRows(assignmentIds: readonly string[], sources: readonly Source[]): Evidence[] {
  const rows = (kind: Evidence["kind"], ids: readonly string[]): Evidence[] =>
    sortedIds(ids).map((id) => ({ kind, id }));
  return [
    ...rows("assignment", assignmentIds),
    ...rows(
      "post-duty",
      sources.flatMap((row) => row.postDutyId ?? []),
    ),
    ...rows(
      "authority",
      sources.flatMap((row) => row.authority?.id ?? []),
    ),
    ...rows(
      "delegation",
      sources.flatMap((row) => row.delegationId ?? []),
    ),
  ];
}

function sentenceOf(ground: Ground, { matterId, duties }: Pattern, personId: string): Text {
  const who = personText(ground, personId);
  const what = dutiesText(ground, duties);
  if (matterId === null)
    return { zh: `${who.zh}同时承担${what.zh}。`, en: `${who.en} holds ${what.en} together.` };
  const matter = ground.matters.get(matterId)?.name ?? matterId;
  return {
    zh: `${who.zh}在“${matter}”的同一业务件中可一人办理${what.zh}。`,
    en: `In one case of “${matter}”, ${who.en} alone could perform ${what.en}.`,
  };
}
