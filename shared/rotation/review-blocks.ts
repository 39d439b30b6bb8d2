// "Nobody reviews their own past work": which posts are closed to whom, and until when.
import type { Day } from "../domain/day.ts";
import type { Facts } from "../domain/world.ts";
import type { ProblemBlock } from "./plan.ts";

/** Somebody did `duty` in a case of the matter. */
export interface OpenWork {
  personId: string;
  matterId: string;
  duty: string;
  /** First day on which the case is taken to be closed: until then nobody verifies or authorises what they did. */
  until: Day;
  /** The same for who supervises it, where that is later: twelve months after the act, open or closed. */
  superviseUntil?: Day | undefined;
}

/** Posts that verify, authorise or supervise a matter are closed to who did another duty in its cases; by person and post. */
export function blocksOf(facts: Facts, work: readonly OpenWork[]): ProblemBlock[] {
  const typeOf = new Map(facts.duties.map((duty) => [duty.code, duty.type]));
  const stepOf = new Map(facts.steps.map((step) => [step.id, step]));
  const workOn = new Map<string, OpenWork[]>();
  for (const it of work) {
    const own = workOn.get(it.matterId);
    if (own) own.push(it);
    else workOn.set(it.matterId, [it]);
  }
  const latest = new Map<string, ProblemBlock>();
  for (const { stepId, postId } of facts.authorities) {
    const step = stepOf.get(stepId);
    const type = step && typeOf.get(step.duty);
    if (!step || postId === null) continue;
    if (type !== "verify" && type !== "authorise" && type !== "supervise") continue;
    for (const it of workOn.get(step.matterId) ?? []) {
      if (it.duty === step.duty) continue;
      const longer = type === "supervise" ? it.superviseUntil : undefined;
      const until = longer !== undefined && longer > it.until ? longer : it.until;
      const key = JSON.stringify([it.personId, postId]);
      const before = latest.get(key);
      if (!before || before.until < until) latest.set(key, { personId: it.personId, postId, until });
    }
  }
  return [...latest.keys()].sort().flatMap((key) => latest.get(key) ?? []);
}
