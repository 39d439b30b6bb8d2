// What a plan is worth: status, cost against the least possible, what could not be avoided or applied, what the validator found.
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { Text } from "../../../shared/domain/text.ts";
import { useTell } from "../../data/tell.ts";
import type { Plan } from "../../data/types.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { Facts, PanelSection, SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

function Lines(props: { title: string; lines: readonly Text[] }): ReactNode {
  const say = useText();
  if (props.lines.length === 0) return null;
  return (
    <PanelSection title={props.title}>
      <ul className="q-plan-lines">
        {props.lines.map((line) => (
          <li key={line.en}>{say(line)}</li>
        ))}
      </ul>
    </PanelSection>
  );
}

export function PlanPanel(props: { plan: Plan; onGone(): void; onClose(): void }): ReactNode {
  const { plan } = props;
  const { rotation } = useWords();
  const say = useText();
  const formats = useFormats();
  const toast = useToast();
  const discard = useTell("rotation.discard");
  const [isAsking, setAsking] = useState(false);
  const gone = async (): Promise<void> => {
    const done = await discard.tell({ id: plan.id });
    setAsking(false);
    if (!done) return;
    toast.say({ words: rotation.discarded });
    props.onGone();
  };
  return (
    <SidePanel
      id="rotation.plan"
      label={rotation.planPanel}
      title={rotation.planName(say(plan.name))}
      startWidth={380}
      tags={<span className="q-tag">{rotation.status[plan.status]}</span>}
      onClose={props.onClose}
      foot={<Button onClick={() => setAsking(true)}>{rotation.discard}</Button>}
    >
      <Trouble fault={discard.fault} />
      <Facts
        facts={[
          {
            name: rotation.facts.months,
            value: `${rotation.monthsOf(formats.count(plan.months))} · ${formats.period({ from: plan.from, until: plan.until })}`,
          },
          {
            name: rotation.facts.cost,
            value:
              plan.cost === null
                ? "—"
                : rotation.leastOf(formats.count(plan.cost), formats.count(plan.lowerBound)),
          },
          { name: rotation.facts.seed, value: String(plan.seed), half: true },
          { name: rotation.facts.units, value: formats.count(plan.units), half: true },
          { name: rotation.facts.madeAt, value: formats.instant(plan.madeAt).slice(0, 16) },
        ]}
      />
      <p className="q-prose">
        {plan.status === "planned" && plan.breaches.length === 0
          ? rotation.validated
          : rotation.statusWhy[plan.status]}
      </p>
      <Lines title={rotation.breaches} lines={plan.breaches} />
      <Lines title={rotation.reasons} lines={plan.reasons} />
      {plan.unavoidable.length > 0 ? (
        <PanelSection title={rotation.unavoidable}>
          <ul className="q-plan-lines">
            {plan.unavoidable.map((one) => (
              <li key={`${one.post.id}.${one.person.id}`} className="q-row">
                <span className="q-grow">
                  {one.post.name} · {one.person.name}
                </span>
                <span className="q-red">{rotation.unavoidableDays(formats.count(one.days))}</span>
              </li>
            ))}
          </ul>
        </PanelSection>
      ) : null}
      <Lines title={rotation.notApplied} lines={plan.notApplied} />
      <Confirm
        open={isAsking}
        title={rotation.discardTitle}
        verb={rotation.discard}
        busy={discard.isBusy}
        onConfirm={() => void gone()}
        onCancel={() => setAsking(false)}
      >
        {rotation.discardHelp}
      </Confirm>
    </SidePanel>
  );
}
