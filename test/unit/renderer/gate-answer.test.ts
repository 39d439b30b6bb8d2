// The gate's answer as plain text: what one pastes says what the verdict leaves open too.
import { expect, test } from "vitest";
import { answerText } from "../../../renderer/journeys/gate/answer-text.ts";
import type { GateAnswer } from "../../../shared/contract/gate.ts";
import { zh } from "../../../shared/words/zh.ts";

const answer: GateAnswer = {
  verdict: "allowed",
  recordedAfterwards: [{ zh: "办理当时尚未记入。", en: "It was not on record." }],
  understood: {
    person: { id: "p1", staffNo: "001", name: "张三" },
    caseNo: null,
    caseId: null,
    matter: "政府采购",
    matterId: "m1",
    step: "审批",
    stepId: "s1",
    dutyType: "authorise",
    amount: null,
    day: "2026-03-05",
  },
  reasons: [],
  ruleCount: 1,
  notApplicable: [],
  substitutes: null,
  passedOver: null,
  lookAhead: null,
  acts: [],
  journalHead: "",
};
const linesOf = (one: GateAnswer): string[] => answerText(one, zh.gate, (text) => text.zh).split("\n");

test("without an amount it says that limits were not asked, and what was recorded afterwards", () => {
  expect(linesOf(answer)).toEqual(expect.arrayContaining([zh.gate.noAmount, "办理当时尚未记入。"]));
});

test("with an amount it says nothing of the kind", () => {
  const known = { ...answer, understood: { ...answer.understood, amount: 100 }, recordedAfterwards: [] };
  expect(linesOf(known)).toHaveLength(linesOf(answer).length - 2);
});
