// What the list leaves out, by reason: counted, with the rules concerned, and never called safe.
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Text } from "../../../shared/domain/text.ts";
import { useAsk } from "../../data/ask.ts";
import type { Passed } from "../../data/types.ts";
import { PanelSection, SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

/** Each wording once, with the rules that it is said of. */
function bySays(lines: Passed["lines"]): { says: Text; rules: string[]; total: number }[] {
  const groups = new Map<string, { says: Text; rules: string[]; total: number }>();
  for (const { ruleId, says, count } of lines) {
    const group = groups.get(says.zh) ?? { says, rules: [], total: 0 };
    groups.set(says.zh, group);
    group.rules.push(ruleId);
    group.total += count;
  }
  return [...groups.values()];
}

/** Their wording says how many; of several rules that say the same it is the same ones. */
const sayTheirNumber: ReadonlySet<Passed["reason"]> = new Set(["exempt", "below-threshold"]);

export function PassedPanel(props: { onClose(): void }): ReactNode {
  const { explain, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const { value, fault } = useAsk("explain.passedOver", {});
  return (
    <SidePanel
      id="conflicts"
      startWidth={568}
      label={explain.passedTitle}
      title={explain.passedTitle}
      onClose={props.onClose}
    >
      <p className="q-prose">{explain.passedWhy}</p>
      <Trouble fault={fault} />
      {(value?.passed ?? []).map(({ reason, count, lines }) => (
        <PanelSection
          key={reason}
          title={explain.passed[reason]}
          note={count === 0 ? explain.passedNone : formats.count(count)}
        >
          <ul className="q-facts-list">
            {bySays(lines).map(({ says, rules, total }) => (
              <li key={says.en}>
                <span className="q-grow">
                  {rules.map((id, at) => (
                    <span key={id}>
                      {at > 0 ? common.listing : ""}
                      <Link
                        className="q-link q-nowrap"
                        href={`/settings/rules?open=${encodeURIComponent(id)}`}
                      >
                        {id}
                      </Link>
                    </span>
                  ))}
                  {common.colon}
                  {say(says)}
                </span>
                {total > 1 && !sayTheirNumber.has(reason) ? (
                  <span className="q-muted">{formats.count(total)}</span>
                ) : null}
              </li>
            ))}
          </ul>
        </PanelSection>
      ))}
    </SidePanel>
  );
}
