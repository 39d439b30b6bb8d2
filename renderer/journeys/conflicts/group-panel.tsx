// One matter and tier: who carried with the fewest, who could, whom no rule would point at, and which rules would.
import { type ReactNode, useState } from "react";
import { useAsk } from "../../data/ask.ts";
import type { Group, GroupRow, PersonName } from "../../data/types.ts";
import { DutyGlyph } from "../../parts/duty-glyph.tsx";
import { SeverityMark } from "../../parts/severity-mark.tsx";
import { Facts, PanelSection, SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import type { AskedPeriod } from "./asked.ts";
import { isBelow, useGroupWords } from "./group-words.ts";

interface GroupPanelProps {
  row: GroupRow;
  asked: AskedPeriod;
  onClose(): void;
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
}
const shownGroups = 2;
const shownCases = 6;
const shownStandIns = 4;

export function GroupPanel(props: GroupPanelProps): ReactNode {
  const { row } = props;
  const { analysis, common } = useWords();
  const formats = useFormats();
  const say = useGroupWords();
  const [isAllShown, setAllShown] = useState(false);
  const { value, fault } = useAsk(
    "analysis.group",
    { ...props.asked, matterId: row.matter.id, upTo: row.upTo },
    { fresh: true },
  );
  const names = (people: readonly PersonName[]): string =>
    people.map(({ name }) => name).join(common.listing);
  return (
    <SidePanel
      id="groups"
      label={analysis.groupPanel}
      title={analysis.groupTitle(row.matter.name, say.tier(row))}
      onClose={props.onClose}
      onPrevious={props.onPrevious}
      onNext={props.onNext}
    >
      <Facts
        facts={[
          {
            name: analysis.groupColumns.carried,
            value: row.sizes[0] ? analysis.persons(formats.count(row.sizes[0][0])) : "—",
            half: true,
          },
          { name: analysis.groupColumns.cases, value: formats.count(row.cases), half: true },
          { name: analysis.groupColumns.fewest, value: say.size(row.fewest, row) },
          ...(row.unflagged
            ? [{ name: analysis.groupColumns.unflagged, value: say.size(row.unflagged, row) }]
            : []),
        ]}
      />
      {isBelow(row) ? <p className="q-note-line q-amber">{analysis.belowWhy}</p> : null}
      <Trouble fault={fault} />
      {value ? (
        <>
          <PanelSection title={analysis.carriedTitle}>
            {value.carried.length === 0 ? <p className="q-note-line">{analysis.carriedNone}</p> : null}
            <ul className="q-facts-list">
              {value.carried.slice(0, isAllShown ? value.carried.length : shownGroups).map((group) => (
                <li key={group.people.map(({ id }) => id).join()} className="q-stacked">
                  <span className="q-grow">{names(group.people)}</span>
                  <span className="q-second q-small">
                    {group.cases
                      .slice(0, shownCases)
                      .map(({ caseNo }) => caseNo)
                      .join(common.listing)}
                    {group.cases.length > shownCases
                      ? common.listing + analysis.moreCases(formats.count(group.cases.length - shownCases))
                      : ""}
                  </span>
                </li>
              ))}
            </ul>
            {value.carried.length > shownGroups && !isAllShown ? (
              <p className="q-note-line">
                <button type="button" className="q-link" onClick={() => setAllShown(true)}>
                  {analysis.moreGroups(formats.count(value.carried.length - shownGroups))}
                </button>
              </p>
            ) : null}
          </PanelSection>
          {value.fewest ? (
            <GroupSection
              title={analysis.fewestTitle}
              why={analysis.fewestWhy}
              group={value.fewest}
              isCaught
            />
          ) : null}
          {value.unflagged ? (
            <GroupSection
              title={analysis.unflaggedTitle}
              why={analysis.unflaggedWhy(formats.count(value.rules.length))}
              group={value.unflagged}
            />
          ) : value.row.unflagged?.isProved && value.row.unflagged.people === null ? (
            <PanelSection title={analysis.unflaggedTitle}>
              <p className="q-note-line">{analysis.unflaggedNone}</p>
            </PanelSection>
          ) : null}
          {value.rules.length > 0 ? <RulesAsked rules={value.rules} /> : null}
        </>
      ) : null}
    </SidePanel>
  );
}

function RulesAsked(props: {
  rules: readonly { id: string; title: { zh: string; en: string } }[];
}): ReactNode {
  const { analysis } = useWords();
  const say = useText();
  return (
    <PanelSection title={analysis.rulesAsked} note={props.rules.length}>
      <ul className="q-facts-list">
        {props.rules.map(({ id, title }) => (
          <li key={id}>
            <span className="q-muted q-nowrap">{id}</span>
            <span className="q-grow">{say(title)}</span>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

/** People with their steps; `isCaught` also says what the rules would point at. */
function GroupSection(props: { title: string; why: string; group: Group; isCaught?: boolean }): ReactNode {
  const { analysis, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const { group } = props;
  return (
    <PanelSection
      title={props.title}
      note={analysis.persons(formats.count(group.people.length))}
      end={group.isProved ? analysis.proved : analysis.notProved}
    >
      <p className="q-note-line">{props.why}</p>
      <ul className="q-facts-list">
        {group.people.map(({ person, standIns }) => (
          <li key={person.id} className="q-member">
            <b className="q-strong q-nowrap">{person.name}</b>
            <span>
              <span className="q-member-steps">
                {group.places
                  .filter((place) => place.person.id === person.id)
                  .map(({ step, dutyType }) => (
                    <span key={step.id}>
                      <DutyGlyph duty={dutyType} /> {step.name}
                    </span>
                  ))}
              </span>
              {standIns.length > 0 ? (
                <small className="q-muted">
                  {analysis.standIn(
                    standIns
                      .slice(0, shownStandIns)
                      .map(({ name }) => name)
                      .join(common.listing) +
                      (standIns.length > shownStandIns
                        ? analysis.standInMore(formats.count(standIns.length))
                        : ""),
                  )}
                </small>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {props.isCaught ? (
        <>
          <p className="q-note-line">
            <b className="q-strong">
              {group.caught.length > 0
                ? analysis.caughtBy(formats.count(new Set(group.caught.map(({ ruleId }) => ruleId)).size))
                : analysis.caughtNone}
            </b>
          </p>
          <ul className="q-facts-list">
            {group.caught.map((one) => (
              <li key={`${one.ruleId}.${one.sentence.en}`}>
                <SeverityMark severity={one.severity} />
                <span className="q-muted q-nowrap">{one.ruleId}</span>
                <span className="q-grow">{say(one.title)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </PanelSection>
  );
}
