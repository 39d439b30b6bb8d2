// The head of the desk: what the plan comes to, or the ledger without a plan, and the next steps.
import { FileDown, RefreshCw, Zap } from "lucide-react";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import type { TenureRow as LedgerRow, Plan } from "../../data/types.ts";
import { useReadOnly } from "../../data/workbook.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { useText } from "../../parts/text.ts";
import { useWords } from "../../parts/words.tsx";
import { usePlanHead } from "./plan-head.ts";
import { useTenureHead } from "./tenure-head.ts";

interface DeskHeadProps {
  plan: Plan | null;
  hasPlans: boolean;
  ledger: readonly LedgerRow[];
  /** How it differs from the plan that it rests on; null: nothing to compare with. */
  against: string | null;
  isEdited: boolean;
  onMake(): void;
  onReplan(): void;
}

export function DeskHead(props: DeskHeadProps): ReactNode {
  const { plan, against } = props;
  const { rotation } = useWords();
  const say = useText();
  const [, navigate] = useLocation();
  const readOnly = useReadOnly("rotation.plan");
  const tenureHead = useTenureHead(props.ledger);
  const planHead = usePlanHead(plan, props.ledger, props.isEdited);
  const barred = { disabled: readOnly !== null, ...(readOnly ? { hint: say(readOnly) } : {}) };
  const why =
    plan && against !== null
      ? {
          words: against,
          link: rotation.compareBase,
          onClick: () => navigate(`/rotation/compare?plan=${plan.id}&with=${plan.basePlanId ?? ""}`),
        }
      : props.hasPlans
        ? null
        : { words: rotation.noPlanYet };
  return (
    <PageHead
      {...(planHead ?? tenureHead)}
      {...(why ? { why } : {})}
      primary={{
        words: rotation.makePlan,
        icon: <RefreshCw size={15} strokeWidth={1.75} />,
        ...barred,
        onClick: props.onMake,
      }}
      secondary={[
        ...(plan
          ? [
              {
                words: rotation.replan,
                icon: <Zap size={15} strokeWidth={1.5} />,
                ...barred,
                onClick: props.onReplan,
              },
            ]
          : []),
        {
          words: plan ? rotation.exportPlan : rotation.exportLedger,
          icon: <FileDown size={15} strokeWidth={1.5} />,
          onClick: () =>
            navigate(
              plan ? `/reports?what=plan&plan=${encodeURIComponent(plan.id)}` : "/reports?what=tenure",
            ),
        },
      ]}
    />
  );
}
