// What the one who asks may do with a change set now, and in words why not: its states, roles, and maker ≠ checker.
import type { Actor } from "../../../shared/contract/call.ts";
import type { ChangeSetState } from "../../../shared/domain/edit.ts";
import { type FaultError, fault } from "../../../shared/domain/fault.ts";
import type { Text } from "../../../shared/domain/text.ts";
import { handsOf, type StoredSet } from "../../queries/change-sets.ts";
import { operatorsOn } from "../actor.ts";
import type { Desk } from "../desk.ts";
import { isAmong } from "../hand.ts";

export const stateNames: Record<ChangeSetState, Text> = {
  draft: { zh: "草稿", en: "a draft" },
  submitted: { zh: "待审核", en: "submitted" },
  approved: { zh: "已批准", en: "approved" },
  rejected: { zh: "已退回", en: "rejected" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
  superseded: { zh: "已被替代", en: "superseded" },
};
export type Deed = "edit" | "submit" | "withdraw" | "decide" | "copy";
const allowedIn: Record<Deed, readonly ChangeSetState[] | null> = {
  edit: ["draft"],
  submit: ["draft"],
  withdraw: ["draft", "submitted"],
  decide: ["submitted"],
  copy: null,
};

/** Null: allowed. */
export function whyNot(desk: Desk, actor: Actor, set: StoredSet, deed: Deed): Text | null {
  const states = allowedIn[deed];
  if (states && !states.includes(set.state)) {
    const [{ zh, en }, wanted] = [stateNames[set.state], states.map((state) => stateNames[state])];
    return {
      zh: `${set.number} ${zh}，只有${wanted.map((one) => one.zh).join("或")}的调整单才能这样办。`,
      en: `${set.number} is ${en}; only one that is ${wanted.map((one) => one.en).join(" or ")} allows this.`,
    };
  }
  if (actor.readsOnly)
    return { zh: "请先在窗口顶部选择操作员。", en: "Choose who you are at the top of the window first." };
  if (deed !== "decide")
    return actor.roles.some((role) => role === "configurator" || role === "scheduler")
      ? null
      : { zh: "须由授权配置员或人事排岗员办理。", en: "This needs a configurator or a scheduler." };
  const hands = handsOf(desk.db(), set.id);
  if (isAmong(desk.db(), hands, actor)) return ownWork(desk, actor, hands);
  return actor.roles.includes("reviewer") ? null : { zh: "须由审核员办理。", en: "This needs a reviewer." };
}

function ownWork(desk: Desk, actor: Actor, hands: ReadonlySet<string>): Text {
  const others = operatorsOn(desk).filter(
    ({ id, roles }) =>
      id !== actor.operatorId &&
      roles.includes("reviewer") &&
      !isAmong(desk.db(), hands, { ...actor, operatorId: id }),
  );
  const who = others.map(({ name }) => name);
  return who.length > 0
    ? {
        zh: `起草、改动或送审过这份调整单的人不得审核它。可由${who.join("、")}审核。`,
        en: `Whoever made, edited or submitted a change set does not decide on it. ${who.join(", ")} can.`,
      }
    : {
        zh: "起草、改动或送审过这份调整单的人不得审核它，而现在没有别的审核员。请先登记一名审核员。",
        en: "Whoever made, edited or submitted a change set does not decide on it, and there is no other reviewer. Add one first.",
      };
}

/** @throws FaultError refused, with the reason */
export function assertMay(desk: Desk, actor: Actor, set: StoredSet, deed: Deed): void {
  const why = whyNot(desk, actor, set, deed);
  if (why) throw refusal(why);
}
const refusal = (why: Text): FaultError => fault("refused", why);
