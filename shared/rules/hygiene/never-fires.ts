// Rules in use that cannot find anything in this workbook, and what is missing for them to do so.
import { dayOf } from "../../domain/day.ts";
import type { Rule } from "../../domain/rule.ts";
import type { HygieneFinding } from "../../domain/rule-hygiene.ts";
import type { Text } from "../../domain/text.ts";
import { gather } from "../gather.ts";
import { dutyListing, type Ground, matched, ruleName } from "./ground.ts";
import { isAboutCases, isAboutHolding, namedDuties, stepsReached } from "./reach.ts";

interface Why {
  sentence: Text;
  advice: Text;
}
const why = (zh: string, en: string, adviceZh: string, adviceEn: string): Why => ({
  sentence: { zh, en },
  advice: { zh: adviceZh, en: adviceEn },
});

function impossibleNumbers(rule: Rule, ground: Ground): Why | null {
  const given = rule.parameters;
  if ("maxHeld" in given) {
    const n = new Set(given.duties).size;
    if (given.maxHeld >= n)
      return why(
        `只列了 ${n} 项职责，却容许一人兼 ${given.maxHeld} 项，谁也超不过`,
        `it lists ${n} duties and lets one person hold ${given.maxHeld}, which nobody can exceed`,
        `请把“至多兼办几项”改成小于 ${n}。`,
        `Let at most ${n - 1} be held.`,
      );
  }
  if ("types" in given && "min" in given && given.min > new Set(given.types).size)
    return why(
      `只列了 ${new Set(given.types).size} 类职责，却要凑够 ${given.min} 类`,
      `it lists ${new Set(given.types).size} types of duty and asks for ${given.min}`,
      "请减少所要的类数。",
      "Ask for fewer types.",
    );
  if (rule.kind === "sequence" && rule.parameters.check === "before") {
    const { earlier, later } = rule.parameters;
    if (ground.implied(later).has(earlier))
      return why(
        `“${ground.duty(later).zh}”本身就算“${ground.duty(earlier).zh}”，总是已经在先`,
        `"${ground.duty(later).en}" itself counts as "${ground.duty(earlier).en}", so it has always happened`,
        "请换一项在先职责。",
        "Choose another earlier duty.",
      );
  }
  return null;
}

function outsideItsDays(versions: readonly Rule[], ground: Ground): Why | null {
  const { approvals, settings } = ground.world;
  let first = Number.POSITIVE_INFINITY;
  for (const { happenedAt } of approvals) first = Math.min(first, happenedAt);
  const day = Number.isFinite(first) ? dayOf(first, settings.timeZone) : ground.today;
  // A case may be recorded as closed before its acts, and a conflict judged at the closing is dated by it.
  let earliest = day;
  for (const { closedOn } of ground.world.cases)
    if (closedOn !== null && closedOn < earliest) earliest = closedOn;
  // A case may be dated by its opening, and what people hold needs no approval: their days may lie before the first.
  const isOver = (rule: Rule): boolean => {
    const { from, until } = rule.inForce;
    if (until === null) return false;
    return (
      (from !== null && until <= from) || (until <= earliest && !isAboutCases(rule) && !isAboutHolding(rule))
    );
  };
  if (!versions.every(isOver)) return null;
  const advice = ["请延长失效日，或停用它。", "Extend its days, or stop it."] as const;
  return Number.isFinite(first)
    ? why(
        `它在最早一笔办理（${day}）之前就已失效`,
        `it had ended before the first approval (${day})`,
        ...advice,
      )
    : why("它已失效，也还没有办理记录", "it has ended, and no approval is on record", ...advice);
}

function nothingToLookAt(rule: Rule, ground: Ground): Why | null {
  const { world } = ground;
  if (rule.kind === "never-together") {
    const granted = new Set(world.authorities.map(({ stepId }) => stepId));
    const held = [...world.postDuties, ...world.steps.filter(({ id }) => granted.has(id))];
    const found = matched(ground, rule.parameters.duties, held);
    if (found.size > rule.parameters.maxHeld) return null;
    const names = dutyListing(
      ground,
      rule.parameters.duties.filter((duty) => !found.has(duty)),
    );
    return why(
      `没有岗位职责、也没有授权带有${names.zh}`,
      `no post duty and no authority carries ${names.en}`,
      "请给岗位登记这些职责，或停用它。",
      "Record these duties at a post, or stop it.",
    );
  }
  if (isAboutHolding(rule)) return null;
  const matters = ground.mattersOf(rule);
  if (matters.length === 0)
    return why(
      "它适用的领域或事项，本单位一个也没有",
      "none of the areas or matters that it applies to is in this workbook",
      "请改适用范围，或停用它。",
      "Change where it applies, or stop it.",
    );
  if (isAboutCases(rule) || matters.some(({ id }) => stepsReached(ground, rule, id).length > 0)) return null;
  if (rule.kind === "within-authority")
    return why("没有登记授权", "no authority is on record", "请登记授权。", "Record authorities.");
  const steps = matters.flatMap(({ id }) => ground.stepsOf(id));
  const missing = namedDuties(rule).filter((duty) => matched(ground, [duty], steps).size === 0);
  if (missing.length === 0)
    return why(
      "它要的几项职责没有在同一个事项里出现过",
      "the duties that it asks about never occur in one matter",
      "请看事项的环节是否登记齐全，或停用它。",
      "See whether the matters have all their steps, or stop it.",
    );
  const names = dutyListing(ground, missing);
  return why(
    `没有一个环节带有${names.zh}`,
    `no step carries ${names.en}`,
    "请把相应环节的职责登记上，或停用它。",
    "Record the duty at its step, or stop it.",
  );
}

export function neverFiring(ground: Ground): HygieneFinding[] {
  const live = new Set(ground.rules.map(({ id }) => id));
  const findings: HygieneFinding[] = [];
  const tell = (rule: Rule, { sentence, advice }: Why): void => {
    const name = ruleName(rule);
    findings.push({
      type: "never-fires",
      ruleIds: [rule.id],
      matterIds: [],
      sentence: {
        zh: `${name.zh}在这本工作簿里不会有发现：${sentence.zh}。`,
        en: `${name.en} cannot find anything in this workbook: ${sentence.en}.`,
      },
      advice,
      isSmallest: false,
    });
  };
  for (const versions of gather(ground.rules, ({ id }) => id).values()) {
    const reasons = versions.map((rule) => impossibleNumbers(rule, ground) ?? nothingToLookAt(rule, ground));
    const last = versions.at(-1);
    const reason = reasons.at(-1);
    if (last && reason && reasons.every((one) => one !== null)) tell(last, reason);
  }
  for (const [id, versions] of gather(ground.all, (rule) => rule.id)) {
    const last = versions.at(-1);
    const reason = live.has(id) ? null : outsideItsDays(versions, ground);
    if (
      last &&
      reason &&
      versions.every(({ inForce }) => inForce.until !== null && inForce.until <= ground.today)
    )
      tell(last, reason);
  }
  return findings;
}
