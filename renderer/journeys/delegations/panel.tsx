// One delegation: what it lends, its paper and days; renew it, end it early, print its letter.
import { Button } from "antd";
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import type { DelegationRow } from "../../data/types.ts";
import { useUnit } from "../../parts/frame-state.ts";
import { Mark } from "../../parts/marks.tsx";
import { type Fact, Facts, PanelSection, SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import { EndingEarly } from "./ending-early.tsx";
import { useLeft } from "./words.ts";

export function DelegationPanel(props: {
  row: DelegationRow;
  canWrite: boolean;
  onRenew(): void;
  onClose(): void;
}): ReactNode {
  const { row } = props;
  const { delegations: words, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const unit = useUnit();
  const left = useLeft();
  const [, navigate] = useLocation();
  const { authority } = row;
  const person = (one: DelegationRow["giver"]): ReactNode => (
    <>
      <Link className="q-link" href={`/organisation/people?open=${one.id}`}>
        {one.name}
      </Link>
      <span className="q-muted"> {one.staffNo}</span>
    </>
  );
  const facts: Fact[] = [
    { name: words.columns.giver, value: person(row.giver), half: true },
    { name: words.columns.receiver, value: person(row.receiver), half: true },
    {
      name: words.columns.what,
      value: (
        <Link
          className="q-link"
          href={`/matrix?matter=${encodeURIComponent(authority.matterId)}&step=${encodeURIComponent(authority.stepId)}`}
        >
          {words.what(authority.matter, authority.step)}
        </Link>
      ),
    },
    {
      name: words.columns.upTo,
      value:
        authority.over === null && authority.upTo === null
          ? words.unlimited
          : `${formats.range(authority, unit)} ${common[unit]}`,
    },
    { name: words.post, value: authority.post ?? words.personal },
    { name: words.term, value: formats.period(row) },
    { name: words.columns.left, value: left(row) },
    { name: words.columns.docNo, value: row.docNo ?? "—" },
    { name: words.columns.reason, value: row.reason ?? "—" },
    ...(row.endReason ? [{ name: words.endReason, value: row.endReason }] : []),
    ...(row.state === "ended"
      ? []
      : [{ name: words.renewals, value: words.renewalsLeft(formats.count(row.renewalsLeft)) }]),
  ];
  const isOpen = row.state !== "ended";
  return (
    <SidePanel
      id="delegation"
      startWidth={420}
      label={words.title}
      title={`${row.giver.name} → ${row.receiver.name}`}
      tags={<span className="q-tag">{words.states[row.state]}</span>}
      onClose={props.onClose}
      foot={
        <>
          <Button
            onClick={() => navigate(`/reports?what=delegation&delegation=${encodeURIComponent(row.id)}`)}
          >
            {words.letter}
          </Button>
          {props.canWrite && isOpen && row.renewalsLeft > 0 && row.until !== null ? (
            <Button onClick={props.onRenew}>{words.renew}</Button>
          ) : null}
          {props.canWrite && row.state === "running" ? <EndingEarly row={row} /> : null}
        </>
      }
    >
      <Facts facts={facts} />
      {row.lacks.length > 0 ? (
        <PanelSection title={words.lacksTitle} note={words.lacksNote}>
          <ul className="q-lent-list">
            {row.lacks.map((one) => (
              <li key={one.en}>
                <Mark shape="warning" />
                <span>{say(one)}</span>
              </li>
            ))}
          </ul>
        </PanelSection>
      ) : null}
    </SidePanel>
  );
}
