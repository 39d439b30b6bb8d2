// Edits of rules in a set: checked before they go in, and written on approval by the meaning of `withRuleEdits`.
import type { Edit } from "../../../shared/domain/edit.ts";
import { withRuleEdits } from "../../../shared/domain/edited.ts";
import { fault } from "../../../shared/domain/fault.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import { draftOf, judge } from "../../../shared/rules/reading/draft.ts";
import type { Recorder } from "../../queries/versions.ts";
import { type Desk, gone } from "../desk.ts";
import { ownPack, storedBody } from "../rule-rows.ts";
import { starterPackOf } from "../stopped-rules.ts";

/** @throws FaultError invalid a rule that cannot be applied; stale a version that is in use; missing a rule to stop */
export function assertRuleEdit(desk: Desk, edit: Edit): void {
  if (edit.op === "stop") {
    if (!desk.rules().some(({ rule }) => rule.id === edit.ruleId))
      throw gone({ zh: `规则 ${edit.ruleId}`, en: `Rule ${edit.ruleId}` });
    return;
  }
  if (edit.op !== "rule") return;
  assertSavable(desk, edit.rule);
}

export function assertSavable(desk: Desk, rule: Rule): void {
  const [trouble] = Object.values(judge(draftOf(rule)).troubles);
  if (trouble)
    throw fault("invalid", {
      zh: `规则 ${rule.id} 还不能保存：${trouble.zh}`,
      en: `Rule ${rule.id} cannot be saved yet: ${trouble.en}`,
    });
  if (desk.rules().some((stored) => stored.rule.id === rule.id && stored.rule.version >= rule.version))
    throw fault("stale", {
      zh: `规则 ${rule.id} 已有第 ${rule.version} 版或更新的版本。请刷新后再改。`,
      en: `Rule ${rule.id} already has version ${rule.version} or a later one: refresh and edit again.`,
    });
}

/** Inside a change. Answers the rules that are different then. */
export function writeRuleEdits(desk: Desk, recorder: Recorder, edits: readonly Edit[]): Rule[] {
  const stored = desk.rules();
  const after = withRuleEdits(
    stored.map(({ rule }) => rule),
    edits,
  );
  const keyOf = (rule: Rule): string => `${rule.id}@${rule.version}`;
  const wanted = new Map(after.map((rule) => [keyOf(rule), rule]));
  const changed: Rule[] = [];
  for (const { id, pack, rule } of stored) {
    const next = wanted.get(keyOf(rule));
    wanted.delete(keyOf(rule));
    if (next === rule) continue;
    recorder.supersede("rules", id);
    if (next) recorder.insert("rules", id, storedBody(next, pack));
    changed.push(next ?? rule);
  }
  for (const rule of wanted.values()) {
    const pack = stored.find((one) => one.rule.id === rule.id)?.pack ?? starterPackOf(rule.id) ?? ownPack;
    recorder.insert("rules", null, storedBody(rule, pack));
    changed.push(rule);
  }
  return changed;
}
