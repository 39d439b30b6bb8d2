// First: which template. Six cards, one an area; what is in each, and that amounts are not.
import type { ReactNode } from "react";
import { areaNames, builtInDuties } from "../../../../shared/domain/duty.ts";
import { type Template, templates } from "../../../../shared/domain/templates/template.ts";
import { DutyGlyph } from "../../../parts/duty-glyph.tsx";
import { useText } from "../../../parts/text.ts";
import { useFormats, useWords } from "../../../parts/words.tsx";

const dutyOf = new Map(builtInDuties.map((duty) => [duty.code, duty]));

export function TemplateStep(props: { onChoose(template: Template): void }): ReactNode {
  const { matterTemplate } = useWords();
  const formats = useFormats();
  const say = useText();
  return (
    <>
      <p className="q-wizard-lead">{matterTemplate.choose}</p>
      <ul className="q-templates">
        {templates.map((template) => (
          <li key={template.id}>
            <button type="button" onClick={() => props.onChoose(template)}>
              <small>{say(areaNames[template.area])}</small>
              <b>{say(template.title)}</b>
              <span className="q-template-chain" aria-hidden="true">
                {template.steps.map((step) => (
                  <DutyGlyph key={step.code} duty={dutyOf.get(step.duty)?.type ?? "execute"} />
                ))}
              </span>
              <span>
                {matterTemplate.counts(
                  formats.count(template.steps.length),
                  formats.count(template.seats.length),
                  formats.count(template.steps.filter(({ byAmount }) => byAmount).length),
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className="q-muted q-small">{matterTemplate.source}</p>
    </>
  );
}
