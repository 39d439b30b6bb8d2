// Leads about tempo and concentration that a draft would bring about: notes, asked apart from the verdict.
import { addDays, addMonths, dayOf } from "../../domain/day.ts";
import type { Rule } from "../../domain/rule.ts";
import { compareActs } from "../acts.ts";
import type { Act } from "../view.ts";
import { foldOf, inCase, type Prepared, people, type Reason, type Scene, teller } from "./folding.ts";
import { withAct } from "./stage.ts";

/** Leads about a year's many cases are left to the check: one act hardly moves them. */
export function notesOf(scene: Scene, leads: readonly Prepared[], draft: Act, hasTime: boolean): Reason[] {
  const { stage, asked, acts, log } = scene;
  const { of } = asked;
  const after = withAct(acts, draft);
  const reasons: Reason[] = [];
  const tell = teller(draft, reasons);
  stage.putCase(of, after);
  for (const one of leads) {
    const { parameters } = one.rule as Extract<Rule, { kind: "tempo" | "concentration" }>;
    const isOfCase = caseLeads.has(parameters.check);
    if (isOfCase && one.admits(of.matterId)) inCase(scene, after, one, tell);
  }
  const { actorId } = draft;
  const ofMonth = leads.filter(({ rule }) => rule.kind === "tempo" && monthLeads.has(rule.parameters.check));
  if (!hasTime || actorId === null || ofMonth.length === 0) return reasons;
  // A burst may reach over midnight of a month's first day.
  const month = draft.day.slice(0, 7);
  const [from, until] = [addDays(`${month}-01`, -1), addDays(addMonths(`${month}-01`, 1), 1)];
  const zone = stage.view.world.settings.timeZone;
  const own = log.approvalsBy(actorId).filter(({ approval }) => {
    const day = dayOf(approval.happenedAt, zone);
    return approval.personId === actorId && from <= day && day < until;
  });
  const before = own.flatMap((row) => {
    if (row.case.id !== of.id) {
      const course = stage.actsOf(row.case, log.approvalsOf(row.case.id));
      stage.putCase(row.case, course);
      return course.filter((act) => act.approval.naturalKey === row.approval.naturalKey);
    }
    return acts.filter((act) => act.approval.naturalKey === row.approval.naturalKey);
  });
  before.sort(compareActs);
  const touched = people([actorId]);
  for (const one of ofMonth) {
    if (!one.admits(of.matterId)) continue;
    stage.putActs(actorId, withAct(before, draft));
    tell(one, foldOf(one, touched), () => {
      stage.putActs(actorId, before);
      stage.putCase(of, acts);
      const known = foldOf(one, touched);
      stage.putCase(of, after);
      return known;
    });
  }
  return reasons;
}
const caseLeads = new Set(["same-terminal", "brief-delegation", "duty-share", "type-span"]);
const monthLeads = new Set(["fast", "burst", "off-hours"]);
