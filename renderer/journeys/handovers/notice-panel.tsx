// One notice: about which move, issued and acknowledged, its letter and the recipient's calendar.
import { Button } from "antd";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { noticeRoleNames, noticeStateNames } from "../../../shared/domain/handover.ts";
import type { NoticeRow } from "../../data/types.ts";
import { useReadOnly } from "../../data/workbook.ts";
import { Facts, SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../parts/words.tsx";
import { useCalendar } from "./use-calendar.ts";
import { useMarking } from "./use-marking.ts";

export function NoticePanel(props: { row: NoticeRow; onClose(): void }): ReactNode {
  const { row } = props;
  const { handovers: words } = useWords();
  const say = useText();
  const [, navigate] = useLocation();
  const marking = useMarking();
  const calendar = useCalendar();
  const readOnly = useReadOnly("handovers.issue");
  const { columns: name } = words;
  return (
    <SidePanel
      id="handovers.notice"
      startWidth={400}
      label={words.views.notices}
      title={row.recipient.name}
      tags={
        <>
          <span className="q-tag">{say(noticeStateNames[row.state])}</span>
          {row.isLate ? (
            <span className="q-tag" data-tone="red">
              {words.late}
            </span>
          ) : null}
          {row.kind === "retraction" ? <span className="q-tag">{words.retraction}</span> : null}
        </>
      }
      onClose={props.onClose}
      foot={
        <>
          <Button onClick={() => navigate(`/reports?what=notice&paper=${encodeURIComponent(row.id)}`)}>
            {words.printNotice}
          </Button>
          <Button
            disabled={calendar.isBusy}
            onClick={() => void calendar.take(row.recipient.id, row.recipient.name)}
          >
            {words.calendar}
          </Button>
          {row.state === "due" && readOnly === null ? (
            <Button type="primary" disabled={marking.isBusy} onClick={() => void marking.issue([row.id])}>
              {words.issue}
            </Button>
          ) : null}
          {row.state === "issued" && readOnly === null ? (
            <Button
              type="primary"
              disabled={marking.isBusy}
              onClick={() => void marking.acknowledge([row.id])}
            >
              {words.acknowledge}
            </Button>
          ) : null}
        </>
      }
    >
      <Trouble fault={marking.fault ?? calendar.fault} />
      <Facts
        facts={[
          { name: name.role, value: say(noticeRoleNames[row.role]) },
          { name: name.mover, value: `${row.mover.name} ${row.mover.staffNo}` },
          {
            name: name.move,
            value: words.moveOf(row.from?.name ?? words.noPlace, row.to?.name ?? words.reserve),
          },
          { name: name.moveDay, value: row.moveDay, half: true },
          { name: name.dueOn, value: row.dueOn, half: true },
          { name: name.issuedOn, value: row.issuedOn ?? "—", half: true },
          { name: name.acknowledgedOn, value: row.acknowledgedOn ?? "—", half: true },
          { name: name.set, value: row.setNumber ?? "—" },
        ]}
      />
    </SidePanel>
  );
}
