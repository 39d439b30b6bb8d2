// A box that scrolls, by keyboard too: it can be focused and has a name.
import type { ReactNode } from "react";

export function ScrollBox(props: { label: string; className: string; children: ReactNode }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable by keyboard
    <section className={`${props.className} q-scroll`} aria-label={props.label} tabIndex={0}>
      {props.children}
    </section>
  );
}
