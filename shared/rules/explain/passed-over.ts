// What rules looked at and let pass: exempt by the norm, or below a threshold. Counted, and never called safe.
import { isTender } from "../../domain/approval.ts";
import type { Finding } from "../../domain/conflict.ts";
import type { Rule, RuleOf } from "../../domain/rule.ts";
import type { Kind } from "../../domain/rule-kinds.ts";
import type { Text } from "../../domain/text.ts";
import { isInForce } from "../finding.ts";
import { gather } from "../gather.ts";
import { datedInScope, isPriced, type PricedCase, yearOf } from "../kinds/dated-cases.ts";
import { admission, evaluatorOf } from "../kinds/evaluators.ts";
import { actsInScope } from "../kinds/grouping.ts";
import type { Context } from "../kinds/kind.ts";
import { splitCases } from "../kinds/split-cases.ts";
import { dueOn, isExempt, isInTerm } from "../kinds/tenure.ts";
import { judgedElsewhere } from "../same-check.ts";
import { wanText } from "../sentence.ts";
import type { View } from "../view.ts";

export interface PassedLine {
  readonly ruleId: string;
  readonly says: Text;
  /** What was passed over: cases, acts or groups of cases; two rules may pass over the same. */
  readonly ids: readonly string[];
}
type Passed = Omit<PassedLine, "ruleId">;
export interface PassedOver {
  readonly exempt: readonly PassedLine[];
  readonly below: readonly PassedLine[];
}

/** `findings`: those of the rules now; what is in one of them was not passed over. */
export function passedOver(view: View, rules: readonly Rule[], findings: readonly Finding[]): PassedOver {
  const judgeOf = judgedElsewhere(rules);
  const [exempt, below]: [PassedLine[], PassedLine[]] = [[], []];
  for (const rule of rules) {
    if (judgeOf(rule) !== null || evaluatorOf(rule, view).unmet) continue;
    if (rule.kind === "split-amount") {
      const context = contextOf(view, rule);
      note(exempt, rule, exemptCases(context));
      note(below, rule, belowThreshold(context, findings));
    }
    if (rule.kind === "tenure" && rule.parameters.check === "limit")
      note(exempt, rule, exemptActs(contextOf(view, rule)));
  }
  return { exempt, below };
}
const contextOf = <R extends RuleOf<Kind>>(view: View, rule: R) => ({
  view,
  rule,
  admits: admission(rule, view),
});
function note(lines: PassedLine[], rule: Rule, line: Passed): void {
  if (line.ids.length > 0) lines.push({ ruleId: rule.id, ...line });
}

function exemptCases(context: Context<"split-amount">): Passed {
  const ids = datedInScope(context)
    .filter(isPriced)
    .filter(
      ({ case: of, day }) => isInForce(context.rule, day) && (of.isChangeApproved || isTender(of.method)),
    )
    .map(({ case: of }) => of.id);
  const count = ids.length;
  return {
    ids,
    says: {
      zh: `${count} 件采用招标方式，或其变更经过批准，依规定不计入化整为零`,
      en: `${count} cases were tendered, or their change was approved: by the norm they do not count as splitting`,
    },
  };
}

function belowThreshold(context: Context<"split-amount">, findings: readonly Finding[]): Passed {
  const { parameters } = context.rule;
  if (parameters.test === "behavioural") return { ids: [], says: { zh: "", en: "" } };
  const found = new Set(
    findings.filter(({ ruleId }) => ruleId === context.rule.id).flatMap((one) => one.caseIds),
  );
  const keyOf = ({ case: of, day }: PricedCase): string | null =>
    of.departmentId === null || of.budgetProject === null || of.category === null
      ? null
      : JSON.stringify([of.departmentId, yearOf(day), of.budgetProject, of.category]);
  // The version in force when the group had its last case would have found it.
  const ids = [...gather(splitCases(context), keyOf)]
    .filter(([, cases]) => cases.length > 1 && !cases.some((one) => found.has(one.case.id)))
    .filter(([, cases]) => isInForce(context.rule, cases.at(-1)?.day ?? ""))
    .map(([key]) => key);
  const [count, limit] = [ids.length, wanText(parameters.threshold)];
  return {
    ids,
    says: {
      zh: `${count} 组多件采购不满 ${parameters.minCases} 件，或合计没有超过 ${limit.zh}`,
      en: `${count} groups of several purchases had fewer than ${parameters.minCases} cases, or together no more than ${limit.en}`,
    },
  };
}

function exemptActs(context: Context<"tenure">): Passed {
  const { view, rule } = context;
  const acts = new Set<string>();
  for (const [personId, terms] of view.termsOf(rule.parameters.gapMonths)) {
    if (view.people.get(personId)?.isSystem || !view.exemptionsOf.has(personId)) continue;
    for (const term of terms) {
      const due = dueOn(view, term);
      if (due === null) continue;
      for (const act of actsInScope(context, view.actsBy(personId)))
        if (
          act.day > due &&
          isInForce(rule, act.day) &&
          isInTerm(view, term, act) &&
          isExempt(view, term, act.day)
        )
          acts.add(act.approval.id);
    }
  }
  const count = acts.size;
  return {
    ids: [...acts],
    says: {
      zh: `${count} 笔任期届满后的办理有有效豁免`,
      en: `${count} acts after the due day are covered by a live exemption`,
    },
  };
}
