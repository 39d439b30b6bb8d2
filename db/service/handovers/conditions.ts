// What a handover still lacks before it can be begun, signed and closed, each in words.
import type { Actor } from "../../../shared/contract/call.ts";
import type { HandoverView } from "../../../shared/contract/handovers.ts";
import type { Day } from "../../../shared/domain/day.ts";
import { type Handover, type HandoverState, handoverStateNames } from "../../../shared/domain/handover.ts";
import type { Text } from "../../../shared/domain/text.ts";
import type { World } from "../../../shared/domain/world.ts";
import { whyNoWitness, witnessesOf } from "../../../shared/rotation/handover/witness.ts";
import type { Desk } from "../desk.ts";
import { accessAfter, grantsOf } from "./lingering.ts";
import { openCases } from "./open-cases.ts";

const text = (zh: string, en: string): Text => ({ zh, en });
export const notIn = (handover: Handover, states: readonly HandoverState[]): Text | null =>
  states.includes(handover.state)
    ? null
    : text(
        `这份交接${handoverStateNames[handover.state].zh}，不能这样办。`,
        `This handover is ${handoverStateNames[handover.state].en}, so this cannot be done.`,
      );

/** Open cases of the giver that are no item yet. */
export function unlistedCases(world: World, { giverId, postId, lastDay, body }: Handover, today: Day) {
  const listed = new Set(body.items.map(({ caseId }) => caseId));
  const day = today < lastDay ? today : lastDay;
  return openCases(world, giverId, postId, day).filter(({ id }) => !listed.has(id));
}

/** Whether the witness named may be it. */
export function witnessTrouble(world: World, handover: Handover): Text | null {
  const { witnessId, witnessBasis } = handover.body;
  if (witnessId === null) return text("还没有指定监交人。", "No witness has been named.");
  const why = whyNoWitness(world, witnessId, handover);
  if (why) return why;
  const { isBound, candidates, rule } = witnessesOf(world, handover);
  if (!isBound || candidates.includes(witnessId) || witnessBasis.trim() !== "") return null;
  return text(
    `${rule.zh}由单位负责人书面指定他人的，请填写文号。`,
    `${rule.en} If the head of the unit has named somebody else in writing, give the document no.`,
  );
}

const unlistedText = (count: number): Text =>
  text(
    `移交人还有 ${count} 件在办业务未列入，请补列。`,
    `${count} open case(s) of the giver are not on the list: add them.`,
  );
export function signLacks(desk: Desk, handover: Handover): Text[] {
  const world = desk.world();
  const state = notIn(handover, ["ready"]);
  if (state) return [state];
  const found: Text[] = [];
  if (handover.takerId === null) found.push(text("还没有指定接收人。", "No taker has been named."));
  const witness = witnessTrouble(world, handover);
  if (witness) found.push(witness);
  const unlisted = unlistedCases(world, handover, desk.today()).length;
  if (unlisted > 0) found.push(unlistedText(unlisted));
  return found;
}

export function closeLacks(desk: Desk, handover: Handover): Text[] {
  const [world, today] = [desk.world(), desk.today()];
  if (handover.state === "closed" || handover.state === "retracted")
    return [notIn(handover, ["signed"])].filter((one) => one !== null);
  const found: Text[] = [];
  const open = handover.body.items.filter(({ state }) => state === "open").length;
  if (open > 0) found.push(text(`还有 ${open} 项未移交。`, `${open} item(s) have not been handed over.`));
  if (handover.state !== "signed")
    found.push(text("移交人、接收人、监交人尚未签齐。", "Giver, taker and witness have not all signed."));
  // What has come to light of the witness since: it is begun again with another.
  const witness = handover.state === "signed" ? witnessTrouble(world, handover) : null;
  if (witness) found.push(witness);
  if (today < handover.lastDay)
    found.push(
      text(`最后一日 ${handover.lastDay} 还没到。`, `The last day, ${handover.lastDay}, has not come.`),
    );
  const unlisted = unlistedCases(world, handover, today).length;
  if (unlisted > 0) found.push(unlistedText(unlisted));
  const access = accessAfter(world, handover);
  if (access.assignments > 0)
    found.push(
      text(
        `移交人在该岗位的任职没有止于 ${handover.lastDay}。`,
        `The giver's assignment to the post does not end on ${handover.lastDay}.`,
      ),
    );
  if (access.loans > 0)
    found.push(
      text(
        `还有 ${access.loans} 项因该岗位而有的转授权在最后一日之后仍有效。`,
        `${access.loans} delegation(s) by virtue of the post run on after the last day.`,
      ),
    );
  const grants = grantsOf(desk, world, handover).filter(
    ({ state }) => state === "open" || state === "drafted",
  );
  if (grants.length > 0)
    found.push(
      text(
        `移交人在该岗位的事项上还有 ${grants.length} 项个人特别授权，须终止（调整单批准后）或写明保留理由。`,
        `The giver still has ${grants.length} special grant(s) in the post's matters: end them (once the change set is approved) or say why they are kept.`,
      ),
    );
  return found;
}

const cannotDo = (actor: Actor): Text | null => {
  if (actor.readsOnly)
    return text("请先在窗口顶部选择操作员。", "Choose who you are at the top of the window first.");
  return actor.roles.some((role) => role === "scheduler" || role === "configurator")
    ? null
    : text("须由人事排岗员或授权配置员办理。", "This needs a scheduler or a configurator.");
};
export function mayOf(desk: Desk, actor: Actor, handover: Handover): HandoverView["may"] {
  const who = cannotDo(actor);
  const reads = actor.readsOnly ? who : null;
  return {
    start: who ?? notIn(handover, ["planned", "running", "ready"]),
    sign: reads ?? signLacks(desk, handover)[0] ?? null,
    close: who ?? closeLacks(desk, handover)[0] ?? null,
    reopen:
      who ??
      notIn(
        handover,
        handover.body.signatures.length > 0 ? ["ready", "signed", "closed"] : ["signed", "closed"],
      ),
  };
}
