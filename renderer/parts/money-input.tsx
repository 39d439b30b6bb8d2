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
}

export function MoneyInput(props: MoneyInputProps): ReactNode {
  const { common } = useWords();
  const unit = useUnit();
  const written = (value: Fen | undefined): string =>
    value === undefined ? "" : formatMoney(value, unit).replace(/\.?0+$/, "");
  const [typed, setTyped] = useState(written(props.value));
  const read = typed.trim() === "" ? undefined : parseMoney(typed, unit);
  // "5万" stays "5万" while it is typed; an amount that came from elsewhere is written anew.
  const shown = (read ?? undefined) === props.value ? typed : written(props.value);
  return (
    <Input
      aria-label={props.label}
      value={shown}
      disabled={props.disabled ?? false}
      placeholder={props.placeholder ?? ""}
      suffix={common[unit]}
      style={{ width: 132 }}
      {...(props.doubtful || read === null ? { status: "warning" as const } : {})}
      onChange={({ target }) => {
        setTyped(target.value);
        props.onChange(
          target.value.trim() === "" ? undefined : (parseMoney(target.value, unit) ?? undefined),
        );
      }}
    />
  );
}
