// What the gate does with a rule, as one glyph: a barred circle refuses, a triangle warns, an eye only notes.
import { Ban, Eye, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Effect } from "../../shared/domain/rule.ts";
import { useWords } from "./words.tsx";

const icons = { refuse: Ban, warn: TriangleAlert, note: Eye };

/** `isAdopted`: chosen by the unit, not the default; shown in the accent. `named` writes the word beside it. */
export function EffectMark(props: { effect: Effect; isAdopted: boolean; named?: boolean }): ReactNode {
  const { studio } = useWords();
  const Icon = icons[props.effect];
  const name = studio.effects[props.effect];
  const title = studio.effectOf(name, props.isAdopted);
  return (
    <span className="q-effect-mark" data-adopted={props.isAdopted} title={title}>
      <Icon
        size={14}
        strokeWidth={1.75}
        {...(props.named ? { "aria-hidden": true } : { role: "img", "aria-label": title })}
      />
      {props.named ? name : null}
    </span>
  );
}
