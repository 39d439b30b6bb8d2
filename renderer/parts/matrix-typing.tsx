// The field that stands over a cell while its amount is typed; Enter and Tab take it, Esc leaves it, an unreadable amount stays.
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import "./matrix-typing.css";

export function MatrixTyping(props: {
  label: string;
  hint: string;
  start: string;
  /** What it would do, under the hint. */
  preview?: (typed: string) => ReactNode;
  at: { left: number; top: number; width: number };
  /** Null: taken; else why not. */
  onTake(typed: string): string | null;
  onLeave(move: "stay" | "down" | "right"): void;
}): ReactNode {
  const [typed, setTyped] = useState(props.start);
  const [trouble, setTrouble] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const isLeft = useRef(false);
  useLayoutEffect(() => {
    field.current?.focus();
  }, []);
  const take = (move: "stay" | "down" | "right"): void => {
    if (isLeft.current) return;
    const why = typed === props.start && typed === "" ? null : props.onTake(typed);
    setTrouble(why);
    if (why !== null) return;
    isLeft.current = true;
    props.onLeave(move);
  };
  const onKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    // Enter that ends a composition is not meant for us.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") take("down");
    else if (event.key === "Tab") take("right");
    else if (event.key === "Escape") {
      isLeft.current = true;
      props.onLeave("stay");
    } else return;
    event.preventDefault();
  };
  // Beside the grid, not in it: a grid may hold rows only.
  return createPortal(
    <div className="q-matrix-typing" style={props.at}>
      <input
        ref={field}
        aria-label={props.label}
        aria-invalid={trouble !== null}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setTrouble(null);
        }}
        onKeyDown={onKey}
        onBlur={() => take("stay")}
      />
      <div className="q-matrix-typing-note" {...(trouble === null ? {} : { "data-trouble": "" })}>
        <p role={trouble === null ? undefined : "alert"}>{trouble ?? props.hint}</p>
        {props.preview?.(typed)}
      </div>
    </div>,
    document.body,
  );
}
