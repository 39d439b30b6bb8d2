// A rule being edited: the draft, what is wrong in which slot, and what the draft would find, asked as it changes.
import { useEffect, useMemo, useState } from "react";
import type { Day } from "../../../shared/domain/day.ts";
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
  /** What is shown was asked of an earlier draft. */
  isBehind: boolean;
  fill(key: string, value: unknown): void;
  rename(title: string): void;
  restore(key?: string): void;
  /** The first day of what would be saved, once there is something to save; null: from the beginning. */
  from: Day | null;
  setFrom(day: Day | null): void;
}

/** `before` is the newest version in use; `start` what editing begins with; changes count from `today` unless said otherwise. */
export function useStudio(start: Rule, before: Rule | null, names: Names, today: Day): Studio {
  const origin = useMemo(() => draftOf(before ?? start), [before, start]);
  const [edited, setEdited] = useState<Draft>(() => draftOf(start));
  const [day, setDay] = useState<Day | null>(today);
  const changes = useMemo(() => changesOf(origin, edited, names), [origin, edited, names]);
  const isUntouched = before !== null && changes.length === 0;
  // The first day belongs to saving, not to what the rule says: it counts once there is something to save.
  const draft = useMemo<Draft>(
    () => (isUntouched ? edited : { ...edited, inForce: { ...edited.inForce, from: day } }),
    [edited, day, isUntouched],
  );
  const { rule, troubles } = useMemo(() => judge(draft), [draft]);
  const [lastValid, setLastValid] = useState<Rule>(start);
  if (rule && rule !== lastValid) setLastValid(rule);
  const asked = useSettled(lastValid);
  const preview = useAsk("studio.preview", {
    rule: before ? { ...asked, version: before.version + 1 } : asked,
  });
  return {
    draft,
    toSave: rule && settle(rule, before),
    troubles,
    changes,
    preview,
    isBehind: asked !== lastValid || preview.isOld,
    from: day,
    setFrom: setDay,
    fill: (key, value) => {
      if (key === "inForce.from") setDay(typeof value === "string" ? value : null);
      else setEdited((now) => fill(now, key, value));
    },
    rename: (title) => setEdited((now) => ({ ...now, title: { zh: title, en: title } })),
    restore: (key) =>
      setEdited((now) => {
        if (key === undefined) return { ...origin, title: now.title };
        const next = fill(now, key, valueAt(origin, key));
        // Restored in all that it asks, the rule is the same check again.
        return changesOf(origin, next).length === 0 ? { ...next, sameCheckAs: origin.sameCheckAs } : next;
      }),
  };
}
