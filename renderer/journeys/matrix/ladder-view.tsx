// The ladders of the matters shown: tiers as intervals, gaps and overlaps in words, bounds moved by drag, keys or number.
import { Button } from "antd";
import { type ReactNode, useMemo, useState } from "react";
import type { Edit } from "../../../shared/domain/edit.ts";
import type { MatrixView } from "../../data/types.ts";
import { useUnit } from "../../parts/frame-state.ts";
import { LadderAxis } from "../../parts/ladder-axis.tsx";
import { MoneyInput } from "../../parts/money-input.tsx";
import { ScrollBox } from "../../parts/scroll-box.tsx";
import { SidePanel } from "../../parts/side-panel.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { namedBy, useApply } from "./apply.ts";
import { type Ground, putTerms } from "./cell-edits.ts";
import { EditPreview } from "./edit-preview.tsx";
import { type Bounds, moved, type StepLadder, stepLadders } from "./ladder-model.ts";
import { LadderNotes } from "./ladder-notes.tsx";
import type { Scoped } from "./scope.ts";

const none: Bounds = new Map();

export function LadderView(props: {
  view: MatrixView;
  scoped: Scoped;
  ground: Ground;
  canWrite: boolean;
}): ReactNode {
  const { view, scoped, ground, canWrite } = props;
  const { matrixWork, common } = useWords();
  const formats = useFormats();
  const unit = useUnit();
  const [bounds, setBounds] = useState<Bounds>(none);
  const { apply, isBusy, fault } = useApply();
  const posts = useMemo(() => new Map(view.posts.map((post) => [post.id, post])), [view]);
  const steps = useMemo(() => stepLadders(scoped, posts, bounds), [scoped, posts, bounds]);
  const edits = useMemo<Edit[]>(
    () =>
      scoped.cells.flatMap((cell) => {
        const range = bounds.get(cell.authorityId);
        const isMoved = range && (range.over !== cell.over || range.upTo !== cell.upTo);
        return isMoved ? putTerms(ground, [cell], range) : [];
      }),
    [bounds, scoped, ground],
  );
  const save = async (): Promise<void> => {
    const names = steps.filter(({ tiers }) => tiers.some(({ isChanged }) => isChanged));
    const what = names.map(({ step }) => step.name).join("、");
    if (
      await apply(
        edits,
        namedBy((named) => named.ladder(what)),
      )
    )
      setBounds(none);
  };
  if (steps.length === 0) return <p className="q-prose">{matrixWork.ladder.empty}</p>;
  return (
    <div className="q-split">
      <ScrollBox className="q-list q-ladders" label={matrixWork.ladder.title}>
        {steps.map((step) => (
          <OneLadder
            key={step.step.id}
            step={step}
            canWrite={canWrite}
            nameOf={(id) => posts.get(id)?.name ?? ""}
            onMove={(id, bound, amount) => setBounds((now) => moved(step, id, bound, amount, now))}
          />
        ))}
      </ScrollBox>
      {edits.length > 0 ? (
        <SidePanel
          id="matrix.cell"
          startWidth={400}
          label={matrixWork.ladder.title}
          title={matrixWork.ladder.changed(formats.count(edits.length))}
          onClose={() => setBounds(none)}
          foot={
            <>
              <Button type="primary" loading={isBusy} onClick={() => void save()}>
                {matrixWork.ladder.save}
              </Button>
              <Button onClick={() => setBounds(none)}>{matrixWork.ladder.reset}</Button>
            </>
          }
        >
          <Trouble fault={fault} />
          <ul className="q-check-list">
            {scoped.cells
              .filter(({ authorityId }) => bounds.has(authorityId))
              .map((cell) => (
                <li key={cell.authorityId}>
                  <div>
                    <span />
                    <span>
                      {posts.get(cell.postId ?? "")?.name ?? cell.person?.name}
                      {common.colon}
                      {formats.range(cell, unit)} →{" "}
                      {formats.range(bounds.get(cell.authorityId) ?? cell, unit)}
                    </span>
                  </div>
                </li>
              ))}
          </ul>
          <EditPreview edits={edits} />
        </SidePanel>
      ) : null}
    </div>
  );
}

function OneLadder(props: {
  step: StepLadder;
  canWrite: boolean;
  nameOf(postId: string): string;
  onMove(id: string, bound: "over" | "upTo", amount: number | null): void;
}): ReactNode {
  const { matrixWork, common } = useWords();
  const { step, matter, tiers, ladder } = props.step;
  const name = (tier: (typeof tiers)[number]): string =>
    tier.postId === null ? (tier.person?.name ?? "") : props.nameOf(tier.postId);
  return (
    <section className="q-ladder-one" aria-label={`${matter.name} · ${step.name}`}>
      <h2>
        {step.name}
        <small>{matter.name}</small>
      </h2>
      <div className="q-ladder-sides">
        <LadderAxis
          label={`${matter.name} · ${step.name}`}
          tiers={tiers.map((tier) => ({
            id: tier.authorityId,
            name: name(tier),
            note: tier.levelShown ? common.levels[tier.levelShown] : "",
            over: tier.over,
            upTo: tier.upTo,
            isCollective: tier.isCollective,
            isChanged: tier.isChanged,
          }))}
          pieces={ladder.pieces}
          {...(props.canWrite ? { onBound: props.onMove } : {})}
        />
        {props.canWrite ? (
          <ul className="q-ladder-fields">
            {tiers.map((tier) => (
              <li key={tier.authorityId}>
                <MoneyInput
                  label={matrixWork.ladder.lower(name(tier))}
                  value={tier.over ?? undefined}
                  placeholder="0"
                  onLeave
                  onChange={(over) => props.onMove(tier.authorityId, "over", over ?? null)}
                />
                <MoneyInput
                  label={matrixWork.ladder.upper(name(tier))}
                  value={tier.upTo ?? undefined}
                  placeholder={matrixWork.ladder.infinite}
                  onLeave
                  onChange={(upTo) => props.onMove(tier.authorityId, "upTo", upTo ?? null)}
                />
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <LadderNotes pieces={ladder.pieces} />
    </section>
  );
}
