// Handlers of the swaps namespace: offers that name nobody, their matching, and the proposals that come back (docs/swaps.md).
import { createHash, randomBytes } from "node:crypto";
import type { Context, Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import { fault } from "../../shared/domain/fault.ts";
import { type KeptOffer, printOffers, printProposals } from "../../shared/domain/swap-offer.ts";
import type { Text } from "../../shared/domain/text.ts";
import { tenureLedger } from "../../shared/rotation/ledger.ts";
import { fileFault } from "../files/file-fault.ts";
import { writeBytes } from "../files/report-writer.ts";
import type { Recorder } from "../queries/versions.ts";
import { type Desk, gone } from "./desk.ts";
import { labelsOf } from "./labels.ts";
import { logExport, receiptOf } from "./receipts.ts";
import { wrongAnswer } from "./swaps/answer-check.ts";
import { matched, matchingView, proposalsFor } from "./swaps/matching-view.ts";
import { readAllOffers, readProposals } from "./swaps/offer-files.ts";
import { offersFile } from "./swaps/offers-file.ts";
import { classOfName } from "./swaps/post-class.ts";
import { offerOf, offersOf, recordOffer, type StoredOffer, shownOffer } from "./swaps/stored-offers.ts";
import { postName } from "./tenure-rows.ts";

/** 128 random bits: an id that says nothing, not even when it was made. */
const randomId = (): string => randomBytes(16).toString("hex");
const isOpen = ({ state }: StoredOffer): boolean => state !== "withdrawn" && state !== "declined";

export function swapHandlers(desk: Desk): Handlers<QuanhengContract>["swaps"] {
  const present = (id: string): StoredOffer => {
    const offer = offerOf(desk, id);
    if (!offer) throw gone({ zh: "这条互换意向", en: "This offer" });
    return offer;
  };
  const record = (
    context: Context,
    what: Text,
    offers: readonly StoredOffer[],
    action = "plan",
  ): { change: { seq: number } } => {
    const known = new Set(offersOf(desk).map(({ id }) => id));
    const { seq } = desk.write(
      context,
      { action, summary: what, detail: { offers: offers.length }, touches: ["swaps", "journal"] },
      (recorder: Recorder) => {
        for (const offer of offers) recordOffer(recorder, offer, !known.has(offer.id));
      },
    );
    return { change: { seq } };
  };
  const about = ({ personId, postId }: Pick<StoredOffer, "personId" | "postId">): Text => {
    const labels = labelsOf(desk.world());
    const [person, post] = [labels.person(personId).name, labels.post(postId)?.name ?? "?"];
    return { zh: `${person}（${post}）`, en: `${person} (${post})` };
  };
  return {
    candidates: () => {
      const labels = labelsOf(desk.world());
      const taken = new Set(
        offersOf(desk)
          .filter(isOpen)
          .map(({ personId, postId }) => `${personId} ${postId}`),
      );
      return {
        rows: tenureLedger(desk.world(), desk.today())
          .filter(({ personId, postId, state }) => state !== "rotated" && !taken.has(`${personId} ${postId}`))
          .map(({ personId, postId, dueOn }) => ({
            person: labels.person(personId),
            post: postName(labels, labels.post(postId)),
            dueOn,
            postClass: classOfName(labels.post(postId)?.name ?? ""),
          })),
      };
    },
    offers: () => {
      const world = desk.world();
      return {
        rows: offersOf(desk).map((offer) => shownOffer(world, labelsOf(world), desk.today(), offer)),
      };
    },
    saveOffer: ({ id, personId, postId, ...said }, context) => {
      const before = id === null ? null : present(id);
      if (before && before.state !== "draft")
        throw fault("refused", {
          zh: "这条意向已经发出。请先撤回，再另填一条。",
          en: "This offer has gone out. Withdraw it, then fill in another.",
        });
      if (said.toMonth < said.fromMonth)
        throw fault("invalid", {
          zh: `截止月 ${said.toMonth} 早于起始月 ${said.fromMonth}。请改正月份。`,
          en: `The last month ${said.toMonth} is before the first, ${said.fromMonth}. Mend the months.`,
        });
      assertHolds(desk, personId, postId);
      if (
        offersOf(desk).some(
          (it) => it.id !== id && isOpen(it) && it.personId === personId && it.postId === postId,
        )
      )
        throw fault("refused", {
          zh: "这个人在这个岗位上已有一条互换意向。",
          en: "There is an offer of this person on this post already.",
        });
      const blank = {
        fileId: null,
        offersSha256: null,
        exportedAt: null,
        proposal: null,
        unmatched: null,
        decision: null,
      };
      const offer: StoredOffer = {
        id: before?.id ?? desk.deps.newId(),
        offerId: before?.offerId ?? randomId(),
        personId,
        postId,
        state: "draft",
        body: { ...blank, ...said },
      };
      const { zh, en } = about(offer);
      const done = record(context, { zh: `填写互换意向：${zh}`, en: `Filled in the swap offer of ${en}` }, [
        offer,
      ]);
      return { id: offer.id, ...done };
    },
    withdraw: ({ id }, context) => {
      const offer = present(id);
      if (!isOpen(offer))
        throw fault("refused", { zh: "这条意向已经了结。", en: "This offer is over already." });
      const { zh, en } = about(offer);
      return record(context, { zh: `撤回互换意向：${zh}`, en: `Withdrew the swap offer of ${en}` }, [
        { ...offer, state: "withdrawn" },
      ]);
    },
    exportOffers: async ({ ids, label, grant }, context) => {
      const offers = [...new Set(ids)].map(present);
      const settled = offers.find(({ state }) => !["draft", "exported", "unmatched"].includes(state));
      if (settled) {
        const { zh, en } = about(settled);
        throw fault("refused", {
          zh: `${zh} 的意向已有答复或已了结，不能再发出。`,
          en: `The offer of ${en} has an answer or is over: it cannot go out.`,
        });
      }
      for (const { personId, postId } of offers) assertHolds(desk, personId, postId);
      const path = desk.deps.grants.pathOf(grant, "write");
      const fileId = randomId();
      // Fresh ids in every export: two files of one unit cannot be laid beside each other.
      const renamed = offers.map((offer) => ({ ...offer, offerId: randomId() }));
      const file = offersFile(desk, fileId, label, renamed);
      const bytes = new TextEncoder().encode(printOffers(file));
      const offersSha256 = createHash("sha256").update(bytes).digest("hex");
      // Known before the file is: an answer to a file that nobody can place would be lost.
      record(
        context,
        { zh: `发出互换意向 ${renamed.length} 条`, en: `Sent out ${renamed.length} swap offer(s)` },
        renamed.map((offer) => ({
          ...offer,
          state: "exported" as const,
          body: {
            ...offer.body,
            fileId,
            offersSha256,
            exportedAt: desk.deps.now(),
            proposal: null,
            unmatched: null,
          },
        })),
        // Not to be undone: whom an answer is about would be lost.
        "export",
      );
      const written = await writeBytes(path, bytes, context.signal).catch((error: unknown) => {
        // Nothing went out: a file sent earlier can still be answered.
        const what = {
          zh: "互换意向没有写出，恢复原状",
          en: "The file of offers was not written: as before",
        };
        record(context, what, offers, "export");
        throw error;
      });
      return logExport(
        desk,
        context,
        { zh: "互换意向", en: "swap offers" },
        receiptOf(desk, path, written, renamed.length),
      );
    },
    match: ({ grants }) =>
      matchingView(matched(readAllOffers(grants.map((grant) => desk.deps.grants.pathOf(grant, "read"))))),
    saveProposals: async ({ grants, file, grant }, context) => {
      const files = readAllOffers(grants.map((one) => desk.deps.grants.pathOf(one, "read")));
      const asked = files[file];
      if (!asked) throw gone({ zh: "所选的意向文件", en: "The chosen file of offers" });
      const path = desk.deps.grants.pathOf(grant, "write");
      const proposals = proposalsFor(matched(files), asked, desk.today());
      const bytes = new TextEncoder().encode(printProposals(proposals));
      const written = await writeBytes(path, bytes, context.signal);
      return logExport(
        desk,
        context,
        { zh: "互换建议", en: "swap proposals" },
        receiptOf(desk, path, written, proposals.proposals.length),
      );
    },
    takeProposals: ({ grant }, context) => {
      const path = desk.deps.grants.pathOf(grant, "read");
      const answer = readProposals(path);
      const own = offersOf(desk).filter(({ body }) => body.fileId === answer.fileId);
      if (own.length === 0 || own.some(({ body }) => body.offersSha256 !== answer.offersSha256))
        throw fault("stale", {
          zh: "这份建议答复的不是本工作簿最近一次发出的意向。请核对是否选错了文件，或请对方用最新的意向文件重新匹配。",
          en: "This answers other offers than those that this workbook sent out last. Check the file, or have the latest offers matched again.",
        });
      const wrong = wrongAnswer(answer, own);
      if (wrong) {
        const { offerId, field, value, reason } = wrong;
        throw fileFault(
          path,
          "invalid",
          `这份建议不可能是对本单位意向的答复（意向 ${offerId}，${field}）：${reason.zh}。整份没有读入；请向对方要原文件。`,
          `This cannot be the answer to this unit's offers (offer ${offerId}, ${field}): ${reason.en}. Nothing of it was taken; ask for the original.`,
          { column: field, value },
        );
      }
      const taken = own
        .filter(({ state }) => state === "exported" || state === "unmatched" || state === "proposed")
        .flatMap((offer): StoredOffer[] => {
          const proposal = answer.proposals.find(({ offerId }) => offerId === offer.offerId) ?? null;
          const unmatched = answer.unmatched.find(({ offerId }) => offerId === offer.offerId) ?? null;
          if (!proposal && !unmatched) return [];
          const body: KeptOffer = { ...offer.body, proposal, unmatched };
          return [{ ...offer, state: proposal ? "proposed" : "unmatched", body }];
        });
      if (taken.length === 0)
        throw fault("stale", {
          zh: "这份建议所涉的意向都已撤回或已有决定，没有可读入的内容。",
          en: "Every offer that this answers is withdrawn or decided: there is nothing to take in.",
        });
      const proposed = taken.filter(({ state }) => state === "proposed").length;
      const done = record(
        context,
        {
          zh: `读入互换建议 ${proposed} 条，未配上 ${taken.length - proposed} 条`,
          en: `Took in ${proposed} swap proposal(s); ${taken.length - proposed} unmatched`,
        },
        taken,
      );
      return { proposed, unmatched: taken.length - proposed, ...done };
    },
    decide: ({ id, isAccepted, reason }, context) => {
      const offer = present(id);
      if (offer.state !== "proposed")
        throw fault("refused", { zh: "这条意向没有待定的建议。", en: "No proposal waits on this offer." });
      if (!isAccepted && reason.trim() === "")
        throw fault("invalid", { zh: "请写明不接受的理由。", en: "Say why it is declined." });
      const { zh, en } = about(offer);
      const what: Text = isAccepted
        ? { zh: `接受互换建议：${zh}`, en: `Accepted the swap proposed for ${en}` }
        : { zh: `不接受互换建议：${zh}`, en: `Declined the swap proposed for ${en}` };
      return record(context, what, [
        {
          ...offer,
          state: isAccepted ? "accepted" : "declined",
          body: { ...offer.body, decision: reason.trim() === "" ? null : reason.trim() },
        },
      ]);
    },
  };
}

/** @throws FaultError refused: the person does not hold the post today, or it is no key post */
function assertHolds(desk: Desk, personId: string, postId: string): void {
  const { posts, assignments } = desk.world();
  const today = desk.today();
  const isHeld = assignments.some(
    (it) =>
      it.personId === personId &&
      it.postId === postId &&
      it.from <= today &&
      (it.until === null || today < it.until),
  );
  if (isHeld && posts.some((post) => post.id === postId && post.isKey)) return;
  throw fault("refused", {
    zh: "只能为在岗的关键岗位人员填写互换意向：此人今日不在该岗位，或该岗位不是关键岗位。",
    en: "Only holders of key posts can be offered: the person does not hold the post today, or it is no key post.",
  });
}
