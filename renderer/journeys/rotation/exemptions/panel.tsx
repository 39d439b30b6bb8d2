// One exemption: what it says, what is to be looked at, and period by period whether its control was carried out.
import type { ReactNode } from "react";
import { Link } from "wouter";
import { addDays } from "../../../../shared/domain/day.ts";
import type { ExemptionRow } from "../../../data/types.ts";
import { Mark } from "../../../parts/marks.tsx";
import { type Fact, Facts, PanelSection, SidePanel } from "../../../parts/side-panel.tsx";
import { useFormats, useWords } from "../../../parts/words.tsx";
import { ConcernList } from "../concern-list.tsx";
import { EndingEarly } from "./ending.tsx";
import { DroppedEvidence, GivenEvidence } from "./evidence.tsx";

export function ExemptionPanel(props: { row: ExemptionRow; canWrite: boolean; onClose(): void }): ReactNode {
  const { row, canWrite } = props;
  const { tenure, common } = useWords();
  const { exemption: words } = tenure;
  const formats = useFormats();
  const facts: Fact[] = [
    { name: common.post, value: row.post.name, half: true },
    { name: common.department, value: row.post.department, half: true },
    { name: words.columns.period, value: formats.period(row) },
    { name: words.reason, value: row.reason },
    { name: words.basis, value: row.docNo ?? "—" },
    { name: words.approver, value: row.approver ?? "—" },
    { name: words.review, value: row.reviewOn ?? "—" },
    { name: words.controls, value: row.compensatingControl },
    ...(row.endReason ? [{ name: words.endReason, value: row.endReason }] : []),
  ];
  return (
    <SidePanel
      id="exemption"
      startWidth={460}
      label={words.title}
      title={row.person.name}
      tags={<span className="q-tag">{words.states[row.state]}</span>}
      onClose={props.onClose}
      {...(canWrite && row.state !== "ended" ? { foot: <EndingEarly row={row} /> } : {})}
    >
      <Facts facts={facts} />
      <p className="q-prose">
        <Link className="q-link" href={`/organisation/people?open=${row.person.id}`}>
          {tenure.toPerson}
        </Link>
      </p>
      <PanelSection title={tenure.concerns} note={tenure.concernsNote}>
        <ConcernList concerns={row.concerns} isHere />
      </PanelSection>
      <PanelSection title={words.periods} note={words.every(formats.count(row.everyMonths))}>
        <ul className="q-tenure-periods">
          {row.periods.map((period) => (
            <li key={period.from}>
              <span className="q-row">
                <Mark
                  shape={
                    period.state === "done"
                      ? "done"
                      : period.state === "missing"
                        ? "late"
                        : period.state === "running"
                          ? "half"
                          : "waiting"
                  }
                />
                <span className="q-nowrap">{words.period(period.from, addDays(period.until, -1))}</span>
                <span className={period.state === "missing" ? "q-red" : "q-muted"}>
                  {words.periodStates[period.state]}
                </span>
                <span className="q-grow" />
                {canWrite && period.evidence ? <DroppedEvidence id={period.evidence.id} /> : null}
                {canWrite && !period.evidence && period.state !== "coming" ? (
                  <GivenEvidence
                    subjectId={row.id}
                    from={period.from}
                    period={words.period(period.from, addDays(period.until, -1))}
                  />
                ) : null}
              </span>
              {period.evidence ? (
                <span>
                  <span className="q-muted">{words.by(period.evidence.doneBy, period.evidence.doneOn)}</span>
                  {common.colon}
                  {period.evidence.found}
                  {period.evidence.docNo ? <span className="q-muted"> {period.evidence.docNo}</span> : null}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      </PanelSection>
    </SidePanel>
  );
}
