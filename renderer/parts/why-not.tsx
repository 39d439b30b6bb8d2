// The dialog "why not?": a rule with a case or people; the answer stands in place, the reason or the conflict.
import { Button, Input, Modal, Select } from "antd";
import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import type { Fault } from "../../shared/domain/fault.ts";
import type { Text } from "../../shared/domain/text.ts";
import { useText } from "./text.ts";
import { Trouble } from "./trouble.tsx";
import { useWords } from "./words.tsx";
import "./why-not.css";

interface Question {
  ruleId: string;
  caseNo: string | null;
  people: string[];
}
interface Answer {
  reason: { code: string; says: Text } | null;
  conflicts: readonly { id: string; sentence: Text }[];
  judgedBy: string | null;
  notes: readonly Text[];
}
interface WhyNotProps {
  start: Question | null;
  rules: readonly { id: string; title: Text }[];
  answer: Answer | null;
  isBusy: boolean;
  fault: Fault | null;
  ask(question: Question): void;
  close(): void;
}

export function WhyNotDialog(props: WhyNotProps): ReactNode {
  const { explain } = useWords();
  return (
    <Modal
      open={props.start !== null}
      title={explain.whyNotTitle}
      footer={null}
      onCancel={props.close}
      width={560}
      destroyOnHidden
    >
      {props.start ? <WhyNotForm key={JSON.stringify(props.start)} {...props} start={props.start} /> : null}
    </Modal>
  );
}

function WhyNotForm(props: WhyNotProps & { start: Question }): ReactNode {
  const { explain } = useWords();
  const say = useText();
  const { start } = props;
  const [ruleId, setRule] = useState(start.ruleId);
  const [caseNo, setCase] = useState(start.caseNo ?? "");
  const [first, setFirst] = useState(start.people[0] ?? "");
  const [second, setSecond] = useState(start.people[1] ?? "");
  const people = [first, second].map((name) => name.trim()).filter((name) => name !== "");
  const isReady = ruleId !== "" && (caseNo.trim() !== "" || people.length > 0);
  const ask = (id = ruleId): void => props.ask({ ruleId: id, caseNo: caseNo.trim() || null, people });
  return (
    <>
      <p className="q-second q-small">{explain.whyNotHint}</p>
      <form
        className="q-why-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) ask();
        }}
      >
        <label className="q-wide" htmlFor="why-rule">
          {explain.rule}
          <Select
            id="why-rule"
            aria-label={explain.rule}
            showSearch
            optionFilterProp="label"
            value={ruleId === "" ? null : ruleId}
            onChange={setRule}
            options={props.rules.map(({ id, title }) => ({ value: id, label: `${id} ${say(title)}` }))}
          />
        </label>
        <label className="q-wide" htmlFor="why-case">
          {explain.caseNo}
          <Input id="why-case" value={caseNo} onChange={({ target }) => setCase(target.value)} />
        </label>
        <label htmlFor="why-first">
          {explain.person}
          <Input id="why-first" value={first} onChange={({ target }) => setFirst(target.value)} />
        </label>
        <label htmlFor="why-second">
          {explain.second}
          <Input id="why-second" value={second} onChange={({ target }) => setSecond(target.value)} />
        </label>
        <span className="q-wide">
          <Button type="primary" htmlType="submit" disabled={!isReady} loading={props.isBusy}>
            {explain.ask}
          </Button>
        </span>
      </form>
      <Trouble fault={props.fault} />
      <div aria-live="polite">
        {props.answer && !props.fault ? (
          <WhyNotAnswer
            answer={props.answer}
            close={props.close}
            onRule={(id) => {
              setRule(id);
              ask(id);
            }}
          />
        ) : null}
      </div>
    </>
  );
}

function WhyNotAnswer(props: { answer: Answer; close(): void; onRule(id: string): void }): ReactNode {
  const { explain } = useWords();
  const say = useText();
  const { reason, conflicts, judgedBy, notes } = props.answer;
  const codes: Record<string, string> = explain.codes;
  return (
    <div className="q-why-answer" data-outcome={reason ? "none" : "conflict"}>
      {notes.map((note) => (
        <p key={note.en} className="q-muted">
          {say(note)}
        </p>
      ))}
      <p className="q-second">{reason ? explain.isNone : explain.isConflict}</p>
      {reason ? (
        <p>
          <span className="q-tag">{codes[reason.code] ?? reason.code}</span> {say(reason.says)}
        </p>
      ) : null}
      {judgedBy ? (
        <Button size="small" onClick={() => props.onRule(judgedBy)}>
          {explain.judgedBy(judgedBy)}
        </Button>
      ) : null}
      {conflicts.map(({ id, sentence }) => (
        <p key={id}>
          <Link className="q-link" href={`/conflicts?open=${encodeURIComponent(id)}`} onClick={props.close}>
            {say(sentence)}
          </Link>
        </p>
      ))}
    </div>
  );
}
