// The naive oracle of the design check, written from docs/rules/design.md alone: every person, step and amount is tried one by one.
import type { Authority, Step } from "../../shared/domain/authority.ts";
import type { Severity } from "../../shared/domain/conflict.ts";
import { addDays, addYears, contains, type Day } from "../../shared/domain/day.ts";
import { levelRank } from "../../shared/domain/organisation.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import type { Facts } from "../../shared/domain/world.ts";
import { isJudgedByAnother } from "./check.ts";
import { byText, distinct, type Ground, groundOf, match } from "./ground.ts";

/** What a finding is about, without its rows and words. */
export interface About {
  type: "conflict" | "gap" | "ladder" | "sole-holder" | "expiry" | "split-reach";
  severity: Severity;
  ruleId: string | null;
  matterId: string | null;
  stepIds: string[];
  postIds: string[];
  personIds: string[];
  duties: string[];
  /** From 0; `Infinity`: no end. */
  amounts: Array<[number, number]>;
  until: Day | null;
}
interface Held {
  personId: string;
  duty: string;
  authority: Authority | null;
}
interface Scene {
  ground: Ground;
  facts: Facts;
  day: Day;
  there: string[];
  held: Held[];
  rules: readonly Rule[];
}

const nothing: Omit<About, "type" | "severity"> = {
  ruleId: null,
  matterId: null,
  stepIds: [],
  postIds: [],
  personIds: [],
  duties: [],
  amounts: [],
  until: null,
};
const covers = ({ over, upTo }: Authority, amount: number): boolean =>
  (over === null || over < amount) && (upTo === null || amount <= upTo);
const tail = (until: Day | null): Day => until ?? "9999-12-31";

export function designOf(facts: Facts, rules: readonly Rule[], day: Day, expiryDays: number): About[] {
  const ground = groundOf({ ...facts, cases: [], approvals: [] }, day);
  const there = facts.people
    .filter(
      (person) =>
        !person.isSystem &&
        (person.joinedOn === null || person.joinedOn <= day) &&
        (person.leavesOn === null || person.leavesOn > day),
    )
    .map(({ id }) => id);
  const asked = rules.filter((rule) => isInForceOn(rule, day) && !isJudgedByAnother(rule, rules));
  const scene: Scene = { ground, facts, day, there, held: [], rules: asked };
  scene.held = there.flatMap((personId) => heldBy(scene, personId));
  return [
    ...asked.flatMap((rule) => conflictsOf(scene, rule)),
    ...gaps(scene),
    ...emptyPosts(scene),
    ...ladders(scene),
    ...soleHolders(scene),
    ...expiries(scene, expiryDays),
    ...splitReaches(scene),
  ];
}

const isInForceOn = ({ inForce: { from, until } }: Rule, day: Day): boolean =>
  (from === null || from <= day) && (until === null || day < until);
const live = <T extends { from: Day; until: Day | null }>(scene: Scene, rows: readonly T[]): T[] =>
  rows.filter((row) => contains(row, scene.day));
const stepOf = ({ facts }: Scene, id: string): Step | undefined => facts.steps.find((step) => step.id === id);
const postsOf = (scene: Scene, personId: string): string[] =>
  distinct(
    live(scene, scene.facts.assignments)
      .filter((row) => row.personId === personId)
      .map((row) => row.postId),
  );

function heldBy(scene: Scene, personId: string): Held[] {
  const { facts } = scene;
  const from = (authority: Authority): Held[] => {
    const step = stepOf(scene, authority.stepId);
    return step ? [{ personId, duty: step.duty, authority }] : [];
  };
  const byPosts = postsOf(scene, personId).flatMap((postId) => [
    ...live(scene, facts.postDuties)
      .filter((row) => row.postId === postId)
      .map((row): Held => ({ personId, duty: row.duty, authority: null })),
    ...live(scene, facts.authorities)
      .filter((row) => row.postId === postId)
      .flatMap(from),
  ]);
  const own = live(scene, facts.authorities)
    .filter((row) => row.personId === personId)
    .flatMap(from);
  const lent = live(scene, facts.delegations)
    .filter((row) => row.toPersonId === personId)
    .flatMap((row) => live(scene, facts.authorities).filter(({ id }) => id === row.authorityId))
    .flatMap(from);
  return [...byPosts, ...own, ...lent];
}

/** One amount within every stretch in which no bound lies. */
const telling = (authorities: readonly Authority[]): number[] => [
  ...new Set([1, ...authorities.flatMap(({ over, upTo }) => [(over ?? 0) + 1, upTo ?? 1, (upTo ?? 0) + 1])]),
];
const stepsOfHeld = (held: readonly Held[]): string[] =>
  distinct(held.flatMap(({ authority }) => authority?.stepId ?? []));

function conflictsOf(scene: Scene, rule: Rule): About[] {
  const { ground, facts, held, there } = scene;
  const found = { ...nothing, type: "conflict", severity: rule.severity, ruleId: rule.id } as const;
  if (rule.kind === "separate-duties") {
    const { duties, maxHeld } = rule.parameters;
    const matters = facts.matters.filter((matter) => isInScope(rule, matter));
    return matters.flatMap((matter) =>
      there.flatMap((personId): About[] => {
        const own = held.filter(
          (one) =>
            one.personId === personId &&
            one.authority !== null &&
            stepOf(scene, one.authority.stepId)?.matterId === matter.id,
        );
        const at = (amount: number): Held[] =>
          own.filter((one) => one.authority !== null && covers(one.authority, amount));
        const members = (some: readonly Held[]): string[] =>
          distinct(some.flatMap(({ duty }) => match(ground, duty, duties)));
        const amounts = telling(own.flatMap(({ authority }) => authority ?? [])).filter(
          (amount) => amount >= 1 && members(at(amount)).length > maxHeld,
        );
        if (amounts.length === 0) return [];
        const part = own.filter(
          (one) =>
            match(ground, one.duty, duties).length > 0 &&
            amounts.some((amount) => one.authority !== null && covers(one.authority, amount)),
        );
        return [
          {
            ...found,
            matterId: matter.id,
            personIds: [personId],
            stepIds: stepsOfHeld(part),
            duties: members(part),
          },
        ];
      }),
    );
  }
  if (rule.kind === "never-together") {
    const { duties, maxHeld } = rule.parameters;
    return there.flatMap((personId): About[] => {
      const part = held.filter(
        (one) => one.personId === personId && match(ground, one.duty, duties).length > 0,
      );
      const members = distinct(part.flatMap(({ duty }) => match(ground, duty, duties)));
      return members.length > maxHeld
        ? [{ ...found, personIds: [personId], stepIds: stepsOfHeld(part), duties: members }]
        : [];
    });
  }
  if (rule.kind === "relation" && rule.parameters.counterpart === "holder") {
    const { duties, otherDuties, types, lookbackYears } = rule.parameters;
    const fits = (personId: string, set: readonly string[]): Held[] =>
      held.filter(
        (one) => one.personId === personId && (set.length === 0 || match(ground, one.duty, set).length > 0),
      );
    return there.flatMap((a) =>
      there.flatMap((b): About[] => {
        if (a >= b) return [];
        const isRelated = facts.relations.some(
          (row) =>
            ((row.personId === a && row.otherPersonId === b) ||
              (row.personId === b && row.otherPersonId === a)) &&
            (types as readonly string[]).includes(row.type) &&
            row.from <= scene.day &&
            (row.until === null || scene.day < addYears(row.until, lookbackYears)),
        );
        if (!isRelated) return [];
        const readings = [
          [fits(a, duties), fits(b, otherDuties)],
          [fits(b, duties), fits(a, otherDuties)],
        ].filter((sides) => sides.every((side) => side.length > 0));
        if (readings.length === 0) return [];
        const part = readings.flat(2);
        return [
          {
            ...found,
            personIds: [a, b].sort(byText),
            stepIds: stepsOfHeld(part),
            duties: distinct(part.map(({ duty }) => duty)),
          },
        ];
      }),
    );
  }
  return [];
}

const isInScope = ({ scope }: Rule, matter: Facts["matters"][number]): boolean =>
  (scope.areas === null || scope.areas.includes(matter.area)) &&
  (scope.matters === null || scope.matters.includes(matter.code));

const typeOf = ({ ground }: Scene, { duty }: Step) => ground.duties.get(duty)?.type;
const askedSteps = (scene: Scene): Step[] => {
  const { facts } = scene;
  const governed = new Set(facts.authorities.flatMap((row) => stepOf(scene, row.stepId)?.matterId ?? []));
  return facts.steps.filter((step) => governed.has(step.matterId) && typeOf(scene, step) !== "external");
};
const doersOf = (scene: Scene, step: Step): string[] =>
  distinct(
    scene.held.filter(({ authority }) => authority?.stepId === step.id).map(({ personId }) => personId),
  );

const gaps = (scene: Scene): About[] =>
  askedSteps(scene)
    .filter((step) => doersOf(scene, step).length === 0)
    .map((step) => ({
      ...nothing,
      type: "gap",
      severity: step.isRequired ? "high" : "low",
      matterId: step.matterId,
      stepIds: [step.id],
    }));

const emptyPosts = (scene: Scene): About[] =>
  live(scene, scene.facts.posts)
    .filter(
      (post) =>
        !scene.there.some((personId) => postsOf(scene, personId).includes(post.id)) &&
        live(scene, scene.facts.authorities).some((row) => row.postId === post.id),
    )
    .map((post) => ({ ...nothing, type: "gap", severity: "medium", postIds: [post.id] }));

function ladders(scene: Scene): About[] {
  const { facts } = scene;
  return facts.steps.flatMap((step): About[] => {
    if (typeOf(scene, step) !== "authorise") return [];
    const own = live(scene, facts.authorities).filter((row) => row.stepId === step.id);
    if (!own.some(({ over, upTo }) => over !== null || upTo !== null)) return [];
    const levelOf = (row: Authority): string | null =>
      row.level ?? facts.posts.find(({ id }) => id === row.postId)?.level ?? null;
    const spansWhere = (isSo: (amount: number) => boolean): Array<[number, number]> => {
      const bounds = [...new Set([0, ...own.flatMap(({ over, upTo }) => [over ?? 0, upTo ?? 0])])].sort(
        (a, b) => a - b,
      );
      const spans: Array<[number, number]> = [];
      for (const [at, from] of bounds.entries()) {
        const to = bounds[at + 1] ?? Number.POSITIVE_INFINITY;
        if (!isSo(from + 1)) continue;
        const last = spans.at(-1);
        if (last && last[1] === from) last[1] = to;
        else spans.push([from, to]);
      }
      return spans;
    };
    const about = { ...nothing, type: "ladder" as const, matterId: step.matterId, stepIds: [step.id] };
    const holes = spansWhere((amount) => !own.some((row) => covers(row, amount)));
    const overlaps = spansWhere((amount) => {
      const rows = own.filter((row) => row.postId !== null && covers(row, amount));
      return distinct(rows.flatMap((row) => levelOf(row) ?? [])).length > 1;
    });
    return [
      ...(holes.length > 0 ? [{ ...about, severity: "medium" as const, amounts: holes }] : []),
      ...(overlaps.length > 0 ? [{ ...about, severity: "low" as const, amounts: overlaps }] : []),
    ];
  });
}

function soleHolders(scene: Scene): About[] {
  const asked = askedSteps(scene);
  return scene.there.flatMap((personId) =>
    scene.facts.matters.flatMap((matter): About[] => {
      const alone = asked.filter((step) => {
        const doers = doersOf(scene, step);
        return step.matterId === matter.id && doers.length === 1 && doers[0] === personId;
      });
      return alone.length === 0
        ? []
        : [
            {
              ...nothing,
              type: "sole-holder",
              severity: "low",
              matterId: matter.id,
              personIds: [personId],
              stepIds: distinct(alone.map(({ id }) => id)),
            },
          ];
    }),
  );
}

function expiries(scene: Scene, days: number): About[] {
  const { facts } = scene;
  const isSoon = ({ until }: { until: Day | null }): boolean =>
    until !== null && until <= addDays(scene.day, days);
  const ending = { ...nothing, type: "expiry", severity: "low" } as const;
  const matterOf = (stepId: string): string | null => stepOf(scene, stepId)?.matterId ?? null;
  const authorities = live(scene, facts.authorities)
    .filter(
      (row) =>
        isSoon(row) &&
        !facts.authorities.some(
          (other) =>
            other.id !== row.id &&
            other.stepId === row.stepId &&
            other.postId === row.postId &&
            other.personId === row.personId &&
            contains(other, tail(row.until)),
        ),
    )
    .map((row) => ({
      ...ending,
      matterId: matterOf(row.stepId),
      stepIds: [row.stepId],
      postIds: row.postId === null ? [] : [row.postId],
      personIds: row.personId === null ? [] : [row.personId],
      until: row.until,
    }));
  const delegations = live(scene, facts.delegations)
    .filter(isSoon)
    .map((row) => {
      const stepId = facts.authorities.find(({ id }) => id === row.authorityId)?.stepId ?? "";
      return {
        ...ending,
        matterId: matterOf(stepId),
        stepIds: [stepId],
        personIds: distinct([row.fromPersonId, row.toPersonId]),
        until: row.until,
      };
    });
  return [...authorities, ...delegations];
}

function splitReaches(scene: Scene): About[] {
  const { facts, held, there } = scene;
  const asked = askedSteps(scene);
  const mayDo = (personId: string, step: Step): Authority[] =>
    held.flatMap((one) =>
      one.personId === personId && one.authority?.stepId === step.id ? [one.authority] : [],
    );
  const mayDoAt = (personId: string, step: Step, amount: number): Authority[] =>
    mayDo(personId, step).filter((row) => covers(row, amount));
  const rankAt = (personId: string, step: Step, amount: number): number => {
    const ranks = mayDoAt(personId, step, amount).flatMap((row) => {
      const posts = row.postId === null ? postsOf(scene, personId) : [row.postId];
      if (row.level !== null) return [levelRank(row.level)];
      return posts.flatMap((id) => {
        const post = facts.posts.find((one) => one.id === id);
        return post ? [levelRank(post.level)] : [];
      });
    });
    return Math.max(0, ...ranks);
  };
  return facts.matters.flatMap((matter) => {
    const steps = asked.filter((step) => step.matterId === matter.id);
    const watching = scene.rules
      .filter((rule) => rule.kind === "split-amount" && isInScope(rule, matter))
      .sort((a, b) => testOrder(a) - testOrder(b) || byText(a.id, b.id));
    return steps
      .filter((step) => typeOf(scene, step) === "authorise")
      .flatMap((step) => {
        const byTier = new Map<number, string[]>();
        for (const personId of there) {
          const plain = mayDo(personId, step).filter((row) => !row.isCollective);
          const bounds = plain.flatMap(({ upTo }) => upTo ?? []);
          if (plain.length === 0 || bounds.length < plain.length) continue;
          const ceiling = Math.max(...bounds);
          if (ceiling < 1) continue;
          const hasRung = live(scene, facts.authorities).some(
            (row) => row.stepId === step.id && covers(row, ceiling + 1),
          );
          const others = steps.filter((other) => other.id !== step.id && other.isRequired);
          const passes = others.every((other) =>
            there.some((one) => mayDoAt(one, other, ceiling).length > 0),
          );
          const rank = rankAt(personId, step, ceiling);
          const isUnseen = others
            .filter((other) => ["authorise", "verify", "supervise"].includes(typeOf(scene, other) ?? ""))
            .every((other) =>
              there.some(
                (one) => mayDoAt(one, other, ceiling).length > 0 && rankAt(one, other, ceiling) <= rank,
              ),
            );
          if (hasRung && passes && isUnseen) byTier.set(ceiling, [...(byTier.get(ceiling) ?? []), personId]);
        }
        return [...byTier].map(
          ([ceiling, people]): About => ({
            ...nothing,
            type: "split-reach",
            severity: watching.length > 0 ? "low" : "medium",
            ruleId: watching[0]?.id ?? null,
            matterId: matter.id,
            stepIds: [step.id],
            personIds: distinct(people),
            amounts: [[0, ceiling]],
          }),
        );
      });
  });
}
const testOrder = (rule: Rule): number =>
  rule.kind === "split-amount" && rule.parameters.test === "statutory" ? 0 : 1;
