// Handlers of the leaves namespace: forced leave asked for, placed, handed over, withdrawn; each a journalled change.
import type { Context, Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import { addDays, overlaps } from "../../shared/domain/day.ts";
import { fault } from "../../shared/domain/fault.ts";
import type { ForcedLeave } from "../../shared/domain/rotation.ts";
import type { Text } from "../../shared/domain/text.ts";
import { workdayReader } from "../../shared/domain/workdays.ts";
import { approverProblems } from "../../shared/rotation/exemption-problems.ts";
import { workingDaysIn } from "../../shared/rotation/forced-leave.ts";
import { type Desk, gone } from "./desk.ts";
import { labelsOf } from "./labels.ts";
import { planOf } from "./rotation/stored-plans.ts";
import { leaveCheck } from "./tenure/leave-check.ts";
import { leaveRows } from "./tenure/leave-rows.ts";
import { evidenceIn, forcedLeave, forcedLeavesOf, knownAt, leaveRow } from "./tenure/papers.ts";
import { exemptionDraftOf } from "./tenure/tenure-rules.ts";

const mostStandIns = 10;
/** Stand-ins are looked for among so many people, those of the department first. */
const mostTried = 60;

export function leaveHandlers(desk: Desk): Handlers<QuanhengContract>["leaves"] {
  const present = (id: string): ForcedLeave => {
    const leave = forcedLeave(desk, id);
    if (!leave) throw gone({ zh: "这次强制休假", en: "This forced leave" });
    return leave;
  };
  const open = (id: string): ForcedLeave => {
    const leave = present(id);
    if (leave.state === "withdrawn")
      throw fault("refused", { zh: "这次休假已撤回。", en: "This leave was withdrawn." });
    return leave;
  };
  const titleOf = ({ personId, postId }: Pick<ForcedLeave, "personId" | "postId">): string => {
    const labels = labelsOf(desk.world());
    return `${labels.person(personId).name} · ${labels.post(postId)?.name ?? "?"}`;
  };
  const written = (context: Context, before: ForcedLeave | null, after: ForcedLeave, what: Text) => {
    const title = titleOf(after);
    const { seq, result } = desk.write(
      context,
      {
        action: "leave",
        summary: { zh: `强制休假：${title}，${what.zh}`, en: `Forced leave: ${title}, ${what.en}` },
        detail: { before, after },
        touches: ["leaves", "tenure", "conflicts", "journal"],
      },
      (recorder) => {
        if (before) recorder.supersede("forced-leaves", before.id);
        return recorder.insert("forced-leaves", before?.id ?? null, leaveRow(after));
      },
    );
    return { id: result, change: { seq } };
  };
  return {
    list: ({ day, knownOn }) => {
      const lens = desk.lens(day, knownOn);
      const at = knownAt(desk, lens.knownOn);
      return {
        day: lens.day,
        rows: leaveRows(lens.world, forcedLeavesOf(desk, at), evidenceIn(desk, at), lens.day),
      };
    },
    ask: ({ personId, postId, workingDays, from, until, reason, docNo, approver }, context) => {
      const leave: ForcedLeave = {
        id: "",
        personId,
        postId,
        standInId: null,
        from,
        until,
        state: "asked",
        workingDays,
        window: { from, until },
        reason,
        docNo,
        approver,
        planId: null,
        handOut: null,
        handBack: null,
        withdrawnBecause: null,
      };
      assertAskable(desk, leave);
      const last = addDays(until, -1);
      return written(context, null, leave, {
        zh: `提出 ${workingDays} 个工作日，在 ${from} 至 ${last} 之间`,
        en: `asked for ${workingDays} working days within ${from} to ${last}`,
      });
    },
    tryPlace: ({ id, ...placing }) => ({
      troubles: leaveCheck(desk, open(id)).troubles(placing),
      workingDays: workingDaysIn(placing, workdayReader(desk.world().calendar)),
    }),
    standIns: async ({ id, from, until }) => {
      const leave = open(id);
      const { problem, troubles } = leaveCheck(desk, leave);
      const labels = labelsOf(desk.world());
      const department = labels.post(leave.postId)?.departmentId;
      const placeOf = new Map(problem.people.map((one) => [one.id, one.placeId]));
      const isNear = (personId: string): boolean =>
        labels.post(placeOf.get(personId) ?? "")?.departmentId === department;
      const tried = problem.people
        .filter((one) => one.id !== leave.personId)
        .toSorted((a, b) => Number(isNear(b.id)) - Number(isNear(a.id)) || (a.id < b.id ? -1 : 1))
        .slice(0, mostTried);
      const people = [];
      let inCommon: Text[] | null = null;
      for (const one of tried) {
        if (people.length >= mostStandIns) break;
        const found = troubles({ from, until, standInId: one.id });
        if (found.length === 0)
          people.push({ ...labels.person(one.id), post: labels.post(one.placeId ?? "")?.name ?? "" });
        const said = new Set(found.map(({ en }) => en));
        inCommon = inCommon === null ? found : inCommon.filter(({ en }) => said.has(en));
        await desk.deps.breathe();
      }
      return { people, inCommon: inCommon ?? [] };
    },
    place: ({ id, from, until, standInId }, context) => {
      const leave = open(id);
      if (leave.state === "placed" && leave.from <= desk.today())
        throw fault("refused", {
          zh: "休假已经开始，不能改日子。",
          en: "The leave has begun: its days stand.",
        });
      const [first] = leaveCheck(desk, leave).troubles({ from, until, standInId });
      if (first)
        throw fault("refused", {
          zh: `不能这样安排：${first.zh}。`,
          en: `It cannot be placed so: ${first.en}.`,
        });
      const labels = labelsOf(desk.world());
      const standIn = labels.person(standInId).name;
      const last = addDays(until, -1);
      const { change } = written(
        context,
        leave,
        { ...leave, from, until, standInId, state: "placed", planId: null },
        { zh: `${from} 至 ${last}，${standIn}代岗`, en: `${from} to ${last}, ${standIn} stands in` },
      );
      return { change };
    },
    adopt: ({ planId }, context) => {
      const plan = planOf(desk, planId);
      const asked = plan.leaves.flatMap((one) => {
        const leave = forcedLeave(desk, one.demandId);
        return leave?.state === "asked" ? [{ leave, one }] : [];
      });
      const judged = asked.map(({ leave, one }) => {
        const placing = { from: one.from, until: one.until, standInId: one.standIn.id };
        const [why] = leaveCheck(desk, leave).troubles(placing);
        return { leave, why, after: { ...leave, ...placing, state: "placed" as const, planId } };
      });
      const taken = judged.filter(({ why }) => why === undefined);
      const refused = judged.flatMap(({ leave, why }) => (why ? [{ id: leave.id, why }] : []));
      if (taken.length === 0) return { placed: 0, refused, change: null };
      const { seq } = desk.write(
        context,
        {
          action: "leave",
          summary: {
            zh: `按方案安排强制休假 ${taken.length} 次：${plan.name.zh}`,
            en: `Placed ${taken.length} forced leave(s) by the plan ${plan.name.en}`,
          },
          detail: { planId, after: taken.map(({ after }) => after) },
          touches: ["leaves", "tenure", "conflicts", "journal"],
        },
        (recorder) => {
          for (const { leave, after } of taken) {
            recorder.supersede("forced-leaves", leave.id);
            recorder.insert("forced-leaves", leave.id, leaveRow(after));
          }
        },
      );
      return { placed: taken.length, refused, change: { seq } };
    },
    handOver: ({ id, end, on, witness, note }, context) => {
      const leave = open(id);
      if (leave.state !== "placed")
        throw fault("refused", { zh: "休假还没有安排。", en: "The leave is not placed yet." });
      if (on > desk.today())
        throw fault("invalid", {
          zh: "还没有到这一天。请填实际交接的日期。",
          en: "That day has not come yet: give the day of the handover.",
        });
      // Before the leave on its first day at the latest; back not before its last.
      const isInTime = end === "out" ? on <= leave.from : on >= addDays(leave.until, -1);
      if (!isInTime)
        throw fault("invalid", {
          zh:
            end === "out"
              ? `休假前的交接须在 ${leave.from} 当日或之前。`
              : `返岗交接须在 ${addDays(leave.until, -1)} 当日或之后。`,
          en:
            end === "out"
              ? `The handover before the leave is on ${leave.from} or earlier.`
              : `The handover on return is on ${addDays(leave.until, -1)} or later.`,
        });
      const labels = labelsOf(desk.world());
      const own = [leave.personId, leave.standInId ?? ""].map((one) => labels.person(one).name);
      if (own.includes(witness))
        throw fault("invalid", {
          zh: "监交人须是第三人，不能是本人或代岗人。",
          en: "The witness is a third person, neither the holder nor the stand-in.",
        });
      const handover = { on, witness, note };
      const { change } = written(
        context,
        leave,
        { ...leave, ...(end === "out" ? { handOut: handover } : { handBack: handover }) },
        end === "out"
          ? {
              zh: `${on} 休假前交接，监交人 ${witness}`,
              en: `handover before the leave on ${on}, witness ${witness}`,
            }
          : {
              zh: `${on} 返岗交接，监交人 ${witness}`,
              en: `handover on return on ${on}, witness ${witness}`,
            },
      );
      return { change };
    },
    withdraw: ({ id, reason }, context) => {
      const leave = open(id);
      if (leave.state === "placed" && leave.from <= desk.today())
        throw fault("refused", {
          zh: "休假已经开始，不能撤回。",
          en: "The leave has begun and cannot be withdrawn.",
        });
      const { change } = written(
        context,
        leave,
        { ...leave, state: "withdrawn", withdrawnBecause: reason },
        { zh: `撤回（${reason}）`, en: `withdrawn (${reason})` },
      );
      return { change };
    },
  };
}

/** @throws FaultError invalid: not the holder of a key post, too narrow a window, given by the line manager, asked for already */
function assertAskable(desk: Desk, leave: ForcedLeave): void {
  const world = desk.world();
  const { personId, postId, window, workingDays } = leave;
  const post = world.posts.find(({ id }) => id === postId);
  const person = world.people.find(({ id }) => id === personId);
  const refuse = (zh: string, en: string): never => {
    throw fault("invalid", { zh, en });
  };
  if (!post || !person) throw gone({ zh: "所选的人员或岗位", en: "The person or post" });
  if (!post.isKey) refuse(`${post.name}不是关键岗位。`, `${post.name} is no key post.`);
  // Who only helps out on the post (concurrent, AB-post, seconded) is not the one who must let others see the work.
  const holds = world.assignments.some(
    (it) =>
      it.personId === personId &&
      it.postId === postId &&
      (it.kind === "substantive" || it.kind === "acting") &&
      overlaps(it, window),
  );
  if (!holds)
    refuse(
      `${person.name}在这段时间不是${post.name}的正式或代理任职人。`,
      `${person.name} does not hold ${post.name} in their own right or acting in that window.`,
    );
  if (window.until <= desk.today()) refuse("这段时间已经过去。", "That window has passed.");
  const days = window.from < window.until ? workingDaysIn(window, workdayReader(world.calendar)) : 0;
  if (days < workingDays)
    refuse(
      `时段内只有 ${days} 个工作日，少于 ${workingDays} 个。请放宽时段。`,
      `The window has ${days} working days, fewer than ${workingDays}: make it wider.`,
    );
  const [wrong] = approverProblems(
    world,
    exemptionDraftOf(null, { personId, postId, approver: leave.approver }),
  );
  if (wrong) throw fault("invalid", wrong.reason);
  const same = forcedLeavesOf(desk).find(
    (one) =>
      one.state !== "withdrawn" &&
      one.personId === personId &&
      one.postId === postId &&
      overlaps(one.state === "asked" ? one.window : one, window),
  );
  if (same)
    refuse(
      "这段时间已有一次同岗的强制休假。",
      "There is a forced leave from this post in that window already.",
    );
}
