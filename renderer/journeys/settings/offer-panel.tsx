// One difference in the panel: field by field, in use beside offered, and what it does to today's conflicts.
import type { ReactNode } from "react";
import { kindNames } from "../../../shared/domain/rule-kinds.ts";
import type { RuleDifference } from "../../data/types.ts";
import { SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

export function OfferPanel(props: { row: RuleDifference; onClose(): void }): ReactNode {
  const { row } = props;
  const { packs } = useWords();
  const formats = useFormats();
  const say = useText();
  const rule = row.after ?? row.before;
  const isNew = row.change === "added";
  return (
    <SidePanel
      id="rule-offer"
      startWidth={480}
      label={packs.detail}
      title={say(row.title)}
      tags={
        <>
          <span className="q-tag" data-tone={row.change === "removed" ? "amber" : "accent"}>
            {packs.changes[row.change]}
          </span>
          <span className="q-muted q-small">
            {row.ruleId}
            {rule ? ` · ${say(kindNames[rule.kind])}` : ""}
          </span>
        </>
      }
      onClose={props.onClose}
    >
      <p className="q-prose">
        <b className="q-strong">
          {packs.effectOfOne(formats.count(row.effect.appear), formats.count(row.effect.vanish))}
        </b>
      </p>
      {row.isStopped ? <p className="q-prose q-amber">{packs.isStopped}</p> : null}
      {row.isAdapted && row.change === "changed" ? (
        <p className="q-prose q-amber">{packs.isAdapted}</p>
      ) : null}
      {row.fields.length > 0 ? (
        <table className="q-fields">
          <thead>
            <tr>
              <th scope="col">{packs.field}</th>
              {isNew ? null : <th scope="col">{packs.before}</th>}
              <th scope="col">{packs.after}</th>
            </tr>
          </thead>
          <tbody>
            {row.fields.map(({ name, before, after }) => (
              <tr key={name.en}>
                <th scope="row">{say(name)}</th>
                {isNew ? null : <td>{say(before) || <span className="q-muted">{packs.unset}</span>}</td>}
                <td>{say(after) || <span className="q-muted">{packs.unset}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : rule ? (
        <p className="q-prose">{say(rule.plain)}</p>
      ) : null}
    </SidePanel>
  );
}
