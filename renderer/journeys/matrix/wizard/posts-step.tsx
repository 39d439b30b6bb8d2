// Second: the matter's name, the posts of the unit for each typical post, and which steps it has.
import { Checkbox, Input, Select } from "antd";
import { type ReactNode, useMemo, useState } from "react";
import { Link } from "wouter";
import { builtInDuties, type Duty } from "../../../../shared/domain/duty.ts";
import type { MatrixView } from "../../../data/types.ts";
import { DayField } from "../../../parts/day-field.tsx";
import { DutyGlyph } from "../../../parts/duty-glyph.tsx";
import { EvidenceMark, useCitationWords } from "../../../parts/evidence-mark.tsx";
import { ScrollBox } from "../../../parts/scroll-box.tsx";
import { useText } from "../../../parts/text.ts";
import { useWords } from "../../../parts/words.tsx";
import { type Draft, usedSeats } from "./draft.ts";

const duties = new Map<string, Duty>(builtInDuties.map((duty) => [duty.code, duty]));

interface PostsStepProps {
  draft: Draft;
  view: MatrixView;
  onChange(draft: Draft): void;
}

export function PostsStep(props: PostsStepProps): ReactNode {
  return (
    <div className="q-wizard-halves">
      <section>
        <NameFields {...props} />
        <Seats {...props} />
      </section>
      <Steps {...props} />
    </div>
  );
}

function NameFields({ draft, onChange }: PostsStepProps): ReactNode {
  const { matterTemplate } = useWords();
  return (
    <div className="q-form q-wizard-form">
      <div className="q-field">
        <label htmlFor="matter-name">{matterTemplate.name}</label>
        <Input
          id="matter-name"
          autoFocus
          value={draft.name}
          placeholder={matterTemplate.namePlaceholder}
          onChange={({ target }) => onChange({ ...draft, name: target.value })}
        />
      </div>
      <div className="q-field">
        <label htmlFor="matter-code">{matterTemplate.code}</label>
        <Input
          id="matter-code"
          value={draft.code}
          onChange={({ target }) => onChange({ ...draft, code: target.value })}
        />
      </div>
      <div className="q-field">
        <span className="q-field-name">{matterTemplate.from}</span>
        <DayField
          label={matterTemplate.from}
          value={draft.from}
          onChange={(from) => from && onChange({ ...draft, from })}
        />
      </div>
      <div className="q-field">
        <label htmlFor="matter-doc">{matterTemplate.docNo}</label>
        <Input
          id="matter-doc"
          value={draft.docNo}
          placeholder={matterTemplate.docNoPlaceholder}
          onChange={({ target }) => onChange({ ...draft, docNo: target.value })}
        />
      </div>
    </div>
  );
}

function Seats({ draft, view, onChange }: PostsStepProps): ReactNode {
  const { matterTemplate, common } = useWords();
  const say = useText();
  // What was suggested stays marked until somebody has looked at it.
  const [suggested, setSuggested] = useState(
    () => new Set(Object.entries(draft.seats).flatMap(([key, posts]) => (posts.length > 0 ? [key] : []))),
  );
  const options = useMemo(
    () =>
      view.posts.map((post) => ({
        value: post.id,
        label: `${post.name}${post.holders.length > 0 ? ` · ${post.holders.map(({ name }) => name).join(common.listing)}` : ""}`,
      })),
    [view, common],
  );
  return (
    <>
      <h2 className="q-wizard-title">{matterTemplate.seats}</h2>
      {options.length === 0 ? (
        <p className="q-amber q-small">
          {matterTemplate.noPosts}{" "}
          <Link className="q-link" href="/organisation/posts">
            {matterTemplate.toPosts}
          </Link>
        </p>
      ) : (
        <p className="q-muted q-small">{matterTemplate.seatsWhy}</p>
      )}
      <ul className="q-seats">
        {usedSeats(draft).map((seat) => (
          <li key={seat.key}>
            <span>
              {say(seat.name)}
              <small>
                {common.levels[seat.level]}
                {seat.isOutside ? `${common.dot}${matterTemplate.outside}` : ""}
              </small>
            </span>
            <Select<string[]>
              mode="multiple"
              aria-label={say(seat.name)}
              value={[...(draft.seats[seat.key] ?? [])]}
              placeholder={matterTemplate.choosePosts}
              showSearch={{ optionFilterProp: "label" }}
              maxTagCount="responsive"
              options={options}
              onChange={(posts) => {
                setSuggested((now) => new Set([...now].filter((key) => key !== seat.key)));
                onChange({ ...draft, seats: { ...draft.seats, [seat.key]: posts } });
              }}
            />
            <span className="q-seat-state">
              {suggested.has(seat.key) ? <em className="q-tag">{matterTemplate.suggested}</em> : null}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

const toggled = (set: ReadonlySet<string>, key: string): ReadonlySet<string> => {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
};

function Steps({ draft, onChange }: PostsStepProps): ReactNode {
  const { matterTemplate } = useWords();
  const say = useText();
  const cited = useCitationWords();
  const seatNames = new Map(draft.template.seats.map(({ key, name }) => [key, name]));
  return (
    <section>
      <h2 className="q-wizard-title">{matterTemplate.stepsTitle}</h2>
      <ScrollBox className="q-template-steps" label={matterTemplate.stepsTitle}>
        <table>
          <tbody>
            {draft.template.steps.map((step) => {
              const duty = duties.get(step.duty);
              const isUsed = draft.steps.has(step.code);
              const seat = seatNames.get(step.seat);
              return (
                <tr key={step.code} {...(isUsed ? {} : { "data-off": "" })}>
                  <td>
                    <Checkbox
                      aria-label={matterTemplate.keepStep(say(step.name))}
                      checked={isUsed}
                      onChange={() => onChange({ ...draft, steps: toggled(draft.steps, step.code) })}
                    />
                  </td>
                  <td>{duty ? <DutyGlyph duty={duty.type} /> : null}</td>
                  <td>
                    {say(step.name)}
                    {step.isRequired ? null : <small>{matterTemplate.optional}</small>}
                  </td>
                  <td className="q-second">{seat ? say(seat) : ""}</td>
                  <td>
                    {duty?.type === "authorise" ? (
                      <Checkbox
                        aria-label={matterTemplate.amountStep(say(step.name))}
                        checked={draft.byAmount.has(step.code)}
                        disabled={!isUsed}
                        onChange={() => onChange({ ...draft, byAmount: toggled(draft.byAmount, step.code) })}
                      >
                        {matterTemplate.byAmount}
                      </Checkbox>
                    ) : null}
                  </td>
                  <td>
                    {step.basis ? (
                      <span title={cited(step.basis)}>
                        <EvidenceMark mark={step.basis.mark} />
                      </span>
                    ) : (
                      <EvidenceMark mark="practice" />
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
