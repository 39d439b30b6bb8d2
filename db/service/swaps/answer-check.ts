// Whether an answer can be one to the offers that went out: no matching proposes what an offer rules out (docs/swaps.md).
import type { ProposalsFile } from "../../../shared/domain/swap-offer.ts";
import type { Text } from "../../../shared/domain/text.ts";
import type { StoredOffer } from "./stored-offers.ts";

type Proposal = ProposalsFile["proposals"][number];

export interface WrongAnswer {
  offerId: string;
  field: string;
  value: string;
  reason: Text;
}

/** Null: it may be. `own`: offers of this workbook that the answer is about. */
export function wrongAnswer(answer: ProposalsFile, own: readonly StoredOffer[]): WrongAnswer | null {
  const offerOf = new Map(own.map((offer) => [offer.offerId, offer]));
  const seen = new Set<string>();
  for (const { offerId } of [...answer.proposals, ...answer.unmatched]) {
    if (seen.has(offerId))
      return {
        offerId,
        field: "offerId",
        value: offerId,
        reason: { zh: "同一条意向有两个答复", en: "one offer has two answers" },
      };
    seen.add(offerId);
  }
  for (const proposal of answer.proposals) {
    const offer = offerOf.get(proposal.offerId);
    const wrong = offer && wrongProposal(proposal, offer, seen);
    if (wrong) return { offerId: proposal.offerId, ...wrong };
  }
  return null;
}

/** `ofFile`: every offer of the file that is answered. */
function wrongProposal(
  { month, cycleLength, goesTo, comes }: Proposal,
  { body }: StoredOffer,
  ofFile: ReadonlySet<string>,
): Omit<WrongAnswer, "offerId"> | null {
  if (month < body.fromMonth || month > body.toMonth)
    return {
      field: "month",
      value: month,
      reason: {
        zh: `月份不在意向的 ${body.fromMonth} 至 ${body.toMonth} 之内`,
        en: `the month is not within ${body.fromMonth} to ${body.toMonth} of the offer`,
      },
    };
  if (body.accepts.length > 0 && !body.accepts.includes(goesTo.postClass))
    return {
      field: "goesTo.postClass",
      value: goesTo.postClass,
      reason: {
        zh: "所去岗位的类别不在意向接受之列",
        en: "the class of post is none that the offer accepts",
      },
    };
  const inside = [goesTo, comes].find(({ offerId }) => ofFile.has(offerId));
  if (inside)
    return {
      field: "offerId",
      value: inside.offerId,
      reason: { zh: "对方是本单位自己的意向", en: "the other side is an offer of the same file" },
    };
  if ((cycleLength === 2) !== (goesTo.offerId === comes.offerId))
    return {
      field: "cycleLength",
      value: String(cycleLength),
      reason: {
        zh: "轮转的长度与来去两方对不上",
        en: "the length of the cycle does not fit where the person goes and who comes",
      },
    };
  return null;
}
