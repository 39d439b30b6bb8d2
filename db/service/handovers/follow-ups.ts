// Follow-ups of a leaving: asked for, done with a result; and what was done under a post that had been left.
import type { Context } from "../../../shared/contract/call.ts";
import type { Day } from "../../../shared/domain/day.ts";
import { dayOf } from "../../../shared/domain/day.ts";
import { fault } from "../../../shared/domain/fault.ts";
import {
  type FollowUp,
  type FollowUpKind,
  followUpBodySchema,
  followUpNames,
  type Handover,
} from "../../../shared/domain/handover.ts";
import { conflictsOf } from "../../queries/conflicts.ts";
import type { Desk } from "../desk.ts";
import { labelsOf } from "../labels.ts";
import { paperTouches } from "./acts.ts";
import { actsAfter } from "./open-cases.ts";
import { recordPaper, storedHandover } from "./stored.ts";

export function addFollowUp(
  desk: Desk,
  context: Context,
  handover: Handover,
  { kind, dueOn, reason }: { kind: FollowUpKind; dueOn: Day; reason: string },
): { id: string; change: { seq: number } } {
  if (handover.state === "retracted")
    throw fault("refused", { zh: "这份交接已撤销。", en: "This handover has been retracted." });
  if (dueOn <= handover.lastDay)
    throw fault("invalid", {
      zh: `期限须在最后一日 ${handover.lastDay} 之后。`,
      en: `It is due after the last day, ${handover.lastDay}.`,
    });
  const row: FollowUp = {
    id: desk.deps.newId(),
    kind,
    personId: handover.giverId,
    postId: handover.postId,
    dueOn,
    state: "open",
    body: followUpBodySchema.parse({
      handoverId: handover.id,
      planId: handover.body.planId,
      reason: reason.trim(),
    }),
  };
  const labels = labelsOf(desk.world());
  const [name, person] = [followUpNames[kind], labels.person(row.personId).name];
  const { seq } = desk.write(
    context,
    {
      action: "handover",
      summary: {
        zh: `要求${name.zh}：${person}，${dueOn} 前`,
        en: `Asked for the ${name.en} of ${person} by ${dueOn}`,
      },
      detail: { followUp: row.id },
      touches: paperTouches,
    },
    (recorder) => recordPaper(recorder, { kind: "follow-ups", row }, true),
  );
  return { id: row.id, change: { seq } };
}

export function finishFollowUp(
  desk: Desk,
  context: Context,
  followUp: FollowUp,
  result: string,
): { change: { seq: number } } {
  if (followUp.state !== "open")
    throw fault("refused", { zh: "这一项已办结或已撤销。", en: "This one is done or retracted already." });
  if (result.trim() === "") throw fault("invalid", { zh: "请写明结果。", en: "Say what came of it." });
  const name = followUpNames[followUp.kind];
  const person = labelsOf(desk.world()).person(followUp.personId).name;
  const row: FollowUp = {
    ...followUp,
    state: "done",
    body: {
      ...followUp.body,
      result: result.trim(),
      done: { by: context.actor.name, at: desk.deps.now() },
    },
  };
  const { seq } = desk.write(
    context,
    {
      action: "handover",
      summary: { zh: `办结${name.zh}：${person}`, en: `Finished the ${name.en} of ${person}` },
      detail: { followUp: row.id },
      touches: paperTouches,
    },
    (recorder) => recordPaper(recorder, { kind: "follow-ups", row }),
  );
  return { change: { seq } };
}

/** With the stored conflict of RF-21 or L-02-no-post that holds the act as evidence, where the last check has found one. */
export function actsAfterLeaving(desk: Desk, followUp: FollowUp) {
  const handover = followUp.body.handoverId === null ? null : storedHandover(desk, followUp.body.handoverId);
  if (!handover) return [];
  const world = desk.world();
  const labels = labelsOf(world);
  const steps = new Map(world.steps.map((step) => [step.id, step]));
  const conflictOf = new Map(
    conflictsOf(desk.db(), { withClosed: false }).flatMap(({ id, finding }) =>
      finding.evidence.map((one) => [one.id, id] as const),
    ),
  );
  return actsAfter(world, followUp.personId, followUp.postId, handover.lastDay).map((act) => {
    const step = steps.get(act.stepId);
    return {
      approvalId: act.id,
      caseNo: labels.of("cases", act.caseId)?.name ?? "?",
      matter: labels.of("matters", step?.matterId ?? "")?.name ?? "?",
      step: step?.name ?? "?",
      day: dayOf(act.happenedAt, world.settings.timeZone),
      conflictId: conflictOf.get(act.id) ?? null,
    };
  });
}
