// The notice that no classified material may be held (norms §8.3), read and acknowledged before anything opens.
import { Checkbox } from "antd";
import { ShieldAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "../../parts/words.tsx";

export function Notice(props: {
  isAcknowledged: boolean;
  isReminded: boolean;
  /** A workbook is open already: the notice stays, the question does not. */
  isSettled: boolean;
  onAcknowledge(is: boolean): void;
}): ReactNode {
  const { welcome } = useWords();
  return (
    <section
      className="q-notice"
      aria-label={welcome.noticeTitle}
      {...(props.isReminded ? { "data-reminded": "" } : {})}
    >
      <ShieldAlert size={18} strokeWidth={1.5} aria-hidden="true" />
      <div>
        <b className="q-strong">{welcome.noticeTitle}</b>
        <p>{welcome.notice}</p>
        {props.isSettled ? null : (
          <Checkbox
            checked={props.isAcknowledged}
            onChange={({ target }) => props.onAcknowledge(target.checked)}
          >
            {welcome.acknowledge}
          </Checkbox>
        )}
        {props.isReminded ? (
          <span className="q-amber" role="alert">
            {welcome.acknowledgeFirst}
          </span>
        ) : null}
      </div>
    </section>
  );
}
