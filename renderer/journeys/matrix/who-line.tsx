// One line asks who may do something at an amount on a day; one line a step answers, with names and why.
import { Input } from "antd";
import { MessageCircleQuestionMark, X } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { areaNames } from "../../../shared/domain/duty.ts";
import { useAsk } from "../../data/ask.ts";
import type { MatrixView } from "../../data/types.ts";
import { DutyGlyph } from "../../parts/duty-glyph.tsx";
import { useFrame } from "../../parts/frame-state.ts";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { readQuestion } from "./who-question.ts";

const shownAtOnce = 4;

export function WhoLine(props: {
  view: MatrixView;
  asked: string | null;
  onAsk(asked: string | null): void;
  onOpen(at: { matterId: string; stepId: string }): void;
  /** Behind the question, on the same line. */
  end?: ReactNode;
}): ReactNode {
  const { view, asked } = props;
  const { matrixWork } = useWords();
  const { today, day, unit } = useFrame();
  const [typed, setTyped] = useState(asked ?? "");
  const question = useMemo(
    () => (asked === null ? null : readQuestion(asked, { today, unit, matters: view.matters })),
    [asked, today, unit, view],
  );
  const clear = (): void => {
    setTyped("");
    props.onAsk(null);
  };
  return (
    <section className="q-who" aria-label={matrixWork.whoLabel}>
      <div className="q-row">
        <Input
          aria-label={matrixWork.whoLabel}
          prefix={<MessageCircleQuestionMark size={15} strokeWidth={1.5} />}
          placeholder={matrixWork.whoHint(day)}
          value={typed}
          suffix={
            typed === "" ? undefined : (
              <button
                type="button"
                className="q-icon-button"
                aria-label={matrixWork.whoClose}
                title={matrixWork.whoClose}
                onClick={clear}
              >
                <X size={14} strokeWidth={1.5} />
              </button>
            )
          }
          variant="borderless"
          onChange={({ target }) => {
            setTyped(target.value);
            if (target.value === "") props.onAsk(null);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === "Enter" && typed.trim() !== "") props.onAsk(typed.trim());
            if (event.key === "Escape") {
              setTyped("");
              props.onAsk(null);
            }
          }}
        />
        {props.end}
      </div>
      {question ? <Answer question={question} view={view} onOpen={props.onOpen} /> : null}
    </section>
  );
}

function Answer(props: {
  question: ReturnType<typeof readQuestion>;
  view: MatrixView;
  onOpen(at: { matterId: string; stepId: string }): void;
}): ReactNode {
  const { question, view } = props;
  const { matrixWork, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const { day, knownOn, unit } = useFrame();
  const [isWhole, setWhole] = useState(false);
  const { value, fault } = useAsk("matrix.whoCould", {
    day: question.day ?? day,
    knownOn,
    area: question.area,
    matterId: question.matterId,
    dutyType: question.dutyType,
    amount: question.amount,
  });
  if (!value) return <Trouble fault={fault} />;
  const where =
    view.matters.find(({ id }) => id === question.matterId)?.name ??
    (question.area ? say(areaNames[question.area]) : matrixWork.whoEverywhere);
  const shown = isWhole ? value.steps : value.steps.slice(0, shownAtOnce);
  return (
    <div className="q-who-answer" aria-live="polite">
      <p className="q-muted">
        {matrixWork.whoRead(
          value.day,
          common.duties[question.dutyType].name,
          question.amount === null
            ? matrixWork.whoAnyAmount
            : formats.moneyWithUnit(question.amount, unit).replace(/\.00(?=\D)/, ""),
          where,
        )}
        {knownOn === null ? "" : ` · ${matrixWork.knownOn(knownOn)}`}
      </p>
      {value.recordedAfterwards.map((note) => (
        <p key={note.en} className="q-amber" role="note">
          {say(note)}
        </p>
      ))}
      {value.steps.length === 0 ? <p>{matrixWork.whoNone}</p> : null}
      <ul>
        {shown.map((step) => (
          <li key={step.stepId} {...(step.people.length === 0 ? { "data-nobody": "" } : {})}>
            <DutyGlyph duty={question.dutyType} />
            <span>
              <button type="button" className="q-link" onClick={() => props.onOpen(step)}>
                {step.matterName}
              </button>{" "}
              {say(step.sentence)}
            </span>
          </li>
        ))}
      </ul>
      {value.steps.length > shownAtOnce ? (
        <button type="button" className="q-link" onClick={() => setWhole(!isWhole)}>
          {isWhole
            ? matrixWork.whoClose
            : matrixWork.whoMore(formats.count(value.steps.length - shownAtOnce))}
        </button>
      ) : null}
    </div>
  );
}
