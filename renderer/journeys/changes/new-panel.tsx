// Begins a draft beside the list: its name and day; edits come from the matrix.
import { Button } from "antd";
import { type FormEvent, type ReactNode, useState } from "react";
import { useLocation } from "wouter";
import { useDraft } from "../../data/draft.ts";
import { useSeats } from "../../data/operators.ts";
import { useTell } from "../../data/tell.ts";
import { useFrame } from "../../parts/frame-state.ts";
import { SidePanel } from "../../parts/side-panel.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../parts/words.tsx";
import { type Description, SetFields } from "./set-fields.tsx";

export function NewPanel(props: { onClose(): void }): ReactNode {
  const { changes: words, common } = useWords();
  const { today } = useFrame();
  const { current, isSecondPerson } = useSeats();
  const draft = useDraft();
  const [, navigate] = useLocation();
  const start = useTell("changes.start");
  const [value, setValue] = useState<Description>(() => ({
    name: current ? words.defaultName(current.name, today) : words.defaultNameSole(today),
    day: today,
    reason: "",
    docNo: null,
  }));
  const [isTried, setTried] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const name = value.name.trim();
    if (start.isBusy || name === "") return;
    const made = await start.tell({ ...value, name });
    if (!made) return;
    draft.choose(made.id);
    navigate(`/matrix/changes/${made.id}`);
  };
  return (
    <SidePanel
      id="changes.new"
      label={words.newTitle}
      title={words.newTitle}
      startWidth={400}
      onClose={props.onClose}
    >
      <Trouble fault={start.fault} />
      <p className="q-prose">{isSecondPerson ? words.newHelp : words.sole}</p>
      <form className="q-form" noValidate onSubmit={(event) => void submit(event)}>
        <SetFields
          id="new-set"
          value={value}
          onChange={setValue}
          isNameMissing={isTried && value.name.trim() === ""}
          hasFocus
        />
        <div className="q-form-foot">
          <Button type="primary" htmlType="submit" loading={start.isBusy}>
            {words.begin}
          </Button>
          <Button onClick={props.onClose}>{common.cancel}</Button>
        </div>
      </form>
    </SidePanel>
  );
}
