// The timeline page: tenures against their limits, and what a plan would change.
import { type ReactNode, useMemo } from "react";
import { useAsk } from "../../data/ask.ts";
import type { Answered } from "../../data/names.ts";
import type { TenureRow as LedgerRow, Plan } from "../../data/types.ts";
import { useWhen } from "../../parts/frame-state.ts";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import { TenureLegend } from "../../parts/tenure-legend.tsx";
import { TenureTimeline } from "../../parts/tenure-timeline.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../parts/words.tsx";
import { spanOf, useTimeline } from "./timeline-model.ts";

export function Timeline(props: {
  plan: Plan | null;
  ledger: readonly LedgerRow[];
  tools: ReactNode;
  /** No room for the legend beside an open panel. */
  isNarrow: boolean;
  onOpen(rowId: string): void;
}): ReactNode {
  const when = useWhen();
  const { value, fault, isWaiting } = useAsk("rotation.timeline", {
    day: when.asOf,
    knownOn: when.knownOn,
    planId: props.plan?.id ?? null,
  });
  if (isWaiting) return <PageSkeleton />;
  if (!value) return <Trouble fault={fault} />;
  return (
    <>
      <div className="q-tools">
        {props.tools}
        <span className="q-grow" />
        {props.isNarrow ? null : (
          <span className="q-legends">
            <TenureLegend />
          </span>
        )}
      </div>
      <Drawn timeline={value} {...props} />
    </>
  );
}

function Drawn(props: {
  timeline: Answered<"rotation.timeline">;
  plan: Plan | null;
  ledger: readonly LedgerRow[];
  onOpen(rowId: string): void;
}): ReactNode {
  const { rotation } = useWords();
  const { timeline, plan } = props;
  const model = useTimeline(timeline, props.ledger, plan);
  const span = useMemo(() => spanOf(timeline.day, plan), [timeline.day, plan]);
  return (
    <TenureTimeline
      id="rotation"
      label={rotation.views.timeline}
      groups={model.groups}
      links={model.links}
      from={span.from}
      months={span.months}
      today={timeline.day}
      onOpen={(row) => props.onOpen(row.id)}
    />
  );
}
