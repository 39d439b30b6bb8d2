// What is to be looked at, a line each; those about an exemption or a leave lead there.
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { LedgerLineRow } from "../../data/types.ts";
import { Mark } from "../../parts/marks.tsx";
import { useText } from "../../parts/text.ts";
import { useWords } from "../../parts/words.tsx";

export function ConcernList(props: {
  concerns: LedgerLineRow["concerns"];
  /** No links: they are shown where they would lead. */
  isHere?: boolean;
}): ReactNode {
  const { tenure, common } = useWords();
  const say = useText();
  if (props.concerns.length === 0) return <p className="q-prose q-muted">{tenure.noConcern}</p>;
  return (
    <ul className="q-tenure-concerns">
      {props.concerns.map((concern) => (
        <li key={`${concern.kind}.${concern.aboutId ?? ""}`}>
          <Mark shape="warning" />
          <span>
            {concern.aboutId !== null && !props.isHere ? (
              <Link
                className="q-link"
                href={
                  concern.kind === "leave-short"
                    ? `/rotation/exemptions?view=leaves&leave=${concern.aboutId}`
                    : `/rotation/exemptions?open=${concern.aboutId}`
                }
              >
                {say(concern.sentence)}
              </Link>
            ) : (
              say(concern.sentence)
            )}
            <span className="q-muted q-small"> {common.since(concern.since)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
