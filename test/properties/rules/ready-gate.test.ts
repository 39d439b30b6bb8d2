// The gate by the few rows that a draft touches says what the definition says over the whole world.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Approval, type Case, isDeciding } from "../../../shared/domain/approval.ts";
import { dayOf } from "../../../shared/domain/day.ts";
import { indexPlain } from "../../../shared/rules/facts.ts";
import { readyGate } from "../../../shared/rules/gate/ready-gate.ts";
import { worldLog } from "../../../shared/rules/gate/world-log.ts";
import { type GateAnswer, gate, isLead } from "../../../shared/rules/gate.ts";
import { type Question, questionOf } from "../../builders/rules.ts";

const seeds = fc.integer({ min: 1, max: 1_000_000 });

interface Drafted {
  question: Question;
  draft: Approval;
  newCase: Case | null;
}
/** Acts of the world taken out and asked about; the only act of a case makes it a new one. */
function draftsOf(seed: number): Drafted[] {
  const question = questionOf(seed);
  const { world } = question;
  return world.approvals.flatMap((draft, index): Drafted[] => {
    const of = world.cases.find(({ id }) => id === draft.caseId);
    if (!of || !isDeciding(draft.action) || index % 3 !== seed % 3) return [];
    const approvals = world.approvals.filter((act) => act !== draft);
    const isNew = approvals.every((act) => act.caseId !== of.id);
    const cases = isNew ? world.cases.filter((one) => one !== of) : world.cases;
    return [
      { question: { ...question, world: { ...world, cases, approvals } }, draft, newCase: isNew ? of : null },
    ];
  });
}
const plainly = ({ verdict, reasons }: GateAnswer, notes: ReadonlySet<string>) => ({
  verdict,
  reasons: reasons.filter(({ finding }) => !notes.has(finding.ruleId)),
});

describe("the gate made ready", () => {
  it("says over a few rows what the definition says over the whole world", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { question, draft, newCase } of draftsOf(seed)) {
          const { world, rules, today } = question;
          const leads = new Set(rules.filter(isLead).map(({ id }) => id));
          const ready = readyGate(indexPlain(world, today), rules);
          const of = newCase ?? world.cases.find(({ id }) => id === draft.caseId);
          if (!of) continue;
          const day = dayOf(draft.happenedAt, world.settings.timeZone);
          const scene = ready.open(worldLog(world), { of, isNew: newCase !== null, today, day });
          const { verdict, reasons } = scene.answer(draft);
          const told = reasons.map(({ finding, effect }) => ({ finding, effect }));
          expect({ verdict, reasons: told }, `seed ${seed}, draft ${draft.id}`).toEqual(
            plainly(gate(world, rules, today, draft, newCase), leads),
          );
        }
      }),
      { numRuns: 150 },
    );
  });
});
