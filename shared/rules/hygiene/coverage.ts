// Steps and matters that no rule looks at, or only rules that look at every step alike; duties that no rule names.
import type { Matter, Step } from "../../domain/authority.ts";
import { contains } from "../../domain/day.ts";
import type { HygieneFinding } from "../../domain/rule-hygiene.ts";
import { compareText } from "../gather.ts";
import { dutyListing, type Ground, listing } from "./ground.ts";
import { namedDuties, stepsReached } from "./reach.ts";

export function uncovered(ground: Ground): HygieneFinding[] {
  const scopes = ground.rules.map((rule) => ({
    rule,
    matters: new Set(ground.mattersOf(rule).map(({ id }) => id)),
  }));
  return ground.world.matters
    .toSorted((a, b) => compareText(a.code, b.code))
    .flatMap((matter): HygieneFinding[] => {
      const steps = ground.stepsOf(matter.id);
      const own = scopes.filter(({ matters }) => matters.has(matter.id)).map(({ rule }) => rule);
      const reached = (some: typeof own): Set<Step> =>
        new Set(some.flatMap((rule) => stepsReached(ground, rule, matter.id)));
      const named = reached(own.filter((rule) => namedDuties(rule).length > 0));
      const left = steps.filter((step) => !named.has(step));
      if (left.length === 0) return [];
      const general = reached(own.filter((rule) => namedDuties(rule).length === 0));
      return [
        findingOf(
          matter,
          left,
          left.some((step) => !general.has(step)),
          steps.length,
        ),
      ];
    });
}

function findingOf(matter: Matter, left: readonly Step[], isBare: boolean, count: number): HygieneFinding {
  const names = listing(left.map(({ name }) => ({ zh: name, en: name })));
  return {
    type: "uncovered",
    ruleIds: [],
    matterIds: [matter.id],
    sentence: isBare
      ? {
          zh: `“${matter.name}”${count} 个环节中有 ${left.length} 个没有任何规则看到：${names.zh}。`,
          en: `Of the ${count} steps of "${matter.name}", ${left.length} are seen by no rule: ${names.en}.`,
        }
      : {
          zh: `“${matter.name}”${count} 个环节中有 ${left.length} 个只有权限、次序、在岗这类通用规则看到，没有规则点名其职责：${names.zh}。`,
          en: `Of the ${count} steps of "${matter.name}", ${left.length} are seen only by general rules (authority, order, presence), none naming their duty: ${names.en}.`,
        },
    advice: {
      zh: "想一想这一步不能与哪一步同一人，然后新增“不得同一人”。",
      en: "Think which step must not be in the same hand, and add that pair.",
    },
    isSmallest: false,
  };
}

/** One finding for all duties that steps or posts carry today and that no rule names, implication counted. */
export function unnamedDuties(ground: Ground): HygieneFinding[] {
  const { world, today } = ground;
  const carried = [
    ...world.steps.map(({ duty }) => duty),
    ...world.postDuties.filter((row) => contains(row, today)).map(({ duty }) => duty),
  ];
  const named = [...new Set(ground.rules.flatMap(namedDuties))];
  const left = [...new Set(carried)]
    .filter((duty) => ground.match(named, duty).length === 0)
    .sort(compareText);
  if (left.length === 0) return [];
  const names = dutyListing(ground, left);
  return [
    {
      type: "unnamed-duty",
      ruleIds: [],
      matterIds: [],
      sentence: {
        zh: `有 ${left.length} 项职责有人在办，却没有规则点名：${names.zh}。`,
        en: `${left.length} duties are carried out but no rule names them: ${names.en}.`,
      },
      advice: {
        zh: "逐项想一想它与谁不相容，再定规则。",
        en: "Consider for each what it is incompatible with, then make a rule.",
      },
      isSmallest: false,
    },
  ];
}
