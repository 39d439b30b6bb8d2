// Least-change repair of the potential conflicts of a day: searched in slices, stopped when asked to.
import type { Context, ParsedInputOf } from "../../shared/contract/call.ts";
import type { designCalls, RepairAnswer } from "../../shared/contract/design.ts";
import { fault } from "../../shared/domain/fault.ts";
import type { DesignFinding } from "../../shared/rules/design/design-finding.ts";
import { preparedFindings } from "../../shared/rules/design/recheck.ts";
import { optionText } from "../../shared/rules/design/repair/option-words.ts";
import { repairDesign } from "../../shared/rules/design/repair/repair.ts";
import type { Desk } from "./desk.ts";
import { labelsOf } from "./labels.ts";
import { designOf } from "./matrix-preview.ts";

type Asked = ParsedInputOf<typeof designCalls.repair>;

const label = { zh: "正在寻找改动最少的办法", en: "Looking for the least change" };

export async function repairAnswer(
  desk: Desk,
  { day, matterId, keys, most, budget }: Asked,
  { signal, progress }: Context,
): Promise<RepairAnswer> {
  const lens = desk.lens(day, null);
  const { seq } = desk.head();
  const prepared = designOf(lens);
  const isAsked = (finding: DesignFinding): boolean =>
    finding.type === "conflict" &&
    (keys === null ? matterId === null || finding.matterId === matterId : keys.includes(finding.key));
  const targets = preparedFindings(prepared).filter(isAsked);
  const search = repairDesign(prepared, targets, { most, budget });
  let step = search.next();
  while (!step.done) {
    progress(label, step.value.done, step.value.of);
    await desk.deps.breathe();
    if (signal.aborted)
      throw fault("refused", { zh: "已停止，没有改动。", en: "Stopped; nothing was changed." });
    step = search.next();
  }
  const { proposals, beyond, undecided, work } = step.value;
  const labels = labelsOf(lens.world);
  return {
    headSeq: seq,
    proposals: proposals.map(({ options, edits, weight, isLeast, personIds, appearing, vanishing }) => ({
      edits,
      lines: options.map((option) => optionText(prepared.ground, option)),
      weight,
      isLeast,
      people: labels.people(personIds),
      appearing,
      vanishing,
    })),
    beyond,
    undecided,
    work,
  };
}
