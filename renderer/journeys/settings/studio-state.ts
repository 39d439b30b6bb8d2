// A rule being edited: the draft, what is wrong in which slot, and what the draft would find, asked as it changes.
import { useEffect, useMemo, useState } from "react";
import type { Rule } from "../../../shared/domain/rule.ts";
import { changesOf, type SlotChange } from "../../../shared/rules/reading/changes.ts";
import { type Draft, draftOf, judge, type Troubles } from "../../../shared/rules/reading/draft.ts";
import { fill, valueAt } from "../../../shared/rules/reading/read.ts";
import type { Names } from "../../../shared/rules/reading/say.ts";
import { settle } from "../../../shared/rules/reading/settle.ts";
import { type Answer, useAsk } from "../../data/ask.ts";
import type { Answered } from "../../data/names.ts";

const settlesAfterMs = 80;

/** The value once it has stood still for a moment. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settlesAfterMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

export interface Studio {
  draft: Draft;
  /** The version that would be saved; null while a slot does not hold. */
  toSave: Rule | null;
  troubles: Troubles;
  /** Against the newest version; what a new rule says is not a change. */
  changes: readonly SlotChange[];
  preview: Answer<Answered<"studio.preview">>;
  fill(key: string, value: unknown): void;
  rename(title: string): void;
  restore(key?: string): void;
}

/** `before` is the newest version in use; `start` what editing begins with. */
export function useStudio(start: Rule, before: Rule | null, names: Names): Studio {
  const [draft, setDraft] = useState<Draft>(() => draftOf(start));
  const { rule, troubles } = useMemo(() => judge(draft), [draft]);
  const [lastValid, setLastValid] = useState<Rule>(start);
  if (rule && rule !== lastValid) setLastValid(rule);
  const asked = useSettled(lastValid);
  const preview = useAsk("studio.preview", {
    rule: before ? { ...asked, version: before.version + 1 } : asked,
  });
  const origin = useMemo(() => draftOf(before ?? start), [before, start]);
  return {
    draft,
    toSave: rule && settle(rule, before),
    troubles,
    changes: useMemo(() => changesOf(origin, draft, names), [origin, draft, names]),
    preview,
    fill: (key, value) => setDraft((now) => fill(now, key, value)),
    rename: (title) => setDraft((now) => ({ ...now, title: { zh: title, en: title } })),
    restore: (key) =>
      setDraft((now) => {
        if (key === undefined) return { ...origin, title: now.title };
        const next = fill(now, key, valueAt(origin, key));
        // Restored in all that it asks, the rule is the same check again.
        return changesOf(origin, next).length === 0 ? { ...next, sameCheckAs: origin.sameCheckAs } : next;
      }),
  };
}
