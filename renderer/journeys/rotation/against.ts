// A plan against the one that it replans or varies: how much differs, and which moves.
import { useMemo } from "react";
import { useAsk } from "../../data/ask.ts";
import type { Plan } from "../../data/types.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import { moveKey } from "./hand-edits.ts";

const none: ReadonlySet<string> = new Set();
const kinds = ["same", "day", "person", "only-b", "only-a"] as const;

/** `words` null: nothing to compare with. The base may have been deleted since. */
export function useAgainst(plan: Plan | null): { keys: ReadonlySet<string>; words: string | null } {
  const { rotation, common } = useWords();
  const formats = useFormats();
  const { value } = useAsk("rotation.compare", plan?.basePlanId ? { a: plan.basePlanId, b: plan.id } : null, {
    fresh: true,
  });
  return useMemo(() => {
    if (!value) return { keys: none, words: null };
    const count = (kind: (typeof kinds)[number]): string =>
      formats.count(value.lines.filter((line) => line.kind === kind).length);
    return {
      keys: new Set(value.lines.flatMap(({ kind, b }) => (kind === "same" || !b ? [] : [moveKey(b)]))),
      words: `${rotation.differsFrom}${kinds
        .filter((kind) => kind === "same" || value.lines.some((line) => line.kind === kind))
        .map((kind) => rotation.differs[kind](count(kind)))
        .join(common.comma)}`,
    };
  }, [value, rotation, common, formats]);
}
