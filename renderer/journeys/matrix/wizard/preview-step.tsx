// Last: the matter as it will be, step by step, beside what the design check says of it.
import type { ReactNode } from "react";
import { builtInDuties, type Duty } from "../../../../shared/domain/duty.ts";
import type { Edit } from "../../../../shared/domain/edit.ts";
import type { MatrixView } from "../../../data/types.ts";
import { DutyGlyph } from "../../../parts/duty-glyph.tsx";
import { useUnit } from "../../../parts/frame-state.ts";
import { ScrollBox } from "../../../parts/scroll-box.tsx";
import { useText } from "../../../parts/text.ts";
import { useFormats, useWords } from "../../../parts/words.tsx";
import { EditPreview } from "../edit-preview.tsx";
import { chosenSteps, type Draft, tiersOf } from "./draft.ts";

const duties = new Map<string, Duty>(builtInDuties.map((duty) => [duty.code, duty]));

export function PreviewStep(props: { draft: Draft; view: MatrixView; edits: readonly Edit[] }): ReactNode {
  const { draft, view, edits } = props;
  const { matterTemplate, common } = useWords();
  const formats = useFormats();
  const unit = useUnit();
  const say = useText();
  const names = new Map(view.posts.map(({ id, name }) => [id, name]));
  const tiers = tiersOf(draft.ladder);
  const steps = chosenSteps(draft);
  const granted = edits.filter((edit) => edit.op === "save" && edit.kind === "authorities").length;
  return (
    <div className="q-wizard-halves">
      <section>
        <h2 className="q-wizard-title">
          {matterTemplate.previewLead(draft.name.trim(), formats.count(steps.length), formats.count(granted))}
        </h2>
        <ScrollBox className="q-template-steps" label={matterTemplate.steps.preview}>
          <table>
            <thead>
              <tr>
                <th />
                <th>{matterTemplate.columns.duty}</th>
                <th>{matterTemplate.columns.step}</th>
                <th>{matterTemplate.columns.who(common[unit])}</th>
              </tr>
            </thead>
            <tbody>
              {steps.map((step, nth) => {
                const duty = duties.get(step.duty);
                const posts = draft.seats[step.seat] ?? [];
                return (
                  <tr key={step.code}>
                    <td className="q-muted">{formats.count(nth + 1)}</td>
                    <td>{duty ? <DutyGlyph duty={duty.type} /> : null}</td>
                    <td>{say(step.name)}</td>
                    <td className="q-second">
                      {draft.byAmount.has(step.code) ? (
                        tiers
                          .map((tier) => `${names.get(tier.postId) ?? ""} ${formats.range(tier, unit)}`)
                          .join(common.listing)
                      ) : posts.length > 0 ? (
                        posts.map((id) => names.get(id)).join(common.listing)
                      ) : (
                        <span className="q-amber">{matterTemplate.noPost}</span>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </ScrollBox>
      </section>
      <ScrollBox className="q-wizard-check" label={common.evidence}>
        <EditPreview edits={edits} />
      </ScrollBox>
    </div>
  );
}
