// Rules that no way of working can keep together, as the smallest set of them, matter by matter and day by day.
import type { Matter, Step } from "../../domain/authority.ts";
import type { Day } from "../../domain/day.ts";
import type { Rule } from "../../domain/rule.ts";
import type { HygieneFinding } from "../../domain/rule-hygiene.ts";
import type { Text } from "../../domain/text.ts";
import { isInForce } from "../finding.ts";
import { type Core, coreOf } from "./core.ts";
import { handsFit, levelsFit, orderFits } from "./feasible.ts";
import { type Ground, listing, matched, ruleName } from "./ground.ts";

type Fits = (rules: readonly Rule[], steps: readonly Step[], ground: Ground) => boolean;
interface Found {
  core: Core<Rule>;
  why: Text;
  matters: Matter[];
  day: Day;
}
/** Cores of one matter told at most: mending one often mends the next. */
const mostCores = 12;

const whys = {
  hands: {
    zh: "须由同一人办的职责，又不得由同一人办",
    en: "what one person must do must not be done by one person",
  },
  several: {
    zh: "须由同一人办的职责，又要几个人办（各以本人名义办理时）",
    en: "what one person must do asks for several people (where everybody acts in their own name)",
  },
  alone: {
    zh: "一个环节自己就带有这些职责，谁办都会触发",
    en: "a single step carries these duties by itself, so whoever does it breaks the rule",
  },
  order: { zh: "要求的先后绕成了一圈", en: "the orders asked for run in a circle" },
  levels: {
    zh: "要求的高低绕成了一圈：各自都要比对方高",
    en: "the levels asked for run in a circle: each must stand above the other",
  },
};
const isHands = ({ kind }: Rule): boolean =>
  kind === "separate-duties" || kind === "never-together" || kind === "two-person";
const isOrder = (rule: Rule): boolean =>
  rule.kind === "sequence" && (rule.parameters.check === "before" || rule.parameters.check === "order");

/** A rule of one hand says nothing unless two of its duties occur in its scope at all. */
const speaks = (ground: Ground, rule: Rule): boolean =>
  rule.kind !== "same-person" ||
  matched(
    ground,
    rule.parameters.duties,
    ground.mattersOf(rule).flatMap(({ id }) => ground.stepsOf(id)),
  ).size >= 2;

function coresOfMatter(
  rules: readonly Rule[],
  steps: readonly Step[],
  ground: Ground,
): { core: Core<Rule>; why: Text }[] {
  const found: { core: Core<Rule>; why: Text }[] = [];
  const hold = (fits: Fits) => (some: readonly Rule[]) => fits(some, steps, ground);
  const one = rules.filter(({ kind }) => kind === "same-person");
  for (const rule of rules.filter(isHands)) {
    const core = coreOf([...one, rule], hold(handsFit));
    if (core)
      found.push({
        core,
        why: core.items.length === 1 ? whys.alone : rule.kind === "two-person" ? whys.several : whys.hands,
      });
  }
  const circles: [Rule[], Fits, Text][] = [
    [rules.filter(isOrder), orderFits, whys.order],
    [rules.filter(({ kind }) => kind === "seniority"), levelsFit, whys.levels],
  ];
  for (const [all, fits, why] of circles) {
    let left = all;
    for (
      let core = coreOf(left, hold(fits));
      core && found.length < mostCores;
      core = coreOf(left, hold(fits))
    ) {
      found.push({ core, why });
      const last = core.items.at(-1);
      left = left.filter((rule) => rule !== last);
    }
  }
  return found;
}

/** Today, and every later day on which a rule comes into force. */
const tellingDays = (ground: Ground): Day[] =>
  [
    ...new Set([
      ground.today,
      ...ground.rules.flatMap(({ inForce }) =>
        inForce.from !== null && inForce.from > ground.today ? [inForce.from] : [],
      ),
    ]),
  ].sort();

export function contradictions(ground: Ground): HygieneFinding[] {
  const found = new Map<string, Found>();
  const admitted = new Map(
    ground.rules.map((rule) => [rule, new Set(ground.mattersOf(rule).map(({ id }) => id))]),
  );
  const talking = ground.rules.filter((rule) => speaks(ground, rule));
  for (const day of tellingDays(ground)) {
    const live = talking.filter((rule) => isInForce(rule, day));
    for (const matter of ground.world.matters) {
      const own = live.filter((rule) => admitted.get(rule)?.has(matter.id));
      for (const { core, why } of coresOfMatter(own, ground.stepsOf(matter.id), ground)) {
        const key = JSON.stringify(core.items.map(({ id, version }) => [id, version]).sort());
        const known = found.get(key);
        if (!known) found.set(key, { core, why, matters: [matter], day });
        else if (!known.matters.includes(matter)) known.matters.push(matter);
      }
    }
  }
  return [...found.values()].map((one) => findingOf(one, ground.today));
}

function findingOf({ core, why, matters, day }: Found, today: Day): HygieneFinding {
  const names = core.items.map(ruleName);
  const where = listing(matters.map(({ name }) => ({ zh: name, en: name })));
  const least: Text = core.isSmallest
    ? { zh: "这是最小的一组", en: "no smaller set does" }
    : { zh: "去掉其中任何一条就不再矛盾", en: "without any one of them it is gone" };
  const from: Text = day === today ? { zh: "", en: "" } : { zh: `自 ${day} 起，`, en: `From ${day} on, ` };
  const is = core.items.length === 1;
  return {
    type: "contradiction",
    ruleIds: [...new Set(core.items.map(({ id }) => id))],
    matterIds: matters.map(({ id }) => id),
    sentence: is
      ? {
          zh: `${from.zh}${names[0]!.zh}在${where.zh}里无法做到：${why.zh}。`,
          en: `${from.en}${names[0]!.en} cannot be kept in ${where.en}: ${why.en}.`,
        }
      : {
          zh: `${from.zh}${names.map(({ zh }) => zh).join("、")}在${where.zh}里无法同时做到：${why.zh}；${least.zh}。`,
          en: `${from.en}${names.map(({ en }) => en).join(", ")} cannot be kept together in ${where.en}: ${why.en}; ${least.en}.`,
        },
    advice: is
      ? {
          zh: "请把该环节拆开，或改这条规则的职责。",
          en: "Split that step, or change the duties of the rule.",
        }
      : { zh: "请停用其中一条，或缩小其适用范围。", en: "Stop one of them, or narrow where it applies." },
    isSmallest: core.isSmallest,
  };
}
