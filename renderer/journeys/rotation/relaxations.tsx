// What would mend a plan that leaves something unfilled: tried one by one, cheapest first, each with the plan that it gives.
import { Button } from "antd";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useTell } from "../../data/tell.ts";
import type { Plan } from "../../data/types.ts";
import { useReadOnly } from "../../data/workbook.ts";
import { PanelSection } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

export function Relaxations(props: { plan: Plan }): ReactNode {
  const { plan } = props;
  const { rotation } = useWords();
  const formats = useFormats();
  const say = useText();
  const relax = useTell("rotation.relax");
  const readOnly = useReadOnly("rotation.relax");
  // Where every place has somebody there is nothing to relax; the service says so too.
  if (plan.relaxations.length === 0 && (plan.status === "planned" || plan.unfilled === 0)) return null;
  return (
    <PanelSection title={rotation.relaxations} note={rotation.cheapestFirst}>
      <Trouble fault={relax.fault} />
      {plan.relaxations.length === 0 ? (
        <div className="q-prose">
          <p className="q-second">{rotation.relaxWhy}</p>
          <Button
            loading={relax.isBusy}
            disabled={readOnly !== null}
            title={readOnly ? say(readOnly) : ""}
            onClick={() => void relax.tell({ id: plan.id }, { label: rotation.relaxLabel })}
          >
            {rotation.tryThem}
          </Button>
        </div>
      ) : (
        <ul className="q-plan-lines q-relaxations">
          {plan.relaxations.map((one) => (
            <li key={`${one.type}.${one.postId}.${one.personId}.${one.sentence.en}`}>
              <span>{say(one.sentence)}</span>
              <span className="q-row q-small">
                <span className={one.unfilled === 0 && one.status === "planned" ? "q-second" : "q-amber"}>
                  {one.status === "planned"
                    ? rotation.relaxedTo(one.arrivals === null ? "—" : formats.count(one.arrivals))
                    : rotation.stillUnfilled(formats.count(one.unfilled))}
                </span>
                {one.planId ? (
                  <Link className="q-link" href={`/rotation/timeline?plan=${one.planId}&panel=plan`}>
                    {rotation.seePlan}
                  </Link>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      )}
    </PanelSection>
  );
}
