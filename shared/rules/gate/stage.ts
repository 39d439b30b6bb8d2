// A view over the facts on which the cases and people that a draft touches are put, one question at a time.
import type { Approval, Case } from "../../domain/approval.ts";
import type { Day } from "../../domain/day.ts";
import { actOf, compareActs, dayReader } from "../acts.ts";
import { clockReader } from "../clock.ts";
import type { PlainIndex } from "../facts.ts";
import { compareText } from "../gather.ts";
import type { Act, CaseActs, DatedCase, Shape, View } from "../view.ts";

/** What stands on the stage; everything else of the log does not exist there. */
export interface Stage {
  readonly view: View;
  /** The last day whose acts exist. */
  setDay: (asOf: Day) => void;
  /** The acts of a case in order, without those after the day. */
  actsOf: (of: Case, approvals: readonly Approval[]) => Act[];
  actOf: (of: Case, approval: Approval) => Act | null;
  /** The shape that the case then has; null without acts. */
  putCase: (of: Case, acts: readonly Act[]) => Shape | null;
  /** What `actsBy` and `actsCrediting` answer for the person. */
  putActs: (personId: string, acts: readonly Act[]) => void;
  putDated: (cases: readonly DatedCase[]) => void;
  /** Takes everything off. */
  clear: () => void;
}

const none: readonly Act[] = [];

export function stageOf({ facts, today, ...indexes }: PlainIndex): Stage {
  const zone = facts.settings.timeZone;
  const dayAt = dayReader(zone);
  const clockAt = clockReader(zone);
  const cases = new Map<string, Case>();
  const caseActs = new Map<string, CaseActs>();
  const actsOfPerson = new Map<string, readonly Act[]>();
  const known = { ...indexes, cases };
  // Every matter may have every sort of record: a rule that misses one finds nothing anyway.
  const matterIds = new Set(facts.matters.map(({ id }) => id));
  const shapes = new Map<string, Shape>();
  let asOf = today;
  let dated: readonly DatedCase[] = [];

  const numbers = new Map([...indexes.steps.keys()].sort(compareText).map((id, number) => [id, number]));
  const shapeOf = (of: Case, acts: readonly Act[]): Shape => {
    // Most cases come back with the same steps: their name is made without sorting them by text.
    const taken: number[] = [];
    for (const { step } of acts) {
      const number = numbers.get(step.id) ?? -1;
      if (!taken.includes(number)) taken.push(number);
    }
    taken.sort((a, b) => a - b);
    const name = `${of.matterId} ${taken.join()}`;
    let shape = shapes.get(name);
    if (!shape) {
      const steps = [...new Set(acts.map((act) => act.step))].sort((a, b) => compareText(a.id, b.id));
      shape = { index: shapes.size, matterId: of.matterId, steps };
      shapes.set(name, shape);
    }
    return shape;
  };
  const onStage = (of: Case, approval: Approval): Act | null => {
    cases.set(of.id, of);
    return actOf(approval, dayAt(approval.happenedAt), known);
  };
  const actsBy = (personId: string): readonly Act[] => actsOfPerson.get(personId) ?? none;

  return {
    view: {
      ...known,
      world: { ...facts, cases: [], approvals: [] },
      get today() {
        return asOf;
      },
      caseActs,
      shapes: [],
      actsBy,
      actsCrediting: actsBy,
      clockOf: (act) => clockAt(act.approval.happenedAt),
      datedCases: () => dated,
      recordedMatters: matterIds,
      terminalMatters: matterIds,
      timedMatters: () => matterIds,
      approvals: 0,
    },
    setDay: (day) => {
      asOf = day;
    },
    actsOf: (of, approvals) => {
      const acts: Act[] = [];
      for (const approval of approvals) {
        const act = onStage(of, approval);
        if (act && act.day <= asOf) acts.push(act);
      }
      return acts.sort(compareActs);
    },
    actOf: onStage,
    putCase: (of, acts) => {
      cases.set(of.id, of);
      if (acts.length === 0) {
        caseActs.delete(of.id);
        return null;
      }
      const shape = shapeOf(of, acts);
      caseActs.set(of.id, { case: of, acts, shape });
      return shape;
    },
    putActs: (personId, acts) => void actsOfPerson.set(personId, acts),
    putDated: (rows) => {
      dated = rows;
    },
    clear: () => {
      cases.clear();
      caseActs.clear();
      actsOfPerson.clear();
      dated = [];
    },
  };
}

/** Acts with one more in its place. */
export function withAct(acts: readonly Act[], draft: Act): Act[] {
  const at = acts.findIndex((act) => compareActs(act, draft) > 0);
  return at < 0 ? [...acts, draft] : [...acts.slice(0, at), draft, ...acts.slice(at)];
}
