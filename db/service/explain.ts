// Handlers of the explain namespace: proofs, why not, what was passed over, and what people say of conflicts.
import type { Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import type { Proof } from "../../shared/contract/explain.ts";
import type { Case } from "../../shared/domain/approval.ts";
import { identityOf } from "../../shared/domain/conflict.ts";
import { dayOf } from "../../shared/domain/day.ts";
import { fault } from "../../shared/domain/fault.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import type { World } from "../../shared/domain/world.ts";
import { explain } from "../../shared/rules/explain/explain.ts";
import { whyNot } from "../../shared/rules/explain/why-not/why-not.ts";
import { conflictOf, conflictsOf } from "../queries/conflicts.ts";
import { verdictsOf } from "../queries/verdicts.ts";
import { type ActAsked, recordedAfterwards } from "./change-sets/corrections.ts";
import { conflictRows } from "./conflict-rows.ts";
import { askedFinding } from "./conflicts-asked.ts";
import { type Desk, gone } from "./desk.ts";
import { viewOf } from "./kept-view.ts";
import { passedOf } from "./passed-over.ts";
import { lastWordings } from "./stopped-rules.ts";
import { verdictGiver } from "./verdict-giver.ts";

const actsOfCase = (world: World, { id, matterId }: Case): ActAsked[] =>
  world.approvals
    .filter(({ caseId }) => caseId === id)
    .map(({ happenedAt }) => ({ matterId, day: dayOf(happenedAt, world.settings.timeZone) }));

export function explainHandlers(desk: Desk): Handlers<QuanhengContract>["explain"] {
  return {
    proof: ({ id }) => ({ proof: proofOf(desk, id) }),
    whyNot: ({ ruleId, caseNo, people }) => {
      const world = desk.world();
      const view = viewOf(world, desk.today());
      const rules = desk.rules().map(({ rule }) => rule);
      const of =
        caseNo === null ? null : world.cases.find((one) => one.caseNo === caseNo || one.id === caseNo);
      if (of === undefined) throw unknown({ zh: `业务件“${caseNo}”`, en: `case "${caseNo}"` });
      const personIds = people.map((name) => {
        const found = world.people.filter((one) => one.staffNo === name || one.id === name);
        const named = found.length > 0 ? found : world.people.filter((one) => one.name === name);
        const [person] = named;
        // People match by staff number; a name will do while only one person has it.
        if (!person || named.length > 1) throw unknown({ zh: `人员“${name}”`, en: `person "${name}"` });
        return person.id;
      });
      const isKnown =
        rules.some(({ id }) => id === ruleId) || lastWordings(desk).some(({ rule }) => rule.id === ruleId);
      if (!isKnown) throw unknown({ zh: `规则“${ruleId}”`, en: `rule "${ruleId}"` });
      const answer = whyNot(view, rules, { ruleId, caseId: of?.id ?? null, personIds });
      const stored = new Map(
        conflictsOf(desk.db(), { withClosed: true }).map((one) => [identityOf(one.finding), one]),
      );
      const shown = answer.findings.map((finding) => {
        const known = stored.get(identityOf(finding));
        const id = known?.id ?? identityOf(finding);
        return { id, finding, state: "open" as const, firstSeen: known?.firstSeen ?? null };
      });
      const { rule, reason, judgedBy, notes } = answer;
      return {
        ruleId,
        title: rule?.title ?? titleOf(desk, ruleId),
        version: rule?.version ?? null,
        conflicts: conflictRows(desk, { world, rules: desk.rules() }, shown),
        reason,
        judgedBy,
        notes: [...notes, ...recordedAfterwards(desk, of ? actsOfCase(world, of) : [])],
      };
    },
    passedOver: () => ({ passed: passedOf(desk) }),
    settle: ({ id, state, by: typed, words }, context) => {
      const stored = conflictOf(desk.db(), id);
      if (!stored) throw gone({ zh: "这处冲突", en: "This conflict" });
      const { actor } = context;
      // Nobody's name is needed to take back in a workbook without operators; an operator is known anyway.
      const by =
        state === null && (actor.operatorId ?? null) === null
          ? ""
          : verdictGiver(desk, actor, typed, stored.finding.personIds);
      if (state === "set-aside" && words === "")
        throw fault("invalid", {
          zh: "暂不处理须说明理由。",
          en: "Setting a conflict aside needs a reason.",
        });
      const before = verdictsOf(desk.db()).get(id);
      if (state === null && !before) throw gone({ zh: "这条核实", en: "This verdict" });
      const what = `${stored.finding.ruleId} ${stored.finding.day}`;
      const summary =
        state === null
          ? { zh: `撤回对冲突 ${what} 的核实`, en: `Took back what was said of conflict ${what}` }
          : state === "confirmed"
            ? { zh: `${by}核实了冲突 ${what}`, en: `${by} confirmed conflict ${what}` }
            : { zh: `${by}将冲突 ${what} 暂不处理`, en: `${by} set conflict ${what} aside` };
      const { seq } = desk.write(
        context,
        {
          action: "verdict",
          summary,
          detail: { conflict: id, state, by, words },
          touches: ["conflicts", "explain", "journal"],
        },
        (recorder) => {
          if (before) recorder.supersede("verdicts", before.id);
          if (state !== null)
            recorder.insert("verdicts", before?.id ?? null, {
              conflictId: id,
              state,
              by,
              on: desk.today(),
              words,
            });
        },
      );
      return { change: { seq } };
    },
  };
}

const unknown = (what: { zh: string; en: string }) =>
  fault("missing", {
    zh: `没有找到${what.zh}，或同名不止一个。请核对编号后再问。`,
    en: `There is no ${what.en}, or more than one: check the number and ask again.`,
  });

const titleOf = (desk: Desk, ruleId: string): Rule["title"] | null =>
  lastWordings(desk).find(({ rule }) => rule.id === ruleId)?.rule.title ?? null;

/** Stored conflicts are explained on the facts of today, answers as of another day on the facts they were asked of. */
function proofOf(desk: Desk, id: string): Proof | null {
  const stored = conflictOf(desk.db(), id);
  const asked = stored ? null : askedFinding(desk, id);
  const finding = stored?.finding ?? asked?.finding;
  if (!finding) throw gone({ zh: "这处冲突", en: "This conflict" });
  const lens = asked?.lens ?? desk.lens(null, null);
  const rules = lens.rules.map(({ rule }) => rule);
  const rule = rules.find((one) => one.id === finding.ruleId && one.version === finding.ruleVersion);
  const told = rule ? explain(viewOf(lens.world, lens.day), rules, rule, finding) : null;
  if (!told) return null;
  return {
    rule: [...told.rule],
    steps: told.steps.map(({ evidence, because, ...rest }) => ({
      ...evidence,
      ...rest,
      because: [...because],
    })),
    end: [...told.end],
    claim: told.proof.claim,
    isSmallest: told.proof.isSmallest,
  };
}
