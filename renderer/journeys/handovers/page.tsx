// From plan to done: handovers, notices and follow-ups, each a table with the detail beside it.
import { CalendarDays, FileDown, HandHelping } from "lucide-react";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { useAsk } from "../../data/ask.ts";
import { useQueryState } from "../../parts/address-query.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import { RotationTabs } from "../../parts/rotation-tabs.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../parts/words.tsx";
import { FollowUpList } from "./follow-up-list.tsx";
import { FollowUpPanel } from "./follow-up-panel.tsx";
import { HandoverList } from "./handover-list.tsx";
import { HandoverPanel } from "./handover-panel.tsx";
import { NoticeList } from "./notice-list.tsx";
import { NoticePanel } from "./notice-panel.tsx";
import { useCalendar } from "./use-calendar.ts";
import { useDoneHead } from "./use-head.ts";
import "./handovers.css";

export const views = ["handovers", "notices", "follow-ups"] as const;
const nothing = {};

export default function Handovers(): ReactNode {
  const { handovers: words, common } = useWords();
  const [, navigate] = useLocation();
  const query = useQueryState();
  const handovers = useAsk("handovers.list", nothing);
  const notices = useAsk("handovers.notices", nothing);
  const followUps = useAsk("handovers.followUps", nothing);
  const calendar = useCalendar();
  const view = views.find((one) => one === query.get("view")) ?? "handovers";
  const open = query.get("open");
  const rows = {
    handovers: handovers.value?.rows ?? [],
    notices: notices.value?.rows ?? [],
    followUps: followUps.value?.rows ?? [],
  };
  const today = handovers.value?.day ?? "";
  const head = useDoneHead(rows, today);
  if (handovers.isWaiting || notices.isWaiting || followUps.isWaiting) return <PageSkeleton />;
  const shut = (): void => query.set({ open: null }, { quiet: true });
  const onOpen = (id: string): void => query.set({ open: id }, { quiet: open !== null });
  const tools = (
    <fieldset className="q-segments" aria-label={words.view} style={{ margin: 0, padding: 0 }}>
      {views.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={view === one}
          onClick={() => query.set({ view: one === "handovers" ? null : one, open: null, show: null })}
        >
          {words.views[one]}
        </button>
      ))}
    </fieldset>
  );
  const isEmpty = rows.handovers.length + rows.notices.length + rows.followUps.length === 0;
  const notice = rows.notices.find(({ id }) => id === open);
  const followUp = rows.followUps.find(({ id }) => id === open);
  const fault = handovers.fault ?? notices.fault ?? followUps.fault;
  return (
    <div className="q-page">
      <RotationTabs />
      {isEmpty && !fault ? (
        <EmptyState
          icon={<HandHelping size={32} strokeWidth={1.25} />}
          title={words.emptyTitle}
          why={words.emptyWhy}
          primary={{ words: words.emptyPlan, onClick: () => navigate("/rotation") }}
        />
      ) : (
        <>
          <PageHead
            {...head}
            why={{ words: words.why }}
            primary={{
              words: words.export,
              icon: <FileDown size={15} strokeWidth={1.5} />,
              onClick: () => navigate(`/reports?what=${view}`),
            }}
            secondary={[
              {
                words: words.calendar,
                icon: <CalendarDays size={15} strokeWidth={1.5} />,
                busy: calendar.isBusy,
                onClick: () => void calendar.take(null, words.calendarAll),
              },
            ]}
          />
          <Trouble
            fault={fault ?? calendar.fault}
            action={{ words: common.retry, onClick: handovers.again }}
          />
          <div className="q-split">
            <div className="q-list">
              {view === "handovers" ? (
                <HandoverList rows={rows.handovers} tools={tools} query={query} onOpen={onOpen} />
              ) : view === "notices" ? (
                <NoticeList rows={rows.notices} tools={tools} query={query} onOpen={onOpen} />
              ) : (
                <FollowUpList rows={rows.followUps} tools={tools} query={query} onOpen={onOpen} />
              )}
            </div>
            {view === "handovers" && rows.handovers.some(({ id }) => id === open) ? (
              <HandoverPanel key={open} id={open ?? ""} onClose={shut} />
            ) : view === "notices" && notice ? (
              <NoticePanel key={open} row={notice} onClose={shut} />
            ) : view === "follow-ups" && followUp ? (
              <FollowUpPanel key={open} row={followUp} onClose={shut} />
            ) : null}
          </div>
        </>
      )}
    </div>
  );
}
