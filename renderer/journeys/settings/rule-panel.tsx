// One rule in the panel: what it asks and why, its source, its numbers, a worked example and a counter-example.
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import { areaNames, builtInDuties } from "../../../shared/domain/duty.ts";
import { kindNames } from "../../../shared/domain/rule-kinds.ts";
import type { Text } from "../../../shared/domain/text.ts";
import { useAsk } from "../../data/ask.ts";
import { useTell } from "../../data/tell.ts";
import type { RuleRow } from "../../data/types.ts";
import { useUndo } from "../../data/undo.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { EvidenceMark, useSourceWords } from "../../parts/evidence-mark.tsx";
import { SeverityMark } from "../../parts/severity-mark.tsx";
import { type Fact, Facts, PanelSection, SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { numberKeys, RuleNumbers } from "./rule-numbers.tsx";

const dutyNames = new Map(builtInDuties.map((duty) => [duty.code, duty.name]));
const isMoney = (key: string): boolean => key === "threshold" || key === "ceiling";

export function RulePanel(props: { row: RuleRow; canWrite: boolean; onClose(): void }): ReactNode {
  const { row } = props;
  const { rule } = row;
  const { rules, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const toast = useToast();
  const undo = useUndo();
  const sourceWords = useSourceWords();
  const [isChanging, setChanging] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const remove = useTell("rules.remove");
  const shown = useAsk("rules.show", { id: rule.id }, { fresh: true }).value;
  const { parameters: names } = rules;
  const wordsOf = (key: string, value: unknown): string => {
    if (typeof value === "number")
      return isMoney(key) ? formats.moneyWithUnit(value, "wan") : formats.count(value);
    if (typeof value === "boolean") return value ? common.yes : common.no;
    const list = Array.isArray(value) ? value : [value];
    return list
      .map((one) => {
        const name = dutyNames.get(String(one));
        return name ? say(name) : String(one);
      })
      .join(common.listing);
  };
  const stop = async (): Promise<void> => {
    const done = await remove.tell({ id: rule.id });
    setAsking(false);
    if (!done) return;
    toast.say({ words: rules.removed(rule.id), undo: () => undo(done.change.seq) });
    props.onClose();
  };
  const parameterFacts: Fact[] = Object.entries(rule.parameters).map(([key, value]) => ({
    name: key in names ? names[key as keyof typeof names] : key,
    value: wordsOf(key, value),
  }));
  const areas = rule.scope.areas?.map((area) => say(areaNames[area])).join(common.listing);
  return (
    <SidePanel
      id="rules"
      label={rules.detail}
      title={say(rule.title)}
      startWidth={460}
      tags={
        <>
          <SeverityMark severity={rule.severity} named />
          <span className="q-muted q-small">
            {rule.id} · {say(kindNames[rule.kind])}
          </span>
        </>
      }
      onClose={props.onClose}
      foot={
        <>
          {row.openConflicts > 0 ? (
            <Link href={`/conflicts?rule=${encodeURIComponent(rule.id)}`}>
              <Button tabIndex={-1}>{rules.finds(formats.count(row.openConflicts))}</Button>
            </Link>
          ) : null}
          {props.canWrite && numberKeys(rule).length > 0 ? (
            <Button onClick={() => setChanging(true)}>{rules.change}</Button>
          ) : null}
          {props.canWrite ? <Button onClick={() => setAsking(true)}>{rules.remove}</Button> : null}
        </>
      }
    >
      <Trouble fault={remove.fault} />
      <p className="q-prose">{say(rule.plain)}</p>
      {row.notApplicable ? (
        <p className="q-prose">
          <b>{rules.notApplied}</b> {say(row.notApplicable)}
        </p>
      ) : null}
      <Facts
        facts={[
          {
            name: rules.basis,
            value: (
              <>
                {sourceWords(rule.citation.source)} <EvidenceMark mark={rule.citation.mark} />
              </>
            ),
          },
          { name: rules.scope, value: areas ?? rule.scope.matters?.join(common.listing) ?? rules.everywhere },
          {
            name: rules.inForce,
            value: rule.inForce.from
              ? formats.period({ from: rule.inForce.from, until: rule.inForce.until })
              : rules.always,
          },
          { name: rules.pack, value: row.pack, half: true },
          { name: rules.version, value: String(rule.version), half: true },
          ...parameterFacts,
        ]}
      />
      {isChanging ? (
        <RuleNumbers
          rule={rule}
          onDone={(seq) => {
            setChanging(false);
            if (seq !== null) toast.say({ words: rules.saved(rule.id), undo: () => undo(seq) });
          }}
        />
      ) : null}
      {shown?.example ? <Story title={rules.example} story={shown.example.story} /> : null}
      {shown?.counterExample ? (
        <Story title={rules.counterExample} story={shown.counterExample.story} />
      ) : null}
      <Confirm
        open={isAsking}
        title={rules.removeTitle}
        verb={rules.remove}
        busy={remove.isBusy}
        onConfirm={() => void stop()}
        onCancel={() => setAsking(false)}
      >
        {rules.removeHelp}
      </Confirm>
    </SidePanel>
  );
}

function Story(props: { title: string; story: readonly Text[] }): ReactNode {
  const say = useText();
  return (
    <PanelSection title={props.title}>
      <ol className="q-story">
        {props.story.map((line) => (
          <li key={line.en}>{say(line)}</li>
        ))}
      </ol>
    </PanelSection>
  );
}
