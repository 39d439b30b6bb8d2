// Beneath the areas: new conflicts by quarter, who is due to rotate, and the worst conflict in a sentence.
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { TenureState } from "../../../shared/domain/rotation.ts";
import type { ConflictRow, Overview } from "../../data/types.ts";
import { Amount } from "../../parts/amount.tsx";
import { SeverityMark } from "../../parts/severity-mark.tsx";
import { TenureMark } from "../../parts/state-mark.tsx";
import { useText } from "../../parts/text.ts";
import { TrendChart } from "../../parts/trend-chart.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

export function TrendBox(props: { overview: Overview; onOpen(quarter: string): void }): ReactNode {
  const { overview: words } = useWords();
  const { quarters, areas } = props.overview;
  const points = quarters.map((name, at) => ({
    name,
    value: areas.reduce((sum, area) => sum + (area.trend[at] ?? 0), 0),
  }));
  return (
    <section className="q-strip-box">
      <h2>{words.trendTitle}</h2>
      <TrendChart
        label={words.trendTitle}
        points={points}
        height={150}
        onOpen={(at) => props.onOpen(quarters[at] ?? "")}
      />
    </section>
  );
}

export function RotationBox(props: { rotation: Overview["rotation"] }): ReactNode {
  const { overview: words, common } = useWords();
  const formats = useFormats();
  return (
    <section className="q-strip-box">
      <h2>
        {words.rotationTitle}
        <span className="q-grow" />
        <Link className="q-link" href="/rotation/ledger">
          {words.rotationAll}
        </Link>
      </h2>
      {props.rotation.length === 0 ? <p className="q-muted">{words.rotationNone}</p> : null}
      <ul>
        {props.rotation.slice(0, 5).map((one) => (
          <li key={`${one.person.id}.${one.post.id}`}>
            <Link className="q-ellipsis" href={`/organisation/people?open=${one.person.id}`}>
              <b className="q-strong">{one.person.name}</b>
            </Link>
            <span className="q-second q-ellipsis q-grow" title={one.post.name}>
              {one.post.name}
            </span>
            <span className="q-nowrap">{one.dueOn}</span>
            <TenureMark
              state={one.state as TenureState}
              words={
                one.state === "exempt"
                  ? common.tenure.exempt
                  : one.daysLeft < 0
                    ? words.daysLate(formats.count(-one.daysLeft))
                    : words.daysLeft(formats.count(one.daysLeft))
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function WorstBox(props: { worst: ConflictRow | undefined }): ReactNode {
  const { overview: words, common } = useWords();
  const say = useText();
  const { worst } = props;
  return (
    <section className="q-strip-box">
      <h2>{words.worstTitle}</h2>
      {worst ? (
        <>
          <p className="q-row">
            <SeverityMark severity={worst.severity} named />
            <span className="q-tag">{worst.basis === "actual" ? common.actual : common.potential}</span>
            <span className="q-muted q-small">
              {worst.ruleId} · {worst.day}
            </span>
          </p>
          <p>
            <Link className="q-worst" href={`/conflicts?open=${encodeURIComponent(worst.id)}`}>
              {say(worst.sentence)}
            </Link>
          </p>
          <p className="q-second q-small">
            {say(worst.title)}
            {worst.amount === null ? null : (
              <>
                {common.dot}
                <Amount fen={worst.amount} withUnit />
              </>
            )}
          </p>
        </>
      ) : (
        <p className="q-muted">{words.worstNone}</p>
      )}
    </section>
  );
}
