// What a plan is worth: status, cost against the least possible, what could not be avoided or applied, and what would mend it.
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import type { Text } from "../../../shared/domain/text.ts";
import { useTell } from "../../data/tell.ts";
import type { Plan } from "../../data/types.ts";
import { useReadOnly } from "../../data/workbook.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { Facts, PanelSection, SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import type { Names } from "./names.ts";
import { PlanSetButton, PlanSetTag, usePlanSet } from "./plan-set.tsx";
import { Relaxations } from "./relaxations.tsx";
import { useSurpriseWords } from "./surprise-words.ts";

function Lines(props: { title: string; lines: readonly Text[]; tone?: "red" }): ReactNode {
  const say = useText();
  const formats = useFormats();
  if (props.lines.length === 0) return null;
  return (
    <PanelSection title={props.title} note={formats.count(props.lines.length)}>
      <ul className="q-plan-lines">
        {props.lines.map((line) => (
          <li key={line.en} className={props.tone ? `q-${props.tone}` : ""}>
            {say(line)}
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

export function PlanPanel(props: {
  plan: Plan;
  names: Names;
  onGone(): void;
  onShowPost(postId: string): void;
  onClose(): void;
}): ReactNode {
  const { plan } = props;
  const { rotation } = useWords();
  const say = useText();
  const formats = useFormats();
  const toast = useToast();
  const discard = useTell("rotation.discard");
  const readOnly = useReadOnly("rotation.discard");
  const [isAsking, setAsking] = useState(false);
  const gone = async (): Promise<void> => {
    const done = await discard.tell({ id: plan.id });
    setAsking(false);
    if (!done) return;
    toast.say({ words: rotation.discarded });
    props.onGone();
  };
  const gap =
    plan.cost === null || plan.lowerBound === 0
      ? null
      : Math.round(((plan.cost - plan.lowerBound) / plan.lowerBound) * 1000) / 10;
  const { fairness } = plan;
  // What has become a change set is kept with it.
  const set = usePlanSet(plan);
  // Nothing was searched for: what the hand made simply does not hold.
  const isBroken = plan.isByHand && plan.breaches.length > 0;
  const words = useSurpriseWords(props.names);
  return (
    <SidePanel
      id="rotation.plan"
      label={rotation.planPanel}
      title={rotation.planName(say(plan.name))}
      startWidth={380}
      tags={
        <>
          {isBroken ? (
            <span className="q-tag" data-tone="red">
              {rotation.figures.breaches(formats.count(plan.breaches.length))}
            </span>
          ) : (
            <span className="q-tag" data-tone={plan.status === "planned" ? "accent" : "amber"}>
              {rotation.status[plan.status]}
            </span>
          )}
          {plan.isByHand ? <span className="q-tag">{rotation.byHand}</span> : null}
          <PlanSetTag plan={plan} />
        </>
      }
      onClose={props.onClose}
      {...(set
        ? {}
        : {
            foot: (
              <>
                <Button disabled={readOnly !== null} onClick={() => setAsking(true)}>
                  {rotation.discard}
                </Button>
                <PlanSetButton plan={plan} />
              </>
            ),
          })}
    >
      <Trouble fault={discard.fault} />
      <p className="q-prose">
        {plan.status === "planned" && plan.breaches.length === 0
          ? rotation.validated
          : rotation.statusWhy[isBroken ? "byHand" : plan.status]}
      </p>
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
                : `${rotation.leastOf(formats.count(plan.cost), formats.count(plan.lowerBound))}${
                    gap === 0
                      ? ` · ${rotation.provedBest}`
                      : gap === null
                        ? ""
                        : ` · ${rotation.gapOf(String(gap))}`
                  }`,
          },
          { name: rotation.facts.people, value: formats.count(plan.peopleMoved), half: true },
          {
            name: rotation.facts.withoutOverlap,
            value: formats.count(plan.leavings.withoutOverlap),
            half: true,
          },
          ...(fairness
            ? [
                {
                  name: rotation.facts.longestWait,
                  value: rotation.daysOf(formats.count(fairness.longestWait)),
                  half: true,
                },
                { name: rotation.facts.mostMoves, value: formats.count(fairness.mostMoves), half: true },
                { name: rotation.facts.levelFalls, value: formats.count(fairness.levelFalls), half: true },
                { name: rotation.facts.siteChanges, value: formats.count(fairness.siteChanges), half: true },
              ]
            : []),
          { name: rotation.facts.seed, value: String(plan.seed), half: true },
          { name: rotation.facts.units, value: formats.count(plan.units), half: true },
          { name: rotation.facts.madeAt, value: formats.instant(plan.madeAt).slice(0, 16) },
          ...(plan.basePlanId === null
            ? []
            : [
                {
                  name: rotation.facts.base,
                  value: (
                    <Link
                      className="q-link"
                      href={`/rotation/compare?plan=${plan.id}&with=${plan.basePlanId}`}
                    >
                      {rotation.compareBase}
                    </Link>
                  ),
                },
              ]),
        ]}
      />
      {plan.surprises.length > 0 ? (
        <PanelSection title={rotation.surprises}>
          <ul className="q-plan-lines">
            {plan.surprises.map((one) => (
              <li key={words(one)}>{words(one)}</li>
            ))}
          </ul>
        </PanelSection>
      ) : null}
      <Lines title={rotation.breaches} lines={plan.breaches} tone="red" />
      <Lines title={rotation.reasons} lines={plan.reasons} />
      <Relaxations plan={plan} />
      {plan.specialAudits.length > 0 ? (
        <PanelSection title={rotation.specialAudits} note={formats.count(plan.specialAudits.length)}>
          <ul className="q-plan-lines">
            {plan.specialAudits.map((one) => (
              <li key={`${one.post.id}.${one.from}`}>
                <button type="button" className="q-breach-line" onClick={() => props.onShowPost(one.post.id)}>
                  <span>{say(one.sentence)}</span>
                </button>
              </li>
            ))}
          </ul>
        </PanelSection>
      ) : null}
      {plan.unavoidable.length + plan.vacancies.length > 0 ? (
        <PanelSection title={rotation.unavoidable} note={rotation.unavoidableWhy}>
          <ul className="q-plan-lines">
            {plan.unavoidable.map((one) => (
              <li key={`${one.post.id}.${one.person.id}`}>
                <button type="button" className="q-breach-line" onClick={() => props.onShowPost(one.post.id)}>
                  <span>
                    {one.post.name} · {one.person.name}
                  </span>
                  <span className="q-red q-nowrap">{rotation.unavoidableDays(formats.count(one.days))}</span>
                </button>
              </li>
            ))}
            {plan.vacancies.map((one) => (
              <li key={`${one.post.id}.${one.from}`}>
                <button type="button" className="q-breach-line" onClick={() => props.onShowPost(one.post.id)}>
                  <span>
                    {one.post.name} · {rotation.emptyPlace}
                  </span>
                  <span className="q-red q-nowrap">{rotation.unavoidableDays(formats.count(one.days))}</span>
                </button>
              </li>
            ))}
          </ul>
        </PanelSection>
      ) : null}
      {plan.unmetLeaves.length > 0 ? (
        <PanelSection title={rotation.unmetLeaves} note={formats.count(plan.unmetLeaves.length)}>
          <ul className="q-plan-lines">
            {plan.unmetLeaves.map((one) => (
              <li key={one.demandId}>
                {one.person.name} · {one.post.name}
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
