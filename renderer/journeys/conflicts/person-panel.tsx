// One person: types and pair, the cases with the largest shares against the unit's median, and what stops without.
import { Button } from "antd";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useAsk } from "../../data/ask.ts";
import type { PersonShare } from "../../data/types.ts";
import { Amount } from "../../parts/amount.tsx";
import { DutyGlyph } from "../../parts/duty-glyph.tsx";
import { type Fact, Facts, PanelSection, SidePanel } from "../../parts/side-panel.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import type { AskedPeriod } from "./asked.ts";
import { DutyPair } from "./duty-pair.tsx";

interface PersonPanelProps {
  row: PersonShare;
  asked: AskedPeriod;
  onClose(): void;
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
}
const index = (value: number): string => value.toFixed(2);

export function PersonPanel(props: PersonPanelProps): ReactNode {
  const { row } = props;
  const { analysis, common } = useWords();
  const formats = useFormats();
  const { value, fault } = useAsk(
    "analysis.person",
    { ...props.asked, personId: row.person.id },
    { fresh: true },
  );
  const glyphs = (types: PersonShare["typesDone"]): ReactNode =>
    types.length === 0 ? (
      <span className="q-muted">—</span>
    ) : (
      <span className="q-types">
        {types.map((type) => (
          <DutyGlyph key={type} duty={type} named />
        ))}
      </span>
    );
  const facts: Fact[] = [
    { name: analysis.posts, value: row.posts.map(({ name }) => name).join(common.listing) || "—" },
    { name: analysis.done, value: glyphs(row.typesDone) },
    { name: analysis.held, value: glyphs(row.typesHeld) },
    {
      name: analysis.share,
      value: analysis.shareOf(
        formats.count(row.performed),
        formats.count(row.ofOwnCases),
        row.ofOwnCases === 0 ? "—" : formats.share(row.performed / row.ofOwnCases),
      ),
    },
    {
      name: analysis.worst,
      value: row.worst ? (
        <>
          <DutyPair pair={row.worst} /> <span className="q-second">{analysis.waysWhy[row.worst.way]}</span>
        </>
      ) : (
        analysis.noPair
      ),
    },
  ];
  return (
    <SidePanel
      id="concentration"
      label={analysis.personPanel}
      title={
        <>
          {row.person.name} <span className="q-muted q-small">{row.person.staffNo}</span>
        </>
      }
      onClose={props.onClose}
      onPrevious={props.onPrevious}
      onNext={props.onNext}
      foot={
        <>
          <Link href={`/organisation/people?open=${encodeURIComponent(row.person.id)}`}>
            <Button tabIndex={-1}>{analysis.openPerson}</Button>
          </Link>
          <Link href={`/conflicts?person=${encodeURIComponent(row.person.id)}`}>
            <Button tabIndex={-1}>{analysis.seeConflicts}</Button>
          </Link>
        </>
      }
    >
      <Facts facts={facts} />
      <Trouble fault={fault} />
      {value ? (
        <>
          <PanelSection title={analysis.stopsWithout} note={analysis.stopsNote}>
            {value.soleSteps.length === 0 ? (
              <p className="q-note-line">{analysis.noStops}</p>
            ) : (
              <ul className="q-facts-list">
                {value.soleSteps.map(({ step, matter, dutyType }) => (
                  <li key={step.id}>
                    <DutyGlyph duty={dutyType} />
                    <span className="q-grow q-ellipsis">
                      {matter.name} / {step.name}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </PanelSection>
          <PanelSection
            title={analysis.casesOf}
            note={analysis.casesNote(formats.count(row.cases))}
            end={<span title={analysis.hhiWhy}>{analysis.hhi}</span>}
          >
            {value.cases.length === 0 ? <p className="q-note-line">{analysis.noOwnCases}</p> : null}
            <ul className="q-facts-list q-share-cases">
              {value.cases.map((one) => (
                <li key={one.id}>
                  <span className="q-share-case">
                    <b className="q-strong">{one.caseNo}</b>
                    <span className="q-second q-ellipsis">{one.matter}</span>
                    <span className="q-types">
                      {one.types.map((type) => (
                        <DutyGlyph key={type} duty={type} />
                      ))}
                    </span>
                  </span>
                  <span className="q-share-numbers">
                    <span>{analysis.caseShare(formats.count(one.duties), formats.count(one.of))}</span>
                    <span className="q-second">{analysis.peopleIn(formats.count(one.people))}</span>
                    <Amount fen={one.amount} withUnit />
                    <span
                      className={one.hhi > one.median ? "q-strong" : "q-second"}
                      title={analysis.hhiLine(index(one.hhi), index(one.median))}
                    >
                      {index(one.hhi)} <small className="q-muted">/ {index(one.median)}</small>
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </PanelSection>
        </>
      ) : null}
    </SidePanel>
  );
}
