// A judged draft as the version to be saved: the next number, and a plain sentence that says what it now asks.
import type { Rule } from "../../domain/rule.ts";
import { draftOf } from "./draft.ts";
import { sayRule } from "./say.ts";

/** `before` is the newest version in use; null for a new rule. */
export function settle(rule: Rule, before: Rule | null): Rule {
  const version = before ? before.version + 1 : rule.version;
  const [was, is] = [before && said(before), said(rule)];
  return was !== null && was.zh === is.zh ? { ...rule, version } : { ...rule, version, plain: is };
}
const said = (rule: Rule) => ({
  zh: sayRule(draftOf(rule), "zh").rule,
  en: sayRule(draftOf(rule), "en").rule,
});
