// The menu of a move or a row on the timeline: what the hand can do there, with its keys.
import { Ban, Lock, LockOpen, MoveLeft, MoveRight, Trash2, UserRoundPen, Zap } from "lucide-react";
import type { ReactNode } from "react";
import type { TenureSpot } from "../../parts/tenure-timeline.tsx";
import { useWords } from "../../parts/words.tsx";
import { isLocked, isPersonLocked } from "./hand-edits.ts";
import { type MenuAction, MoveMenu } from "./move-menu.tsx";
import type { DeskView } from "./use-desk-view.ts";
import type { PlanHand } from "./use-plan-hand.ts";

export function DeskMenu(props: {
  spot: TenureSpot;
  planHand: PlanHand;
  view: DeskView;
  onClose(): void;
}): ReactNode {
  const { spot, planHand, view } = props;
  const { hand, actions, isPost, lockRow } = planHand;
  const { rotation } = useWords();
  const { canEdit } = planHand;
  const disabled = !canEdit || planHand.isBegun(spot.move);
  const lockIcon = (locked: boolean): ReactNode => (locked ? <LockOpen size={14} /> : <Lock size={14} />);
  const onRow: MenuAction[] = [
    { key: "open", words: rotation.openRow, keys: "Enter", run: () => view.openRow(spot.row) },
    {
      key: "lockRow",
      words: spot.row.isLocked ? rotation.unlock : isPost(spot.row) ? rotation.lockPost : rotation.lockPerson,
      icon: lockIcon(spot.row.isLocked === true),
      disabled,
      run: () => lockRow(spot.row),
    },
  ];
  const move = hand.settled.moves.find((one) => one.key === spot.move);
  const onMove = ({ key, personId, toPostId }: NonNullable<typeof move>, locked: boolean): MenuAction[][] => [
    [
      {
        key: "lock",
        words: locked ? rotation.unlock : rotation.lock,
        keys: "L",
        icon: lockIcon(locked),
        disabled,
        run: () => actions.lock(key),
      },
      {
        key: "earlier",
        words: rotation.earlier,
        keys: "Shift ←",
        icon: <MoveLeft size={14} />,
        disabled,
        run: () => actions.shift(key, -1),
      },
      {
        key: "later",
        words: rotation.later,
        keys: "Shift →",
        icon: <MoveRight size={14} />,
        disabled,
        run: () => actions.shift(key, 1),
      },
      {
        key: "swap",
        words: rotation.swap,
        keys: "S",
        icon: <UserRoundPen size={14} />,
        disabled: disabled || toPostId === null,
        run: () => actions.swap(key, spot),
      },
      {
        key: "forbid",
        words: rotation.forbid,
        keys: "F",
        icon: <Ban size={14} />,
        disabled,
        run: () => actions.forbid(key),
      },
      // On a person's own row it stands below, with the row.
      ...(isPost(spot.row)
        ? [
            {
              key: "lockPerson",
              words: isPersonLocked(hand.settled, personId) ? rotation.unlockPerson : rotation.lockPerson,
              icon: lockIcon(isPersonLocked(hand.settled, personId)),
              disabled,
              run: () => actions.lockPerson(personId),
            },
          ]
        : []),
    ],
    [
      {
        key: "surprise",
        words: rotation.replan,
        icon: <Zap size={14} />,
        disabled: !canEdit,
        run: () => view.replan(key),
      },
    ],
    [
      {
        key: "remove",
        words: rotation.removeMove,
        keys: "Delete",
        icon: <Trash2 size={14} />,
        danger: true,
        disabled,
        run: () => actions.remove(key, false),
      },
      {
        key: "removeChain",
        words: rotation.removeChain,
        keys: "Shift Delete",
        danger: true,
        disabled,
        run: () => actions.remove(key, true),
      },
    ],
  ];
  const groups = [...(move ? onMove(move, isLocked(hand.settled, move)) : []), onRow];
  return (
    <MoveMenu
      at={spot}
      label={spot.row.name}
      actions={groups.flatMap((group, at) => (at === 0 ? group : ["line" as const, ...group]))}
      onClose={props.onClose}
    />
  );
}
