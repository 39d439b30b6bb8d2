// A plan on its way to being carried out: the button that makes a change set of it, or the set that it has become.
import { Button, Input, Modal } from "antd";
import { type ReactNode, useState } from "react";
import { Link, useLocation } from "wouter";
import { useAsk } from "../../data/ask.ts";
import type { Answered } from "../../data/names.ts";
import { useTell } from "../../data/tell.ts";
import type { Plan } from "../../data/types.ts";
import { useReadOnly } from "../../data/workbook.ts";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../parts/words.tsx";

const nothing = {};
const over: readonly string[] = ["rejected", "withdrawn", "superseded"];

/** The set of the plan that is under way or approved; undefined: none, or not known yet. */
export function usePlanSet(plan: Plan): Answered<"handovers.planSets">["sets"][number] | undefined {
  const sets = useAsk("handovers.planSets", nothing).value?.sets;
  return sets?.find((one) => one.planId === plan.id && !over.includes(one.state));
}

export function PlanSetTag(props: { plan: Plan }): ReactNode {
  const { handovers: words } = useWords();
  const { value } = useAsk("handovers.planSets", nothing);
  const set = usePlanSet(props.plan);
  return (
    <>
      {set ? (
        <Link className="q-tag q-link" href={`/matrix/changes/${set.setId}`}>
          {words.plan.open(set.number)}
        </Link>
      ) : null}
      {value?.announcedPlanId === props.plan.id ? (
        <Link className="q-tag" data-tone="accent" href="/rotation/handovers">
          {words.plan.announced}
        </Link>
      ) : null}
    </>
  );
}

export function PlanSetButton(props: { plan: Plan }): ReactNode {
  const { plan } = props;
  const { handovers: words, common } = useWords();
  const say = useText();
  const [, navigate] = useLocation();
  const readOnly = useReadOnly("handovers.startSet");
  const sets = useAsk("handovers.planSets", nothing).value?.sets;
  const start = useTell("handovers.startSet");
  const [isAsking, setAsking] = useState(false);
  const [docNo, setDocNo] = useState("");
  const [reason, setReason] = useState("");
  const isTaken = sets?.some((one) => one.planId === plan.id && !over.includes(one.state)) ?? true;
  if (isTaken || plan.moves.length === 0) return null;
  const submit = async (): Promise<void> => {
    const made = await start.tell({ planId: plan.id, docNo: docNo.trim() || null, reason });
    if (made) navigate(`/matrix/changes/${made.id}`);
  };
  return (
    <>
      <Button
        type="primary"
        disabled={readOnly !== null}
        title={readOnly ? say(readOnly) : ""}
        onClick={() => setAsking(true)}
      >
        {words.plan.make}
      </Button>
      <Modal
        open={isAsking}
        title={words.plan.title}
        okText={words.plan.make}
        cancelText={common.cancel}
        onOk={() => void submit()}
        onCancel={() => setAsking(false)}
        confirmLoading={start.isBusy}
        width={520}
        centered
        destroyOnHidden
      >
        <div style={{ display: "grid", gap: 10 }}>
          <p style={{ margin: 0 }}>{words.plan.help}</p>
          <div style={{ display: "grid", gap: 4 }}>
            <label htmlFor="plan-set-doc">{words.plan.docNo}</label>
            <Input
              id="plan-set-doc"
              value={docNo}
              placeholder={words.plan.docNoHelp}
              onChange={({ target }) => setDocNo(target.value)}
            />
          </div>
          <div style={{ display: "grid", gap: 4 }}>
            <label htmlFor="plan-set-reason">{words.plan.reason}</label>
            <Input id="plan-set-reason" value={reason} onChange={({ target }) => setReason(target.value)} />
          </div>
          <Trouble fault={start.fault} />
        </div>
      </Modal>
    </>
  );
}
