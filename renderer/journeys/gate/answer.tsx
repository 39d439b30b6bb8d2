// The right side: the verdict with what it rests on, the reasons with article and evidence, who else, and what is left.
import { Ban, CircleCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { GateAnswer, GateReason } from "../../data/types.ts";
import { EvidenceMark, useCitationWords } from "../../parts/evidence-mark.tsx";
import { Mark, type MarkShape } from "../../parts/marks.tsx";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

const icons = { refused: Ban, warned: TriangleAlert, allowed: CircleCheck };

/** Says how far the verdict reaches and what would change it; the page's head has said what it is. */
export function VerdictBand({ answer, isOld }: { answer: GateAnswer; isOld: boolean }): ReactNode {
  const { gate } = useWords();
  const formats = useFormats();
  const Icon = icons[answer.verdict];
  return (
    <div className="q-gate-band" role="status" data-verdict={answer.verdict} aria-busy={isOld}>
      <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
      <b>{gate.verdicts[answer.verdict]}</b>
      <span>{gate.cure[answer.verdict]}</span>
      <span className="q-grow" />
      <span className="q-second q-small q-ellipsis">
        {gate.scope(formats.count(answer.ruleCount), answer.understood.day)}
        {answer.notApplicable.length > 0
          ? ` · ${gate.notApplicable(formats.count(answer.notApplicable.length))}`
          : ""}
      </span>
    </div>
  );
}

/** What the verdict leaves open: limits without an amount, and rules that were recorded after the day. */
export function Caveats({ answer }: { answer: GateAnswer }): ReactNode {
  const { gate } = useWords();
  const say = useText();
  const notes = [
    ...(answer.understood.amount === null ? [gate.noAmount] : []),
    ...answer.recordedAfterwards.map(say),
  ];
  return notes.map((note) => (
    <p key={note} className="q-gate-note q-amber q-small" role="note">
      {note}
    </p>
  ));
}

const shapes: Record<GateReason["effect"], MarkShape> = { refuse: "late", warn: "warning", note: "waiting" };
const tones = { refuse: "q-red", warn: "q-amber", note: "q-second" } as const;

export function Reasons({ answer }: { answer: GateAnswer }): ReactNode {
  const { gate } = useWords();
  const say = useText();
  const cite = useCitationWords();
  if (answer.reasons.length === 0) return null;
  return (
    <section aria-labelledby="gate-reasons">
      <Title id="gate-reasons" words={gate.reasons} note={gate.reasonsNote} />
      <table className="q-gate-table q-gate-reasons">
        <thead>
          <tr>
            <th scope="col">{gate.columns.effect}</th>
            <th scope="col">{gate.columns.reason}</th>
            <th scope="col">{gate.columns.source}</th>
          </tr>
        </thead>
        <tbody>
          {answer.reasons.map((reason) => {
            const { finding } = reason;
            const shown = reason.evidence.filter(({ id }) => id !== "draft");
            return (
              <tr key={`${finding.ruleId} ${finding.ruleVersion} ${finding.subject} ${finding.anchor}`}>
                <td className={`${tones[reason.effect]} q-strong q-nowrap`}>
                  <Mark shape={shapes[reason.effect]} /> {gate.effects[reason.effect]}
                </td>
                <td>
                  {say(finding.sentence)}
                  {shown.map((piece) => (
                    <span className="q-gate-line" key={`${piece.kind} ${piece.id}`}>
                      {gate.evidence}
                      {say(piece.words)}
                      {piece.kind === "authority" ? (
                        <Link
                          className="q-link q-gate-more"
                          href={`/matrix?matter=${answer.understood.matterId}`}
                        >
                          {gate.seeMatrix}
                        </Link>
                      ) : null}
                    </span>
                  ))}
                </td>
                <td>
                  {cite(reason.citation)}
                  <span className="q-gate-line">
                    <Link
                      className="q-link"
                      href={`/settings/rules?open=${encodeURIComponent(finding.ruleId)}`}
                    >
                      {gate.rule(finding.ruleId)}
                    </Link>{" "}
                    {say(reason.ruleTitle)} <EvidenceMark mark={reason.citation.mark} />
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

export function Title(props: { id: string; words: string; note?: string }): ReactNode {
  return (
    <div className="q-gate-title">
      <h2 id={props.id}>{props.words}</h2>
      {props.note ? <span className="q-muted q-small">{props.note}</span> : null}
    </div>
  );
}
