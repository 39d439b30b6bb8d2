// Asks for a plan: how many months ahead, with which seed.
import { Button, InputNumber, Slider } from "antd";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTell } from "../../data/tell.ts";
import type { Plan } from "../../data/types.ts";
import { SidePanel } from "../../parts/side-panel.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import "../../parts/row-form.css";

export function PlanForm(props: { onPlan(plan: Plan): void; onClose(): void }): ReactNode {
  const { rotation, common } = useWords();
  const formats = useFormats();
  const [months, setMonths] = useState(24);
  const [seed, setSeed] = useState(1);
  const make = useTell("rotation.plan");
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const plan = await make.tell({ months, seed }, { label: rotation.makeLabel });
    if (plan) props.onPlan(plan);
  };
  return (
    <SidePanel
      id="rotation.plan"
      label={rotation.planTitle}
      title={rotation.planTitle}
      startWidth={380}
      onClose={props.onClose}
    >
      <p className="q-prose">{rotation.planWhy}</p>
      <Trouble fault={make.fault} />
      <form className="q-form" onSubmit={(event) => void submit(event)}>
        <div className="q-field">
          <label htmlFor="plan-months">{rotation.months}</label>
          <div>
            <InputNumber
              id="plan-months"
              min={12}
              max={60}
              precision={0}
              value={months}
              onChange={(next) => setMonths(next ?? 24)}
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
        <div className="q-form-foot">
          <Button type="primary" htmlType="submit" loading={make.isBusy}>
            {rotation.start}
          </Button>
          <Button onClick={props.onClose}>{common.cancel}</Button>
        </div>
        {make.isBusy ? (
          <p className="q-second" role="status">
            {rotation.running}
          </p>
        ) : null}
      </form>
    </SidePanel>
  );
}
