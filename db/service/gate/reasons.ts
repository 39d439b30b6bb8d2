// Reasons as people read them: rule with citation, each piece of evidence in words; refusals first.
import type { GateReason } from "../../../shared/contract/gate.ts";
import type { Case } from "../../../shared/domain/approval.ts";
import type { Evidence } from "../../../shared/domain/conflict.ts";
import { sameText, type Text } from "../../../shared/domain/text.ts";
import { actText } from "../../../shared/rules/explain/act-reasons.ts";
import { rowText } from "../../../shared/rules/explain/row-text.ts";
import type { Told } from "../../../shared/rules/gate/ready-gate.ts";
import { personText, wanText } from "../../../shared/rules/sentence.ts";
import type { Act, View } from "../../../shared/rules/view.ts";
import { draftId } from "./understood.ts";

const order = { refuse: 0, warn: 1, note: 2 } as const;

export function reasonsTold(view: View, told: readonly Told[], acts: readonly Act[], of: Case): GateReason[] {
  const reasons = told.map(({ rule, effect, finding, breach }): GateReason => {
    const known = new Map([...acts, ...breach.acts].map((act) => [act.approval.id, act]));
    const cases = new Map([of, ...(breach.cases ?? [])].map((one) => [one.id, one]));
    const words = ({ kind, id }: Evidence): Text => {
      if (kind === "approval") {
        const act = known.get(id);
        if (id === draftId) return { zh: "本次拟办", en: "What is asked about now" };
        return act ? actText(view, act) : sameText(id);
      }
      if (kind === "case") return caseText(cases.get(id), id);
      if (kind === "person") return personText(view, id);
      return rowText(view, { kind, id }) ?? sameText(id);
    };
    return {
      finding,
      effect,
      ruleTitle: rule.title,
      citation: rule.citation,
      evidence: finding.evidence.map((one) => ({ ...one, words: words(one) })),
    };
  });
  return reasons.sort((a, b) => order[a.effect] - order[b.effect]);
}

const caseText = (of: Case | undefined, id: string): Text => {
  if (!of) return sameText(id);
  const money = of.amount === null ? { zh: "金额未填", en: "no amount" } : wanText(of.amount);
  const name = { zh: of.caseNo || "新业务件", en: of.caseNo || "the new case" };
  return { zh: `业务件 ${name.zh}：${money.zh}`, en: `Case ${name.en}: ${money.en}` };
};
