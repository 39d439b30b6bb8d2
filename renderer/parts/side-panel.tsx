// The detail beside a list; Esc closes it, its width is remembered, the list keeps its scroll.
import { ChevronLeft, ChevronRight, X } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef } from "react";
import { useHeldFocus } from "./held-focus.ts";
import { useRemembered } from "./memory.ts";
import { ScrollBox } from "./scroll-box.tsx";
import { useWords } from "./words.tsx";
import "./side-panel.css";

interface SidePanelProps {
  /** Names the remembered width and the landmark. */
  id: string;
  label: string;
  title: ReactNode;
  /** Tags and codes above the title. */
  tags?: ReactNode;
  /** Pixels at first; afterwards the remembered width. */
  startWidth?: number;
  onClose(): void;
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
  foot?: ReactNode;
  children: ReactNode;
}

const leastWidth = 320;
/** Open things that answer Esc themselves. */
const nearer = "input, textarea, [role=dialog], [role=menu], [role=tooltip], [role=listbox], [role=combobox]";
const readWidth = (json: unknown): number | null =>
  typeof json === "number" && json >= leastWidth ? json : null;

export function SidePanel(props: SidePanelProps): ReactNode {
  const { common, tables } = useWords();
  const [width, setWidth] = useRemembered(`panel.${props.id}`, props.startWidth ?? 536, readWidth);
  const drag = (event: PointerEvent<HTMLElement>): void => {
    const grip = event.currentTarget;
    const start = event.clientX;
    grip.setPointerCapture(event.pointerId);
    const move = (to: globalThis.PointerEvent): void =>
      setWidth(Math.max(leastWidth, width + start - to.clientX));
    grip.addEventListener("pointermove", move);
    grip.addEventListener("lostpointercapture", () => grip.removeEventListener("pointermove", move), {
      once: true,
    });
  };
  const nudge = (event: KeyboardEvent): void => {
    if (event.key === "ArrowLeft") setWidth(width + 16);
    if (event.key === "ArrowRight") setWidth(Math.max(leastWidth, width - 16));
  };
  // Esc goes back to the list from wherever the focus is, unless something nearer answers it.
  const onClose = useRef(props.onClose);
  onClose.current = props.onClose;
  useEffect(() => {
    const before = document.activeElement;
    const leave = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest(nearer)) return;
      onClose.current();
    };
    addEventListener("keydown", leave);
    return () => {
      removeEventListener("keydown", leave);
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  const panel = useRef<HTMLElement>(null);
  const held = useHeldFocus(panel);
  return (
    <aside ref={panel} className="q-panel" aria-label={props.label} tabIndex={-1} style={{ width }} {...held}>
      <button
        type="button"
        className="q-panel-grip"
        aria-label={tables.resize(props.label)}
        onPointerDown={drag}
        onKeyDown={nudge}
      />
      <div className="q-panel-head">
        <div className="q-row">
          {props.tags ? (
            <>
              {props.tags}
              <span className="q-grow" />
            </>
          ) : (
            <h2 className="q-grow">{props.title}</h2>
          )}
          {props.onPrevious || props.onNext ? (
            <>
              <button
                type="button"
                className="q-icon-button"
                title={common.previous}
                aria-label={common.previous}
                disabled={!props.onPrevious}
                onClick={props.onPrevious}
              >
                <ChevronLeft size={16} strokeWidth={1.5} />
              </button>
              <button
                type="button"
                className="q-icon-button"
                title={common.following}
                aria-label={common.following}
                disabled={!props.onNext}
                onClick={props.onNext}
              >
                <ChevronRight size={16} strokeWidth={1.5} />
              </button>
            </>
          ) : null}
          <button
            type="button"
            className="q-icon-button"
            title={common.close}
            aria-label={common.close}
            onClick={props.onClose}
          >
            <X size={16} strokeWidth={1.5} />
          </button>
        </div>
        {props.tags ? <h2>{props.title}</h2> : null}
      </div>
      <ScrollBox className="q-panel-body" label={props.label}>
        {props.children}
      </ScrollBox>
      {props.foot ? <div className="q-panel-foot">{props.foot}</div> : null}
    </aside>
  );
}

export interface Fact {
  name: string;
  value: ReactNode;
  /** Takes half of the width; two halves share a line. */
  half?: boolean;
}

/** Names and values in the panel, aligned. */
export function Facts(props: { facts: readonly Fact[] }): ReactNode {
  return (
    <dl className="q-facts">
      {props.facts.flatMap((fact) => [
        <dt key={`${fact.name}.name`}>{fact.name}</dt>,
        <dd key={fact.name} className={fact.half ? "" : "q-wide"}>
          {fact.value}
        </dd>,
      ])}
    </dl>
  );
}

export function PanelSection(props: {
  title: string;
  note?: ReactNode;
  end?: ReactNode;
  children: ReactNode;
}): ReactNode {
  return (
    <section>
      <div className="q-section-head">
        <h3>{props.title}</h3>
        <span className="q-muted">{props.note}</span>
        <span className="q-grow" />
        <span className="q-muted q-small">{props.end}</span>
      </div>
      {props.children}
    </section>
  );
}
