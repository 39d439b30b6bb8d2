// What staffing cannot tell, and the rules it could not ask, as lines.
import type { StaffingOverview } from "../../data/types.ts";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

export function useLimitLines(): (view: Pick<StaffingOverview, "ruleCount" | "notApplied">) => string[] {
  const { staffing, common } = useWords();
  const formats = useFormats();
  const say = useText();
  return ({ ruleCount, notApplied }) => {
    const ids = new Map<string, string[]>();
    for (const { ruleId, reason } of notApplied)
      ids.set(say(reason), [...(ids.get(say(reason)) ?? []), ruleId]);
    return [
      ...staffing.limitLines,
      staffing.basis(formats.count(ruleCount)) + common.fullStop,
      ...(notApplied.length > 0
        ? [staffing.notApplied(formats.count(notApplied.length)) + common.fullStop]
        : []),
      ...[...ids].map(([reason, rules]) => `${reason}${common.colon}${rules.join(common.listing)}`),
    ];
  };
}
