// One move in full: who, from where, to where, why, who else could, what is amiss, and what can be done with it.
import { Button } from "antd";
import { ArrowLeft, ArrowRight, Ban, Lock, LockOpen, Trash2, UserRoundPen } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { PlanMove } from "../../data/types.ts";
import { Facts, PanelSection, SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import type { Chain } from "./chains.ts";
import type { DraftMove } from "./hand-edits.ts";
import type { MoveActions } from "./move-actions.ts";
import type { Names } from "./names.ts";

interface MovePanelProps {
  move: DraftMove;
  /** The plan's own move, with its reasons; null: made by hand. */
  planned: PlanMove | null;
  chain: Chain | null;
  names: Names;
  breaches: readonly string[];
  isLocked: boolean;
  /** Null: looked at only. */
  actions: MoveActions | null;
  onPick(key: string): void;
  onClose(): void;
}

export function MovePanel(props: MovePanelProps): ReactNode {
  const { move, planned, chain, names, actions } = props;
  const { rotation, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const person = names.people.get(move.personId);
  const nameOf = (id: string | null): string =>
    id === null ? rotation.reserve : (names.posts.get(id)?.name ?? id);
  const post = (id: string | null): ReactNode =>
    id === null ? (
      rotation.reserve
    ) : (
      <>
        <Link className="q-link" href={`/organisation/posts?open=${id}`}>
          {nameOf(id)}
        </Link>
        <span className="q-muted"> {names.posts.get(id)?.department}</span>
      </>
    );
  const at = chain?.moves.findIndex(({ key }) => key === move.key) ?? -1;
  const before = chain?.moves[at - 1];
  const after = chain?.moves[at + 1];
  const isSame = planned !== null && planned.person.id === move.personId;
  return (
    <SidePanel
      id="rotation.move"
      startWidth={380}
      label={rotation.moveLabel}
      title={`${person?.name ?? move.personId} → ${nameOf(move.toPostId)}`}
      tags={
        <>
          <span className="q-tag">{move.day}</span>
          <span className="q-tag" data-tone="accent">
            {chain?.isCycle
              ? rotation.cycleOf(formats.count(move.chain))
              : rotation.chain(formats.count(move.chain))}
          </span>
          {props.isLocked ? (
            <span className="q-tag" data-tone="accent">
              {rotation.lockedTag}
            </span>
          ) : null}
          {planned === null || !isSame || planned.day !== move.day ? (
            <span className="q-tag" data-tone="amber">
              {rotation.byHand}
            </span>
          ) : null}
        </>
      }
      onClose={props.onClose}
      onPrevious={before ? () => props.onPick(before.key) : undefined}
      onNext={after ? () => props.onPick(after.key) : undefined}
      {...(actions
        ? {
            foot: (
              <div className="q-move-actions">
                <Button
                  icon={<ArrowLeft size={14} />}
                  title="Shift ←"
                  onClick={() => actions.shift(move.key, -1)}
                >
                  {rotation.earlier}
                </Button>
                <Button
                  icon={<ArrowRight size={14} />}
                  title="Shift →"
                  onClick={() => actions.shift(move.key, 1)}
                >
                  {rotation.later}
                </Button>
                <Button
                  icon={props.isLocked ? <LockOpen size={14} /> : <Lock size={14} />}
                  title="L"
                  onClick={() => actions.lock(move.key)}
                >
                  {props.isLocked ? rotation.unlock : rotation.lock}
                </Button>
                <Button
                  icon={<UserRoundPen size={14} />}
                  title="S"
                  disabled={move.toPostId === null}
                  onClick={({ currentTarget }) => {
                    const { left, top } = currentTarget.getBoundingClientRect();
                    actions.swap(move.key, { x: left - 120, y: top - 380 });
                  }}
                >
                  {rotation.swap}
                </Button>
                <Button icon={<Ban size={14} />} title="F" onClick={() => actions.forbid(move.key)}>
                  {rotation.forbid}
                </Button>
                <Button
                  danger
                  icon={<Trash2 size={14} />}
                  title="Delete"
                  onClick={() => actions.remove(move.key, false)}
                >
                  {rotation.removeMove}
                </Button>
              </div>
            ),
          }
        : {})}
    >
      <Facts
        facts={[
          {
            name: rotation.columns.person,
            value: (
              <>
                <Link className="q-link" href={`/organisation/people?open=${move.personId}`}>
                  {person?.name ?? move.personId}
                </Link>
                <span className="q-muted"> {person?.staffNo}</span>
              </>
            ),
          },
          { name: rotation.columns.from, value: post(move.fromPostId) },
          { name: rotation.columns.to, value: post(move.toPostId) },
          {
            name: rotation.columns.day,
            value: planned && planned.day !== move.day ? rotation.wasDay(move.day, planned.day) : move.day,
          },
        ]}
      />
      {props.breaches.length > 0 ? (
        <PanelSection title={rotation.breaches} note={formats.count(props.breaches.length)}>
          <ul className="q-plan-lines">
            {props.breaches.map((breach) => (
              <li key={breach} className="q-red">
                {breach}
              </li>
            ))}
          </ul>
        </PanelSection>
      ) : null}
      {planned && isSame ? (
        <>
          <PanelSection title={rotation.whyThis}>
            <p className="q-prose">{say(planned.reason)}</p>
          </PanelSection>
          {planned.alternatives ? (
            <PanelSection title={rotation.columns.alternatives}>
              <p className="q-prose">{say(planned.alternatives)}</p>
            </PanelSection>
          ) : null}
        </>
      ) : (
        <p className="q-prose q-second">{rotation.byHandWhy}</p>
      )}
      {chain && chain.moves.length > 1 ? (
        <PanelSection
          title={chain.isCycle ? rotation.wholeCycle : rotation.wholeChain}
          note={common.people(formats.count(chain.personIds.size))}
        >
          <ol className="q-plan-lines q-chain-list">
            {chain.moves.map((one) => (
              <li key={one.key}>
                <button
                  type="button"
                  className="q-chain-step"
                  aria-current={one.key === move.key ? "true" : "false"}
                  onClick={() => props.onPick(one.key)}
                >
                  <span className="q-muted q-small">{one.day}</span>
                  <span>
                    <b>{names.people.get(one.personId)?.name ?? one.personId}</b> {nameOf(one.fromPostId)} →{" "}
                    {nameOf(one.toPostId)}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        </PanelSection>
      ) : null}
    </SidePanel>
  );
}
