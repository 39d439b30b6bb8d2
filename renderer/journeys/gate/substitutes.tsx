// Who may sign instead, with how many people each later step then has; those passed over, with why; what is left of the case.
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { GateAnswer, Substitute } from "../../data/types.ts";
import { useUnit } from "../../parts/frame-state.ts";
import { Mark } from "../../parts/marks.tsx";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import { Title } from "./answer.tsx";

type Answered = GateAnswer & { substitutes: Substitute[] };

export function Substitutes(props: {
  answer: Answered;
  nameOf: (stepId: string) => string;
  onTake: (personId: string) => void;
}): ReactNode {
  const { answer, nameOf } = props;
  const { gate, staffing, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const unit = useUnit();
  const steps = [...new Set(answer.substitutes.flatMap(({ later }) => later.map(({ stepId }) => stepId)))];
  return (
    <section aria-labelledby="gate-instead">
      <Title id="gate-instead" words={gate.instead} note={gate.insteadNote} />
      {answer.substitutes.length === 0 ? (
        <p className="q-gate-none">
          {answer.passedOver?.length ? gate.nobodyCan : gate.nobodyElse}{" "}
          <Link className="q-link" href="/staffing">
            {staffing.see}
          </Link>
        </p>
      ) : (
        <div className="q-gate-wide">
          <table className="q-gate-table">
            <thead>
              {steps.length > 0 ? (
                <tr className="q-gate-group">
                  <td colSpan={4} />
                  <th colSpan={steps.length} scope="colgroup">
                    <span>{gate.ifSigned}</span>
                  </th>
                </tr>
              ) : null}
              <tr>
                <th scope="col">{gate.who.person}</th>
                <th scope="col">{gate.who.rest}</th>
                <th scope="col" className="q-gate-number">
                  {gate.who.upTo(common[unit])}
                </th>
                <th scope="col" className="q-gate-number">
                  {gate.who.acts}
                </th>
                {steps.map((stepId) => (
                  <th key={stepId} scope="col" className="q-gate-step">
                    {nameOf(stepId)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {answer.substitutes.map((one, at) => (
                <tr key={one.id} {...(at === 0 ? { "data-best": "" } : {})}>
                  <td className="q-nowrap">
                    <button
                      type="button"
                      className="q-link q-strong"
                      title={gate.ask(one.name)}
                      onClick={() => props.onTake(one.id)}
                    >
                      {one.name}
                    </button>{" "}
                    <span className="q-muted q-small">{one.staffNo}</span>
                    <span className="q-gate-line">{one.posts.join(common.listing)}</span>
                    {one.awayFrom ? (
                      <span className="q-gate-line q-amber">{gate.away(say(one.awayFrom))}</span>
                    ) : null}
                  </td>
                  <td className="q-nowrap">
                    <Mark
                      shape={
                        one.rest === "completable" ? "done" : one.rest === "stuck" ? "warning" : "waiting"
                      }
                    />{" "}
                    {gate.rest[one.rest]}
                    {one.verdict === "warned" ? (
                      <span className="q-gate-line q-amber">{gate.effects.warn}</span>
                    ) : null}
                    {one.potentialConflicts > 0 ? (
                      <span className="q-gate-line">
                        {gate.potential(formats.count(one.potentialConflicts))}
                      </span>
                    ) : null}
                  </td>
                  <td className="q-gate-number">
                    {one.upTo === null ? gate.noLimit : formats.money(one.upTo, unit)}
                  </td>
                  <td className="q-gate-number">{formats.count(one.recentActs)}</td>
                  {steps.map((stepId) => (
                    <Capacity
                      key={stepId}
                      takers={one.later.find((it) => it.stepId === stepId)?.takers ?? null}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <PassedOver passedOver={answer.passedOver ?? []} />
    </section>
  );
}

const barsShown = 3;
/** A bar a person, up to three, and the number. Null: that step was open for others only. */
function Capacity({ takers }: { takers: number | null }): ReactNode {
  const { gate } = useWords();
  const formats = useFormats();
  if (takers === null) return <td className="q-gate-step q-muted">—</td>;
  const tone = takers === 0 ? "none" : takers === 1 ? "one" : "many";
  return (
    <td className="q-gate-step" data-capacity={tone} title={gate.takers(formats.count(takers))}>
      <span className="q-gate-bars" aria-hidden="true">
        {Array.from({ length: Math.min(takers, barsShown) }, (_, bar) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bars are alike
          <i key={bar} />
        ))}
      </span>
      {formats.count(takers)}
    </td>
  );
}

function PassedOver({ passedOver }: { passedOver: NonNullable<GateAnswer["passedOver"]> }): ReactNode {
  const { gate } = useWords();
  const formats = useFormats();
  const say = useText();
  if (passedOver.length === 0) return null;
  return (
    <>
      <Title
        id="gate-passed"
        words={gate.passedOver(formats.count(passedOver.length))}
        note={gate.passedOverNote}
      />
      <ul className="q-gate-passed" aria-labelledby="gate-passed">
        {passedOver.map(({ person, ruleId, why }) => (
          <li key={person.id}>
            <b className="q-gate-name">{person.name}</b> <span>{say(why)}</span>{" "}
            {ruleId ? (
              <Link className="q-link q-small" href={`/settings/rules?open=${encodeURIComponent(ruleId)}`}>
                {ruleId}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is left after this signature, with known endings of those it rests on. */
export function Later({ answer }: { answer: GateAnswer }): ReactNode {
  const { gate, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const { lookAhead } = answer;
  if (!lookAhead) return null;
  return (
    <section aria-labelledby="gate-later">
      <Title id="gate-later" words={gate.later} note={gate.laterNote} />
      {lookAhead.later.length === 0 ? <p className="q-gate-none">{gate.laterNone}</p> : null}
      {lookAhead.reasons.length > 0 ? (
        <ul className="q-gate-stuck">
          <li className="q-amber q-strong">{gate.stuckBecause}</li>
          {lookAhead.reasons.map((reason) => (
            <li key={reason.zh}>{say(reason)}</li>
          ))}
        </ul>
      ) : null}
      <ul className="q-gate-later">
        {lookAhead.later.map(({ stepId, name, takers, endings }) => (
          <li key={stepId}>
            <b>{name}</b>
            <span className={takers.length < 2 ? "q-amber" : "q-second"}>
              {gate.takers(formats.count(takers.length))}
            </span>
            <span className="q-second q-ellipsis" title={takers.map((one) => one.name).join(common.listing)}>
              {takers.map((one) => one.name).join(common.listing)}
            </span>
            {endings.length > 0 ? (
              <span className="q-amber q-small q-gate-endings">
                <Mark shape="warning" /> {endings.map(say).join("；")}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
