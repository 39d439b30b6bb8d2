// Money, exact, in the unit that the window shows; the other unit on hover.
import type { ReactNode } from "react";
import type { Fen, MoneyUnit } from "../../shared/domain/money.ts";
import { useUnit } from "./frame-state.ts";
import { useFormats, useWords } from "./words.tsx";

/** `unit` overrides the window's; `withUnit` writes 元/万元 after the number. */
export function Amount(props: { fen: Fen | null; unit?: MoneyUnit; withUnit?: boolean }): ReactNode {
  const shown = useUnit();
  const formats = useFormats();
  const unit = props.unit ?? shown;
  if (props.fen === null) return <span className="q-muted">—</span>;
  return (
    <span className="q-nowrap" title={formats.moneyWithUnit(props.fen, unit === "wan" ? "yuan" : "wan")}>
      {props.withUnit ? formats.moneyWithUnit(props.fen, unit) : formats.money(props.fen, unit)}
    </span>
  );
}

/** The 万元 | 元 switch. */
export function UnitSwitch(props: { unit: MoneyUnit; onChange(unit: MoneyUnit): void }): ReactNode {
  const { common } = useWords();
  return (
    <fieldset
      className="q-segments"
      aria-label={common.amount}
      style={{ margin: 0, padding: 0, width: "max-content" }}
    >
      {(["wan", "yuan"] as const).map((unit) => (
        <button
          key={unit}
          type="button"
          aria-pressed={props.unit === unit}
          onClick={() => props.onChange(unit)}
        >
          {common[unit]}
        </button>
      ))}
    </fieldset>
  );
}
