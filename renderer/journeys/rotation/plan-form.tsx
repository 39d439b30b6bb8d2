// Asks for a plan: how many months ahead, with which effort, what must hold and what must not.
import { Button, InputNumber, Slider, Switch } from "antd";
import { type FormEvent, type ReactNode, useState } from "react";
import type { Plan, Wishes } from "../../data/types.ts";
import { SidePanel } from "../../parts/side-panel.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import type { Names } from "./names.ts";
import { BlackOutField, ShareField, WishList } from "./plan-wishes.tsx";
import { PlanningProgress } from "./planning-progress.tsx";
import { usePlanning } from "./use-planning.ts";
import "../../parts/row-form.css";

interface PlanFormProps {
  /** The plan on the screen, with the wishes under the hand; null: none. */
  base: Plan | null;
  wishes: Wishes;
  names: Names;
  onPlan(plan: Plan): void;
  onClose(): void;
}

export function PlanForm(props: PlanFormProps): ReactNode {
  const { base } = props;
  const { rotation, common } = useWords();
  const formats = useFormats();
  const [months, setMonths] = useState(base?.months ?? 36);
  const [seed, setSeed] = useState(base?.seed ?? 1);
  const [units, setUnits] = useState<number | null>(null);
  const [wishes, setWishes] = useState(props.wishes);
  const [keeps, setKeeps] = useState(false);
  const planning = usePlanning(props.onPlan);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void planning.start({ months, seed, units, wishes, basePlanId: keeps && base ? base.id : null });
  };
  return (
    <SidePanel
      id="rotation.make"
      label={rotation.planTitle}
      title={rotation.planTitle}
      startWidth={400}
      onClose={props.onClose}
      foot={
        planning.isBusy ? (
          <PlanningProgress heard={planning.heard} onStop={planning.stop} />
        ) : (
          <>
            <Button type="primary" htmlType="submit" form="plan-form">
              {rotation.start}
            </Button>
            <Button onClick={props.onClose}>{common.cancel}</Button>
          </>
        )
      }
    >
      <p className="q-prose">{rotation.planWhy}</p>
      <Trouble fault={planning.fault} />
      <form id="plan-form" className="q-form" onSubmit={submit}>
        <div className="q-field">
          <label htmlFor="plan-months">{rotation.months}</label>
          <div>
            <InputNumber
              id="plan-months"
              min={12}
              max={60}
              precision={0}
              value={months}
              onChange={(next) => setMonths(next ?? 36)}
              suffix={rotation.monthsOf("")}
              style={{ width: "100%" }}
            />
            <Slider
              ariaLabelForHandle={rotation.months}
              min={12}
              max={60}
              step={6}
              value={months}
              marks={{
                12: formats.count(12),
                24: formats.count(24),
                36: formats.count(36),
                60: formats.count(60),
              }}
              onChange={setMonths}
            />
          </div>
        </div>
        <div className="q-field">
          <span className="q-field-name">{rotation.blackOut}</span>
          <div>
            <BlackOutField
              value={wishes.blackOutMonths}
              onChange={(blackOutMonths) => setWishes({ ...wishes, blackOutMonths })}
            />
          </div>
        </div>
        <div className="q-field">
          <label htmlFor="plan-share">{rotation.share}</label>
          <div>
            <ShareField
              value={wishes.sharePercent}
              onChange={(sharePercent) => setWishes({ ...wishes, sharePercent })}
            />
            <p className="q-muted">{rotation.shareWhy}</p>
          </div>
        </div>
        <div className="q-field">
          <span className="q-field-name">{rotation.wishes}</span>
          <div>
            <WishList wishes={wishes} names={props.names} onChange={setWishes} />
          </div>
        </div>
        {base ? (
          <div className="q-field">
            <label htmlFor="plan-keeps">{rotation.keepsPlan}</label>
            <div>
              <Switch id="plan-keeps" checked={keeps} onChange={setKeeps} size="small" />
              <p className="q-muted">{rotation.keepsPlanWhy}</p>
            </div>
          </div>
        ) : null}
        <details className="q-more-fields">
          <summary>{rotation.advanced}</summary>
          <div className="q-field">
            <label htmlFor="plan-seed">{rotation.seed}</label>
            <div>
              <InputNumber
                id="plan-seed"
                min={0}
                precision={0}
                value={seed}
                onChange={(next) => setSeed(next ?? 1)}
                style={{ width: "100%" }}
              />
              <p className="q-muted">{rotation.seedWhy}</p>
            </div>
          </div>
          <div className="q-field">
            <label htmlFor="plan-units">{rotation.units}</label>
            <div>
              <InputNumber
                id="plan-units"
                min={1}
                step={100_000}
                precision={0}
                value={units}
                placeholder={rotation.unitsAuto}
                onChange={setUnits}
                style={{ width: "100%" }}
              />
              <p className="q-muted">{rotation.unitsWhy}</p>
            </div>
          </div>
        </details>
      </form>
    </SidePanel>
  );
}
