// Rules that another one makes redundant: exact duplicates, and those of which everything is found anyway.
import { severities } from "../../domain/conflict.ts";
import type { Rule } from "../../domain/rule.ts";
import type { HygieneFinding } from "../../domain/rule-hygiene.ts";
import type { Text } from "../../domain/text.ts";
import { gather } from "../gather.ts";
import { dutyListing, type Ground, ruleName } from "./ground.ts";
import { asked, isSubsumed } from "./subsume.ts";

const isMilder = (one: Rule, other: Rule): boolean =>
  severities.indexOf(one.severity) > severities.indexOf(other.severity);

function reasonOf(b: Rule, a: Rule, ground: Ground): Text {
  if ("maxHeld" in b.parameters && "maxHeld" in a.parameters) {
    const names = dutyListing(ground, b.parameters.duties);
    return {
      zh: `它的职责${names.zh}都算作 ${a.id} 的职责，${a.id} 至多容 ${a.parameters.maxHeld} 项，它容 ${b.parameters.maxHeld} 项`,
      en: `its duties ${names.en} all count for ${a.id}, which admits ${a.parameters.maxHeld} of its set where this one admits ${b.parameters.maxHeld}`,
    };
  }
  return asked(a) === asked(b)
    ? {
        zh: `${a.id} 查的是同一件事，适用范围和起止更宽`,
        en: `${a.id} asks the same, for a wider scope or more days`,
      }
    : {
        zh: `${a.id} 查的是同一件事，范围不小、数字不松`,
        en: `${a.id} asks the same, with a scope no smaller and limits no looser`,
      };
}

/** One finding for each rule that is redundant, with the first rule that makes it so. */
export function redundantRules(ground: Ground): HygieneFinding[] {
  const versions = [...gather(ground.rules, ({ id }) => id)].filter(
    ([, rules]) => ground.mattersOf(rules[0]!).length > 0,
  );
  const covers = (few: readonly Rule[], many: readonly Rule[]): boolean =>
    few.every((b) => many.some((a) => isSubsumed(b, a, ground)));
  const gone = new Set<string>();
  const findings: HygieneFinding[] = [];
  for (const [id, own] of versions) {
    for (const [otherId, others] of versions) {
      if (id === otherId || gone.has(otherId) || own[0]!.kind !== others[0]!.kind || !covers(own, others))
        continue;
      const isMutual = covers(others, own);
      // Of two that say the same, the second in order is the one to drop.
      if (isMutual && id < otherId) continue;
      gone.add(id);
      findings.push(findingOf(own.at(-1)!, others.at(-1)!, isMutual, ground));
      break;
    }
  }
  return findings;
}

function findingOf(b: Rule, a: Rule, isMutual: boolean, ground: Ground): HygieneFinding {
  const [one, other] = [ruleName(b), ruleName(a)];
  const isSame = isMutual && asked(a) === asked(b);
  const reason = reasonOf(b, a, ground);
  const keep = isMilder(a, b);
  return {
    type: isSame ? "duplicate" : "subsumed",
    ruleIds: [b.id, a.id],
    matterIds: [],
    sentence: isSame
      ? { zh: `${one.zh}与${other.zh}问的完全一样。`, en: `${one.en} and ${other.en} ask exactly the same.` }
      : {
          zh: `凡 ${one.zh}查出的，${other.zh}也会查出：${reason.zh}。`,
          en: `Whatever ${one.en} finds, ${other.en} finds too: ${reason.en}.`,
        },
    advice: keep
      ? {
          zh: `可停用 ${b.id}；它的严重程度更高，停用前先把 ${a.id} 调高。`,
          en: `${b.id} may be stopped; it is the more severe, so raise ${a.id} first.`,
        }
      : {
          zh: `可停用 ${b.id}，或让它注明与 ${a.id} 同查。`,
          en: `Stop ${b.id}, or let it name ${a.id} as the same check.`,
        },
    isSmallest: false,
  };
}
