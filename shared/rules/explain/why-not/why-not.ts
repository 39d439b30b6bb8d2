// Why there is no conflict where one was expected: the first condition that fails, from the rule's use down to its kind.
import type { Rule } from "../../../domain/rule.ts";
import { creditedPersons } from "../../cover.ts";
import { admission, evaluatorOf } from "../../kinds/evaluators.ts";
import { judgedElsewhere } from "../../same-check.ts";
import type { Touched, View } from "../../view.ts";
import { foldTouched } from "../group-fold.ts";
import { groupingOf } from "../grouping.ts";
import { nobody, type Reason, reason } from "./reason.ts";
import { type Answer, no, type Question, settle, settleFound } from "./settle.ts";

/** `rules`: those in use. `today` is the view's. The folds decide; words are looked for only where they find nothing. */
export function whyNot(view: View, rules: readonly Rule[], question: Question): Answer {
  const versions = rules.filter((rule) => rule.id === question.ruleId);
  const newest = versions.toSorted((a, b) => b.version - a.version)[0];
  if (!newest)
    return no(
      null,
      reason(
        "not-in-use",
        `规则 ${question.ruleId} 没有启用或已停用，不作判断。`,
        `Rule ${question.ruleId} is not in use: it judges nothing.`,
      ),
    );
  const judgeOf = judgedElsewhere(rules);
  const own = versions.filter((rule) => judgeOf(rule) === null);
  const judgedBy = judgeOf(newest);
  if (own.length === 0 && judgedBy !== null)
    return no(
      newest,
      reason(
        "judged-elsewhere",
        `规则 ${newest.id} 与 ${judgedBy} 是同一检查，由 ${judgedBy} 一并判断。`,
        `Rule ${newest.id} asks the same as ${judgedBy}, which judges for both.`,
      ),
      { judgedBy },
    );
  const answers = own
    .toSorted((a, b) => b.version - a.version)
    .map((rule) => ofVersion(view, rule, question));
  return answers.find(({ findings }) => findings.length > 0) ?? bestOf(view, answers) ?? no(newest, nobody());
}

/** Of several versions the one in force today answers, else the newest. */
const bestOf = (view: View, answers: readonly Answer[]): Answer | undefined =>
  answers.find(
    ({ rule }) =>
      rule !== null &&
      (rule.inForce.from ?? "") <= view.today &&
      (rule.inForce.until === null || view.today < rule.inForce.until),
  ) ?? answers[0];

function ofVersion(view: View, rule: Rule, question: Question): Answer {
  const { unmet } = evaluatorOf(rule, view);
  if (unmet)
    return no(
      rule,
      reason("not-applicable", `规则无法适用：${unmet.zh}。`, `The rule could not be applied: ${unmet.en}.`),
    );
  if (question.caseId === null && question.personIds.length === 0)
    return no(rule, reason("unknown-subject", "请指明业务件或人员。", "Name a case or a person."));
  const of = question.caseId === null ? null : view.cases.get(question.caseId);
  if (of === undefined)
    return no(rule, reason("unknown-subject", "没有这个业务件。", "There is no such case."));
  const looksAtHoldings =
    rule.kind === "never-together" || rule.kind === "tenure" || groupingOf(rule) === "facts";
  if (of && !looksAtHoldings && !admission(rule, view)(of.matterId))
    return no(rule, outOfScope(view, of.matterId));
  switch (groupingOf(rule)) {
    case "case":
      return aboutCases(view, rule, question);
    case "person":
      return aboutPeople(view, rule, question);
    case "all":
      return aboutMoney(view, rule, question);
    case "facts":
      if (question.personIds.length === 0)
        return no(
          rule,
          reason(
            "unknown-subject",
            "这条规则看人员所承担的职责，请指明人员。",
            "This rule looks at what people hold: name the people.",
          ),
        );
      return settle(view, rule, question, foldTouched(view, rule, null));
  }
}

function outOfScope(view: View, matterId: string): Reason {
  const name = view.matters.get(matterId)?.name ?? matterId;
  return reason(
    "out-of-scope",
    `规则不适用于事项“${name}”。`,
    `The rule does not apply to the matter “${name}”.`,
  );
}

const touching = (part: Partial<Touched>): Touched => ({
  caseIds: new Set(),
  personIds: new Set(),
  ...part,
});

function aboutCases(view: View, rule: Rule, question: Question): Answer {
  const { caseId, personIds } = question;
  if (caseId !== null) {
    if (!view.caseActs.has(caseId)) return no(rule, noActs(view, caseId));
    return settle(view, rule, question, foldTouched(view, rule, touching({ caseIds: new Set([caseId]) })));
  }
  const admits = admission(rule, view);
  const byPerson = personIds.map(
    (id) => new Map([...view.actsBy(id), ...view.actsCrediting(id)].map((act) => [act.case.id, act])),
  );
  const acts = [...(byPerson[0] ?? [])]
    .filter(([id]) => byPerson.every((own) => own.has(id)))
    .map(([, act]) => act)
    .filter((act) => admits(act.case.matterId));
  const last = acts.toSorted((a, b) => b.approval.happenedAt - a.approval.happenedAt)[0];
  if (!last)
    return no(
      rule,
      reason(
        "no-deciding-acts",
        "在规则适用的事项中，所问的人没有（共同）办理过业务件。",
        "In the matters of the rule those asked about have not acted in any (shared) case.",
      ),
    );
  const folded = foldTouched(view, rule, touching({ caseIds: new Set(acts.map((act) => act.case.id)) }));
  const found = settleFound(rule, question, folded);
  if (found) return found;
  return settle(
    view,
    rule,
    { ...question, caseId: last.case.id },
    foldTouched(view, rule, touching({ caseIds: new Set([last.case.id]) })),
    [
      {
        zh: `所问的人办理过 ${acts.length} 件，以下说的是最近的一件 ${last.case.caseNo}。`,
        en: `Those asked about acted in ${acts.length} cases; this is about the latest, ${last.case.caseNo}.`,
      },
    ],
  );
}
function noActs(view: View, caseId: string): Reason {
  const others = view.world.approvals.filter((row) => row.caseId === caseId).length;
  return others === 0
    ? reason("no-deciding-acts", "本件没有办理记录。", "The case has no approvals.")
    : reason(
        "no-deciding-acts",
        `本件的 ${others} 笔记录都是意见、阅知、撤回，或在今日之后，没有起决定作用的办理。`,
        `All ${others} records of the case are comments, readings or withdrawals, or come after today: none decides.`,
      );
}

function aboutPeople(view: View, rule: Rule, question: Question): Answer {
  const acts = question.caseId === null ? [] : (view.caseActs.get(question.caseId)?.acts ?? []);
  if (question.caseId !== null && question.personIds.length === 0 && acts.length === 0)
    return no(rule, noActs(view, question.caseId));
  const concerned = new Set(
    acts.flatMap((act) => [...creditedPersons(view, act), ...(act.actorId === null ? [] : [act.actorId])]),
  );
  const asked = question.personIds.length > 0 ? question.personIds : [...concerned];
  // A system account is nobody: nothing is held by it and no tenure or tempo is its own.
  const personIds = asked.filter((id) => view.people.get(id)?.isSystem !== true);
  if (personIds.length === 0) return no(rule, nobody());
  return settle(
    view,
    rule,
    { ...question, personIds },
    foldTouched(view, rule, touching({ personIds: new Set(personIds), keys: null })),
  );
}

function aboutMoney(view: View, rule: Rule, question: Question): Answer {
  const folded = foldTouched(view, rule, touching({ keys: null }));
  if (question.caseId !== null) return settle(view, rule, question, folded);
  const found = settleFound(rule, question, folded);
  if (found) return found;
  const admits = admission(rule, view);
  const last = view
    .datedCases()
    .findLast(
      ({ case: of }) =>
        of.requesterId !== null && question.personIds.includes(of.requesterId) && admits(of.matterId),
    );
  if (!last)
    return no(
      rule,
      reason(
        "no-data",
        "所问的人没有申请过可以计入的业务件。",
        "Those asked about have requested no case that counts.",
      ),
    );
  return settle(view, rule, { ...question, caseId: last.case.id }, folded, [
    {
      zh: `以下说的是所问的人最近申请的一件 ${last.case.caseNo}。`,
      en: `This is about the latest case that they requested, ${last.case.caseNo}.`,
    },
  ]);
}
