// The answer as plain text: what one pastes into a message or a note.
import type { Text } from "../../../shared/domain/text.ts";
import type { Words } from "../../../shared/words/zh.ts";
import type { GateAnswer } from "../../data/types.ts";

export function answerText(answer: GateAnswer, gate: Words["gate"], say: (text: Text) => string): string {
  const { person, caseNo, matter, step, day } = answer.understood;
  const lines = [
    `${gate.verdicts[answer.verdict]} · ${person.name}（${person.staffNo}） · ${caseNo ?? matter} · ${step} · ${day}`,
    ...answer.reasons.map(
      ({ effect, finding, citation }) =>
        `[${gate.effects[effect]}] ${finding.ruleId} ${say(finding.sentence)} ${citation.source}`,
    ),
  ];
  if (answer.understood.amount === null) lines.push(gate.noAmount);
  lines.push(...answer.recordedAfterwards.map(say));
  if (answer.substitutes)
    lines.push(
      `${gate.instead}: ${answer.substitutes.map((one) => `${one.name}（${gate.rest[one.rest]}）`).join("、") || gate.nobodyElse}`,
    );
  for (const { person: one, ruleId, why } of answer.passedOver ?? [])
    lines.push(`${one.name}: ${say(why)} ${ruleId}`);
  for (const { name, takers, endings } of answer.lookAhead?.later ?? [])
    lines.push(`${name}: ${[gate.takers(String(takers.length)), ...endings.map(say)].join("；")}`);
  lines.push(gate.notRecorded);
  return lines.join("\n");
}
