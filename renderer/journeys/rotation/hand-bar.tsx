// What the hand has done to the plan: how much, whether it holds, and what can be done with it.
import { Button } from "antd";
import { Redo2, Save, Undo2, Wand2 } from "lucide-react";
import type { ReactNode } from "react";
import { useFormats, useWords } from "../../parts/words.tsx";
import type { Hand } from "./use-hand.ts";
import type { Tried } from "./use-tried.ts";

interface HandBarProps {
  hand: Hand;
  tried: Tried | null;
  isAsking: boolean;
  cost: number | null;
  isBusy: boolean;
  /** Why nothing can be kept; null: it can. */
  readOnly: string | null;
  onBreaches(): void;
  onKeep(): void;
  onReplan(): void;
}

export function HandBar(props: HandBarProps): ReactNode {
  const { hand, tried } = props;
  const { rotation } = useWords();
  const formats = useFormats();
  const { fixed, forbidden, lockedPosts, lockedPersonIds } = hand.now.wishes;
  const locks = fixed.length + lockedPosts.length + lockedPersonIds.length;
  const broken = tried?.breaches.length ?? 0;
  const told = [
    ...(hand.edits > 0 ? [rotation.handEdits(formats.count(hand.edits))] : []),
    ...(locks > 0 ? [rotation.handLocks(formats.count(locks))] : []),
    ...(forbidden.length > 0 ? [rotation.handForbidden(formats.count(forbidden.length))] : []),
  ];
  return (
    <section className="q-hand-bar q-no-print" aria-label={rotation.handLabel}>
      <b className="q-strong q-nowrap">{told.join(" · ") || rotation.handNone}</b>
      <span className="q-hand-verdict" role="status">
        {tried === null ? (
          <span className="q-muted">{props.isAsking ? rotation.checking : ""}</span>
        ) : broken === 0 ? (
          <span className="q-second">{rotation.handHolds}</span>
        ) : (
          <button type="button" className="q-link q-red q-strong" onClick={props.onBreaches}>
            {rotation.handBreaks(formats.count(broken))}
          </button>
        )}
        {tried && props.cost !== null && tried.arrivals !== props.cost ? (
          <span className="q-muted">
            {rotation.arrivalsChange(formats.count(props.cost), formats.count(tried.arrivals))}
          </span>
        ) : null}
      </span>
      <span className="q-grow" />
      <Button
        type="text"
        disabled={hand.undoWords === null}
        title={hand.undoWords === null ? "" : `${rotation.undoHand(hand.undoWords)} (Ctrl Z)`}
        aria-label={rotation.undoHand(hand.undoWords ?? "")}
        icon={<Undo2 size={15} strokeWidth={1.5} />}
        onClick={hand.undo}
      />
      <Button
        type="text"
        disabled={hand.redoWords === null}
        title={hand.redoWords === null ? "" : `${rotation.redoHand(hand.redoWords)} (Ctrl Shift Z)`}
        aria-label={rotation.redoHand(hand.redoWords ?? "")}
        icon={<Redo2 size={15} strokeWidth={1.5} />}
        onClick={hand.redo}
      />
      <Button type="text" disabled={!hand.isChanged} onClick={() => hand.drop(rotation.dropHand)}>
        {rotation.dropHand}
      </Button>
      <Button
        disabled={props.readOnly !== null || !hand.isChanged}
        title={props.readOnly ?? rotation.replanLocksWhy}
        icon={<Wand2 size={14} strokeWidth={1.5} />}
        onClick={props.onReplan}
      >
        {rotation.replanLocks}
      </Button>
      <Button
        disabled={props.readOnly !== null || !hand.isChanged}
        title={props.readOnly ?? rotation.keepVariantWhy}
        loading={props.isBusy}
        icon={<Save size={14} strokeWidth={1.5} />}
        onClick={props.onKeep}
      >
        {rotation.keepVariant}
      </Button>
    </section>
  );
}
