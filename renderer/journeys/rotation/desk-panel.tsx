// What stands beside the timeline: a form, what the validator finds, the plan, the chosen move or the opened row.
import { type ReactNode, useMemo } from "react";
import { useLocation } from "wouter";
import type { Day } from "../../../shared/domain/day.ts";
import type { Plan } from "../../data/types.ts";
import { chainsOf } from "./chains.ts";
import { CheckPanel } from "./check-panel.tsx";
import { isLocked } from "./hand-edits.ts";
import { MovePanel } from "./move-panel.tsx";
import { PlanForm } from "./plan-form.tsx";
import { PlanPanel } from "./plan-panel.tsx";
import { ReplanForm } from "./replan-form.tsx";
import { RowPanel } from "./row-panel.tsx";
import type { DeskView } from "./use-desk-view.ts";
import type { PlanHand } from "./use-plan-hand.ts";

interface DeskPanelProps {
  plan: Plan | null;
  planHand: PlanHand;
  view: DeskView;
  today: Day;
  onShowPost(postId: string): void;
}

export function DeskPanel(props: DeskPanelProps): ReactNode {
  const { plan, planHand, view } = props;
  const { hand, names, breaches, actions, canEdit } = planHand;
  const { panel, picked, row } = view;
  const [, navigate] = useLocation();
  const chains = useMemo(
    () => new Map(chainsOf(hand.now.moves).map((one) => [one.number, one])),
    [hand.now.moves],
  );
  const close = (): void => view.open(null);
  const planned = (made: Plan): void =>
    navigate(`/rotation/timeline?plan=${encodeURIComponent(made.id)}&panel=plan`);
  const move = picked === null ? null : (hand.now.moves.find(({ key }) => key === picked) ?? null);
  const asked = { wishes: hand.settled.wishes, names, onPlan: planned, onClose: close };

  if (panel === "make") return <PlanForm base={plan} {...asked} />;
  if (plan && panel === "replan")
    return <ReplanForm plan={plan} {...asked} today={props.today} personId={move?.personId ?? null} />;
  if (plan && panel === "check")
    return (
      <CheckPanel
        breaches={breaches.all}
        isAsking={planHand.isAsking}
        onShow={view.showBreach}
        onClose={close}
      />
    );
  if (plan && panel === "plan")
    return (
      <PlanPanel
        plan={plan}
        names={names}
        onGone={() => navigate("/rotation")}
        onShowPost={props.onShowPost}
        onClose={close}
      />
    );
  if (move)
    return (
      <MovePanel
        move={move}
        planned={plan?.moves[hand.base.moves.findIndex(({ key }) => key === move.key)] ?? null}
        chain={chains.get(move.chain) ?? null}
        names={names}
        breaches={breaches.ofMove(move, null)}
        isLocked={isLocked(hand.now, move)}
        actions={canEdit && !planHand.isBegun(move.key) ? actions : null}
        onPick={view.show}
        onClose={() => view.pick(null)}
      />
    );
  if (panel !== "row" || !row) return null;
  const isPost = planHand.isPost(row);
  const id = planHand.idOf(row);
  const vacancy = row.vacancies?.[0];
  return (
    <RowPanel
      row={row}
      isPost={isPost}
      href={`/organisation/${isPost ? "posts" : "people"}?open=${id}`}
      onLock={
        canEdit
          ? () => {
              planHand.lockRow(row);
              view.openRow({ ...row, isLocked: !row.isLocked });
            }
          : null
      }
      onFill={
        canEdit && isPost && vacancy
          ? (at) => planHand.fill({ key: null, postId: id, day: vacancy.from, at })
          : null
      }
      onPick={view.show}
      onClose={close}
    />
  );
}
