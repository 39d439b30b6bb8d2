// The effect beside the edits: conflicts that come and go with their article, gaps, staffing, people, delegations.
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { DesignFinding, Effect } from "../../data/types.ts";
import { useCitationWords } from "../../parts/evidence-mark.tsx";
import { useUnit } from "../../parts/frame-state.ts";
import { Mark } from "../../parts/marks.tsx";
import { ScrollBox } from "../../parts/scroll-box.tsx";
import { SeverityMark } from "../../parts/severity-mark.tsx";
import { PanelSection } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import { effectParts } from "./effect-model.ts";

function Findings(props: {
  title: string;
  tone: "appears" | "vanishes";
  findings: readonly DesignFinding[];
}): ReactNode {
  const { changes: words } = useWords();
  const formats = useFormats();
  const say = useText();
  const cited = useCitationWords();
  if (props.findings.length === 0) return null;
  return (
    <div data-turn={props.tone}>
      <h4 className="q-effect-turn-name">
        {props.title} <b>{formats.count(props.findings.length)}</b>
      </h4>
      <ul className="q-effect-list">
        {props.findings.map((finding) => (
          <li key={finding.key} className="q-effect-finding">
            {finding.type === "conflict" ? (
              <SeverityMark severity={finding.severity} />
            ) : (
              <Mark shape={finding.type === "gap" ? "warning" : "warningHollow"} />
            )}
            <div>
              <p>{say(finding.sentence)}</p>
              <p className="q-small q-muted q-effect-links">
                {finding.ruleId ? (
                  <Link
                    className="q-link"
                    href={`/settings/rules?open=${encodeURIComponent(finding.ruleId)}`}
                  >
                    {finding.ruleId}
                  </Link>
                ) : null}
                {finding.citation ? <span>{cited(finding.citation)}</span> : null}
                {finding.matterId ? (
                  <Link className="q-link" href={`/matrix?matter=${encodeURIComponent(finding.matterId)}`}>
                    {words.effect.step}
                  </Link>
                ) : null}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Staffing(props: { effect: Effect }): ReactNode {
  const { effect: words } = useWords().changes;
  const { common } = useWords();
  const formats = useFormats();
  const unit = useUnit();
  const answer = (state: Effect["staffing"][number]["before"], minimum: number | null): ReactNode => (
    <span className={state === "impossible" ? "q-red" : ""}>
      {minimum === null ? words.answers[state] : words.minimum(formats.count(minimum))}
    </span>
  );
  if (props.effect.staffing.length === 0) return <p className="q-effect-none">{words.staffingNone}</p>;
  return (
    <ul className="q-effect-list">
      {props.effect.staffing.map((one) => (
        <li key={`${one.matterId}.${one.upTo}`} className="q-effect-shift">
          <span className="q-grow">
            <Link className="q-link" href={`/matrix?matter=${encodeURIComponent(one.matterId)}`}>
              {one.matterName}
            </Link>{" "}
            <span className="q-muted q-small">
              {one.upTo === null
                ? words.whole
                : `${formats.range({ over: null, upTo: one.upTo }, unit)} ${common[unit]}`}
            </span>
          </span>
          <span className="q-nowrap">
            {answer(one.before, one.minimumBefore)} → {answer(one.after, one.minimumAfter)}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function EffectBody(props: { effect: Effect }): ReactNode {
  const { effect } = props;
  const { effect: words } = useWords().changes;
  const formats = useFormats();
  const say = useText();
  return (
    <>
      {effectParts(effect).map(({ group, appearing, vanishing }) =>
        group === "others" && appearing.length + vanishing.length === 0 ? null : (
          <PanelSection key={group} title={words[group]}>
            {appearing.length + vanishing.length === 0 ? <p className="q-effect-none">{words.none}</p> : null}
            <Findings title={words.appears} tone="appears" findings={appearing} />
            <Findings title={words.vanishes} tone="vanishes" findings={vanishing} />
          </PanelSection>
        ),
      )}
      <PanelSection title={words.staffing}>
        <Staffing effect={effect} />
      </PanelSection>
      <PanelSection title={words.people} end={formats.count(effect.people.length)}>
        {effect.people.length === 0 ? <p className="q-effect-none">{words.peopleNone}</p> : null}
        <ul className="q-effect-list">
          {effect.people.map((person) => (
            <li key={person.id} className="q-effect-person">
              <Link className="q-strong" href={`/organisation/people?open=${person.id}`}>
                {person.name}
              </Link>{" "}
              <span className="q-muted q-small">{person.staffNo}</span>
              {person.gains.map((line) => (
                <p key={`+${line.en}`}>
                  <span className="q-tag">{words.gains}</span> {say(line)}
                </p>
              ))}
              {person.loses.map((line) => (
                <p key={`-${line.en}`}>
                  <span className="q-tag">{words.loses}</span> {say(line)}
                </p>
              ))}
            </li>
          ))}
        </ul>
      </PanelSection>
      {effect.endingDelegations.length > 0 ? (
        <PanelSection title={words.delegations}>
          <ul className="q-effect-list">
            {effect.endingDelegations.map((one) => (
              <li key={one.id} className="q-effect-person">
                {say(one.sentence)}
              </li>
            ))}
          </ul>
        </PanelSection>
      ) : null}
      <p className="q-prose">{words.remaining(formats.count(effect.remaining))}</p>
    </>
  );
}

export function EffectPanel(props: {
  effect: Effect | null;
  /** "若批准", or what it was. */
  title: string;
  /** When it was worked out: now, at submission, at approval. */
  note: string;
  isRunning: boolean;
  children?: ReactNode;
}): ReactNode {
  const { effect: words } = useWords().changes;
  return (
    <aside className="q-panel q-effect" aria-label={props.title}>
      <div className="q-panel-head q-row">
        <h2>{props.title}</h2>
        <span className="q-muted q-small" role="status">
          {props.isRunning ? words.running : props.note}
        </span>
      </div>
      <ScrollBox className="q-panel-body" label={props.title}>
        {props.children}
        {props.effect ? (
          <div {...(props.isRunning ? { "data-old": "" } : {})} className="q-effect-body">
            <EffectBody effect={props.effect} />
          </div>
        ) : null}
      </ScrollBox>
    </aside>
  );
}
