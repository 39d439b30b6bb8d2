// The cases that a conflict speaks of together: split purchases side by side, with their sum.
import type { ReactNode } from "react";
import { methodChoices } from "../../../shared/domain/sheets.ts";
import type { ConflictDetail } from "../../data/types.ts";
import { Amount } from "../../parts/amount.tsx";
import { useUnit } from "../../parts/frame-state.ts";
import { PanelSection } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

export function CaseList(props: { cases: ConflictDetail["cases"] }): ReactNode {
  const { conflicts, common } = useWords();
  const formats = useFormats();
  const unit = useUnit();
  const say = useText();
  const sum = props.cases.reduce((total, one) => total + (one.amount ?? 0), 0);
  const methodOf = (method: string | null): string => {
    const name = methodChoices.find((choice) => choice.value === method)?.name;
    return name ? say(name) : "";
  };
  return (
    <PanelSection
      title={conflicts.cases}
      note={formats.count(props.cases.length)}
      end={`${formats.money(sum, unit)} ${common[unit]}`}
    >
      <ul className="q-facts-list">
        {props.cases.map((one) => (
          <li key={one.id}>
            <span className="q-second q-nowrap">{one.openedOn ?? ""}</span>
            <b className="q-strong q-nowrap">{one.caseNo}</b>
            <span className="q-grow q-ellipsis">
              {[one.requester?.name, one.supplier, methodOf(one.method)].filter(Boolean).join(common.dot)}
            </span>
            <Amount fen={one.amount} />
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
