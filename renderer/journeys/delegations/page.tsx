// Delegations: what is lent to whom until when, on any day; a form that shows what would come of lending; the letter.
import { HandHelping, Plus } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { useLocation } from "wouter";
import { useAsk } from "../../data/ask.ts";
import type { DelegationRow } from "../../data/types.ts";
import { useReadOnly } from "../../data/workbook.ts";
import { useQueryState } from "../../parts/address-query.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { useFrame } from "../../parts/frame-state.ts";
import { type Finding, PageHead } from "../../parts/page-head.tsx";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { DelegationForm, freshDraft, renewalOf } from "./form.tsx";
import { LimitSetting } from "./limits.tsx";
import { DelegationList } from "./list.tsx";
import { DelegationPanel } from "./panel.tsx";
import { shows } from "./shows.ts";
import "./delegations.css";

export default function Delegations(): ReactNode {
  const { delegations: words, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const { day, knownOn, today } = useFrame();
  const readOnly = useReadOnly();
  const query = useQueryState();
  const [, navigate] = useLocation();
  const { value, fault, isWaiting, again } = useAsk("delegations.list", { day, knownOn });
  const counts = useMemo(() => countsOf(value?.rows ?? [], value?.endingSoon ?? []), [value]);
  if (isWaiting) return <PageSkeleton />;
  if (!value)
    return (
      <div className="q-page">
        <Trouble fault={fault} action={{ words: common.retry, onClick: again }} />
      </div>
    );
  const canWrite = readOnly === null;
  const opened = value.rows.find(({ id }) => id === query.get("open")) ?? null;
  const renewed = value.rows.find(({ id }) => id === query.get("renew")) ?? null;
  const isAdding = canWrite && (query.get("new") !== null || renewed !== null);
  const add = (): void => query.set({ new: "1", open: null, renew: null }, { quiet: opened !== null });
  const shut = (): void => query.set({ new: null, renew: null }, { quiet: true });
  const form = (
    <DelegationForm
      key={renewed?.id ?? "new"}
      start={renewed ? renewalOf(renewed) : freshDraft(today, query.get("giver"), query.get("authority"))}
      isRenewal={renewed !== null}
      limits={value.limits}
      onClose={shut}
    />
  );
  if (value.rows.length === 0 && !isAdding)
    return (
      <div className="q-page">
        <EmptyState
          isPage
          icon={<HandHelping size={32} strokeWidth={1.25} />}
          title={words.emptyTitle}
          why={words.emptyWhy}
          {...(canWrite ? { primary: { words: words.add, onClick: add } } : {})}
          secondary={{ words: words.emptyImport, onClick: () => navigate("/approvals/import") }}
        />
      </div>
    );
  const part = (n: number, text: (n: string) => string, show: string): Finding =>
    n === 0 ? [] : [words.comma, { words: text(formats.count(n)), href: `/matrix/delegations?show=${show}` }];
  return (
    <div className="q-page">
      <PageHead
        finding={[
          words.finding(day, formats.count(counts.running)),
          ...part(counts.soon, words.findingSoon, "soon"),
          ...part(counts.lacks, words.findingLacks, "lacks"),
          words.fullStop,
        ]}
        why={{ words: words.why }}
        figures={(["running", "soon", "coming", "lacks"] as const).map((show) => ({
          name: words.figures[show],
          figure: formats.count(counts[show]),
          href: `/matrix/delegations?show=${show}`,
          ...((show === "soon" || show === "lacks") && counts[show] > 0 ? { tone: "amber" as const } : {}),
        }))}
        primary={{
          words: words.add,
          icon: <Plus size={16} strokeWidth={1.75} />,
          disabled: !canWrite,
          ...(readOnly ? { hint: say(readOnly) } : {}),
          onClick: add,
        }}
        secondary={[{ words: words.matrix, onClick: () => navigate("/matrix") }]}
      />
      <Trouble fault={fault} />
      <div className="q-split">
        <div className="q-list">
          <DelegationList
            rows={value.rows}
            endingSoon={value.endingSoon}
            query={query}
            selected={opened?.id ?? null}
            toolsEnd={<LimitSetting limits={value.limits} canWrite={canWrite} />}
          />
        </div>
        {isAdding ? (
          form
        ) : opened ? (
          <DelegationPanel
            row={opened}
            canWrite={canWrite}
            onRenew={() => query.set({ renew: opened.id, open: null }, { quiet: true })}
            onClose={() => query.set({ open: null }, { quiet: true })}
          />
        ) : null}
      </div>
    </div>
  );
}

function countsOf(rows: readonly DelegationRow[], soon: readonly string[]) {
  const count = (show: "running" | "soon" | "coming" | "lacks"): number =>
    rows.filter((row) => shows(show, row, soon)).length;
  return { running: count("running"), soon: count("soon"), coming: count("coming"), lacks: count("lacks") };
}
