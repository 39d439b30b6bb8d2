// A small form that opens beside its button: the focus goes in, Esc brings it back to the button.
import { Popover } from "antd";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";

interface CardPopoverProps {
  title?: string;
  /** Whoever closes it after sending keeps `open` and `onOpenChange`; otherwise it minds itself. */
  open?: boolean;
  onOpenChange?(open: boolean): void;
  placement: "left" | "leftTop" | "topRight";
  content: ReactNode;
  /** The button. */
  children: ReactNode;
}

/** A day's own card would open over the form: days are reached from the field after them. */
const first = "input:not(.ant-picker input, .ant-select input), textarea";

export function CardPopover(props: CardPopoverProps): ReactNode {
  const card = useRef<HTMLDivElement>(null);
  const opener = useRef<Element | null>(null);
  const [isOwn, setOwn] = useState(false);
  const change = (open: boolean): void => {
    if (open) opener.current = document.activeElement;
    setOwn(open);
    props.onOpenChange?.(open);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    change(false);
    if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
  };
  return (
    <Popover
      trigger="click"
      placement={props.placement}
      title={props.title}
      open={props.open ?? isOwn}
      onOpenChange={change}
      afterOpenChange={(open) => {
        if (open) card.current?.querySelector<HTMLElement>(first)?.focus({ preventScroll: true });
      }}
      content={
        // biome-ignore lint/a11y/noStaticElementInteractions: Esc in any field inside comes up to here
        <div ref={card} onKeyDown={onKey}>
          {props.content}
        </div>
      }
    >
      {props.children}
    </Popover>
  );
}
