// One change set: its edits, its description, its effect beside them, and the one next step.
import { Button } from "antd";
import { ArrowLeft, FilePenLine } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Link, useLocation } from "wouter";
import { useAsk } from "../../data/ask.ts";
import { useSeats } from "../../data/operators.ts";
import { useTell } from "../../data/tell.ts";
import type { ChangeView, EditLine, Effect } from "../../data/types.ts";
import { useReadOnly } from "../../data/workbook.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { Mark } from "../../parts/marks.tsx";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import { ScrollBox } from "../../parts/scroll-box.tsx";
import { PanelSection } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useWords } from "../../parts/words.tsx";
import { Branches } from "./branches.tsx";
import { Decide, type Decision } from "./decide.tsx";
import { DescribeForm } from "./describe-form.tsx";
import { EditList } from "./edit-list.tsx";
import { EffectPanel } from "./effect-panel.tsx";
import { HistoryLine } from "./history-line.tsx";
import { useSetActions } from "./set-actions.ts";
import { SetHead } from "./set-head.tsx";
import { SetState } from "./set-state.tsx";
import { StaleBanner } from "./stale-banner.tsx";

export function SetPage(props: { id: string }): ReactNode {
  const { common } = useWords();
  const { value, fault, isWaiting, again } = useAsk("changes.view", { id: props.id });
  if (isWaiting) return <PageSkeleton />;
  if (!value)
    return (
      <div className="q-page">
        <Trouble fault={fault} action={{ words: common.retry, onClick: again }} />
      </div>
    );
  return <Shown view={value} />;
}

/** Open sets are judged on today's facts again and again; decided ones keep what was decided on. */
function useEffectOf(view: ChangeView) {
  const { changes: words } = useWords();
  const isOpen = view.set.state === "draft" || view.set.state === "submitted";
  const asked = useAsk("changes.simulate", isOpen && view.edits.length > 0 ? { id: view.set.id } : null);
  const effect: Effect | null = isOpen ? (asked.value ?? null) : view.effect;
  const note =
    effect === null
      ? ""
      : isOpen
        ? words.effect.on(effect.day)
        : view.set.state === "approved"
          ? words.effect.stored(effect.day)
          : words.effect.storedSubmit(effect.day);
  const title = isOpen ? words.effect.title : words.effect.titleDecided;
  return { effect, title, note, isRunning: isOpen && (asked.isWaiting || asked.isOld), fault: asked.fault };
}

function Shown(props: { view: ChangeView }): ReactNode {
  const { view } = props;
  const { set, edits, may } = view;
  const { changes: words } = useWords();
  const { isSecondPerson } = useSeats();
  const say = useText();
  const toast = useToast();
  const [, navigate] = useLocation();
  const readOnly = useReadOnly("changes.edit");
  const [asked, setAsked] = useState<Decision | null>(null);
  const drop = useTell("changes.dropEdit");
  const restore = useTell("changes.edit");
  const actions = useSetActions(set, view.branches);
  const { effect, title, note, isRunning, fault } = useEffectOf(view);
  const canEdit = set.state === "draft" && may.edit === null && readOnly === null;
  const dropIt = async (line: EditLine): Promise<void> => {
    const done = await drop.tell({ id: set.id, keys: [line.key] });
    if (done)
      toast.say({
        words: words.dropped(say(line.sentence)),
        undo: async () => {
          await restore.tell({ id: set.id, edits: [line.edit] });
        },
      });
  };
  const isOpen = set.state === "draft" || set.state === "submitted";
  const why = set.state === "draft" ? may.submit : may.approve;
  const hindrances =
    isOpen && edits.length > 0
      ? [
          ...(why ? [(set.state === "draft" ? words.mayNot.submit : words.mayNot.approve) + say(why)] : []),
          ...view.lacks.map(say).filter((line) => !why || line !== say(why)),
        ]
      : [];
  return (
    <div className="q-page">
      <nav className="q-set-trail">
        <Link className="q-link q-row" href="/matrix/changes">
          <ArrowLeft size={14} strokeWidth={1.5} aria-hidden="true" />
          {words.back}
        </Link>
        <SetState state={set.state} tag />
        <Branches view={view} />
      </nav>
      <SetHead
        view={view}
        effect={effect}
        actions={actions}
        readOnly={readOnly}
        onAsk={setAsked}
        onPrint={() => navigate(`/reports?what=change-set&set=${set.id}`)}
      />
      {hindrances.map((line) => (
        <p key={line} className="q-set-hindrance" role="status">
          <Mark shape="square" />
          {line}
        </p>
      ))}
      <Trouble fault={actions.fault ?? drop.fault ?? restore.fault} />
      <StaleBanner set={set} stale={edits.filter((line) => line.isStale)} canRebase={canEdit} />
      <div className="q-split">
        <div className="q-list">
          <EditList
            edits={edits}
            onDrop={canEdit ? (line) => void dropIt(line) : null}
            empty={
              <EmptyState
                icon={<FilePenLine size={28} strokeWidth={1.25} />}
                title={words.editsEmpty}
                why={isSecondPerson ? words.editsEmptyWhy : words.sole}
                secondary={{ words: words.emptyMatrix, onClick: () => navigate("/matrix") }}
              />
            }
          />
          <ScrollBox className="q-set-foot" label={words.description}>
            <PanelSection
              title={words.description}
              end={
                canEdit ? (
                  actions.isInUse ? (
                    words.inUse
                  ) : (
                    <Button size="small" onClick={actions.use}>
                      {words.use}
                    </Button>
                  )
                ) : null
              }
            >
              <DescribeForm key={`${set.id}.${set.state}`} set={set} canEdit={canEdit} />
            </PanelSection>
            <PanelSection title={words.history}>
              <HistoryLine view={view} />
            </PanelSection>
          </ScrollBox>
        </div>
        {edits.length > 0 ? (
          <EffectPanel effect={effect} title={title} note={note} isRunning={isRunning}>
            <Trouble fault={fault} />
          </EffectPanel>
        ) : null}
      </div>
      <Decide set={set} effect={effect} asked={asked} onDone={() => setAsked(null)} />
    </div>
  );
}
