// Exemptions: a list by state, the form of a new one, and one with its periods of evidence.
import { Plus, ShieldCheck } from "lucide-react";
import type { ReactNode } from "react";
import { useAsk } from "../../../data/ask.ts";
import type { ExemptionRow } from "../../../data/types.ts";
import { useReadOnly } from "../../../data/workbook.ts";
import { useQueryState } from "../../../parts/address-query.ts";
import { EmptyState } from "../../../parts/empty-state.tsx";
import { useWhen } from "../../../parts/frame-state.ts";
import { type Finding, PageHead } from "../../../parts/page-head.tsx";
import { PageSkeleton } from "../../../parts/page-skeleton.tsx";
import { useText } from "../../../parts/text.ts";
import { Trouble } from "../../../parts/trouble.tsx";
import { useFormats, useWords } from "../../../parts/words.tsx";
import { ExemptionForm } from "./form.tsx";
import { ExemptionList } from "./list.tsx";
import { ExemptionPanel } from "./panel.tsx";
import { exemptionShows, type Show } from "./shows.ts";

export function Exemptions(props: { tools: ReactNode }): ReactNode {
  const { tenure, common } = useWords();
  const { exemption: words } = tenure;
  const formats = useFormats();
  const say = useText();
  const when = useWhen();
  const readOnly = useReadOnly("sheets.save");
  const query = useQueryState();
  const asked = useAsk("tenure.exemptions", { day: when.asOf, knownOn: when.knownOn });
  if (asked.isWaiting) return <PageSkeleton />;
  const rows = asked.value?.rows ?? [];
  const canWrite = readOnly === null && when.knownOn === null;
  const opened = rows.find(({ id }) => id === query.get("open")) ?? null;
  const isAdding = canWrite && query.get("new") !== null;
  const add = (): void => query.set({ new: "1", open: null, person: null, post: null }, { quiet: true });
  const count = (show: Show): number => rows.filter((row) => exemptionShows(show, row)).length;
  const finding: Finding = [
    words.finding(formats.count(count("running"))),
    ...(count("missing") > 0
      ? [
          common.comma,
          {
            words: words.findingMissing(formats.count(count("missing"))),
            href: "/rotation/exemptions?show=missing",
          },
        ]
      : []),
    words.end,
  ];
  const primary = {
    words: words.add,
    icon: <Plus size={16} strokeWidth={1.75} />,
    disabled: !canWrite,
    ...(readOnly ? { hint: say(readOnly) } : {}),
    onClick: add,
  };
  const isEmpty = rows.length === 0 && !isAdding;
  return (
    <>
      {isEmpty ? (
        <>
          <div className="q-tools">{props.tools}</div>
          <EmptyState
            isPage
            icon={<ShieldCheck size={32} strokeWidth={1.25} />}
            title={words.emptyTitle}
            why={words.emptyWhy}
            {...(canWrite ? { primary } : {})}
          />
        </>
      ) : (
        <PageHead
          finding={finding}
          why={{ words: words.why }}
          figures={(["running", "missing", "ending", "concerns"] as const).map((show) => ({
            name: words.figures[show],
            figure: formats.count(count(show)),
            href: `/rotation/exemptions?show=${show}`,
            ...(show === "missing" && count(show) > 0 ? { tone: "red" as const } : {}),
            ...((show === "ending" || show === "concerns") && count(show) > 0
              ? { tone: "amber" as const }
              : {}),
          }))}
          primary={primary}
        />
      )}
      <Trouble fault={asked.fault} action={{ words: common.retry, onClick: asked.again }} />
      {isEmpty ? null : (
        <div className="q-split">
          <div className="q-list">
            <ExemptionList rows={rows} query={query} selected={opened?.id ?? null} tools={props.tools} />
          </div>
          {isAdding ? (
            <ExemptionForm
              key={`${query.get("person")}.${query.get("post")}`}
              personId={query.get("person")}
              postId={query.get("post")}
              onClose={() => query.set({ new: null, person: null, post: null }, { quiet: true })}
            />
          ) : opened ? (
            <ExemptionPanel
              key={opened.id}
              row={opened satisfies ExemptionRow}
              canWrite={canWrite && when.asOf === null}
              onClose={() => query.set({ open: null }, { quiet: true })}
            />
          ) : null}
        </div>
      )}
    </>
  );
}
