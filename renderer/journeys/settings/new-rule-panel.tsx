// Where a new rule begins: the kinds, each with what it is for and how one of it reads.
import type { ReactNode } from "react";
import { type Kind, kindNames, kinds } from "../../../shared/domain/rule-kinds.ts";
import { draftOf } from "../../../shared/rules/reading/draft.ts";
import { freshRule } from "../../../shared/rules/reading/fresh.ts";
import { purposes } from "../../../shared/rules/reading/purposes.ts";
import { sayRule } from "../../../shared/rules/reading/say.ts";
import { SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { useLanguage, useWords } from "../../parts/words.tsx";
import "./studio.css";

const examples = new Map(kinds.map((kind) => [kind, draftOf(freshRule(kind, "OWN"))]));

export function NewRulePanel(props: {
  onChoose(kind: Kind): void;
  onPair(): void;
  onClose(): void;
}): ReactNode {
  const { studio, rules, settings } = useWords();
  const language = useLanguage();
  const say = useText();
  return (
    <SidePanel
      id="studio"
      label={studio.newTitle}
      title={studio.newTitle}
      startWidth={700}
      onClose={props.onClose}
    >
      <p className="q-prose">{studio.newWhy}</p>
      <ul className="q-rule-kinds">
        {kinds.map((kind) => {
          const example = examples.get(kind);
          return (
            <li key={kind}>
              <button type="button" onClick={() => props.onChoose(kind)}>
                <b>{say(kindNames[kind])}</b>
                <span>{say(purposes[kind])}</span>
                <small>{example ? sayRule(example, language).rule : ""}</small>
              </button>
            </li>
          );
        })}
        <li>
          <button type="button" onClick={props.onPair}>
            <b>{settings.addPair}</b>
            <span>{rules.pairWhy}</span>
          </button>
        </li>
      </ul>
    </SidePanel>
  );
}
