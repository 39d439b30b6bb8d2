// The follow-ups of one leaving, and asking for another.
import { Button, Input, Select } from "antd";
import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import { addMonths, type Day } from "../../../shared/domain/day.ts";
import {
  type FollowUpKind,
  followUpKinds,
  followUpNames,
  followUpStateNames,
} from "../../../shared/domain/handover.ts";
import { useAsk } from "../../data/ask.ts";
import { useTell } from "../../data/tell.ts";
import type { HandoverView } from "../../data/types.ts";
import { CardPopover } from "../../parts/card-popover.tsx";
import { DayField } from "../../parts/day-field.tsx";
import { PanelSection } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../parts/words.tsx";

const nothing = {};

export function FollowUpSection(props: { view: HandoverView; canWrite: boolean }): ReactNode {
  const { view, canWrite } = props;
  const { handovers: words } = useWords();
  const say = useText();
  const rows = (useAsk("handovers.followUps", nothing).value?.rows ?? []).filter(
    ({ handoverId }) => handoverId === view.id,
  );
  if (rows.length === 0 && !canWrite) return null;
  return (
    <PanelSection title={words.followUps} end={canWrite ? <Asking view={view} /> : null}>
      <ul className="q-done-items">
        {rows.map((row) => (
          <li key={row.id}>
            <Link className="q-link" href={`/rotation/handovers?view=follow-ups&open=${row.id}`}>
              {say(followUpNames[row.kind])}
            </Link>
            <span className={row.isOverdue ? "q-red q-small" : "q-muted q-small"}>{row.dueOn}</span>
            <span className="q-tag">{say(followUpStateNames[row.state])}</span>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

function Asking(props: { view: HandoverView }): ReactNode {
  const { view } = props;
  const { handovers: words } = useWords();
  const say = useText();
  const add = useTell("handovers.addFollowUp");
  const [isAsking, setAsking] = useState(false);
  const [kind, setKind] = useState<FollowUpKind>("exit-review");
  const [dueOn, setDue] = useState<Day>(addMonths(view.lastDay, 2));
  const [reason, setReason] = useState("");
  const submit = async (): Promise<void> => {
    if (await add.tell({ handoverId: view.id, kind, dueOn, reason })) setAsking(false);
  };
  return (
    <CardPopover
      placement="topRight"
      title={words.askReview}
      open={isAsking}
      onOpenChange={setAsking}
      content={
        <div className="q-done-form" style={{ width: 260 }}>
          <Select<FollowUpKind>
            aria-label={words.followUpKind}
            value={kind}
            onChange={setKind}
            options={followUpKinds.map((one) => ({ value: one, label: say(followUpNames[one]) }))}
          />
          <DayField label={words.followUpDue} value={dueOn} onChange={(day) => day && setDue(day)} />
          <Input
            aria-label={words.followUpWhy}
            placeholder={words.followUpWhy}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <Button disabled={add.isBusy} onClick={() => void submit()}>
            {words.ask}
          </Button>
          <Trouble fault={add.fault} />
        </div>
      }
    >
      <Button size="small">{words.askReview}</Button>
    </CardPopover>
  );
}
