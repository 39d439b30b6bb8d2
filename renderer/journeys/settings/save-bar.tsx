// The foot of a rule being edited: from when the new version counts, what the next check will then list, and saving.
import { Button } from "antd";
import type { ReactNode } from "react";
import type { Rule } from "../../../shared/domain/rule.ts";
import type { Answered } from "../../data/names.ts";
import { DayField } from "../../parts/day-field.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

interface SaveBarProps {
  /** The newest version in use; null for a new rule. */
  before: Rule | null;
  from: string | null;
  today: string;
  preview: Answered<"studio.preview"> | undefined;
  /** The preview is of an earlier draft. */
  isBehind: boolean;
  /** Why it cannot be saved just now. */
  hindrance: string | null;
  isBusy: boolean;
  setFrom(day: string | null): void;
  onSave(): void;
  onRestore: (() => void) | null;
}

export function SaveBar(props: SaveBarProps): ReactNode {
  const { before, from, preview } = props;
  const { studio } = useWords();
  const formats = useFormats();
  // A correction keeps the day on which the version began; a new rule without a day counts for the past too.
  const began = before?.inForce.from ?? null;
  const isFromDay = from !== null && from !== began;
  const version = before ? formats.count(before.version) : "";
  const why = before
    ? isFromDay
      ? studio.fromWhy(version)
      : studio.correctWhy(version)
    : isFromDay
      ? studio.fromNewWhy
      : studio.allWhy;
  return (
    <div className="q-save-bar">
      <div className="q-row">
        <fieldset className="q-segments" aria-label={studio.fromDay} style={{ margin: 0, padding: 0 }}>
          <button type="button" aria-pressed={isFromDay} onClick={() => props.setFrom(props.today)}>
            {studio.from}
          </button>
          <button type="button" aria-pressed={!isFromDay} onClick={() => props.setFrom(began)}>
            {before ? studio.correct : studio.all}
          </button>
        </fieldset>
        {isFromDay ? (
          <span className="q-save-day">
            <DayField label={studio.fromDay} value={from} onChange={(day) => props.setFrom(day ?? began)} />
          </span>
        ) : null}
        <span className="q-grow" />
        {props.onRestore ? <Button onClick={props.onRestore}>{studio.restoreAll}</Button> : null}
        <Button
          type="primary"
          size="large"
          style={{ fontWeight: 600 }}
          disabled={props.hindrance !== null}
          loading={props.isBusy}
          title={props.hindrance ?? ""}
          onClick={props.onSave}
        >
          {before ? studio.save : studio.saveNew}
        </Button>
      </div>
      <p className="q-small q-second">
        {props.hindrance ?? (
          <>
            {why}{" "}
            {preview ? (
              <b
                className="q-strong"
                data-figure="saved"
                data-count={preview.saved.count}
                data-old={props.isBehind}
              >
                {preview.saved.added.count + preview.saved.spared.count === 0
                  ? studio.afterSaveSame(formats.count(preview.now))
                  : studio.afterSave(formats.count(preview.now), formats.count(preview.saved.count))}
              </b>
            ) : null}
          </>
        )}
      </p>
    </div>
  );
}
