// Two related people who on a day hold what relation rules about holders keep apart.
import { contains } from "../../domain/day.ts";
import type { Relation } from "../../domain/organisation.ts";
import type { Rule, RuleOf } from "../../domain/rule.ts";
import { push, sortedIds } from "../gather.ts";
import { matcher } from "../kinds/matching.ts";
import { relationDays } from "../kinds/relation-holder.ts";
import { dutiesText, peopleText, personText } from "../sentence.ts";
import { designFinding } from "./design-finding.ts";
import type { Ground, Source } from "./ground.ts";
import { sourceRows } from "./potential-conflicts.ts";
import type { Told } from "./told.ts";

/** Person → the findings of these rules about them and somebody related whose id is greater. */
export function relatedReader(ground: Ground, rules: readonly Rule[]): (personId: string) => Told[] {
  const asked = rules
    .filter(
      (rule): rule is RuleOf<"relation"> =>
        rule.kind === "relation" && rule.parameters.counterpart === "holder",
    )
    .map((rule) => ({
      rule,
      fits: fitsOf(ground, rule.parameters.duties),
      otherFits: fitsOf(ground, rule.parameters.otherDuties),
    }));
  return (personId) => {
    const rows = ground.relationsOf.get(personId);
    if (!rows || asked.length === 0 || !ground.isThere(personId)) return [];
    const byOther = new Map<string, Relation[]>();
    for (const row of rows) {
      const other = row.personId === personId ? row.otherPersonId : row.personId;
      if (other !== null && personId < other && ground.isThere(other)) push(byOther, other, row);
    }
    return [...byOther].flatMap(([other, ties]) =>
      asked.flatMap((one) => pairFinding(ground, one, personId, other, ties)),
    );
  };
}

type Fits = (source: Source) => boolean;
function fitsOf(ground: Ground, duties: readonly string[]): Fits {
  const match = matcher(ground, duties);
  return ({ duty }) => duties.length === 0 || match(duty).length > 0;
}
interface Asked {
  rule: RuleOf<"relation">;
  fits: Fits;
  otherFits: Fits;
}

const allSources = (ground: Ground, personId: string): Source[] => [
  ...sortedIds(ground.seats(personId).map((row) => row.postId)).flatMap((id) => ground.sourcesOfPost(id)),
  ...ground.ownSources(personId),
];

function pairFinding(
  ground: Ground,
  { rule, fits, otherFits }: Asked,
  p: string,
  q: string,
  ties: readonly Relation[],
): Told[] {
  const { types, lookbackYears } = rule.parameters;
  const valid = ties.filter(
    (row) => types.includes(row.type) && contains(relationDays(row, lookbackYears), ground.day),
  );
  if (valid.length === 0) return [];
  const [ofP, ofQ] = [allSources(ground, p), allSources(ground, q)];
  const taking = { p: new Set<Source>(), q: new Set<Source>() };
  for (const [fitsP, fitsQ] of [
    [fits, otherFits],
    [otherFits, fits],
  ] as const) {
    const [one, other] = [ofP.filter(fitsP), ofQ.filter(fitsQ)];
    if (one.length === 0 || other.length === 0) continue;
    for (const source of one) taking.p.add(source);
    for (const source of other) taking.q.add(source);
  }
  if (taking.p.size === 0) return [];
  const sources = [...taking.p, ...taking.q];
  const postIds = sortedIds(sources.flatMap((row) => row.postId ?? []));
  const seatsOf = (personId: string, own: ReadonlySet<Source>): string[] =>
    ground
      .seats(personId)
      .filter((row) => [...own].some(({ postId }) => postId === row.postId))
      .map((row) => row.id);
  const dutiesOf = (own: ReadonlySet<Source>): string[] => sortedIds([...own].map(({ duty }) => duty));
  const [one, other, both] = [personText(ground, p), personText(ground, q), peopleText(ground, [p, q])];
  const [first, second] = [dutiesText(ground, dutiesOf(taking.p)), dutiesText(ground, dutiesOf(taking.q))];
  const finding = designFinding({
    type: "conflict",
    ruleId: rule.id,
    citation: rule.citation,
    severity: rule.severity,
    stepIds: sortedIds(sources.flatMap((row) => row.authority?.stepId ?? [])),
    postIds,
    personIds: [p, q],
    authorityIds: sortedIds(sources.flatMap((row) => row.authority?.id ?? [])),
    duties: sortedIds(sources.map(({ duty }) => duty)),
    evidence: [
      ...sourceRows([...seatsOf(p, taking.p), ...seatsOf(q, taking.q)], sources),
      ...sortedIds(valid.map(({ id }) => id)).map((id) => ({ kind: "relation" as const, id })),
    ],
    sentence: {
      zh: `${both.zh}登记有应当回避的关系，${one.zh}承担${first.zh}，${other.zh}承担${second.zh}。`,
      en: `A relation between ${both.en} is on record; ${one.en} holds ${first.en}, ${other.en} holds ${second.en}.`,
    },
  });
  return [{ rule, finding }];
}
