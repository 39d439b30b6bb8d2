// Forced leave: asked for, placed with a stand-in, handed over at both ends, looked into; a list, a form, one of them.
import { CalendarOff, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useAsk } from "../../../data/ask.ts";
import { useTell } from "../../../data/tell.ts";
import { useUndo } from "../../../data/undo.ts";
import { useReadOnly } from "../../../data/workbook.ts";
import { useQueryState } from "../../../parts/address-query.ts";
import { EmptyState } from "../../../parts/empty-state.tsx";
import { useWhen } from "../../../parts/frame-state.ts";
import { PageHead } from "../../../parts/page-head.tsx";
import { PageSkeleton } from "../../../parts/page-skeleton.tsx";
import { useText } from "../../../parts/text.ts";
import { Trouble } from "../../../parts/trouble.tsx";
import { useToast } from "../../../parts/undo-toast.tsx";
import { useFormats, useWords } from "../../../parts/words.tsx";
import { LeaveForm } from "./form.tsx";
import { LeaveList } from "./list.tsx";
import { LeavePanel } from "./panel.tsx";
import { type LeaveShow, leaveShows, shows } from "./shows.ts";

const nothing = {};

export function Leaves(props: { tools: ReactNode }): ReactNode {
  const { tenure, common } = useWords();
  const { leave: words } = tenure;
  const formats = useFormats();
  const say = useText();
  const when = useWhen();
  const readOnly = useReadOnly("leaves.ask");
  const query = useQueryState();
  const newest = useAsk("rotation.plans", nothing).value?.plans[0]?.id ?? null;
  const plan = useAsk("rotation.planOf", newest === null ? null : { id: newest }).value ?? null;
  const adopt = useTell("leaves.adopt");
  const toast = useToast();
  const undo = useUndo();
  const asked = useAsk("leaves.list", { day: when.asOf, knownOn: when.knownOn });
  if (asked.isWaiting) return <PageSkeleton />;
  const rows = asked.value?.rows ?? [];
  const canWrite = readOnly === null && when.asOf === null && when.knownOn === null;
  const opened = rows.find(({ id }) => id === query.get("leave")) ?? null;
  const isAdding = canWrite && query.get("new") !== null;
  const count = (show: LeaveShow): number => rows.filter((row) => leaveShows(show, row)).length;
  const acted = rows.filter(({ acts }) => acts.length > 0).length;
  const primary = {
    words: words.add,
    icon: <Plus size={16} strokeWidth={1.75} />,
    disabled: !canWrite,
    ...(readOnly ? { hint: say(readOnly) } : {}),
    onClick: () => query.set({ new: "1", leave: null }, { quiet: true }),
  };
  const planned = (plan?.leaves ?? []).filter(({ demandId }) =>
    rows.some(({ id, state }) => id === demandId && state === "asked"),
  );
  const take = async (planId: string): Promise<void> => {
    const done = await adopt.tell({ planId });
    if (!done) return;
    const { change } = done;
    toast.say({
      words: words.adopted(formats.count(done.placed), formats.count(done.refused.length)),
      ...(change ? { undo: () => undo(change.seq) } : {}),
    });
  };
  const isEmpty = rows.length === 0 && !isAdding;
  return (
    <>
      {isEmpty ? (
        <>
          <div className="q-tools">{props.tools}</div>
          <EmptyState
            isPage
            icon={<CalendarOff size={32} strokeWidth={1.25} />}
            title={words.emptyTitle}
            why={words.emptyWhy}
            {...(canWrite ? { primary } : {})}
          />
        </>
      ) : (
        <PageHead
          finding={[
            words.finding(formats.count(count("placed"))),
            ...(count("asked") > 0 ? [words.findingAsked(formats.count(count("asked")))] : []),
            ...(acted > 0 ? [words.findingActs(formats.count(acted))] : []),
            tenure.exemption.end,
          ]}
          why={{ words: words.why }}
          figures={shows.map((show) => ({
            name: words.figures[show],
            figure: formats.count(count(show)),
            href: `/rotation/exemptions?view=leaves&show=${show}`,
            ...((show === "asked" || show === "concerns") && count(show) > 0
              ? { tone: "amber" as const }
              : {}),
          }))}
          primary={primary}
          {...(plan && planned.length > 0
            ? {
                secondary: [
                  {
                    words: words.adopt(formats.count(planned.length)),
                    busy: adopt.isBusy,
                    disabled: !canWrite,
                    onClick: () => void take(plan.id),
                  },
                ],
              }
            : {})}
        />
      )}
      <Trouble fault={adopt.fault} />
      <Trouble fault={asked.fault} action={{ words: common.retry, onClick: asked.again }} />
      {isEmpty ? null : (
        <div className="q-split">
          <div className="q-list">
            <LeaveList rows={rows} query={query} selected={opened?.id ?? null} tools={props.tools} />
          </div>
          {isAdding ? (
            <LeaveForm
              onClose={() => query.set({ new: null }, { quiet: true })}
              onAsked={(id) => query.set({ new: null, leave: id }, { quiet: true })}
            />
          ) : opened ? (
            <LeavePanel
              key={opened.id}
              row={opened}
              canWrite={canWrite}
              onClose={() => query.set({ leave: null }, { quiet: true })}
            />
          ) : null}
        </div>
      )}
    </>
  );
}
