// Ask before signing: a question on the left, its answer on the right, asked again while it is being changed. Nothing is recorded.
import { CircleHelp, Copy, Printer, Undo2, UserCheck } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useLocation } from "wouter";
import { useAsk } from "../../data/ask.ts";
import type { GateAnswer } from "../../data/types.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { MoreMenu } from "../../parts/more-menu.tsx";
import { type Finding, type KeyFigure, PageHead } from "../../parts/page-head.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useWords } from "../../parts/words.tsx";
import { Caveats, Reasons, VerdictBand } from "./answer.tsx";
import { answerText } from "./answer-text.ts";
import { GateForm } from "./form.tsx";
import { useGround, useQuestion, useSettled } from "./question.ts";
import { Later, Substitutes } from "./substitutes.tsx";
import "./gate.css";

export default function Gate(): ReactNode {
  const { gate, staffing, common } = useWords();
  const say = useText();
  const toast = useToast();
  const [, navigate] = useLocation();
  const { question, put } = useQuestion();
  const ground = useGround(question);
  const { person, step, day, action, amount, onBehalfOf } = question;
  const [first] = ground.steps;
  const isWhole = person !== null && step !== null && ground.matterId !== null;
  const settled = useSettled(
    isWhole
      ? {
          person,
          step,
          day,
          action,
          amount,
          onBehalfOf,
          docNo: question.docNo.trim() || null,
          case: question.case.trim() || null,
          matter: ground.matterId,
        }
      : null,
  );
  // The verdict comes first; who else and what is left follow a moment later.
  const quick = useAsk("gate.ask", settled && { ...settled, parts: [] });
  const whole = useAsk("gate.ask", settled);
  const answer = (whole.isOld ? quick.value : whole.value) ?? whole.value ?? quick.value;
  // Asked of the case alone, so that what it has seen and the next step are there before anybody is chosen.
  const anybody = useAsk("sheets.list", ground.isKnownCase && !isWhole ? { kind: "people", limit: 1 } : null);
  const probePerson = person ?? anybody.value?.rows[0]?.id ?? null;
  const probe = useAsk(
    "gate.ask",
    ground.isKnownCase && !isWhole && probePerson && first
      ? { person: probePerson, step: first.id, day, case: question.case.trim(), parts: [] }
      : null,
    { fresh: true },
  );
  const acts = isWhole ? (answer?.acts ?? []) : (probe.value?.acts ?? []);
  const next = nextStep(probe.value?.acts, ground.steps);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a next step that is newly known is proposed
  useEffect(() => {
    if (step === null && next !== null) put({ step: next });
  }, [next, step]);

  const best = answer?.substitutes?.find(({ id }) => id !== person);
  const ask = (personId: string): void => put({ person: personId, onBehalfOf: null });
  const shown = isWhole ? answer : undefined;
  const nameOf = (stepId: string): string => ground.steps.find(({ id }) => id === stepId)?.name ?? "";
  return (
    <div className="q-page">
      <PageHead
        finding={shown ? findingOf(shown, gate, ask) : [gate.emptyTitle]}
        figures={shown ? figuresOf(shown, gate, nameOf) : []}
        why={{ words: gate.notRecorded }}
        secondary={[
          {
            words: gate.back,
            icon: <Undo2 size={15} strokeWidth={1.5} />,
            onClick: () => navigate("/approvals"),
          },
        ]}
        {...(shown
          ? {
              more: (
                <MoreMenu
                  words={common.more}
                  actions={[
                    {
                      words: gate.copy,
                      icon: <Copy size={15} strokeWidth={1.5} />,
                      onClick: () => {
                        void navigator.clipboard
                          .writeText(answerText(shown, gate, say))
                          .then(() => toast.say({ words: gate.copied }));
                      },
                    },
                    {
                      words: gate.print,
                      icon: <Printer size={15} strokeWidth={1.5} />,
                      onClick: () => print(),
                    },
                  ]}
                />
              ),
            }
          : {})}
        {...(shown && shown.verdict !== "allowed" && best
          ? {
              primary: {
                words: gate.ask(best.name),
                icon: <UserCheck size={16} strokeWidth={1.75} />,
                onClick: () => ask(best.id),
              },
            }
          : {})}
      />
      <Trouble fault={isWhole ? (whole.fault ?? quick.fault) : null} />
      <div className="q-split q-gate">
        <GateForm
          question={question}
          put={put}
          ground={ground}
          amountOfCase={shown?.understood.amount ?? probe.value?.understood.amount ?? null}
          acts={acts}
        />
        <div className="q-list q-gate-answer" aria-busy={quick.isOld}>
          {shown ? (
            <>
              <VerdictBand answer={shown} isOld={quick.isOld} />
              <div className="q-gate-scroll">
                <Caveats answer={shown} />
                <Reasons answer={shown} />
                {shown.substitutes ? (
                  <Substitutes
                    answer={{ ...shown, substitutes: shown.substitutes }}
                    nameOf={nameOf}
                    onTake={ask}
                  />
                ) : null}
                {shown.verdict === "refused" && best ? null : <Later answer={shown} />}
              </div>
            </>
          ) : ground.hasSteps === false ? (
            <EmptyState
              icon={<CircleHelp size={32} strokeWidth={1.25} />}
              title={gate.nothingTitle}
              why={gate.nothingWhy}
              primary={{ words: staffing.emptyMatrix, onClick: () => navigate("/matrix") }}
            />
          ) : (
            <EmptyState
              icon={<CircleHelp size={32} strokeWidth={1.25} />}
              title={gate.startTitle}
              why={gate.emptyWhy}
            />
          )}
        </div>
      </div>
    </div>
  );
}

/** The step after the last that was acted on; null while it is not known, or there is none. */
function nextStep(acts: GateAnswer["acts"] | undefined, steps: readonly { id: string }[]): string | null {
  if (!acts) return null;
  const last = Math.max(-1, ...acts.map(({ stepId }) => steps.findIndex(({ id }) => id === stepId)));
  return steps[last + 1]?.id ?? steps.at(-1)?.id ?? null;
}

type Words = ReturnType<typeof useWords>["gate"];
const counted = (answer: GateAnswer, effect: "refuse" | "warn"): number =>
  answer.reasons.filter((reason) => reason.effect === effect).length;

function findingOf(answer: GateAnswer, gate: Words, ask: (personId: string) => void): Finding {
  const { person, caseNo, step } = answer.understood;
  const say = gate.finding;
  const what = caseNo === null ? gate.ofNewCase(step) : gate.ofStep(caseNo, step);
  const parts: (string | { words: string; onClick: () => void })[] = [];
  if (answer.verdict === "allowed") parts.push(say.allowed(person.name, what));
  else if (answer.verdict === "warned")
    parts.push(say.warned(person.name, what), say.warnings(String(counted(answer, "warn"))));
  else parts.push(say.refused(person.name, what), say.refusals(String(counted(answer, "refuse"))));
  const best = answer.substitutes?.[0];
  if (answer.verdict === "refused" && answer.substitutes) {
    if (best)
      parts.push(
        say.instead,
        { words: best.name, onClick: () => ask(best.id) },
        ...(say.sign ? [say.sign] : []),
      );
    else parts.push(say.nobody);
  }
  const rest = answer.verdict === "refused" ? best?.rest : answer.lookAhead?.status;
  const left = answer.verdict === "refused" ? best?.later.length : answer.lookAhead?.later.length;
  if (rest === "stuck") parts.push(say.stuck);
  else if (rest === "completable" && left !== undefined)
    parts.push(left === 0 ? (answer.verdict === "refused" ? "" : say.done) : say.rest(String(left)));
  parts.push(say.end);
  return parts.filter((part) => part !== "");
}

/** How many people are left for each other step: of the person asked about; where refused, of the best who may sign instead. */
function restOf(
  answer: GateAnswer,
  nameOf: (stepId: string) => string,
): { name: string; takers: number }[] | undefined {
  const [best] = answer.substitutes ?? [];
  return answer.verdict === "refused" && best
    ? best.later.map(({ stepId, takers }) => ({ name: nameOf(stepId), takers }))
    : answer.lookAhead?.later.map(({ name, takers }) => ({ name, takers: takers.length }));
}

function figuresOf(answer: GateAnswer, gate: Words, nameOf: (stepId: string) => string): KeyFigure[] {
  const [refuse, warn] = [counted(answer, "refuse"), counted(answer, "warn")];
  const fewest = restOf(answer, nameOf)?.toSorted((a, b) => a.takers - b.takers)[0];
  return [
    {
      name: gate.figures.refuse,
      figure: String(refuse),
      note: gate.items,
      ...(refuse > 0 ? { tone: "red" as const } : {}),
    },
    {
      name: gate.figures.warn,
      figure: String(warn),
      note: gate.items,
      ...(warn > 0 ? { tone: "amber" as const } : {}),
    },
    ...(answer.substitutes
      ? [{ name: gate.figures.instead, figure: String(answer.substitutes.length), note: gate.people }]
      : []),
    ...(fewest
      ? [
          {
            name: gate.figures.left,
            figure: String(fewest.takers),
            note: gate.fewestAt(fewest.name),
            ...(fewest.takers < 2 ? { tone: "amber" as const } : {}),
          },
        ]
      : []),
  ];
}
