// What has come in between since the plan was announced, and a new plan that disturbs as little of it as can be.
import { Button, Segmented, Select } from "antd";
import { Plus, X } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { addDays, type Day } from "../../../shared/domain/day.ts";
import type { Plan, Surprise, Wishes } from "../../data/types.ts";
import { DayField } from "../../parts/day-field.tsx";
import { SidePanel } from "../../parts/side-panel.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../parts/words.tsx";
import type { Names } from "./names.ts";
import { PlanningProgress } from "./planning-progress.tsx";
import { useSurpriseWords } from "./surprise-words.ts";
import { usePlanning } from "./use-planning.ts";
import "../../parts/row-form.css";

const types = ["leaves", "absent", "veto"] as const;
type SurpriseType = (typeof types)[number];

interface ReplanFormProps {
  plan: Plan;
  wishes: Wishes;
  names: Names;
  today: Day;
  /** Who is asked about first: the person of the chosen move. */
  personId: string | null;
  onPlan(plan: Plan): void;
  onClose(): void;
}

export function ReplanForm(props: ReplanFormProps): ReactNode {
  const { plan, names, today } = props;
  const { rotation, common } = useWords();
  const [surprises, setSurprises] = useState<readonly Surprise[]>([]);
  const [type, setType] = useState<SurpriseType>("leaves");
  const [personId, setPersonId] = useState<string | null>(props.personId);
  const [from, setFrom] = useState<Day | null>(addDays(today, 30));
  const [until, setUntil] = useState<Day | null>(null);
  const [postId, setPostId] = useState<string | null>(null);
  const planning = usePlanning(props.onPlan);
  const current: Surprise | null =
    personId === null
      ? null
      : type === "veto"
        ? { type, personId, postId }
        : from === null
          ? null
          : type === "leaves"
            ? { type, personId, on: from }
            : { type, personId, from, until: until === null ? null : addDays(until, 1) };
  const words = useSurpriseWords(names);
  const add = (): void => {
    if (!current) return;
    setSurprises([...surprises, current]);
    setPersonId(null);
  };
  const all = current ? [...surprises, current] : surprises;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void planning.start({
      months: plan.months,
      seed: plan.seed,
      wishes: props.wishes,
      basePlanId: plan.id,
      surprises: [...all],
    });
  };
  return (
    <SidePanel
      id="rotation.replan"
      label={rotation.replanTitle}
      title={rotation.replanTitle}
      startWidth={400}
      onClose={props.onClose}
      foot={
        planning.isBusy ? (
          <PlanningProgress heard={planning.heard} onStop={planning.stop} />
        ) : (
          <>
            <Button type="primary" htmlType="submit" form="replan-form" disabled={all.length === 0}>
              {rotation.replanStart}
            </Button>
            <Button onClick={props.onClose}>{common.cancel}</Button>
          </>
        )
      }
    >
      <p className="q-prose">{rotation.replanWhy}</p>
      <Trouble fault={planning.fault} />
      <form id="replan-form" className="q-form" onSubmit={submit}>
        <Segmented<SurpriseType>
          block
          value={type}
          aria-label={rotation.whatHappened}
          onChange={setType}
          options={types.map((one) => ({ value: one, label: rotation.surpriseTypes[one] }))}
        />
        <div className="q-field">
          <label htmlFor="replan-person">{common.person}</label>
          <Select<string | null>
            id="replan-person"
            value={personId}
            placeholder={rotation.whoIsIt}
            showSearch={{ optionFilterProp: "label" }}
            onChange={setPersonId}
            options={[...names.people.values()].map((one) => ({
              value: one.id,
              label: `${one.name} ${one.staffNo}`,
            }))}
          />
        </div>
        {type === "veto" ? (
          <div className="q-field">
            <label htmlFor="replan-post">{rotation.columns.to}</label>
            <Select<string | null>
              id="replan-post"
              value={postId}
              allowClear
              placeholder={rotation.noPostAtAll}
              showSearch={{ optionFilterProp: "label" }}
              onChange={(next) => setPostId(next ?? null)}
              options={[...names.posts.values()].map((one) => ({ value: one.id, label: one.name }))}
            />
          </div>
        ) : (
          <div className="q-field">
            <span className="q-field-name">{type === "leaves" ? rotation.leavesOn : common.from}</span>
            <DayField
              label={type === "leaves" ? rotation.leavesOn : common.from}
              value={from}
              onChange={setFrom}
            />
          </div>
        )}
        {type === "absent" ? (
          <div className="q-field">
            <span className="q-field-name">{common.until}</span>
            <DayField
              label={common.until}
              value={until}
              onChange={setUntil}
              clearable
              placeholder={common.open_ended}
            />
          </div>
        ) : null}
        <div className="q-form-foot">
          <Button icon={<Plus size={14} />} disabled={current === null} onClick={add}>
            {rotation.addSurprise}
          </Button>
        </div>
        {surprises.length > 0 ? (
          <ul className="q-wishes">
            {surprises.map((one, at) => (
              <li key={words(one)}>
                <span>{words(one)}</span>
                <button
                  type="button"
                  className="q-icon-button"
                  aria-label={`${common.remove} ${words(one)}`}
                  onClick={() => setSurprises(surprises.filter((_, index) => index !== at))}
                >
                  <X size={13} strokeWidth={1.5} />
                </button>
              </li>
            ))}
          </ul>
        ) : null}
        <p className="q-second q-small">{current ? words(current) : rotation.replanHint}</p>
      </form>
    </SidePanel>
  );
}
