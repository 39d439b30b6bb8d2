// Asks before a set is approved, rejected or withdrawn; rejecting needs a reason.
import { Input } from "antd";
import { type ReactNode, useState } from "react";
import { useTell } from "../../data/tell.ts";
import type { ChangeSet, Effect } from "../../data/types.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { SeverityMark } from "../../parts/severity-mark.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { weighty } from "./effect-model.ts";

export type Decision = "approve" | "reject" | "withdraw";
const mostNamed = 5;

interface DecideProps {
  set: ChangeSet;
  /** The effect that the person has before them; approving names its head. */
  effect: Effect | null;
  asked: Decision | null;
  onDone(): void;
}

export function Decide(props: DecideProps): ReactNode {
  if (props.asked === null) return null;
  return props.asked === "approve" ? <Approve {...props} /> : <Refuse {...props} asked={props.asked} />;
}

function Approve(props: DecideProps): ReactNode {
  const { set, effect } = props;
  const { changes: words } = useWords();
  const formats = useFormats();
  const say = useText();
  const toast = useToast();
  const approve = useTell("changes.approve");
  const appearing = weighty(effect?.appearing ?? []);
  const run = async (): Promise<void> => {
    if (!effect) return;
    const done = await approve.tell(
      { id: set.id, headSeq: effect.headSeq, day: effect.day },
      { label: words.approveLabel },
    );
    if (!done) return;
    toast.say({
      words: words.approved(set.number),
      link: { words: words.seeMatrix, href: "/matrix" },
    });
    props.onDone();
  };
  return (
    <Confirm
      open
      title={words.approveTitle(set.number)}
      verb={words.approve}
      busy={approve.isBusy || effect === null}
      onConfirm={() => void run()}
      onCancel={props.onDone}
    >
      <p>{words.approveHelp(formats.count(set.editCount), set.effectiveDay)}</p>
      {appearing.length === 0 ? (
        <p className="q-second">{words.approveClean}</p>
      ) : (
        <>
          <p>{words.approveAppearing(formats.count(appearing.length))}</p>
          <ul className="q-decide-list">
            {appearing.slice(0, mostNamed).map((finding) => (
              <li key={finding.key}>
                <SeverityMark severity={finding.severity} /> {say(finding.sentence)}
              </li>
            ))}
          </ul>
        </>
      )}
      <Trouble fault={approve.fault} />
    </Confirm>
  );
}

function Refuse(props: DecideProps & { asked: "reject" | "withdraw" }): ReactNode {
  const { set, asked } = props;
  const { changes: words } = useWords();
  const toast = useToast();
  const reject = useTell("changes.reject");
  const withdraw = useTell("changes.withdraw");
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const isRejecting = asked === "reject";
  const isMissing = isRejecting && reason.trim() === "";
  const run = async (): Promise<void> => {
    setTried(true);
    if (isMissing) return;
    const input = { id: set.id, reason: reason.trim() };
    const done = isRejecting ? await reject.tell(input) : await withdraw.tell(input);
    if (!done) return;
    toast.say({ words: isRejecting ? words.rejected(set.number) : words.withdrawn(set.number) });
    props.onDone();
  };
  return (
    <Confirm
      open
      title={isRejecting ? words.rejectTitle(set.number) : words.withdrawTitle(set.number)}
      verb={isRejecting ? words.reject : words.withdraw}
      busy={reject.isBusy || withdraw.isBusy}
      onConfirm={() => void run()}
      onCancel={props.onDone}
    >
      <p>{isRejecting ? words.rejectHelp : words.withdrawHelp}</p>
      <label className="q-decide-reason" htmlFor="decide-reason">
        {words.reason}
        <Input.TextArea
          id="decide-reason"
          autoFocus
          maxLength={2000}
          autoSize={{ minRows: 3, maxRows: 8 }}
          value={reason}
          {...(isTried && isMissing ? { status: "warning" as const } : {})}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {isTried && isMissing ? (
        <p className="q-amber" role="alert">
          {words.reasonMissing}
        </p>
      ) : null}
      <Trouble fault={reject.fault ?? withdraw.fault} />
    </Confirm>
  );
}
