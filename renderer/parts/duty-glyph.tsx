// One duty type as one glyph: eight fixed hues, external only outlined.
import type { ReactNode } from "react";
import type { DutyType } from "../../shared/domain/duty.ts";
import { useWords } from "./words.tsx";
import "./duty-glyph.css";

/** `named` writes the duty's name beside it, as in a legend. */
export function DutyGlyph(props: { duty: DutyType; named?: boolean }): ReactNode {
  const duty = useWords().common.duties[props.duty];
  const glyph = (
    <abbr className="q-duty" data-duty={props.duty} title={duty.name} style={{ textDecoration: "none" }}>
      {duty.mark}
    </abbr>
  );
  if (!props.named) return glyph;
  return (
    <span className="q-duty-named">
      {glyph}
      {duty.name}
    </span>
  );
}
