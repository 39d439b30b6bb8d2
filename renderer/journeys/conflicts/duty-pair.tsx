// Two duty types in one pair of hands, and how they meet there.
import type { ReactNode } from "react";
import type { PersonShare } from "../../data/types.ts";
import { DutyGlyph } from "../../parts/duty-glyph.tsx";
import { useWords } from "../../parts/words.tsx";

export function DutyPair(props: { pair: NonNullable<PersonShare["worst"]> }): ReactNode {
  const { analysis } = useWords();
  const { types, way } = props.pair;
  return (
    <span className="q-pair" title={analysis.waysWhy[way]}>
      <DutyGlyph duty={types[0]} />
      <span aria-hidden="true">+</span>
      <DutyGlyph duty={types[1]} />
      <span className="q-tag" data-tone={way === "case" ? "amber" : undefined}>
        {analysis.ways[way]}
      </span>
    </span>
  );
}
