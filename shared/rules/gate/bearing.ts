// On which steps an act can change what a rule says of its case: the duties that the rule counts.
import type { Step } from "../../domain/authority.ts";
import type { Rule } from "../../domain/rule.ts";
import { matcher } from "../kinds/matching.ts";
import type { View } from "../view.ts";

/** True where in doubt. */
export function bearingOf(view: View, rule: Rule): (step: Step) => boolean {
  const matching = (duties: readonly string[]): ((step: Step) => boolean) => {
    const match = matcher(view, duties);
    return ({ duty }) => match(duty).length > 0;
  };
  const including =
    (...duties: readonly string[]): ((step: Step) => boolean) =>
    ({ duty }) =>
      duties.some((one) => view.implied(duty).has(one));
  switch (rule.kind) {
    case "separate-duties":
    case "same-person":
    case "separate-units":
    case "never-together":
      return matching(rule.parameters.duties);
    case "seniority":
      return including(rule.parameters.earlier, rule.parameters.later);
    case "sequence": {
      const asked = rule.parameters;
      if (asked.check === "before" || asked.check === "deadline")
        return including(asked.earlier, asked.later);
      return asked.check === "sum-over" ? including(asked.base, asked.added) : () => true;
    }
    default:
      return () => true;
  }
}
