// Rows that have changed since the set was drafted, named, with the way to take the present as base.
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { useTell } from "../../data/tell.ts";
import type { ChangeSet, EditLine } from "../../data/types.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { Mark } from "../../parts/marks.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

export function StaleBanner(props: {
  set: ChangeSet;
  stale: readonly EditLine[];
  canRebase: boolean;
}): ReactNode {
  const { set, stale } = props;
  const { changes: words, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const toast = useToast();
  const rebase = useTell("changes.rebase");
  const [isAsking, setAsking] = useState(false);
  if (stale.length === 0) return null;
  const lines = (
    <ul className="q-stale-lines">
      {stale.map((line) => (
        <li key={line.key}>
          {say(line.sentence)}
          {line.sinceBase ? <span className="q-second"> {words.sinceBase(say(line.sinceBase))}</span> : null}
        </li>
      ))}
    </ul>
  );
  const run = async (): Promise<void> => {
    const done = await rebase.tell({ id: set.id });
    setAsking(false);
    if (done) toast.say({ words: words.rebased(set.number) });
  };
  return (
    <div className="q-fault" role="status">
      <Mark shape="warning" />
      <div>
        <p>
          <b className="q-strong">
            {words.staleTitle(formats.count(stale.length))}
            {common.fullStop}
          </b>{" "}
          {props.canRebase ? words.staleHelp : words.staleReview}
        </p>
        {lines}
        <Trouble fault={rebase.fault} />
      </div>
      {props.canRebase ? <Button onClick={() => setAsking(true)}>{words.rebase}</Button> : null}
      <Confirm
        open={isAsking}
        title={words.rebaseTitle}
        verb={words.rebase}
        busy={rebase.isBusy}
        onConfirm={() => void run()}
        onCancel={() => setAsking(false)}
      >
        <p>{words.rebaseHelp}</p>
        {lines}
      </Confirm>
    </div>
  );
}
