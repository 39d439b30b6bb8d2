// The unit's own numbers for a rule: limits, counts, days; saved as a new version.
import { Button, Input, InputNumber } from "antd";
import { type FormEvent, type ReactNode, useState } from "react";
import { parseMoney, plainYuan } from "../../../shared/domain/money.ts";
import { type Rule, ruleSchema } from "../../../shared/domain/rule.ts";
import { useTell } from "../../data/tell.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../parts/words.tsx";
import "../../parts/row-form.css";

const moneyKeys = ["threshold", "ceiling"];
export const numberKeys = (rule: Rule): string[] =>
  Object.entries(rule.parameters).flatMap(([key, value]) => (typeof value === "number" ? [key] : []));

/** `onDone` gets the change's journal number, or null when nothing was saved. */
export function RuleNumbers(props: { rule: Rule; onDone(seq: number | null): void }): ReactNode {
  const { rule } = props;
  const { rules, common } = useWords();
  const [values, setValues] = useState<Record<string, number | null>>(() =>
    Object.fromEntries(
      Object.entries(rule.parameters).filter(
        (entry): entry is [string, number] => typeof entry[1] === "number",
      ),
    ),
  );
  const save = useTell("rules.save");
  const names = rules.parameters;
  const parsed = ruleSchema.safeParse({
    ...rule,
    version: rule.version + 1,
    parameters: { ...rule.parameters, ...values },
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!parsed.success) return;
    const done = await save.tell({ rule: parsed.data });
    if (done) props.onDone(done.change.seq);
  };
  return (
    <form className="q-form" onSubmit={(event) => void submit(event)}>
      <Trouble fault={save.fault} />
      {numberKeys(rule).map((key) => (
        <div key={key} className="q-field">
          <label htmlFor={`number-${key}`}>{key in names ? names[key as keyof typeof names] : key}</label>
          {moneyKeys.includes(key) ? (
            <Input
              id={`number-${key}`}
              defaultValue={plainYuan(values[key] ?? 0)}
              suffix={common.yuan}
              {...(values[key] === null ? { status: "warning" as const } : {})}
              onChange={({ target }) => setValues({ ...values, [key]: parseMoney(target.value) })}
            />
          ) : (
            <InputNumber
              id={`number-${key}`}
              value={values[key] ?? null}
              precision={0}
              style={{ width: "100%" }}
              onChange={(next) => setValues({ ...values, [key]: next })}
            />
          )}
        </div>
      ))}
      <p className="q-muted q-small">{rules.changeWhy}</p>
      <div className="q-form-foot">
        <Button type="primary" htmlType="submit" loading={save.isBusy} disabled={!parsed.success}>
          {common.save}
        </Button>
        <Button onClick={() => props.onDone(null)}>{common.cancel}</Button>
      </div>
    </form>
  );
}
