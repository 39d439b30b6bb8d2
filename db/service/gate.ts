// Handler of the gate namespace: one question before signing, answered from the few rows that it touches. Writes nothing.
import type { Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import type { GateAnswer } from "../../shared/contract/gate.ts";
import type { PersonName } from "../../shared/contract/person-name.ts";
import { restOf } from "../../shared/rules/gate/rest-of-case.ts";
import { appliedCount } from "../../shared/rules/rule-count.ts";
import type { Act } from "../../shared/rules/view.ts";
import { recordedAfterwards } from "./change-sets/corrections.ts";
import type { Desk } from "./desk.ts";
import { keptGate } from "./gate/kept-gate.ts";
import { lookAheadAnswer } from "./gate/look-ahead.ts";
import { reasonsTold } from "./gate/reasons.ts";
import { substitutesFor } from "./gate/substitutes.ts";
import { understand } from "./gate/understood.ts";

/** Units of work, some hundred milliseconds at the very most: for the look-ahead, and for those of all substitutes. */
const budgets = { lookAhead: 2_000_000, substitutes: 4_000_000 };

export function gateHandlers(desk: Desk): Handlers<QuanhengContract>["gate"] {
  const kept = keptGate(desk);
  return {
    ask: ({ parts, ...asked }): GateAnswer => {
      const gate = kept();
      const { view } = gate.ready;
      const understood = understand(gate, asked);
      const { person, matter, step, of, isNew, draft } = understood;
      const { day } = asked;
      const scene = gate.ready.open(gate.log, { of, isNew, today: desk.today(), day });
      const answer = scene.answer(draft);
      const told = [...answer.reasons, ...scene.notes(draft, asked.time !== null)];
      const reasons = reasonsTold(view, told, scene.acts, of);
      const evidence = new Set(reasons.flatMap(({ finding }) => finding.evidence.map(({ id }) => id)));
      const nameOf = (personId: string): PersonName => {
        const known = view.people.get(personId);
        return { id: personId, staffNo: known?.staffNo ?? "", name: known?.name ?? "" };
      };
      const named = parts.includes("substitutes")
        ? substitutesFor(gate, scene, understood, day, { left: budgets.substitutes }, nameOf)
        : null;
      // What is broken already is told above; nothing ahead can mend it.
      const standing = gate.binding().filter((rule) => !scene.isBroken(rule, draft));
      const act = parts.includes("look-ahead") ? scene.actOf(draft) : null;
      const rest = act && {
        matter,
        amount: of.amount ?? draft.amount,
        day,
        acts: scene.acts,
        drafts: [act],
      };
      const dutyType = (code: string) => view.duties.get(code)?.type ?? "execute";
      return {
        verdict: answer.verdict,
        recordedAfterwards: recordedAfterwards(desk, [{ matterId: matter.id, day }]),
        understood: {
          person: nameOf(person.id),
          caseNo: of.caseNo || null,
          caseId: isNew ? null : of.id,
          matter: matter.name,
          matterId: matter.id,
          step: step.name,
          stepId: step.id,
          dutyType: dutyType(step.duty),
          amount: draft.amount ?? of.amount,
          day,
        },
        reasons,
        ruleCount: appliedCount(gate.ready.rules, gate.ready.notApplicable),
        notApplicable: [...gate.ready.notApplicable],
        substitutes: named?.substitutes ?? null,
        passedOver: named?.passedOver ?? null,
        lookAhead:
          act && rest
            ? lookAheadAnswer(
                view,
                restOf(view, standing, rest)(act),
                day,
                { left: budgets.lookAhead },
                nameOf,
              )
            : null,
        acts: scene.acts.map((one: Act) => ({
          day: one.day,
          stepId: one.step.id,
          step: one.step.name,
          duty: one.step.duty,
          dutyType: dutyType(one.step.duty),
          action: one.approval.action,
          person: view.people.get(one.approval.personId ?? "")?.name ?? "",
          isEvidence: evidence.has(one.approval.id),
        })),
        journalHead: desk.head().hash,
      };
    },
  };
}
