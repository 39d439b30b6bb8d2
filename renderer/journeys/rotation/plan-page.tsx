// The page of rotation plans: tenures against their limits on a timeline, and plans that keep every post held.
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { useAsk } from "../../data/ask.ts";
import { useQueryState } from "../../parts/address-query.ts";
import { useWhen } from "../../parts/frame-state.ts";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import { RotationTabs } from "../../parts/rotation-tabs.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../parts/words.tsx";
import { NoKeyPosts } from "./no-key-posts.tsx";
import { PlanDesk } from "./plan-desk.tsx";
import { PlanPicker, type View, views } from "./plan-picker.tsx";
import "./rotation.css";

const nothing = {};

export default function PlanPage(): ReactNode {
  const { common } = useWords();
  const when = useWhen();
  const query = useQueryState();
  const [path] = useLocation();
  const ledger = useAsk("rotation.ledger", { day: when.asOf, knownOn: when.knownOn });
  const timeline = useAsk("rotation.timeline", { day: when.asOf, knownOn: when.knownOn, planId: null });
  const plans = useAsk("rotation.plans", nothing).value?.plans ?? [];
  const planId = query.get("plan");
  const plan = useAsk("rotation.planOf", planId === null ? null : { id: planId });
  const view: View = views.find((one) => planId !== null && one === path.split("/")[2]) ?? "timeline";
  if (ledger.isWaiting || timeline.isWaiting) return <PageSkeleton />;
  const shown = plan.value && plan.value.id === planId ? plan.value : null;
  return (
    <div className="q-page">
      <RotationTabs end={<PlanPicker plans={plans} planId={planId} view={view} query={query} />} />
      <Trouble
        fault={ledger.fault ?? timeline.fault}
        action={{ words: common.retry, onClick: ledger.fault ? ledger.again : timeline.again }}
      />
      <Trouble fault={plan.fault} />
      {!ledger.value || !timeline.value ? null : timeline.value.posts.length === 0 ? (
        <NoKeyPosts />
      ) : planId !== null && !shown && !plan.fault ? (
        <PageSkeleton />
      ) : (
        <PlanDesk
          key={shown?.id ?? ""}
          plan={shown}
          plans={plans}
          view={view}
          query={query}
          ledger={ledger.value.rows}
          timeline={timeline.value}
        />
      )}
    </div>
  );
}
