// A short field for an amount, typed as people write it ("12.4万", "5000元"), shown back exactly in the window's unit.
import { Input } from "antd";
import { type ReactNode, useState } from "react";
import { type Fen, formatMoney, parseMoney } from "../../shared/domain/money.ts";
import { useUnit } from "./frame-state.ts";
import { useWords } from "./words.tsx";

interface MoneyInputProps {
  label: string;
  /** Undefined: not given. */
  value: Fen | undefined;
  onChange(value: Fen | undefined): void;
  placeholder?: string;
  disabled?: boolean;
  doubtful?: boolean;
  /** Tells the amount once it is whole: on Enter, or when the field is left. */
  onLeave?: boolean;
}

export function MoneyInput(props: MoneyInputProps): ReactNode {
  const { common } = useWords();
  const unit = useUnit();
  const written = (value: Fen | undefined): string =>
    value === undefined ? "" : formatMoney(value, unit).replace(/\.?0+$/, "");
  const [typed, setTyped] = useState(written(props.value));
  const read = typed.trim() === "" ? undefined : parseMoney(typed, unit);
  const [isOpen, setOpen] = useState(false);
  // "5万" stays "5万" while it is typed; an amount that came from elsewhere is written anew.
  const shown = isOpen || (read ?? undefined) === props.value ? typed : written(props.value);
  const tell = (): void => {
    setOpen(false);
    if (isOpen && read !== null) props.onChange(read);
  };
  return (
    <Input
      aria-label={props.label}
      value={shown}
      disabled={props.disabled ?? false}
      placeholder={props.placeholder ?? ""}
      suffix={common[unit]}
      style={{ width: 132 }}
      {...(props.doubtful || (read === null && shown === typed) ? { status: "warning" as const } : {})}
      onBlur={tell}
      onPressEnter={(event) => {
        if (!event.nativeEvent.isComposing) tell();
      }}
      onChange={({ target }) => {
        setTyped(target.value);
        if (props.onLeave) {
          setOpen(true);
          return;
        }
        props.onChange(
          target.value.trim() === "" ? undefined : (parseMoney(target.value, unit) ?? undefined),
        );
      }}
    />
  );
}
