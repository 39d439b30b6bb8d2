// Worked examples about authority: each reason of within-authority, and the same act with its authority in order.
import { addDays } from "../../../domain/day.ts";
import { formatCny, formatWan } from "../../../domain/money.ts";
import type { RuleOf } from "../../../domain/rule.ts";
import { type Example, type Stage, setStage } from "./stage.ts";

type Reason = RuleOf<"within-authority">["parameters"]["reasons"][number];

const wan = 1_000_000;
const upTo = 10 * wan;

/** A section head's post with the authority to approve up to 100,000 yuan, and what happens with it. */
export function withinAuthority(rule: RuleOf<"within-authority">, isBroken: boolean): Example {
  const stage = setStage(rule);
  const reason = rule.parameters.reasons[0] ?? "no-authority";
  plays[reason](stage, isBroken);
  return stage.end();
}

const plays: Record<Reason, (stage: Stage, isBroken: boolean) => void> = {
  "no-post"(stage, isBroken) {
    const { step, post } = office(stage);
    if (!isBroken) stage.assign(head(stage), post);
    tellSeat(stage, isBroken ? null : post.name);
    stage.act(stage.case(), step, head(stage));
  },
  "no-authority"(stage, isBroken) {
    const { step, post } = office(stage);
    const other = stage.post({ zh: "内勤岗", en: "clerk" });
    const seat = isBroken ? other : post;
    stage.assign(head(stage), seat);
    tellSeat(stage, seat.name);
    stage.act(stage.case(), step, head(stage));
  },
  "outside-days"(stage, isBroken) {
    const until = isBroken ? stage.day : addDays(stage.day, 1);
    const { step, post } = office(stage, { until });
    const last = addDays(until, -1);
    stage.tell(`该项授权的最后一日为 ${last}。`, `The last day of that authority is ${last}.`);
    stage.assign(head(stage), post);
    tellSeat(stage, post.name);
    stage.act(stage.case(), step, head(stage));
  },
  "over-amount"(stage, isBroken) {
    const { step, post } = office(stage);
    const amount = isBroken ? upTo + wan : upTo;
    stage.assign(head(stage), post);
    tellSeat(stage, post.name);
    stage.tell(`业务件金额为 ${formatWan(amount)} 万元。`, `The case is about ${formatCny(amount)}.`);
    stage.act(stage.case({ amount }), step, head(stage));
  },
  "sub-delegated"(stage, isBroken) {
    const { step, post, authority } = office(stage);
    stage.assign(head(stage), post);
    tellSeat(stage, post.name);
    const [deputy, third] = [stage.person(1), stage.person(2)];
    stage.assign(deputy, stage.post({ zh: "内勤岗", en: "clerk" }));
    const chain = [head(stage), deputy, ...(isBroken ? [third] : [])];
    for (const [index, to] of chain.entries()) {
      const giver = chain[index - 1];
      if (!giver) continue;
      stage.world.delegations.push({
        id: `g${index}`,
        authorityId: authority.id,
        fromPersonId: giver.id,
        toPersonId: to.id,
        docNo: null,
        reason: null,
        endReason: null,
        from: addDays(stage.day, -10),
        until: addDays(stage.day, 10),
      });
      const [one, other] = [stage.nameOf(giver), stage.nameOf(to)];
      stage.tell(
        `${one.zh}将该项授权转授${other.zh}；授权未写明可再转授。`,
        `${one.en} delegated it to ${other.en}; the grant does not allow delegating on.`,
      );
    }
    stage.act(stage.case(), step, chain.at(-1) ?? deputy);
  },
  "no-collective"(stage, isBroken) {
    const { step, post } = office(stage, { isCollective: true });
    stage.tell("该项授权须经集体决策。", "That authority needs a collective decision.");
    stage.assign(head(stage), post);
    tellSeat(stage, post.name);
    const docNo = isBroken ? null : `会议纪要〔${stage.day.slice(0, 4)}〕3号`;
    stage.tell(
      docNo ? `办理记录注明文号“${docNo}”。` : "办理记录没有文号。",
      docNo ? `The record names the document no. ${docNo}.` : "The record names no document no.",
    );
    stage.act(stage.case(), step, head(stage), 0, { docNo });
  },
};

const head = (stage: Stage) => stage.person(0);

function office(stage: Stage, given: { until?: string; isCollective?: boolean } = {}) {
  const step = stage.step("approve");
  const post = stage.post({ zh: "科长岗", en: "section head" }, { level: "section" });
  const authority = stage.grant(step, post, { upTo, ...given });
  stage.tell(
    `科长岗可审批不超过 ${formatWan(upTo)} 万元的业务。`,
    `The section head may approve up to ${formatCny(upTo)}.`,
  );
  return { step, post, authority };
}

function tellSeat(stage: Stage, seat: string | null): void {
  const who = stage.nameOf(head(stage));
  if (seat === null) stage.tell(`${who.zh}当日未任任何岗位。`, `${who.en} held no post that day.`);
  else stage.tell(`${who.zh}当日任${seat}。`, `${who.en} held the post ${seat} that day.`);
}
