// Special grants that would outlive the post: ended by a change set, or kept with a reason.
import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import { useTell } from "../../data/tell.ts";
import type { HandoverView } from "../../data/types.ts";
import { useReadOnly } from "../../data/workbook.ts";
import { CardPopover } from "../../parts/card-popover.tsx";
import { PanelSection } from "../../parts/side-panel.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useWords } from "../../parts/words.tsx";

export function GrantList(props: { view: HandoverView; canWrite: boolean }): ReactNode {
  const { view, canWrite } = props;
  const { handovers: words } = useWords();
  const toast = useToast();
  const end = useTell("handovers.endGrants");
  const keep = useTell("handovers.keepGrants");
  const mayEnd = useReadOnly("handovers.endGrants") === null;
  const ended = async (authorityId: string): Promise<void> => {
    const done = await end.tell({ id: view.id, authorityIds: [authorityId] });
    if (done) toast.say({ words: done.draft ? words.drafted(done.draft.number) : words.ended });
  };
  return (
    <PanelSection title={words.grants} note={words.grantsNote}>
      <Trouble fault={end.fault ?? keep.fault} />
      <ul className="q-done-items">
        {view.grants.map((grant) => (
          <li key={grant.authorityId}>
            <span className="q-ellipsis" title={`${grant.code} ${grant.title}`}>
              <b>{grant.title}</b> <small className="q-muted">{grant.reason ?? grant.code}</small>
            </span>
            <span className="q-muted q-small">{words.grantStates[grant.state]}</span>
            {canWrite && grant.state === "open" ? (
              <span className="q-row">
                <Keeping
                  isBusy={keep.isBusy}
                  onKeep={(reason) =>
                    void keep.tell({ id: view.id, authorityIds: [grant.authorityId], reason })
                  }
                />
                {mayEnd ? (
                  <Button size="small" disabled={end.isBusy} onClick={() => void ended(grant.authorityId)}>
                    {words.endGrant}
                  </Button>
                ) : null}
              </span>
            ) : canWrite && grant.state === "kept" ? (
              <Button
                size="small"
                onClick={() => void keep.tell({ id: view.id, authorityIds: [grant.authorityId], reason: "" })}
              >
                {words.takeBack}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

function Keeping(props: { isBusy: boolean; onKeep(reason: string): void }): ReactNode {
  const { handovers: words } = useWords();
  const [reason, setReason] = useState("");
  return (
    <CardPopover
      placement="left"
      content={
        <div className="q-done-form" style={{ width: 240 }}>
          <Input
            aria-label={words.keepWhy}
            placeholder={words.keepWhy}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <Button disabled={reason.trim() === "" || props.isBusy} onClick={() => props.onKeep(reason)}>
            {words.keepGrant}
          </Button>
        </div>
      }
    >
      <Button size="small">{words.keepGrant}</Button>
    </CardPopover>
  );
}
