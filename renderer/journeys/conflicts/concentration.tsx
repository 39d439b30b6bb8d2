// Concentration: how much lies in few hands, by person, or how few people a case needs, by matter and tier.
import { Users } from "lucide-react";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { useAsk } from "../../data/ask.ts";
import { useQueryState } from "../../parts/address-query.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { useWhen } from "../../parts/frame-state.ts";
import { Limits } from "../../parts/limits.tsx";
import { type Finding, PageHead } from "../../parts/page-head.tsx";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { ByChips } from "./by-chips.tsx";
import { GroupList } from "./group-list.tsx";
import { PeriodChips, yearOf } from "./period-chips.tsx";
import { PersonList } from "./person-list.tsx";
import { Views } from "./views.tsx";
import "./conflicts.css";
import "./analysis.css";

export default function Concentration(): ReactNode {
  const { analysis, common } = useWords();
  const say = useText();
  const formats = useFormats();
  const query = useQueryState();
  const [, navigate] = useLocation();
  const asked = { ...useWhen(), year: yearOf(query) };
  const { value, fault, isWaiting, again } = useAsk("analysis.concentration", asked);
  if (isWaiting) return <PageSkeleton />;
  const isByMatter = query.get("by") === "matter";
  const show = (what: string) => () => query.set({ show: what, by: null, open: null });
  const parts = value
    ? [
        ...(value.overHalf > 0
          ? [{ words: analysis.foundOverHalf(formats.count(value.overHalf)), onClick: show("half") }]
          : value.cases > 0
            ? [analysis.foundNone]
            : []),
        ...(value.primaryPair > 0
          ? [{ words: analysis.foundPair(formats.count(value.primaryPair)), onClick: show("pair") }]
          : []),
        ...(value.stopping > 0
          ? [{ words: analysis.foundStopping(formats.count(value.stopping)), onClick: show("stop") }]
          : []),
      ]
    : [];
  const finding: Finding = !value
    ? [analysis.views.concentration]
    : value.cases === 0
      ? [analysis.noCases]
      : [
          analysis.found(formats.count(value.cases)),
          ...parts.flatMap((part, at) => (at === 0 ? [part] : [common.comma, part])),
          analysis.foundEnd,
        ];
  const taking = value?.people.filter((one) => one.cases > 0).length ?? 0;
  return (
    <div className="q-page">
      <PageHead
        finding={finding}
        figures={
          value
            ? [
                { name: analysis.figures.people, figure: formats.count(taking) },
                {
                  name: analysis.figures.overHalf,
                  figure: formats.count(value.overHalf),
                  onClick: show("half"),
                },
                {
                  name: analysis.figures.primaryPair,
                  figure: formats.count(value.primaryPair),
                  onClick: show("pair"),
                },
                {
                  name: analysis.figures.stopping,
                  figure: formats.count(value.stopping),
                  onClick: show("stop"),
                },
              ]
            : []
        }
        primary={{
          words: analysis.seeConflicts,
          onClick: () => navigate("/conflicts?kind=concentration"),
        }}
        why={{ words: analysis.lead }}
      />
      <Views
        end={
          value ? (
            <>
              <ByChips query={query} />
              <PeriodChips query={query} years={value.years} />
            </>
          ) : null
        }
      />
      <Trouble fault={fault} action={{ words: common.retry, onClick: again }} />
      {value && value.people.length === 0 && value.groups.length === 0 ? (
        <EmptyState
          icon={<Users size={32} strokeWidth={1.25} />}
          title={analysis.emptyTitle}
          why={analysis.emptyWhy}
          secondary={{ words: analysis.emptyImport, onClick: () => navigate("/approvals/import") }}
        />
      ) : value ? (
        <>
          {isByMatter ? (
            <GroupList view={value} asked={asked} query={query} />
          ) : (
            <PersonList view={value} asked={asked} query={query} />
          )}
          <Limits title={analysis.limits} lines={value.limits.map(say)} />
        </>
      ) : null}
    </div>
  );
}
