// One operator: name, the person of the roster, roles; and at the first, what having operators means.
import { Button, Checkbox, Input, Select } from "antd";
import { type FormEvent, type ReactNode, useState } from "react";
import { useChoices } from "../data/choices.ts";
import { operatorRoles } from "../data/operators.ts";
import { useTell } from "../data/tell.ts";
import type { Operator } from "../data/types.ts";
import { useUndo } from "../data/undo.ts";
import { useFrame } from "../parts/frame-state.ts";
import { Trouble } from "../parts/trouble.tsx";
import { useToast } from "../parts/undo-toast.tsx";
import { useLanguage, useWords } from "../parts/words.tsx";
import "../parts/row-form.css";

const people = ["people"] as const;

export function OperatorForm(props: {
  /** Null: a new one. */
  operator: Operator | null;
  isFirst: boolean;
  onDone(): void;
  onCancel(): void;
}): ReactNode {
  const { operators: words, frame, common } = useWords();
  const language = useLanguage();
  const { today } = useFrame();
  const toast = useToast();
  const undo = useUndo();
  const save = useTell("operators.save");
  const choices = useChoices(people, today, language).get("people") ?? [];
  const [name, setName] = useState(props.operator?.name ?? "");
  const [personId, setPersonId] = useState<string | null>(props.operator?.personId ?? null);
  const [roles, setRoles] = useState<Operator["roles"]>(props.operator?.roles ?? []);
  const [isTried, setTried] = useState(false);
  const nameProblem = isTried && name.trim() === "" ? words.nameMissing : null;
  const rolesProblem = isTried && roles.length === 0 ? words.rolesNone : null;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (save.isBusy || name.trim() === "" || roles.length === 0) return;
    const id = props.operator?.id ?? null;
    const done = await save.tell({ id, name: name.trim(), personId, roles });
    if (!done) return;
    toast.say({ words: words.saved(name.trim()), undo: () => undo(done.change.seq) });
    props.onDone();
  };
  return (
    <form className="q-form" noValidate onSubmit={(event) => void submit(event)}>
      <p className="q-seat-warning">
        {words.unprotected}
        {props.isFirst ? ` ${words.firstWhy} ${words.secondWhy}` : null}
      </p>
      <Trouble fault={save.fault} />
      <div className="q-field" {...(nameProblem ? { "data-doubtful": "" } : {})}>
        <label htmlFor="operator-name">{words.name}</label>
        <div>
          <Input
            id="operator-name"
            autoFocus
            autoComplete="off"
            maxLength={80}
            value={name}
            {...(nameProblem ? { status: "warning" as const } : {})}
            onChange={(event) => setName(event.target.value)}
          />
          {nameProblem ? (
            <p className="q-amber" role="alert">
              {nameProblem}
            </p>
          ) : (
            <p className="q-muted">{words.nameHint}</p>
          )}
        </div>
      </div>
      <div className="q-field">
        <label htmlFor="operator-person">{words.person}</label>
        <div>
          <Select
            id="operator-person"
            style={{ width: "100%" }}
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            placeholder={words.noPerson}
            value={personId}
            options={choices.map((one) => ({ value: one.value, label: `${one.name} ${one.code}` }))}
            onChange={(next: string | undefined) => {
              setPersonId(next ?? null);
              const chosen = choices.find(({ value }) => value === next);
              if (chosen && name.trim() === "") setName(chosen.name);
            }}
          />
          <p className="q-muted">{words.personHint}</p>
        </div>
      </div>
      <fieldset className="q-field q-roles" {...(rolesProblem ? { "data-doubtful": "" } : {})}>
        <legend>{words.roles}</legend>
        <div>
          {operatorRoles.map((role) => (
            <Checkbox
              key={role}
              checked={roles.includes(role)}
              onChange={(event) =>
                setRoles((now) =>
                  operatorRoles.filter((one) => (one === role ? event.target.checked : now.includes(one))),
                )
              }
            >
              {frame.roles[role]} <span className="q-muted q-small">{words.rolesWhy[role]}</span>
            </Checkbox>
          ))}
          {rolesProblem ? (
            <p className="q-amber" role="alert">
              {rolesProblem}
            </p>
          ) : null}
        </div>
      </fieldset>
      <div className="q-form-foot">
        <Button type="primary" htmlType="submit" loading={save.isBusy}>
          {words.save}
        </Button>
        <Button onClick={props.onCancel}>{common.cancel}</Button>
      </div>
    </form>
  );
}
