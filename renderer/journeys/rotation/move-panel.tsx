// One move of a plan in full: who, from where, to where, why, and who else could.
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { PlanMove } from "../../data/types.ts";
import { Facts, SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

export function MovePanel(props: { move: PlanMove; onClose(): void }): ReactNode {
  const { move } = props;
  const { rotation } = useWords();
  const formats = useFormats();
  const say = useText();
  const post = (of: PlanMove["from"]): ReactNode =>
    of ? (
      <>
        <Link className="q-link" href={`/organisation/posts?open=${of.id}`}>
          {of.name}
        </Link>
        <span className="q-muted"> {of.department}</span>
      </>
    ) : (
      rotation.reserve
    );
  return (
    <SidePanel
      id="rotation.move"
      startWidth={400}
      label={rotation.columns.reason}
      title={`${move.person.name} · ${move.to?.name ?? rotation.reserve}`}
      tags={
        <span className="q-tag">
          {move.day} · {rotation.chain(formats.count(move.chain))}
        </span>
      }
      onClose={props.onClose}
    >
      <Facts
        facts={[
          {
            name: rotation.columns.person,
            value: (
              <>
                <Link className="q-link" href={`/organisation/people?open=${move.person.id}`}>
                  {move.person.name}
                </Link>
                <span className="q-muted"> {move.person.staffNo}</span>
              </>
            ),
          },
          { name: rotation.columns.from, value: post(move.from) },
          { name: rotation.columns.to, value: post(move.to) },
        ]}
      />
      <p className="q-prose">
        <b>{rotation.columns.reason}</b> {say(move.reason)}
      </p>
      {move.alternatives ? (
        <p className="q-prose">
          <b>{rotation.columns.alternatives}</b> {say(move.alternatives)}
        </p>
      ) : null}
    </SidePanel>
  );
}
