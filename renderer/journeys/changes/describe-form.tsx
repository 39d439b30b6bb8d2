// The description of a set: a form while it is a draft of mine, facts otherwise.
import { Button } from "antd";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTell } from "../../data/tell.ts";
import type { ChangeSet } from "../../data/types.ts";
import { Facts } from "../../parts/side-panel.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useWords } from "../../parts/words.tsx";
import { type Description, SetFields } from "./set-fields.tsx";

const descriptionOf = ({ name, day, reason, docNo }: ChangeSet): Description => ({
  name,
  day,
  reason,
  docNo,
});

export function DescribeForm(props: { set: ChangeSet; canEdit: boolean }): ReactNode {
  const { set } = props;
  const { changes: words, common } = useWords();
  const toast = useToast();
  const describe = useTell("changes.describe");
  const [value, setValue] = useState(() => descriptionOf(set));
  const isNameMissing = value.name.trim() === "";
  const isSame = JSON.stringify(value) === JSON.stringify(descriptionOf(set));
  if (!props.canEdit)
    return (
      <Facts
        facts={[
          { name: words.day, value: set.day, half: true },
          { name: words.docNo, value: set.docNo ?? common.none, half: true },
          { name: words.reason, value: set.reason || common.none },
        ]}
      />
    );
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (describe.isBusy || isNameMissing || isSame) return;
    const done = await describe.tell({ id: set.id, ...value, name: value.name.trim() });
    if (done) toast.say({ words: words.described(set.number) });
  };
  return (
    <form className="q-form" noValidate onSubmit={(event) => void submit(event)}>
      <Trouble fault={describe.fault} />
      <SetFields id="set" value={value} onChange={setValue} isNameMissing={isNameMissing} />
      <div className="q-form-foot">
        <Button htmlType="submit" loading={describe.isBusy} disabled={isSame || isNameMissing}>
          {words.saveDescription}
        </Button>
      </div>
    </form>
  );
}
