// One plan on the desk: head, hand, timeline or table, and the panel beside.
import { type ReactNode, useState } from "react";
import { useLocation } from "wouter";
import type { Answered } from "../../data/names.ts";
import { useTell } from "../../data/tell.ts";
import type { TenureRow as LedgerRow, Plan } from "../../data/types.ts";
import { useReadOnly } from "../../data/workbook.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import type { TenureDrag } from "../../parts/tenure-drag.ts";
import type { TenureSpot } from "../../parts/tenure-timeline.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useWords } from "../../parts/words.tsx";
import { useAgainst } from "./against.ts";
import { Compare } from "./compare.tsx";
import { DeskHead } from "./desk-head.tsx";
import { deskKey } from "./desk-keys.ts";
import { DeskMenu } from "./desk-menu.tsx";
import { DeskPanel } from "./desk-panel.tsx";
import { HandBar } from "./hand-bar.tsx";
import { bareMoves, removeMove } from "./hand-edits.ts";
import { Moves } from "./moves.tsx";
import type { View } from "./plan-picker.tsx";
import { SwapCard } from "./swap-card.tsx";
import { Timeline } from "./timeline.tsx";
import { useDeskView } from "./use-desk-view.ts";
import { usePlanHand } from "./use-plan-hand.ts";

interface PlanDeskProps {
  plan: Plan | null;
  plans: Answered<"rotation.plans">["plans"];
  view: View;
  query: AddressQuery;
  ledger: readonly LedgerRow[];
  timeline: Answered<"rotation.timeline">;
}

export function PlanDesk(props: PlanDeskProps): ReactNode {
  const { plan, query, ledger, timeline } = props;
  const { rotation } = useWords();
  const say = useText();
  const toast = useToast();
  const [, navigate] = useLocation();
  const readOnly = useReadOnly("rotation.plan");
  const keepVariant = useTell("rotation.keepVariant");
  const against = useAgainst(plan);
  const planHand = usePlanHand(plan, timeline);
  const { hand, names, tried, isAsking, breaches, actions, canEdit, filling } = planHand;
  const view = useDeskView(query, hand.now.moves);
  const [menu, setMenu] = useState<TenureSpot | null>(null);
  const keep = async (): Promise<void> => {
    if (!plan) return;
    const kept = await keepVariant.tell({
      planId: plan.id,
      moves: bareMoves(hand.settled.moves),
      wishes: hand.settled.wishes,
    });
    if (!kept) return;
    hand.forget();
    toast.say({ words: rotation.keptAs(say(kept.name)) });
    navigate(`/rotation/timeline?plan=${encodeURIComponent(kept.id)}`);
  };
  const onDrag: TenureDrag = (key, days, isDone) => {
    if (!planHand.isBegun(key)) actions.drag(key, days, isDone);
  };
  const showPost = (postId: string): void => {
    const line = timeline.posts.find(({ post }) => post.id === postId);
    if (line) query.set({ find: line.post.name }, { quiet: true });
  };
  return (
    <>
      <DeskHead
        plan={plan}
        hasPlans={props.plans.length > 0}
        ledger={ledger}
        against={against.words}
        isEdited={hand.edits > 0}
        onMake={() => view.open("make")}
        onReplan={() => view.replan()}
      />
      {plan && (hand.isChanged || hand.redoWords !== null) ? (
        <HandBar
          hand={hand}
          tried={tried}
          isAsking={isAsking}
          cost={plan.cost}
          isBusy={keepVariant.isBusy}
          readOnly={readOnly ? say(readOnly) : null}
          onBreaches={() => view.open("check")}
          onKeep={() => void keep()}
          onReplan={() => view.open("make")}
        />
      ) : null}
      <Trouble fault={keepVariant.fault} />
      <div className="q-split">
        <div className="q-list">
          {plan && props.view === "moves" ? (
            <Moves plan={plan} picked={view.picked} onPick={view.show} />
          ) : plan && props.view === "compare" ? (
            <Compare plan={plan} plans={props.plans} query={query} onNew={() => view.open("make")} />
          ) : (
            <Timeline
              timeline={timeline}
              plan={plan}
              ledger={ledger}
              query={query}
              base={hand.base}
              hand={hand.now}
              breaches={breaches}
              differing={against.keys}
              strip={planHand.strip}
              names={names}
              picked={view.picked}
              reveal={view.reveal}
              onPick={view.pick}
              onOpen={view.openRow}
              {...(canEdit ? { onDrag } : {})}
              onMenu={setMenu}
              onKey={(event, key, row) => deskKey(event, key, row, planHand, view)}
            />
          )}
        </div>
        <DeskPanel plan={plan} planHand={planHand} view={view} today={timeline.day} onShowPost={showPost} />
      </div>
      {menu ? <DeskMenu spot={menu} planHand={planHand} view={view} onClose={() => setMenu(null)} /> : null}
      {plan && filling ? (
        <SwapCard
          planId={plan.id}
          moves={bareMoves(
            filling.key === null ? hand.settled.moves : removeMove(hand.settled, filling.key).moves,
          )}
          post={{ id: filling.postId, name: names.posts.get(filling.postId)?.name ?? "" }}
          besideId={hand.settled.moves.find(({ key }) => key === filling.key)?.personId ?? null}
          day={filling.day}
          at={filling.at}
          onChoose={planHand.choose}
          onClose={() => planHand.fill(null)}
        />
      ) : null}
    </>
  );
}
