// A rule as a sentence to read, its slots as places to press: each opens its own editor and keeps the reader in the line.
import { Popover } from "antd";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { Text } from "../../../shared/domain/text.ts";
import type { Troubles } from "../../../shared/rules/reading/draft.ts";
import type { Names } from "../../../shared/rules/reading/say.ts";
import { saySlot } from "../../../shared/rules/reading/say.ts";
import type { Part, Slot } from "../../../shared/rules/reading/slot.ts";
import { useText } from "../../parts/text.ts";
import { useLanguage, useWords } from "../../parts/words.tsx";
import { SlotEditor } from "./slot-editor.tsx";

interface SentenceProps {
  parts: readonly Part[];
  names: Names;
  troubles: Troubles;
  /** What a changed slot held before, by key. */
  before: ReadonlyMap<string, Text | null>;
  canEdit: boolean;
  /** Large for what the rule asks, small for its frame. */
  size: "large" | "small";
  fill(key: string, value: unknown): void;
}

export function RuleSentence(props: SentenceProps): ReactNode {
  return (
    <p className="q-sentence" data-size={props.size}>
      {props.parts.map((part, at) =>
        part.type === "words" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the words of one sentence have no other identity
          <span key={at}>{part.words}</span>
        ) : (
          <SlotPlace key={part.slot.key} slot={part.slot} {...props} />
        ),
      )}
    </p>
  );
}

/** What the editor's own field has not taken, its first choice takes: keys go to the editor, not to the page. */
function focusField(editor: HTMLElement | null): void {
  if (!editor || editor.contains(document.activeElement)) return;
  const fields = [...editor.querySelectorAll("input")];
  (fields.find((field) => field.checked) ?? fields[0])?.focus();
}

function SlotPlace(props: SentenceProps & { slot: Slot }): ReactNode {
  const { slot, troubles, before, canEdit } = props;
  const { studio } = useWords();
  const say = useText();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const atOpening = useRef<unknown>(null);
  const place = useRef<HTMLButtonElement>(null);
  const editor = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const frame = requestAnimationFrame(() => focusField(editor.current));
    return () => cancelAnimationFrame(frame);
  }, [isOpen]);
  const troubleId = useId();
  const words = saySlot(slot, language, props.names);
  const trouble = troubles[slot.key];
  const was = before.get(slot.key);
  const name = say(slot.spec.name);
  if (!canEdit) return <b className="q-slot-still">{words}</b>;
  const open = (next: boolean): void => {
    if (next) atOpening.current = slot.value;
    setOpen(next);
  };
  const close = (keep: boolean): void => {
    if (!keep) props.fill(slot.key, atOpening.current);
    setOpen(false);
    place.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key !== "Escape") return;
    // A list that is open within the editor closes first.
    if (
      event.target instanceof Element &&
      event.target.closest(".ant-select-open, .ant-picker-focused.q-open")
    )
      return;
    event.preventDefault();
    event.stopPropagation();
    close(false);
  };
  return (
    <Popover
      open={isOpen}
      onOpenChange={open}
      afterOpenChange={(isThere) => isThere && focusField(editor.current)}
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      content={
        // biome-ignore lint/a11y/noStaticElementInteractions: Esc in any field of the editor puts the slot back
        <div ref={editor} className="q-slot-editor" onKeyDown={onKeyDown}>
          <SlotEditor
            slot={slot}
            names={props.names}
            describedBy={trouble ? troubleId : undefined}
            onChange={(value) => props.fill(slot.key, value)}
            onDone={() => close(true)}
          />
          {trouble ? (
            <p id={troubleId} className="q-amber q-small" role="alert">
              {say(trouble)}
            </p>
          ) : was ? (
            <p className="q-muted q-small">{studio.was(say(was))}</p>
          ) : null}
        </div>
      }
      title={name}
    >
      <button
        ref={place}
        type="button"
        onKeyDown={isOpen ? onKeyDown : undefined}
        className="q-slot"
        data-slot={slot.key}
        data-state={trouble ? "trouble" : before.has(slot.key) ? "changed" : undefined}
        aria-label={studio.edit(name, words)}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        title={trouble ? say(trouble) : was ? studio.was(say(was)) : name}
      >
        {words}
      </button>
    </Popover>
  );
}
