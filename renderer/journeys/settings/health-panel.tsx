// One finding on the health of the rules, in full: what is so and why, the rules, where, what to do.
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { HygieneFinding } from "../../data/types.ts";
import { Facts, PanelSection, SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { useWords } from "../../parts/words.tsx";

export const ruleAddress = (id: string): string => `/settings/rules?open=${encodeURIComponent(id)}`;

export function HealthPanel(props: { row: HygieneFinding; onClose(): void }): ReactNode {
  const { row } = props;
  const { packs, common } = useWords();
  const { health } = packs;
  const say = useText();
  return (
    <SidePanel
      id="rule-health"
      startWidth={440}
      label={health.list}
      title={health.types[row.type]}
      onClose={props.onClose}
    >
      <p className="q-prose">{say(row.sentence)}</p>
      <Facts
        facts={[
          { name: health.columns.advice, value: say(row.advice) },
          ...(row.matters.length > 0
            ? [
                {
                  name: health.columns.matters,
                  value: row.matters.map(({ name }) => name).join(common.listing),
                },
              ]
            : []),
        ]}
      />
      {row.rules.length > 0 ? (
        <PanelSection title={health.columns.rules}>
          <ul className="q-rule-story">
            {row.rules.map(({ id, title }) => (
              <li key={id}>
                <Link className="q-link" href={ruleAddress(id)}>
                  {id} {say(title)}
                </Link>
              </li>
            ))}
          </ul>
        </PanelSection>
      ) : null}
      {row.isSmallest && row.rules.length > 1 ? <p className="q-prose q-muted">{health.smallest}</p> : null}
    </SidePanel>
  );
}
