// The page of rotation plans: tenures against their limits on a timeline, and plans that keep every post held.
import { Select } from "antd";
import { FileDown, RefreshCw } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useLocation } from "wouter";
import { useAsk } from "../../data/ask.ts";
import type { Plan, TenureRow } from "../../data/types.ts";
import { useReadOnly } from "../../data/workbook.ts";
import { useQueryState } from "../../parts/address-query.ts";
import { useWhen } from "../../parts/frame-state.ts";
import { type Finding, type KeyFigure, PageHead } from "../../parts/page-head.tsx";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import { RotationTabs } from "../../parts/rotation-tabs.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { Moves } from "./moves.tsx";
import { NoKeyPosts } from "./no-key-posts.tsx";
import { PlanForm } from "./plan-form.tsx";
import { PlanPanel } from "./plan-panel.tsx";
import { useTenureHead } from "./tenure-head.ts";
import { Timeline } from "./timeline.tsx";
import "./rotation.css";

const views = ["timeline", "moves"] as const;
type View = (typeof views)[number];
const nothing = {};

export default function PlanPage(): ReactNode {
  const { rotation, common } = useWords();
  const say = useText();
  const when = useWhen();
  const readOnly = useReadOnly("rotation.plan");
  const [path, navigate] = useLocation();
  const query = useQueryState();
  const [isAsking, setAsking] = useState(false);
  const ledger = useAsk("rotation.ledger", { day: when.asOf, knownOn: when.knownOn });
  const plans = useAsk("rotation.plans", nothing).value?.plans ?? [];
  const planId = query.get("plan");
  const plan = useAsk("rotation.planOf", planId === null ? null : { id: planId }).value ?? null;
  const named = views.find((one) => one === path.split("/")[2]) ?? "timeline";
  const view: View = named === "moves" && !plan ? "timeline" : named;
  if (ledger.isWaiting) return <PageSkeleton />;

  const rows = ledger.value?.rows ?? [];
  const kept = planId === null ? "" : `?plan=${encodeURIComponent(planId)}`;
  if (rows.length === 0 && ledger.value)
    return (
      <div className="q-page">
        <RotationTabs />
        <NoKeyPosts />
      </div>
    );
  const tools = (
    <>
      <fieldset className="q-segments" aria-label={rotation.view} style={{ margin: 0, padding: 0 }}>
        {views
          .filter((one) => one !== "moves" || plan)
          .map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={view === one}
              onClick={() => navigate(`/rotation/${one}${kept}`)}
            >
              {rotation.views[one]}
            </button>
          ))}
      </fieldset>
      {plans.length > 0 ? (
        <Select
          aria-label={rotation.plans}
          value={planId ?? ""}
          style={{ width: 220 }}
          onChange={(next: string) => query.set({ plan: next === "" ? null : next, panel: null })}
          options={[
            { value: "", label: rotation.noPlan },
            ...plans.map((one) => ({ value: one.id, label: rotation.planName(say(one.name)) })),
          ]}
        />
      ) : null}
      {plan ? (
        <button
          type="button"
          className="q-chip"
          aria-pressed={query.get("panel") === "plan"}
          onClick={() => query.set({ panel: query.get("panel") === "plan" ? null : "plan" }, { quiet: true })}
        >
          {rotation.planPanel}
        </button>
      ) : null}
    </>
  );
  return (
    <div className="q-page">
      <RotationTabs />
      <Head
        rows={rows}
        plan={plan}
        primary={{
          words: rotation.makePlan,
          icon: <RefreshCw size={15} strokeWidth={1.75} />,
          disabled: readOnly !== null,
          ...(readOnly ? { hint: say(readOnly) } : {}),
          onClick: () => setAsking(true),
        }}
        secondary={{
          words: plan ? rotation.exportPlan : rotation.exportLedger,
          icon: <FileDown size={15} strokeWidth={1.5} />,
          onClick: () =>
            navigate(
              plan ? `/reports?what=plan&plan=${encodeURIComponent(plan.id)}` : "/reports?what=tenure",
            ),
        }}
      />
      <Trouble fault={ledger.fault} action={{ words: common.retry, onClick: ledger.again }} />
      <div className="q-split">
        <div className="q-list">
          {view === "moves" && plan ? (
            <div className="q-split">
              <Moves plan={plan} tools={tools} query={query} />
            </div>
          ) : (
            <Timeline
              plan={plan}
              ledger={rows}
              tools={tools}
              isNarrow={isAsking || query.get("panel") === "plan"}
              onOpen={(rowId) => navigate(`/organisation/posts?open=${rowId.split(".")[0]}`)}
            />
          )}
        </div>
        {isAsking ? (
          <PlanForm
            onClose={() => setAsking(false)}
            onPlan={(made) => {
              setAsking(false);
              navigate(`/rotation/timeline?plan=${encodeURIComponent(made.id)}&panel=plan`);
            }}
          />
        ) : plan && query.get("panel") === "plan" ? (
          <PlanPanel
            plan={plan}
            onGone={() => query.set({ plan: null, panel: null })}
            onClose={() => query.set({ panel: null }, { quiet: true })}
          />
        ) : null}
      </div>
    </div>
  );
}

interface HeadProps {
  rows: readonly TenureRow[];
  plan: Plan | null;
  primary: NonNullable<Parameters<typeof PageHead>[0]["primary"]>;
  secondary: NonNullable<Parameters<typeof PageHead>[0]["primary"]>;
}

function Head(props: HeadProps): ReactNode {
  const { rows, plan } = props;
  const { rotation } = useWords();
  const say = useText();
  const formats = useFormats();
  const { finding, figures } = useTenureHead(rows);
  const planFinding: Finding = plan
    ? [
        rotation.findingPlan(rotation.planName(say(plan.name))),
        {
          words: rotation.findingPlanMoves(formats.count(plan.moves.length), formats.count(plan.peopleMoved)),
          href: `/rotation/moves?plan=${encodeURIComponent(plan.id)}`,
        },
        rotation.findingPlanUntil(plan.until),
        rotation.findingEnd,
      ]
    : [];
  const planFigures: KeyFigure[] = plan
    ? [
        {
          name: rotation.figures.moves,
          figure: formats.count(plan.moves.length),
          note: rotation.figures.movesNote(formats.count(plan.peopleMoved)),
        },
        {
          name: rotation.figures.cost,
          figure: plan.cost === null ? "—" : formats.count(plan.cost),
          note: rotation.figures.costNote(formats.count(plan.lowerBound)),
        },
        {
          name: rotation.figures.chains,
          figure: formats.count(new Set(plan.moves.map((move) => move.chain)).size),
        },
        {
          name: rotation.figures.check,
          figure:
            plan.breaches.length === 0
              ? rotation.figures.passed
              : rotation.figures.breaches(formats.count(plan.breaches.length)),
        },
      ]
    : [];
  return (
    <PageHead
      finding={plan ? planFinding : finding}
      figures={plan ? planFigures : figures}
      primary={props.primary}
      secondary={[props.secondary]}
    />
  );
}
