// What would come of a delegation: new potential conflicts first, then all that the receiver would hold together.
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Answered } from "../../data/names.ts";
import { DutyGlyph } from "../../parts/duty-glyph.tsx";
import { useUnit } from "../../parts/frame-state.ts";
import { Mark } from "../../parts/marks.tsx";
import { SeverityMark } from "../../parts/severity-mark.tsx";
import { PanelSection } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

const mostShown = 12;

export function PreviewBox(props: {
  preview: Answered<"delegations.preview"> | null;
  receiver: string;
}): ReactNode {
  const { preview } = props;
  const { delegations, common } = useWords();
  const { preview: words } = delegations;
  const formats = useFormats();
  const say = useText();
  const unit = useUnit();
  if (preview === null) return <p className="q-prose">{words.waiting}</p>;
  const { appearing, standing } = preview;
  const holds = preview.holds.toSorted((a, b) => Number(b.how === "by-this") - Number(a.how === "by-this"));
  const rest = holds.length - mostShown;
  return (
    <>
      <PanelSection title={words.title} end={preview.day}>
        {appearing.length === 0 ? (
          <p className="q-lent-line">
            <Mark shape="done" />
            <span>{words.fine}</span>
          </p>
        ) : (
          <>
            <p className="q-lent-line">
              <Mark shape="warning" />
              <span>
                <b className="q-strong">{words.appears(formats.count(appearing.length))}</b>{" "}
                <span className="q-muted">{words.appearsHelp}</span>
              </span>
            </p>
            <ul className="q-lent-list">
              {appearing.map((finding) => (
                <li key={finding.key}>
                  <SeverityMark severity={finding.severity} />
                  <span>
                    {say(finding.sentence)}
                    {finding.ruleId ? (
                      <Link
                        className="q-link"
                        href={`/settings/rules?open=${encodeURIComponent(finding.ruleId)}`}
                      >
                        {` ${finding.ruleId}`}
                      </Link>
                    ) : null}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </PanelSection>
      <PanelSection title={words.holds(props.receiver)} note={formats.count(preview.holds.length)}>
        <ul className="q-lent-holds">
          {holds.slice(0, mostShown).map(({ authority, how }) => (
            <li key={authority.id} {...(how === "by-this" ? { "data-new": "" } : {})}>
              <DutyGlyph duty={authority.dutyType} />
              <span className="q-ellipsis" title={delegations.what(authority.matter, authority.step)}>
                {delegations.what(authority.matter, authority.step)}
              </span>
              <span className="q-muted q-nowrap">
                {authority.over === null && authority.upTo === null
                  ? delegations.unlimited
                  : `${formats.range(authority, unit)} ${common[unit]}`}
              </span>
              <span className="q-tag">{words.how[how]}</span>
            </li>
          ))}
        </ul>
        {rest > 0 ? <p className="q-muted q-lent-line">{words.others(formats.count(rest))}</p> : null}
        {standing.length > 0 ? (
          <p className="q-prose">
            <b>{words.standing}</b> {standing.map(say).join(common.listing)}
          </p>
        ) : null}
      </PanelSection>
    </>
  );
}
