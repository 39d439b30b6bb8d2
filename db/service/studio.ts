// Handlers of the studio namespace: one rule with its versions, drafts judged on the unit's own log, rules out of use.
import type { Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import type { Edit } from "../../shared/domain/edit.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import { starterRules } from "../../shared/rules/packs/packs.ts";
import { draftOf } from "../../shared/rules/reading/draft.ts";
import { freshRule } from "../../shared/rules/reading/fresh.ts";
import { sayRule } from "../../shared/rules/reading/say.ts";
import { judgedElsewhere } from "../../shared/rules/same-check.ts";
import { ruleHistory } from "../queries/rules.ts";
import { drafted, needsSecond, noSecondPerson } from "./change-sets/direct.ts";
import { type Desk, gone } from "./desk.ts";
import { freeRuleId, newestRules, ownPack, ruleRow, storedBody } from "./rule-rows.ts";
import { lastWordings, starterPackOf } from "./stopped-rules.ts";
import { previewOf } from "./studio-preview.ts";

export function studioHandlers(desk: Desk): Handlers<QuanhengContract>["studio"] {
  const named = ({ id, title }: Rule) => ({ id, title });
  const lastKnown = (id: string): { rule: Rule; pack: string } => {
    const stored =
      newestRules(desk).find(({ rule }) => rule.id === id) ??
      lastWordings(desk).find(({ rule }) => rule.id === id);
    if (!stored) throw gone({ zh: `规则 ${id}`, en: `Rule ${id}` });
    return stored;
  };

  return {
    open: ({ id }) => {
      const stored = lastKnown(id);
      const inUse = newestRules(desk).map(({ rule }) => rule);
      const elsewhere = judgedElsewhere(inUse);
      const judgeId = elsewhere(stored.rule);
      const judge = inUse.find((rule) => rule.id === judgeId);
      return {
        row: ruleRow(desk, stored),
        isInUse: inUse.some((rule) => rule.id === id),
        versions: ruleHistory(desk.db(), id),
        starter: starterRules.find((rule) => rule.id === id) ?? null,
        judgedBy: judge ? named(judge) : null,
        judgesFor: inUse.filter((rule) => elsewhere(rule) === id).map(named),
      };
    },
    stopped: () => ({ rules: lastWordings(desk).map((stored) => ruleRow(desk, stored)) }),
    start: (input) => {
      const id = freeRuleId(desk);
      if ("kind" in input) {
        const rule = freshRule(input.kind, id);
        return { rule: { ...rule, plain: plainOf(rule) } };
      }
      const { rule } = lastKnown(input.copyOf);
      const copied: Rule = {
        ...rule,
        id,
        version: 1,
        title: { zh: `${rule.title.zh}（本单位）`, en: `${rule.title.en} (own)` },
        citation: {
          source: `本单位规定（参照 ${rule.id}）`,
          mark: "unit",
          authority: "unit_rule",
        },
        inForce: { from: null, until: null },
        sameCheckAs: null,
      };
      return { rule: { ...copied, plain: plainOf(copied) } };
    },
    preview: ({ rule }, context) => previewOf(desk, rule, context),
    resume: ({ id }, context) => {
      const stopped = lastWordings(desk).filter(({ rule }) => rule.id === id);
      if (stopped.length === 0) throw gone({ zh: `停用的规则 ${id}`, en: `Stopped rule ${id}` });
      const summary = { zh: `重新启用规则 ${id}`, en: `Rule ${id} taken into use again` };
      if (needsSecond(desk, context)) {
        const edits = stopped
          .toSorted((a, b) => a.rule.version - b.rule.version)
          .map(({ rule }): Edit => ({ op: "rule", rule }));
        return { change: null, draft: drafted(desk, context, edits, summary) };
      }
      const { seq } = desk.write(
        context,
        {
          action: "rules",
          summary,
          detail: { rules: stopped.map(({ rule }) => rule), secondPerson: noSecondPerson },
        },
        (recorder) => {
          for (const { rule, pack } of stopped)
            recorder.insert("rules", null, storedBody(rule, starterPackOf(rule.id) ?? pack ?? ownPack));
        },
      );
      return { change: { seq }, draft: null };
    },
  };
}

const plainOf = (rule: Rule) => ({
  zh: sayRule(draftOf(rule), "zh").rule,
  en: sayRule(draftOf(rule), "en").rule,
});
