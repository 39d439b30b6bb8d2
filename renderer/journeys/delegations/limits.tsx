// The unit's own limits: how long a delegation may run, how often it may be renewed.
import { Button, InputNumber, Popover } from "antd";
import { SlidersHorizontal } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTell } from "../../data/tell.ts";
import { EvidenceMark } from "../../parts/evidence-mark.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useWords } from "../../parts/words.tsx";

export interface Limits {
  longestDays: number;
  renewals: number;
}

export function LimitSetting(props: { limits: Limits; canWrite: boolean }): ReactNode {
  const { delegations } = useWords();
  const { limits: words } = delegations;
  const toast = useToast();
  const save = useTell("delegations.setLimits");
  const [isOpen, setOpen] = useState(false);
  const [given, setGiven] = useState(props.limits);
  const open = (next: boolean): void => {
    if (next) setGiven(props.limits);
    setOpen(next);
  };
  const submit = async (): Promise<void> => {
    if (!(await save.tell(given))) return;
    setOpen(false);
    toast.say({ words: words.saved });
  };
  const field = (key: keyof Limits, label: string, min: number, max: number): ReactNode => (
    <div className="q-lent-limit">
      <label htmlFor={`delegation-${key}`}>{label}</label>
      <InputNumber
        id={`delegation-${key}`}
        min={min}
        max={max}
        precision={0}
        value={given[key]}
        disabled={!props.canWrite}
        onChange={(next) => next !== null && setGiven({ ...given, [key]: next })}
      />
    </div>
  );
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={words.title}
      open={isOpen}
      onOpenChange={open}
      content={
        <div className="q-lent-ending">
          {field("longestDays", words.longest, 1, 366)}
          {field("renewals", words.renewals, 0, 12)}
          <p className="q-muted q-small">
            <EvidenceMark mark="practice" /> {words.help}
          </p>
          {props.canWrite ? (
            <Button loading={save.isBusy} onClick={() => void submit()}>
              {words.save}
            </Button>
          ) : null}
          <Trouble fault={save.fault} />
        </div>
      }
    >
      <Button icon={<SlidersHorizontal size={15} strokeWidth={1.5} />}>{words.open}</Button>
    </Popover>
  );
}
