// Handlers of the tenure namespace: the ledger with its concerns, policies, exemptions and the evidence of their controls.
import type { Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import { type Day, lastDay } from "../../shared/domain/day.ts";
import { fault } from "../../shared/domain/fault.ts";
import { evidencePeriods } from "../../shared/rotation/exemption-periods.ts";
import { type Desk, gone } from "./desk.ts";
import { labelsOf } from "./labels.ts";
import { exemptionRows } from "./tenure/exemption-rows.ts";
import { ledgerRows } from "./tenure/ledger-rows.ts";
import { evidenceIn, evidenceRow, forcedLeavesOf, knownAt } from "./tenure/papers.ts";
import { policyRows } from "./tenure/policy-rows.ts";

export function tenureHandlers(desk: Desk): Handlers<QuanhengContract>["tenure"] {
  return {
    ledger: ({ day, knownOn }) => {
      const lens = desk.lens(day, knownOn);
      return { day: lens.day, lines: ledgerRows(desk, lens) };
    },
    policies: ({ day, knownOn }) => policyRows(desk.lens(day, knownOn)),
    exemptions: ({ day, knownOn }) => {
      const lens = desk.lens(day, knownOn);
      return {
        day: lens.day,
        rows: exemptionRows(lens.world, evidenceIn(desk, knownAt(desk, lens.knownOn)), lens.day),
      };
    },
    addEvidence: ({ subjectId, from, ...said }, context) => {
      const { until, title } = periodOf(desk, subjectId, from);
      if (said.doneOn > desk.today())
        throw fault("invalid", {
          zh: "还没有到这一天。请填实际完成的日期。",
          en: "That day has not come yet: give the day on which it was done.",
        });
      if (said.doneOn < from)
        throw fault("invalid", {
          zh: `完成日期早于这一期的第一日 ${from}。请核对。`,
          en: `That is before the first day of the period (${from}): check the day.`,
        });
      const evidence = { subjectId, from, until, ...said, docNo: said.docNo || null };
      if (evidenceIn(desk).some((one) => one.subjectId === subjectId && one.from === from))
        throw fault("invalid", {
          zh: "这一期已有证据。要更正，请先撤回原有的一条。",
          en: "There is evidence for this period already: take that back first to correct it.",
        });
      const { seq, result } = desk.write(
        context,
        {
          action: "evidence",
          summary: {
            zh: `登记控制证据：${title}，${from} 至 ${lastDay({ from, until })}`,
            en: `Evidence of a control: ${title}, ${from} to ${lastDay({ from, until })}`,
          },
          detail: { after: evidence },
          touches: ["tenure", "leaves", "conflicts", "journal"],
        },
        (recorder) => recorder.insert("control-evidence", null, evidenceRow({ id: "", ...evidence })),
      );
      return { id: result, change: { seq } };
    },
    dropEvidence: ({ id, reason }, context) => {
      const before = evidenceIn(desk).find((one) => one.id === id);
      if (!before) throw gone({ zh: "这条证据", en: "This evidence" });
      const { seq } = desk.write(
        context,
        {
          action: "evidence",
          summary: {
            zh: `撤回控制证据：${before.from} 起一期（${reason}）`,
            en: `Took back evidence of the period from ${before.from} (${reason})`,
          },
          detail: { before, reason },
          touches: ["tenure", "leaves", "conflicts", "journal"],
        },
        (recorder) => {
          recorder.supersede("control-evidence", id);
        },
      );
      return { change: { seq } };
    },
  };
}

/** The period of an exemption or forced leave that begins on `from`. @throws FaultError missing or invalid */
function periodOf(desk: Desk, subjectId: string, from: Day): { until: Day; title: string } {
  const world = desk.world();
  const labels = labelsOf(world);
  const titleOf = (personId: string, postId: string): string =>
    `${labels.person(personId).name} · ${labels.post(postId)?.name ?? "?"}`;
  const exemption = world.exemptions.find(({ id }) => id === subjectId);
  const leave = forcedLeavesOf(desk).find(({ id }) => id === subjectId);
  if (!exemption && !leave) throw gone({ zh: "这项豁免或强制休假", en: "This exemption or forced leave" });
  const periods = exemption
    ? evidencePeriods(exemption, [], desk.today())
    : leave?.state === "placed"
      ? [{ from: leave.from, until: leave.until }]
      : [];
  const period = periods.find((one) => one.from === from);
  const { personId, postId } = exemption ?? leave ?? { personId: "", postId: "" };
  if (!period)
    throw fault("invalid", {
      zh: `没有自 ${from} 起的一期。请刷新后再选。`,
      en: `No period begins on ${from}: refresh and choose again.`,
    });
  return { until: period.until, title: titleOf(personId, postId) };
}
