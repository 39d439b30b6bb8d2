// Who else could come: a card at the move with the candidates, best first, and what each would break.
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { Day } from "../../../shared/domain/day.ts";
import { useAsk } from "../../data/ask.ts";
import type { Answered } from "../../data/names.ts";
import type { BareMove } from "../../data/types.ts";
import { ScrollBox } from "../../parts/scroll-box.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

export type Candidate = Answered<"rotation.candidates">["candidates"][number];
interface SwapCardProps {
  planId: string;
  /** Without the move that is to be given to another. */
  moves: BareMove[];
  post: { id: string; name: string };
  /** Whose place it is: no candidate for it. */
  besideId: string | null;
  day: Day;
  at: { x: number; y: number };
  onChoose(candidate: Candidate): void;
  onClose(): void;
}
const wide = 380;
const tall = 360;
const mostShown = 60;

export function SwapCard(props: SwapCardProps): ReactNode {
  const { rotation, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const [search, setSearch] = useState("");
  const { value, fault, isWaiting } = useAsk("rotation.candidates", {
    planId: props.planId,
    moves: props.moves,
    postId: props.post.id,
    day: props.day,
  });
  const found = (value?.candidates ?? [])
    .filter(({ person }) => person.id !== props.besideId)
    .filter(({ person }) => person.name.includes(search) || person.staffNo.includes(search))
    .slice(0, mostShown);
  const { onClose } = props;
  useEffect(() => {
    const before = document.activeElement;
    box.current?.querySelector("input")?.focus();
    const away = (event: PointerEvent): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) onClose();
    };
    addEventListener("pointerdown", away, true);
    return () => {
      removeEventListener("pointerdown", away, true);
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [onClose]);
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const chosen = found[active];
    if (event.key === "Escape") onClose();
    else if (event.key === "ArrowDown") setActive(Math.min(found.length - 1, active + 1));
    else if (event.key === "ArrowUp") setActive(Math.max(0, active - 1));
    else if (event.key === "Enter" && chosen) props.onChoose(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={box}
      role="dialog"
      aria-label={rotation.swapTitle(props.post.name)}
      className="q-swap"
      style={{
        width: wide,
        maxHeight: tall,
        left: Math.max(8, Math.min(props.at.x, innerWidth - wide - 8)),
        top: Math.max(8, Math.min(props.at.y + 6, innerHeight - tall - 8)),
      }}
      onKeyDown={onKey}
    >
      <div className="q-swap-head">
        <b>{rotation.swapTitle(props.post.name)}</b>
        <span className="q-muted q-small">
          {props.day} · {rotation.bestFirst}
        </span>
        <input
          aria-label={rotation.find}
          placeholder={rotation.find}
          value={search}
          role="combobox"
          aria-expanded="true"
          aria-controls="rotation-candidates"
          {...(found[active] ? { "aria-activedescendant": `candidate-${found[active].person.id}` } : {})}
          onChange={({ target }) => {
            setSearch(target.value.trim());
            setActive(0);
          }}
        />
      </div>
      <Trouble fault={fault} />
      {isWaiting ? (
        <p className="q-muted q-swap-empty" role="status">
          {rotation.checking}
        </p>
      ) : found.length === 0 && !fault ? (
        <p className="q-muted q-swap-empty">{rotation.nobodyElse}</p>
      ) : (
        <ScrollBox className="q-swap-list" label={rotation.swapTitle(props.post.name)}>
          <div role="listbox" id="rotation-candidates" aria-label={rotation.swapTitle(props.post.name)}>
            {found.map((one, at) => (
              <button
                key={one.person.id}
                id={`candidate-${one.person.id}`}
                type="button"
                role="option"
                tabIndex={-1}
                aria-selected={at === active}
                onPointerEnter={() => setActive(at)}
                onClick={() => props.onChoose(one)}
              >
                <span className="q-row">
                  <b>{one.person.name}</b>
                  <span className="q-muted q-small q-ellipsis">
                    {one.from ? `${one.from.name} · ${one.from.department}` : rotation.noPlace}
                  </span>
                  <span className="q-grow" />
                  <span className={one.breaches.length === 0 ? "q-second q-small" : "q-red q-small"}>
                    {one.breaches.length === 0
                      ? rotation.breaksNothing
                      : rotation.breaksSome(formats.count(one.breaches.length))}
                  </span>
                </span>
                {one.breaches.slice(0, 2).map((breach) => (
                  <span key={breach.en} className="q-swap-why">
                    {say(breach)}
                  </span>
                ))}
                {one.breaches.length > 2 ? (
                  <span className="q-swap-why">
                    {rotation.andMore(formats.count(one.breaches.length - 2))}
                  </span>
                ) : null}
              </button>
            ))}
          </div>
        </ScrollBox>
      )}
      <div className="q-swap-foot q-muted q-small">
        ↑↓ · Enter {common.choose} · Esc {common.cancel}
      </div>
    </div>
  );
}
