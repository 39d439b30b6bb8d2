// The rule studio: one rule as a sentence to edit, what the edit does to the unit's own log, why, and its versions.
import { Button, Input } from "antd";
import { type ReactNode, useMemo } from "react";
import { Link } from "wouter";
import type { Day } from "../../../shared/domain/day.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import { kindNames } from "../../../shared/domain/rule-kinds.ts";
import { sameText } from "../../../shared/domain/text.ts";
import { effectOf } from "../../../shared/rules/gate.ts";
import { effectReason } from "../../../shared/rules/reading/effect-reason.ts";
import { read, slotsOf } from "../../../shared/rules/reading/read.ts";
import { builtInNames, type Names } from "../../../shared/rules/reading/say.ts";
import { useChoices } from "../../data/choices.ts";
import type { Answered } from "../../data/names.ts";
import { useTell } from "../../data/tell.ts";
import { useUndo } from "../../data/undo.ts";
import { useWhyNot } from "../../data/why-not.ts";
import { useReadOnly } from "../../data/workbook.ts";
import { type Written, writtenToast } from "../../data/written.ts";
import { EffectMark } from "../../parts/effect-mark.tsx";
import { SeverityMark } from "../../parts/severity-mark.tsx";
import { PanelSection, SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { WhyNotDialog } from "../../parts/why-not.tsx";
import { useFormats, useLanguage, useWords } from "../../parts/words.tsx";
import { EffectStrip } from "./effect-strip.tsx";
import { ownPack } from "./rule-list.tsx";
import { RuleSentence } from "./rule-sentence.tsx";
import { RuleVersions, RuleWhy } from "./rule-why.tsx";
import { SaveBar } from "./save-bar.tsx";
import { useStudio } from "./studio-state.ts";
import "./studio.css";

interface StudioProps {
  /** A rule that the workbook has or had; null for one that is only begun. */
  opened: Answered<"studio.open"> | null;
  start: Rule;
  today: Day;
  onClose(): void;
  onOpen(id: string): void;
  onCopy(id: string): void;
}

/** Names of the unit's own duties and matters beside the built-in ones. */
function useNames(): Names {
  const language = useLanguage();
  const choices = useChoices(["duties", "matters"], null, language);
  const [duties, matters] = [choices.get("duties"), choices.get("matters")];
  return useMemo(() => {
    const named = (rows: typeof duties) => new Map(rows?.map(({ code, name }) => [code, sameText(name)]));
    const [own, all] = [named(duties), named(matters)];
    return { duty: (code) => builtInNames.duty(code) ?? own.get(code), matter: (code) => all.get(code) };
  }, [duties, matters]);
}

export function StudioPanel(props: StudioProps): ReactNode {
  const { opened, start, today } = props;
  const said = useWords();
  const { rules, studio, common, explain } = said;
  const whyNot = useWhyNot();
  const formats = useFormats();
  const language = useLanguage();
  const say = useText();
  const toast = useToast();
  const undo = useUndo();
  const readOnly = useReadOnly("rules.save");
  const names = useNames();
  const isStopped = opened !== null && !opened.isInUse;
  const before = opened?.row.rule ?? null;
  const state = useStudio(start, before, names, today);
  const { draft, toSave, troubles, changes, preview } = state;
  const save = useTell("rules.save");
  const remove = useTell("rules.remove");
  const resume = useTell("studio.resume");
  const canEdit = readOnly === null && !isStopped;
  const isUntouched = before !== null && changes.length === 0;
  const reading = read(draft, language);
  const beforeWords = useMemo(
    () => new Map(before ? changes.map((change) => [change.key, change.before]) : []),
    [before, changes],
  );

  const told = (done: Written | null, words: string): boolean => {
    if (!done) return false;
    toast.say(writtenToast(done, words, undo, said));
    return true;
  };
  const keep = async (): Promise<void> => {
    if (!toSave) return;
    const words = studio.saved(toSave.id, formats.count(toSave.version));
    if (told(await save.tell({ rule: toSave }), words)) props.onOpen(toSave.id);
  };
  const stop = async (): Promise<void> => {
    told(await remove.tell({ id: draft.id }), rules.removed(draft.id));
  };
  const takeUp = async (): Promise<void> => {
    told(await resume.tell({ id: draft.id }), studio.resumed(draft.id));
  };
  const isRenamed = before !== null && draft.title[language] !== before.title[language];
  const [firstTrouble] = Object.entries(troubles);
  const troubled = firstTrouble && slotsOf(draft).find(({ key }) => key === firstTrouble[0]);
  const troubleWords = firstTrouble
    ? `${troubled ? say(troubled.spec.name) + common.colon : ""}${say(firstTrouble[1])}`
    : "";
  const hindrance = readOnly
    ? say(readOnly)
    : draft.title[language].trim() === ""
      ? studio.nameMissing
      : Object.keys(troubles).length > 0
        ? troubleWords
        : isUntouched && !isRenamed
          ? studio.noChanges
          : null;
  const effect = toSave ? effectOf(toSave) : null;
  const isOwn = !opened || opened.row.pack === ownPack;

  return (
    <SidePanel
      id="studio"
      label={rules.detail}
      title={say(draft.title)}
      startWidth={700}
      tags={
        <>
          <SeverityMark severity={draft.severity} named />
          {effect ? <EffectMark effect={effect} isAdopted={draft.effect !== null} named /> : null}
          <span className="q-muted q-small">
            {draft.id} · {say(kindNames[draft.kind])}
            {before && !isStopped ? ` · ${studio.version(formats.count(before.version))}` : ""}
          </span>
          {isStopped ? <span className="q-tag">{studio.stopped}</span> : null}
          {changes.length > 0 && before ? (
            <span className="q-tag" data-tone="accent">
              {studio.changes(formats.count(changes.length))}
            </span>
          ) : null}
        </>
      }
      onClose={props.onClose}
      foot={
        isStopped ? (
          <>
            <span className="q-grow q-small q-second">{readOnly ? say(readOnly) : studio.stoppedWhy}</span>
            <Button
              type="primary"
              size="large"
              style={{ fontWeight: 600 }}
              disabled={readOnly !== null}
              loading={resume.isBusy}
              onClick={() => void takeUp()}
            >
              {studio.resume}
            </Button>
          </>
        ) : (
          <SaveBar
            before={before}
            from={state.from}
            today={today}
            preview={preview.value}
            isBehind={state.isBehind}
            hindrance={hindrance}
            isBusy={save.isBusy}
            setFrom={state.setFrom}
            onSave={() => void keep()}
            onRestore={changes.length > 0 ? () => state.restore() : null}
          />
        )
      }
    >
      <Trouble fault={save.fault ?? remove.fault ?? resume.fault} />
      {isOwn && canEdit ? (
        <div className="q-studio-name">
          <label htmlFor="studio-name">{studio.name}</label>
          <Input
            id="studio-name"
            value={draft.title[language]}
            onChange={({ target }) => state.rename(target.value)}
          />
        </div>
      ) : null}
      <PanelSection
        title={studio.asks}
        note={canEdit ? studio.asksHint : ((readOnly && say(readOnly)) ?? "")}
      >
        <RuleSentence
          parts={reading.rule}
          names={names}
          troubles={troubles}
          before={beforeWords}
          canEdit={canEdit}
          size="large"
          fill={state.fill}
        />
        <RuleSentence
          parts={reading.frame}
          names={names}
          troubles={troubles}
          before={beforeWords}
          canEdit={canEdit}
          size="small"
          fill={state.fill}
        />
        {toSave ? <p className="q-effect-note q-muted">{say(effectReason(toSave))}</p> : null}
        {before && changes.length > 0 ? (
          <ul className="q-changes">
            {changes.map((change) => (
              <li key={change.key}>
                <span>
                  {say(change.name)}
                  {common.colon}
                  <s>{change.before ? say(change.before) : common.none}</s> →{" "}
                  <b>{change.after ? say(change.after) : common.none}</b>
                </span>
                <button type="button" className="q-link" onClick={() => state.restore(change.key)}>
                  {studio.restore}
                </button>
              </li>
            ))}
          </ul>
        ) : null}
      </PanelSection>
      {isStopped ? null : (
        <EffectStrip
          answer={preview}
          isUntouched={isUntouched}
          isNew={before === null}
          isHalted={toSave === null}
          isBehind={state.isBehind}
          stored={opened?.row.openConflicts ?? null}
        />
      )}
      {opened && opened.judgesFor.length > 0 ? (
        <p className="q-effect-note q-muted">
          {studio.judgesFor(formats.count(opened.judgesFor.length))}
          {common.colon}
          {opened.judgesFor.map(({ id }) => id).join(common.listing)}
        </p>
      ) : null}
      <RuleWhy rule={toSave ?? draft} preview={preview.value} />
      {opened ? <RuleVersions opened={opened} names={names} /> : null}
      {opened ? (
        <div className="q-studio-more">
          {opened.row.openConflicts > 0 ? (
            <Link className="q-link" href={`/conflicts?rule=${encodeURIComponent(draft.id)}`}>
              {rules.finds(formats.count(opened.row.openConflicts))}
            </Link>
          ) : null}
          <Button onClick={() => whyNot.open({ ruleId: draft.id })}>{explain.whyNot}</Button>
          <WhyNotDialog {...whyNot} />
          {readOnly === null ? (
            <>
              <Button title={studio.copyWhy} onClick={() => props.onCopy(draft.id)}>
                {studio.copy}
              </Button>
              {isStopped ? null : (
                <Button title={rules.removeHelp} loading={remove.isBusy} onClick={() => void stop()}>
                  {rules.remove}
                </Button>
              )}
            </>
          ) : null}
        </div>
      ) : null}
    </SidePanel>
  );
}
