// Writes another version of a rule beside, or in place of, those in use.
import type { Rule } from "../../shared/domain/rule.ts";
import { succession } from "../../shared/rules/versions.ts";
import type { StoredRule } from "../queries/rules.ts";
import type { Recorder } from "../queries/versions.ts";
import { storedBody } from "./rule-rows.ts";

/** `same`: every stored version of that rule. Answers what is stored then. */
export function writeVersion(
  recorder: Recorder,
  same: readonly StoredRule[],
  rule: Rule,
  pack: string,
): StoredRule[] {
  const { kept, ended, replaced } = succession(same, rule);
  for (const { stored, rule: earlier } of ended) {
    recorder.supersede("rules", stored.id);
    recorder.insert("rules", stored.id, storedBody(earlier, stored.pack));
  }
  for (const stored of replaced) recorder.supersede("rules", stored.id);
  const id = recorder.insert("rules", null, storedBody(rule, pack));
  return [
    ...kept,
    ...ended.map(({ stored, rule: earlier }) => ({ ...stored, rule: earlier })),
    { id, pack, rule },
  ];
}
