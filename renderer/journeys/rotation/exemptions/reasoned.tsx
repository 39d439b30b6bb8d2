// A button that asks for a reason, and perhaps a day, before it does something.
import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import type { Fault } from "../../../../shared/domain/fault.ts";
import { CardPopover } from "../../../parts/card-popover.tsx";
import { Trouble } from "../../../parts/trouble.tsx";
import { useWords } from "../../../parts/words.tsx";

export function ReasonedPopover(props: {
  title: string;
  /** What the field asks for. */
  reason: string;
  verb: string;
  help?: string;
  isSmall?: boolean;
  isBusy: boolean;
  fault: Fault | null;
  /** Above the reason: a day, for example. */
  children?: ReactNode;
  /** Answers whether it was done. */
  onSubmit(reason: string): Promise<boolean>;
}): ReactNode {
  const { exemption: words } = useWords().tenure;
  const [isOpen, setOpen] = useState(false);
  const [isSent, setSent] = useState(false);
  const [reason, setReason] = useState("");
  const submit = async (): Promise<void> => {
    setSent(true);
    if (reason.trim() !== "" && (await props.onSubmit(reason.trim()))) setOpen(false);
  };
  return (
    <CardPopover
      placement="topRight"
      title={props.title}
      open={isOpen}
      onOpenChange={setOpen}
      content={
        <div className="q-tenure-small" style={{ width: 260 }}>
          {props.children}
          <Input
            aria-label={props.reason}
            placeholder={props.reason}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          {isSent && reason.trim() === "" ? (
            <p className="q-amber" role="alert">
              {words.required(props.reason)}
            </p>
          ) : props.help ? (
            <p className="q-muted q-small">{props.help}</p>
          ) : null}
          <Button loading={props.isBusy} onClick={() => void submit()}>
            {props.verb}
          </Button>
          <Trouble fault={props.fault} />
        </div>
      }
    >
      <Button {...(props.isSmall ? { size: "small" as const } : {})}>{props.title}</Button>
    </CardPopover>
  );
}
