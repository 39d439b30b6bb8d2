// What the draft does to the unit's own log, live: so many now, so many then, which are new and which are no longer listed.
import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import type { Answer } from "../../data/ask.ts";
import type { Answered } from "../../data/names.ts";
import { useTell } from "../../data/tell.ts";
import { useReadOnly } from "../../data/workbook.ts";
import { Amount } from "../../parts/amount.tsx";
import { PanelSection } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

type Preview = Answered<"studio.preview">;
type Some = Preview["log"]["added"];

export function EffectStrip(props: {
  answer: Answer<Preview>;
  /** Nothing has been changed: only what is found now is shown. */
  isUntouched: boolean;
  /** A rule that is not in use yet: there is nothing to compare with. */
  isNew: boolean;
  /** A slot does not hold: the figures are those of the last draft that did. */
  isHalted: boolean;
  /** The figures are those of an earlier draft; the new ones are on their way. */
  isBehind: boolean;
  /** Conflicts of the rule as the last check left them; null for a rule that has never been in use. */
  stored: number | null;
}): ReactNode {
  const { studio } = useWords();
  const formats = useFormats();
  const say = useText();
  const { value, fault, isWaiting } = props.answer;
  const [side, setSide] = useState<"added" | "spared">("added");
  if (!value)
    return (
      <PanelSection title={studio.effectTitle} note={isWaiting ? studio.counting : ""}>
        <Trouble fault={fault} />
        <div className="q-effect-figures" aria-hidden="true" />
      </PanelSection>
    );
  const { log } = value;
  const shown: "added" | "spared" =
    log[side].count > 0 || log.added.count === log.spared.count
      ? side
      : side === "added"
        ? "spared"
        : "added";
  const hasMoved = log.added.count + log.spared.count > 0;
  const took = value.took < 1 ? studio.tookNone : studio.took(formats.count(value.took));
  return (
    <PanelSection
      title={studio.effectTitle}
      note={studio.basedOn(formats.count(value.approvals))}
      end={<span data-took={value.took}>{took}</span>}
    >
      <Trouble fault={fault} />
      <div className="q-effect-figures" role="status" data-old={props.isHalted || props.isBehind}>
        {props.isNew ? null : (
          <span className="q-effect-figure">
            <small>{studio.now}</small>
            <b data-figure="now">{formats.count(value.now)}</b>
          </span>
        )}
        {props.isNew ? (
          <span className="q-effect-figure">
            <small>{studio.wouldList}</small>
            <b data-figure="after">{formats.count(log.count)}</b>
          </span>
        ) : props.isUntouched ? null : (
          <>
            <span className="q-effect-arrow" aria-hidden="true">
              →
            </span>
            <span className="q-effect-figure">
              <small>{studio.after}</small>
              <b data-figure="after">{formats.count(log.count)}</b>
            </span>
            <span className="q-sep" />
            <span
              className="q-effect-delta"
              data-figure="added"
              data-tone={log.added.count > 0 ? "red" : undefined}
            >
              <b>+{formats.count(log.added.count)}</b> {studio.added}
            </span>
            <span className="q-effect-delta" data-figure="spared">
              <b>−{formats.count(log.spared.count)}</b> {studio.spared}
            </span>
          </>
        )}
      </div>
      {props.isUntouched && props.stored !== null && props.stored !== value.now && !value.judgedBy ? (
        <CheckAgain stored={props.stored} />
      ) : null}
      {props.isHalted ? <p className="q-effect-note q-amber">{studio.mend}</p> : null}
      {value.judgedBy ? (
        <p className="q-effect-note">
          <Link className="q-link" href={`/settings/rules?open=${encodeURIComponent(value.judgedBy.id)}`}>
            {studio.judgedBy(value.judgedBy.id)}
          </Link>{" "}
          {studio.judgedByWhy(say(value.judgedBy.title))}
        </p>
      ) : value.notApplicable ? (
        <p className="q-effect-note">
          <b className="q-amber">{studio.notApplicable}</b> {say(value.notApplicable)}
        </p>
      ) : props.isUntouched ? (
        <>
          <p className="q-effect-note q-muted">{studio.untouched}</p>
          <Rows of={{ count: value.now, rows: value.standing }} sign="" />
        </>
      ) : props.isNew ? (
        log.count > 0 ? (
          <Rows of={log.added} sign="" />
        ) : (
          <p className="q-effect-note q-muted">{studio.wouldListNone}</p>
        )
      ) : hasMoved ? (
        <>
          <div className="q-effect-tabs">
            {(["added", "spared"] as const).map((one) => (
              <button
                key={one}
                type="button"
                className="q-chip"
                aria-pressed={shown === one}
                disabled={log[one].count === 0}
                onClick={() => setSide(one)}
              >
                {studio.tabs[one]}
                <span className="q-chip-count">{formats.count(log[one].count)}</span>
              </button>
            ))}
            <span className="q-grow" />
            <span className="q-muted q-small">{studio.suspected}</span>
          </div>
          <Rows of={log[shown]} sign={shown === "added" ? "+" : "−"} />
        </>
      ) : (
        <p className="q-effect-note q-muted">{studio.same}</p>
      )}
      {value.notYetJudged > 0 ? (
        <p className="q-effect-note q-muted">{studio.notYet(formats.count(value.notYetJudged))}</p>
      ) : null}
    </PanelSection>
  );
}

/** The list of conflicts is as old as the last check: offers the next one. */
function CheckAgain(props: { stored: number }): ReactNode {
  const { studio, overview } = useWords();
  const formats = useFormats();
  const readOnly = useReadOnly("conflicts.check");
  const check = useTell("conflicts.check");
  return (
    <p className="q-effect-note">
      <Trouble fault={check.fault} />
      {studio.storedDiffers(formats.count(props.stored))}{" "}
      <button
        type="button"
        className="q-link"
        disabled={readOnly !== null || check.isBusy}
        onClick={() => void check.tell({}, { label: overview.checkLabel })}
      >
        {studio.checkNow}
      </button>
    </p>
  );
}

function Rows(props: { of: Some; sign: string }): ReactNode {
  const { studio } = useWords();
  const formats = useFormats();
  const say = useText();
  const { count, rows } = props.of;
  return (
    <ul className="q-effect-rows">
      {rows.map((row) => (
        <li key={row.id}>
          <span aria-hidden="true" data-tone={props.sign === "+" ? "red" : undefined}>
            {props.sign === "" ? "·" : props.sign}
          </span>
          <span className="q-nowrap q-muted">{row.day}</span>
          <span className="q-effect-sentence" title={say(row.sentence)}>
            {say(row.sentence)}
          </span>
          <span className="q-nowrap">{row.amount === null ? "" : <Amount fen={row.amount} withUnit />}</span>
        </li>
      ))}
      {count > rows.length ? (
        <li className="q-muted">
          <span />
          <span className="q-nowrap">{studio.more(formats.count(count - rows.length))}</span>
        </li>
      ) : null}
    </ul>
  );
}
