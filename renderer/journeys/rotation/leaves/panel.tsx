// One forced leave: its days and stand-in, handovers at both ends, the person's acts meanwhile, what audit found.
import type { ReactNode } from "react";
import { addDays } from "../../../../shared/domain/day.ts";
import { useTell } from "../../../data/tell.ts";
import type { LeaveRow } from "../../../data/types.ts";
import { useUndo } from "../../../data/undo.ts";
import { useFrame } from "../../../parts/frame-state.ts";
import { Mark } from "../../../parts/marks.tsx";
import { type Fact, Facts, PanelSection, SidePanel } from "../../../parts/side-panel.tsx";
import { useText } from "../../../parts/text.ts";
import { useToast } from "../../../parts/undo-toast.tsx";
import { useFormats, useWords } from "../../../parts/words.tsx";
import { DroppedEvidence, GivenEvidence } from "../exemptions/evidence.tsx";
import { ReasonedPopover } from "../exemptions/reasoned.tsx";
import { Handing } from "./handing.tsx";
import { Placing } from "./placing.tsx";

export function LeavePanel(props: { row: LeaveRow; canWrite: boolean; onClose(): void }): ReactNode {
  const { row, canWrite } = props;
  const { tenure, common } = useWords();
  const { leave: words, exemption } = tenure;
  const formats = useFormats();
  const say = useText();
  const { today } = useFrame();
  const toast = useToast();
  const undo = useUndo();
  const withdraw = useTell("leaves.withdraw");
  const isPlaced = row.state === "placed" && row.from !== null && row.until !== null;
  const isOpen = row.state !== "withdrawn" && (row.from === null || row.from > today);
  const facts: Fact[] = [
    { name: common.post, value: row.post.name, half: true },
    { name: common.department, value: row.post.department, half: true },
    ...(row.from && row.until
      ? [
          {
            name: words.columns.days,
            value: `${formats.period({ from: row.from, until: row.until })}${common.dot}${tenure.workingDays(formats.count(row.placedDays ?? 0))}`,
          },
          {
            name: words.standIn,
            value: `${row.standIn?.name ?? "—"}${common.dot}${row.byPlan ? words.byPlan : words.byHand}`,
          },
        ]
      : []),
    {
      name: words.window,
      value: `${formats.period(row.window)}${common.dot}${tenure.workingDays(formats.count(row.workingDays))}`,
    },
    { name: exemption.reason, value: row.reason },
    { name: exemption.basis, value: row.docNo },
    { name: exemption.approver, value: row.approver },
    ...(row.withdrawnBecause ? [{ name: words.withdrawWhy, value: row.withdrawnBecause }] : []),
  ];
  const handover = (end: "out" | "back", name: string): ReactNode => {
    const done = end === "out" ? row.handOut : row.handBack;
    const isDue =
      row.from !== null && (end === "out" ? true : row.until !== null && addDays(row.until, -1) <= today);
    return (
      <li>
        <span className="q-row">
          <Mark shape={done ? "done" : "waiting"} />
          <span>{name}</span>
          <span className="q-muted">{done ? words.handedOn(done.on, done.witness) : words.notHanded}</span>
          <span className="q-grow" />
          {canWrite && !done && isDue ? <Handing row={row} end={end} /> : null}
        </span>
        {done ? <span>{done.note}</span> : null}
      </li>
    );
  };
  return (
    <SidePanel
      id="leave"
      startWidth={460}
      label={exemption.views.leaves}
      title={row.person.name}
      tags={<span className="q-tag">{row.phase ? words.phases[row.phase] : words.states[row.state]}</span>}
      onClose={props.onClose}
      {...(canWrite && isOpen
        ? {
            foot: (
              <ReasonedPopover
                title={words.withdraw}
                reason={words.withdrawWhy}
                verb={words.withdraw}
                isBusy={withdraw.isBusy}
                fault={withdraw.fault}
                onSubmit={async (reason) => {
                  const done = await withdraw.tell({ id: row.id, reason });
                  if (done) toast.say({ words: words.withdrawn, undo: () => undo(done.change.seq) });
                  return done !== null;
                }}
              />
            ),
          }
        : {})}
    >
      <Facts facts={facts} />
      {row.concerns.length > 0 ? (
        <PanelSection title={tenure.concerns} note={tenure.concernsNote}>
          <ul className="q-tenure-concerns">
            {row.concerns.map((one) => (
              <li key={one.en}>
                <Mark shape="warning" />
                <span>{say(one)}</span>
              </li>
            ))}
          </ul>
        </PanelSection>
      ) : null}
      {canWrite && isOpen ? <Placing row={row} /> : null}
      {isPlaced ? (
        <PanelSection title={words.columns.handover}>
          <ul className="q-tenure-periods">
            {handover("out", words.handOut)}
            {handover("back", words.handBack)}
          </ul>
        </PanelSection>
      ) : null}
      {isPlaced ? (
        <PanelSection title={words.acts} note={row.acts.length > 0 ? words.actsNote : words.noActs}>
          <ul className="q-tenure-list">
            {row.acts.map((act) => (
              <li key={`${act.at}.${act.caseNo}.${act.step}`}>
                <span>{act.day}</span>
                <span className="q-ellipsis">{act.step}</span>
                <span className="q-muted">{act.caseNo}</span>
              </li>
            ))}
          </ul>
        </PanelSection>
      ) : null}
      {isPlaced && row.from !== null && row.from <= today ? (
        <PanelSection title={words.evidence}>
          <ul className="q-tenure-periods">
            <li>
              <span className="q-row">
                <Mark shape={row.evidence ? "done" : "waiting"} />
                <span>
                  {row.evidence ? exemption.by(row.evidence.doneBy, row.evidence.doneOn) : words.notHanded}
                </span>
                <span className="q-grow" />
                {canWrite && row.evidence ? <DroppedEvidence id={row.evidence.id} /> : null}
                {canWrite && !row.evidence ? (
                  <GivenEvidence
                    subjectId={row.id}
                    from={row.from}
                    period={formats.period({ from: row.from, until: row.until })}
                  />
                ) : null}
              </span>
              {row.evidence ? <span>{row.evidence.found}</span> : null}
            </li>
          </ul>
        </PanelSection>
      ) : null}
    </SidePanel>
  );
}
