// One term: since when and of what it is made, the unit's own policy for it, and what is to be looked at.
import { Button } from "antd";
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import type { LedgerLineRow } from "../../../data/types.ts";
import { type Fact, Facts, PanelSection, SidePanel } from "../../../parts/side-panel.tsx";
import { TenureMark } from "../../../parts/state-mark.tsx";
import { useFormats, useWords } from "../../../parts/words.tsx";
import { ConcernList } from "../concern-list.tsx";
import { useLeftWords } from "../left-words.ts";

export function LinePanel(props: { line: LedgerLineRow; onClose(): void }): ReactNode {
  const { line } = props;
  const { policy } = line;
  const { tenure, common } = useWords();
  const formats = useFormats();
  const left = useLeftWords();
  const [, navigate] = useLocation();
  const months = (n: number | null): string => (n === null ? "—" : tenure.months(formats.count(n)));
  const leftWords =
    line.leftOn !== null
      ? tenure.rotatedOn(line.leftOn)
      : line.daysLeft === null
        ? tenure.noLimit
        : left(line.daysLeft);
  const facts: Fact[] = [
    { name: common.post, value: line.post.name, half: true },
    { name: common.department, value: line.post.department, half: true },
    { name: tenure.facts.startedOn, value: line.startedOn, half: true },
    { name: tenure.facts.dueOn, value: line.dueOn ?? "—", half: true },
    {
      name: tenure.facts.limit,
      value:
        line.limitMonths === null
          ? tenure.noLimit
          : tenure.policyOf(formats.count(line.limitMonths), tenure.sources[policy.source]),
    },
    { name: tenure.facts.minStay, value: months(policy.minStayMonths), half: true },
    { name: tenure.facts.coolingOff, value: months(policy.coolingOffMonths), half: true },
    {
      name: tenure.facts.notice,
      value: policy.noticeDays === null ? "—" : tenure.days(formats.count(policy.noticeDays)),
      half: true,
    },
    { name: tenure.facts.overlap, value: tenure.workingDays(formats.count(policy.overlapDays)), half: true },
    ...(line.exemption
      ? [
          {
            name: tenure.facts.exempt,
            value: (
              <Link className="q-link" href={`/rotation/exemptions?open=${line.exemption.id}`}>
                {line.exemption.last}
              </Link>
            ),
          },
        ]
      : []),
  ];
  return (
    <SidePanel
      id="tenure-line"
      startWidth={420}
      label={tenure.openLine}
      title={line.person.name}
      tags={
        <>
          <span className="q-tag">{common.tenure[line.state]}</span>
          <TenureMark state={line.state} words={leftWords} />
        </>
      }
      onClose={props.onClose}
      foot={
        <>
          {line.state === "rotated" ? null : (
            <Button
              type="primary"
              onClick={() =>
                navigate(
                  `/rotation/exemptions?new=1&person=${encodeURIComponent(line.person.id)}&post=${encodeURIComponent(line.post.id)}`,
                )
              }
            >
              {tenure.toExemption}
            </Button>
          )}
          <Button onClick={() => navigate(`/organisation/people?open=${line.person.id}`)}>
            {tenure.toPerson}
          </Button>
        </>
      }
    >
      <Facts facts={facts} />
      <PanelSection title={tenure.concerns} note={tenure.concernsNote}>
        <ConcernList concerns={line.concerns} />
      </PanelSection>
      <PanelSection title={tenure.services} note={formats.count(line.services.length)}>
        <ul className="q-tenure-list">
          {line.services.map((service) => (
            <li key={`${service.post}.${service.from}.${service.kind}`}>
              <span className="q-nowrap">{common.period(service.from, service.last)}</span>
              <span className="q-ellipsis">{service.post}</span>
              <span className="q-muted">{common.assignments[service.kind]}</span>
            </li>
          ))}
        </ul>
        <p className="q-prose q-muted">{tenure.servicesNote}</p>
      </PanelSection>
    </SidePanel>
  );
}
