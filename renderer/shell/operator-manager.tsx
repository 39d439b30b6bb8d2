// Operators in a window over the page: who there is, add, change, end; loaded when first opened.
import { Button, Modal } from "antd";
import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTell } from "../data/tell.ts";
import type { Operator } from "../data/types.ts";
import { useUndo } from "../data/undo.ts";
import { Confirm } from "../parts/confirm.tsx";
import { Trouble } from "../parts/trouble.tsx";
import { useToast } from "../parts/undo-toast.tsx";
import { useWords } from "../parts/words.tsx";
import { OperatorForm } from "./operator-form.tsx";
import { useRoleWords } from "./role-words.ts";

export default function OperatorManager(props: {
  operators: readonly Operator[];
  onClose(): void;
}): ReactNode {
  const { operators: words } = useWords();
  const rolesOf = useRoleWords();
  const toast = useToast();
  const undo = useUndo();
  const end = useTell("operators.end");
  const [editing, setEditing] = useState<Operator | "new" | null>(
    props.operators.length === 0 ? "new" : null,
  );
  const [ending, setEnding] = useState<Operator | null>(null);
  const endIt = async (one: Operator): Promise<void> => {
    const done = await end.tell({ id: one.id });
    setEnding(null);
    if (done) toast.say({ words: words.ended(one.name), undo: () => undo(done.change.seq) });
  };
  return (
    <Modal
      open
      title={editing === null ? words.title : editing === "new" ? words.add : words.change(editing.name)}
      footer={null}
      width={520}
      centered
      onCancel={props.onClose}
    >
      <div className="q-operators">
        {editing !== null ? (
          <OperatorForm
            key={editing === "new" ? "new" : editing.id}
            operator={editing === "new" ? null : editing}
            isFirst={props.operators.length === 0}
            onDone={() => setEditing(null)}
            onCancel={() => (props.operators.length === 0 ? props.onClose() : setEditing(null))}
          />
        ) : (
          <>
            <p className="q-seat-warning">{words.unprotected}</p>
            <Trouble fault={end.fault} />
            {props.operators.length === 0 ? <p className="q-second">{words.empty}</p> : null}
            <ul>
              {props.operators.map((one) => (
                <li key={one.id}>
                  <span className="q-seat-line">
                    <b className="q-strong">{one.name}</b>
                    <span className="q-muted">{rolesOf(one.roles)}</span>
                  </span>
                  <Button size="small" aria-label={words.change(one.name)} onClick={() => setEditing(one)}>
                    {words.changeIt}
                  </Button>
                  <Button size="small" aria-label={words.endName(one.name)} onClick={() => setEnding(one)}>
                    {words.end}
                  </Button>
                </li>
              ))}
            </ul>
            <Button icon={<Plus size={14} strokeWidth={1.75} />} onClick={() => setEditing("new")}>
              {words.add}
            </Button>
          </>
        )}
      </div>
      <Confirm
        open={ending !== null}
        title={words.endTitle(ending?.name ?? "")}
        verb={words.end}
        busy={end.isBusy}
        onConfirm={() => ending && void endIt(ending)}
        onCancel={() => setEnding(null)}
      >
        {words.endHelp}
      </Confirm>
    </Modal>
  );
}
