// One plan on the desk: head, timeline or table, what the hand does to it, and the panel beside. Over 300 lines: the one place where they meet.
import {
  Ban,
  FileDown,
  Lock,
  LockOpen,
  MoveLeft,
  MoveRight,
  RefreshCw,
  Trash2,
  UserRoundPen,
  Zap,
} from "lucide-react";
import { type KeyboardEvent, type ReactNode, useCallback, useMemo, useState } from "react";
import { useLocation } from "wouter";
import type { Day } from "../../../shared/domain/day.ts";
import type { Answered } from "../../data/names.ts";
import { useTell } from "../../data/tell.ts";
import type { TenureRow as LedgerRow, Plan } from "../../data/types.ts";
import { useReadOnly } from "../../data/workbook.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import { PageHead } from "../../parts/page-head.tsx";
import type { TenureRow } from "../../parts/tenure-row.ts";
import type { TenureSpot } from "../../parts/tenure-timeline.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useWords } from "../../parts/words.tsx";
import { useAgainst } from "./against.ts";
import { type Breach, moveOfBreach, readBreaches } from "./breaches.ts";
import { chainsOf } from "./chains.ts";
import { CheckPanel } from "./check-panel.tsx";
import { Compare } from "./compare.tsx";
import { HandBar } from "./hand-bar.tsx";
import { addMove, bareMoves, isLocked, nearestChangeDay, removeMove, swapPerson } from "./hand-edits.ts";
import { useMoveActions } from "./move-actions.ts";
import { type MenuAction, MoveMenu } from "./move-menu.tsx";
import { MovePanel } from "./move-panel.tsx";
import { Moves } from "./moves.tsx";
import { type Names, namesOf, noNames, useAllNames } from "./names.ts";
import { PlanForm } from "./plan-form.tsx";
import { usePlanHead } from "./plan-head.ts";
import { PlanPanel } from "./plan-panel.tsx";
import type { View } from "./plan-picker.tsx";
import { ReplanForm } from "./replan-form.tsx";
import { RowPanel } from "./row-panel.tsx";
import { useStrip } from "./strip-months.ts";
import { type Candidate, SwapCard } from "./swap-card.tsx";
import { useTenureHead } from "./tenure-head.ts";
import { Timeline } from "./timeline.tsx";
import { useHand } from "./use-hand.ts";
import { useTried } from "./use-tried.ts";
import { changeDaysOf, useIsWorkday } from "./workdays.ts";

interface PlanDeskProps {
  plan: Plan | null;
  plans: Answered<"rotation.plans">["plans"];
  view: View;
  query: AddressQuery;
  ledger: readonly LedgerRow[];
  timeline: Answered<"rotation.timeline">;
}
/** A place to fill: by another person for a move, or by a new move. */
interface Swap {
  key: string | null;
  postId: string;
  day: Day;
  at: { x: number; y: number };
}
const noDays: readonly Day[] = [];

export function PlanDesk(props: PlanDeskProps): ReactNode {
  const { plan, query, ledger, timeline } = props;
  const { rotation } = useWords();
  const say = useText();
  const toast = useToast();
  const [, navigate] = useLocation();
  const readOnly = useReadOnly("rotation.plan");
  const isWorkday = useIsWorkday();
  const [more, setMore] = useState<Names>(noNames);
  const [swap, setSwap] = useState<Swap | null>(null);
  const [menu, setMenu] = useState<TenureSpot | null>(null);
  const [row, setRow] = useState<TenureRow | null>(null);
  const [reveal, setReveal] = useState<{ move?: string; row?: string; day?: Day } | null>(null);
  const all = useAllNames();
  const names = useMemo(
    () =>
      namesOf(timeline, plan, {
        people: new Map([...all.people, ...more.people]),
        posts: new Map([...all.posts, ...more.posts]),
      }),
    [timeline, plan, more, all],
  );
  const hand = useHand(plan);
  const changeDays = useMemo(() => (plan ? changeDaysOf(plan, isWorkday) : noDays), [plan, isWorkday]);
  const keepVariant = useTell("rotation.keepVariant");

  const isTried = plan !== null && (hand.edits > 0 || hand.isTrying || plan.breaches.length > 0);
  const { tried, isAsking } = useTried(isTried ? plan.id : null, hand.now.moves);
  const breaches = useMemo(() => readBreaches(tried?.breaches ?? [], say), [tried, say]);
  const strip = useStrip(tried?.strip ?? plan?.strip ?? null, hand.now.moves);

  const against = useAgainst(plan);

  const panel = query.get("panel");
  const picked = query.get("move");
  const open = (next: string | null): void => query.set({ panel: next, move: null }, { quiet: true });
  const pick = (key: string | null): void => {
    setRow(null);
    query.set({ move: key, ...(key === null ? {} : { panel: null }) }, { quiet: true });
  };
  const show = (key: string): void => {
    pick(key);
    const move = hand.now.moves.find((one) => one.key === key);
    setReveal({ move: key, ...(move ? { day: move.day } : {}) });
  };
  const openSwap = useCallback(
    (key: string, at: { x: number; y: number }): void => {
      const move = hand.settled.moves.find((one) => one.key === key);
      if (move?.toPostId) setSwap({ key, postId: move.toPostId, day: move.day, at });
    },
    [hand.settled],
  );
  const nearestTo = useCallback(
    (key: string, days: number) => nearestChangeDay(hand.settled, key, changeDays, days),
    [hand.settled, changeDays],
  );
  const actions = useMoveActions(hand, names, changeDays, isWorkday, openSwap, nearestTo);
  const canEdit = plan !== null && readOnly === null;

  const showBreach = (breach: Breach): void => {
    const move = moveOfBreach(breach, hand.now.moves);
    if (move) {
      pick(move.key);
      query.set({ panel: "check", move: move.key }, { quiet: true });
    }
    setReveal({ ...(move ? { move: move.key } : {}), day: breach.from });
  };
  const choose = (candidate: Candidate): void => {
    if (!swap) return;
    const fromPostId = candidate.from?.id ?? null;
    setMore({
      people: new Map([...more.people, [candidate.person.id, candidate.person]]),
      posts: candidate.from ? new Map([...more.posts, [candidate.from.id, candidate.from]]) : more.posts,
    });
    const post = names.posts.get(swap.postId)?.name ?? "";
    hand.apply(
      swap.key === null
        ? addMove(hand.settled, {
            day: swap.day,
            personId: candidate.person.id,
            fromPostId,
            toPostId: swap.postId,
          })
        : swapPerson(hand.settled, swap.key, { id: candidate.person.id, fromPostId }),
      rotation.didSwap(candidate.person.name, post),
    );
    setSwap(null);
  };
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
  const planned = (made: Plan): void =>
    navigate(`/rotation/timeline?plan=${encodeURIComponent(made.id)}&panel=plan`);

  const onKey = (event: KeyboardEvent, key: string | null, at: TenureRow | null): boolean => {
    if (!canEdit || event.ctrlKey || event.metaKey || event.altKey) return false;
    const spot = (): { x: number; y: number } => {
      const bar = key === null ? null : document.querySelector(`[data-move="${CSS.escape(key)}"]`);
      const box = bar?.getBoundingClientRect();
      return { x: box?.left ?? 400, y: box?.bottom ?? 300 };
    };
    if (event.key === "Escape" && key !== null) pick(null);
    else if (event.key.toLowerCase() === "l" && key === null && at) lockRow(at);
    else if (key === null) return false;
    else if (event.shiftKey && event.key === "ArrowLeft") actions.shift(key, -1);
    else if (event.shiftKey && event.key === "ArrowRight") actions.shift(key, 1);
    else if (event.key.toLowerCase() === "l") actions.lock(key);
    else if (event.key.toLowerCase() === "f") actions.forbid(key);
    else if (event.key.toLowerCase() === "s") actions.swap(key, spot());
    else if (event.key === "Delete" || event.key === "Backspace") actions.remove(key, event.shiftKey);
    else return false;
    return true;
  };
  /** A row's own id, whatever chain it stands in: "post.person", or a person. */
  const idOf = (at: TenureRow): string => at.id.split("@")[0]?.split(".")[0] ?? "";
  const isPost = (at: TenureRow): boolean => names.posts.has(idOf(at));
  function lockRow(at: TenureRow): void {
    if (isPost(at)) actions.lockPost(idOf(at));
    else actions.lockPerson(idOf(at));
  }
  const menuActions = (spot: TenureSpot): readonly (MenuAction | "line")[] => {
    const { move: key } = spot;
    const onRow: (MenuAction | "line")[] = [
      { key: "open", words: rotation.openRow, keys: "Enter", run: () => openRow(spot.row) },
      {
        key: "lockRow",
        words: spot.row.isLocked
          ? rotation.unlock
          : isPost(spot.row)
            ? rotation.lockPost
            : rotation.lockPerson,
        icon: spot.row.isLocked ? <LockOpen size={14} /> : <Lock size={14} />,
        disabled: !canEdit,
        run: () => lockRow(spot.row),
      },
    ];
    const move = hand.settled.moves.find((one) => one.key === key);
    if (!move) return onRow;
    return [
      {
        key: "lock",
        words: isLocked(hand.settled, move) ? rotation.unlock : rotation.lock,
        keys: "L",
        icon: isLocked(hand.settled, move) ? <LockOpen size={14} /> : <Lock size={14} />,
        disabled: !canEdit,
        run: () => actions.lock(move.key),
      },
      {
        key: "earlier",
        words: rotation.earlier,
        keys: "Shift ←",
        icon: <MoveLeft size={14} />,
        disabled: !canEdit,
        run: () => actions.shift(move.key, -1),
      },
      {
        key: "later",
        words: rotation.later,
        keys: "Shift →",
        icon: <MoveRight size={14} />,
        disabled: !canEdit,
        run: () => actions.shift(move.key, 1),
      },
      {
        key: "swap",
        words: rotation.swap,
        keys: "S",
        icon: <UserRoundPen size={14} />,
        disabled: !canEdit || move.toPostId === null,
        run: () => actions.swap(move.key, spot),
      },
      {
        key: "forbid",
        words: rotation.forbid,
        keys: "F",
        icon: <Ban size={14} />,
        disabled: !canEdit,
        run: () => actions.forbid(move.key),
      },
      {
        key: "lockPerson",
        words: rotation.lockPerson,
        disabled: !canEdit,
        run: () => actions.lockPerson(move.personId),
      },
      "line",
      {
        key: "surprise",
        words: rotation.replan,
        icon: <Zap size={14} />,
        disabled: !canEdit,
        run: () => query.set({ panel: "replan", move: move.key }, { quiet: true }),
      },
      "line",
      {
        key: "remove",
        words: rotation.removeMove,
        keys: "Delete",
        icon: <Trash2 size={14} />,
        danger: true,
        disabled: !canEdit,
        run: () => actions.remove(move.key, false),
      },
      {
        key: "removeChain",
        words: rotation.removeChain,
        keys: "Shift Delete",
        danger: true,
        disabled: !canEdit,
        run: () => actions.remove(move.key, true),
      },
      "line",
      ...onRow,
    ];
  };
  function openRow(at: TenureRow): void {
    setRow(at);
    query.set({ move: null, panel: "row" }, { quiet: true });
  }
  const showPost = (postId: string): void => {
    const line = timeline.posts.find(({ post }) => post.id === postId);
    if (line) query.set({ find: line.post.name }, { quiet: true });
  };

  const pickedMove = picked === null ? null : (hand.now.moves.find(({ key }) => key === picked) ?? null);
  const tenureHead = useTenureHead(ledger);
  const planHead = usePlanHead(plan, ledger);
  const head = planHead ?? tenureHead;
  const chain = useMemo(() => {
    const chains = chainsOf(hand.now.moves);
    return new Map(chains.map((one) => [one.number, one]));
  }, [hand.now.moves]);

  const beside = ((): ReactNode => {
    if (panel === "make")
      return (
        <PlanForm
          base={plan}
          wishes={hand.settled.wishes}
          names={names}
          onPlan={planned}
          onClose={() => open(null)}
        />
      );
    if (plan && panel === "replan")
      return (
        <ReplanForm
          plan={plan}
          wishes={hand.settled.wishes}
          names={names}
          today={timeline.day}
          personId={pickedMove?.personId ?? null}
          onPlan={planned}
          onClose={() => open(null)}
        />
      );
    if (plan && panel === "check")
      return (
        <CheckPanel
          breaches={breaches.all}
          isAsking={isAsking}
          onShow={showBreach}
          onClose={() => open(null)}
        />
      );
    if (plan && panel === "plan")
      return (
        <PlanPanel
          plan={plan}
          names={names}
          onGone={() => navigate("/rotation")}
          onShowPost={showPost}
          onClose={() => open(null)}
        />
      );
    if (pickedMove)
      return (
        <MovePanel
          move={pickedMove}
          planned={plan?.moves[hand.base.moves.findIndex(({ key }) => key === pickedMove.key)] ?? null}
          chain={chain.get(pickedMove.chain) ?? null}
          names={names}
          breaches={breaches.ofMove(pickedMove, null)}
          isLocked={isLocked(hand.now, pickedMove)}
          actions={canEdit ? actions : null}
          onPick={show}
          onClose={() => pick(null)}
        />
      );
    if (panel === "row" && row)
      return (
        <RowPanel
          row={row}
          isPost={isPost(row)}
          href={`/organisation/${isPost(row) ? "posts" : "people"}?open=${idOf(row)}`}
          onLock={
            canEdit
              ? () => {
                  lockRow(row);
                  setRow({ ...row, isLocked: !row.isLocked });
                }
              : null
          }
          onFill={
            canEdit && isPost(row) && row.vacancies?.[0]
              ? (at) => setSwap({ key: null, postId: idOf(row), day: row.vacancies?.[0]?.from ?? "", at })
              : null
          }
          onPick={show}
          onClose={() => open(null)}
        />
      );
    return null;
  })();

  return (
    <>
      <PageHead
        {...head}
        {...(against.words === null
          ? props.plans.length === 0
            ? { why: { words: rotation.noPlanYet } }
            : {}
          : {
              why: {
                words: against.words,
                link: rotation.compareBase,
                onClick: () =>
                  navigate(`/rotation/compare?plan=${plan?.id ?? ""}&with=${plan?.basePlanId ?? ""}`),
              },
            })}
        primary={{
          words: rotation.makePlan,
          icon: <RefreshCw size={15} strokeWidth={1.75} />,
          disabled: readOnly !== null,
          ...(readOnly ? { hint: say(readOnly) } : {}),
          onClick: () => open("make"),
        }}
        secondary={[
          ...(plan
            ? [
                {
                  words: rotation.replan,
                  icon: <Zap size={15} strokeWidth={1.5} />,
                  disabled: readOnly !== null,
                  onClick: () => query.set({ panel: "replan" }, { quiet: true }),
                },
              ]
            : []),
          {
            words: plan ? rotation.exportPlan : rotation.exportLedger,
            icon: <FileDown size={15} strokeWidth={1.5} />,
            onClick: () =>
              navigate(
                plan ? `/reports?what=plan&plan=${encodeURIComponent(plan.id)}` : "/reports?what=tenure",
              ),
          },
        ]}
      />
      {plan && (hand.isChanged || hand.redoWords !== null) ? (
        <HandBar
          hand={hand}
          tried={tried}
          isAsking={isAsking}
          cost={plan.cost}
          isBusy={keepVariant.isBusy}
          readOnly={readOnly ? say(readOnly) : null}
          onBreaches={() => open("check")}
          onKeep={() => void keep()}
          onReplan={() => open("make")}
        />
      ) : null}
      <Trouble fault={keepVariant.fault} />
      <div className="q-split">
        <div className="q-list">
          {plan && props.view === "moves" ? (
            <Moves plan={plan} picked={picked} onPick={show} />
          ) : plan && props.view === "compare" ? (
            <Compare plan={plan} plans={props.plans} query={query} onNew={() => open("make")} />
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
              strip={strip}
              names={names}
              picked={picked}
              reveal={reveal}
              onPick={pick}
              onOpen={openRow}
              {...(canEdit ? { onDrag: actions.drag } : {})}
              onMenu={setMenu}
              onKey={onKey}
            />
          )}
        </div>
        {beside}
      </div>
      {menu ? (
        <MoveMenu at={menu} label={menu.row.name} actions={menuActions(menu)} onClose={() => setMenu(null)} />
      ) : null}
      {plan && swap ? (
        <SwapCard
          planId={plan.id}
          moves={bareMoves(swap.key === null ? hand.settled.moves : removeMove(hand.settled, swap.key).moves)}
          post={{ id: swap.postId, name: names.posts.get(swap.postId)?.name ?? "" }}
          besideId={hand.settled.moves.find(({ key }) => key === swap.key)?.personId ?? null}
          day={swap.day}
          at={swap.at}
          onChoose={choose}
          onClose={() => setSwap(null)}
        />
      ) : null}
    </>
  );
}
