// One follow-up: why, by when, what was done under the post after it was left, and its result.
import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import { followUpNames, followUpStateNames } from "../../../shared/domain/handover.ts";
import { useAsk } from "../../data/ask.ts";
import { useTell } from "../../data/tell.ts";
import type { FollowUpRow } from "../../data/types.ts";
import { useReadOnly } from "../../data/workbook.ts";
import { Mark } from "../../parts/marks.tsx";
import { Facts, PanelSection, SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../parts/words.tsx";

export function FollowUpPanel(props: { row: FollowUpRow; onClose(): void }): ReactNode {
  const { row } = props;
  const { handovers: words } = useWords();
  const say = useText();
  const readOnly = useReadOnly("handovers.finishFollowUp");
  const finish = useTell("handovers.finishFollowUp");
  const [result, setResult] = useState("");
  const acts =
    useAsk("handovers.actsAfter", row.kind === "three-month-check" ? { id: row.id } : null).value?.acts ?? [];
  const isOpen = row.state === "open" && readOnly === null;
  return (
    <SidePanel
      id="handovers.follow-up"
      startWidth={420}
      label={words.views["follow-ups"]}
      title={`${say(followUpNames[row.kind])} · ${row.person.name}`}
      tags={
        <>
          <span className="q-tag">{say(followUpStateNames[row.state])}</span>
          {row.isOverdue ? (
            <span className="q-tag" data-tone="red">
              {words.overdue}
            </span>
          ) : null}
        </>
      }
      onClose={props.onClose}
    >
      <Trouble fault={finish.fault} />
      <Facts
        facts={[
          { name: words.columns.person, value: `${row.person.name} ${row.person.staffNo}`, half: true },
          { name: words.columns.due, value: row.dueOn, half: true },
          { name: words.columns.post, value: `${row.post.name} · ${row.post.department}` },
          ...(row.reason === "" ? [] : [{ name: words.followUpWhy, value: row.reason }]),
          ...(row.handoverId === null
            ? []
            : [
                {
                  name: words.title,
                  value: (
                    <Link className="q-link" href={`/rotation/handovers?open=${row.handoverId}`}>
                      {words.plan.toHandovers}
                    </Link>
                  ),
                },
              ]),
          ...(row.state === "done"
            ? [
                { name: words.columns.result, value: row.result },
                { name: words.finish, value: `${row.doneOn ?? ""} ${row.doneBy ?? ""}` },
              ]
            : []),
        ]}
      />
      {row.actsAfter === null ? null : (
        <PanelSection title={words.acts} note={words.actsNote}>
          {acts.length === 0 ? (
            <p className="q-muted q-done-line">{words.actsNone}</p>
          ) : (
            <ul className="q-done-list">
              {acts.map((act) => (
                <li key={act.approvalId} className="q-done-act">
                  <Mark shape="warning" />
                  <span>
                    {act.day} <b>{act.caseNo}</b> {words.actsOf(act.matter, act.step)}
                  </span>
                  {act.conflictId === null ? null : (
                    <Link className="q-link" href={`/conflicts?open=${encodeURIComponent(act.conflictId)}`}>
                      {words.conflict}
                    </Link>
                  )}
                </li>
              ))}
            </ul>
          )}
        </PanelSection>
      )}
      {isOpen ? (
        <PanelSection title={words.finish}>
          <div className="q-done-form">
            <Input.TextArea
              aria-label={words.resultWhy}
              placeholder={words.resultWhy}
              autoSize={{ minRows: 2, maxRows: 6 }}
              value={result}
              onChange={({ target }) => setResult(target.value)}
            />
            <Button
              type="primary"
              disabled={result.trim() === "" || finish.isBusy}
              onClick={() => void finish.tell({ id: row.id, result })}
            >
              {words.finish}
            </Button>
          </div>
        </PanelSection>
      ) : null}
    </SidePanel>
  );
}
