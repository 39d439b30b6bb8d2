// Begins a signed or closed handover again, with the reason.
import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import { useTell } from "../../data/tell.ts";
import { CardPopover } from "../../parts/card-popover.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../parts/words.tsx";

export function Reopening(props: { id: string }): ReactNode {
  const { handovers: words } = useWords();
  const reopen = useTell("handovers.reopen");
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const submit = async (): Promise<void> => {
    if (await reopen.tell({ id: props.id, reason })) setAsking(false);
  };
  return (
    <CardPopover
      placement="topRight"
      title={words.reopen}
      open={isAsking}
      onOpenChange={setAsking}
      content={
        <div className="q-done-form" style={{ width: 260 }}>
          <p className="q-muted q-small">{words.reopenHelp}</p>
          <Input
            aria-label={words.reopenWhy}
            placeholder={words.reopenWhy}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <Button disabled={reason.trim() === "" || reopen.isBusy} onClick={() => void submit()}>
            {words.reopen}
          </Button>
          <Trouble fault={reopen.fault} />
        </div>
      }
    >
      <Button>{words.reopen}</Button>
    </CardPopover>
  );
}
