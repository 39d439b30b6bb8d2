// The fire drill: take people out, replay a year of real cases, see which would have stalled, where, for how long.
import { Flame, Undo2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useLocation } from "wouter";
import { addDays } from "../../../shared/domain/day.ts";
import { useAsk } from "../../data/ask.ts";
import type { DrillAnswer } from "../../data/types.ts";
import { useQueryState } from "../../parts/address-query.ts";
import { UnitSwitch } from "../../parts/amount.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { useFrame } from "../../parts/frame-state.ts";
import { type Finding, PageHead } from "../../parts/page-head.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { DrillForm } from "./form.tsx";
import { questionOf, replayed } from "./question.ts";
import { StallTable } from "./stall-table.tsx";
import "./drill.css";

export default function DrillPage(): ReactNode {
  const { drill, common } = useWords();
  const [, navigate] = useLocation();
  const query = useQueryState();
  const { today, unit, setUnit } = useFrame();
  const asked = questionOf(query, today);
  const { people, from, until } = asked;
  const { value, fault, isWaiting, isOld, again } = useAsk(
    "staffing.drill",
    people.length === 0
      ? null
      : { absences: people.map((personId) => ({ personId, from, until })), ...replayed(today) },
  );
  const anybody = useAsk("sheets.list", { kind: "approvals", limit: 1 });
  const [step, setStep] = useState<string | null>(null);
  const rows = (value?.stalled ?? []).filter(
    (row) => step === null || step === `${row.matter} · ${row.step}`,
  );
  return (
    <div className="q-page">
      <Head answer={value} people={people.length} onBack={() => navigate("/staffing")} />
      <DrillForm
        start={asked}
        today={today}
        busy={isWaiting || isOld}
        onRun={(next) => {
          setStep(null);
          query.set({ people: next.people.join(","), from: next.from, last: addDays(next.until, -1) });
        }}
      />
      <Trouble fault={fault} action={{ words: common.retry, onClick: again }} />
      {value && value.stalled.length > 0 ? (
        <>
          <StepChips answer={value} step={step} onStep={setStep} />
          <StallTable rows={rows} end={<UnitSwitch unit={unit} onChange={setUnit} />} />
        </>
      ) : value ? (
        <EmptyState icon={<Flame size={32} strokeWidth={1.25} />} title={drill.clear} why={drill.clearWhy} />
      ) : anybody.value?.rows.length === 0 ? (
        <EmptyState
          icon={<Flame size={32} strokeWidth={1.25} />}
          title={drill.nothingTitle}
          why={drill.nothingWhy}
          primary={{ words: drill.toImport, onClick: () => navigate("/approvals/import") }}
        />
      ) : people.length === 0 ? (
        <EmptyState icon={<Flame size={32} strokeWidth={1.25} />} title={drill.needPeople} why={drill.why} />
      ) : isWaiting ? (
        <EmptyState
          icon={<Flame size={32} strokeWidth={1.25} />}
          title={drill.running}
          why={drill.runningWhy}
        />
      ) : null}
    </div>
  );
}

function Head(props: { answer: DrillAnswer | undefined; people: number; onBack(): void }): ReactNode {
  const { drill } = useWords();
  const formats = useFormats();
  const { answer } = props;
  const people = formats.count(props.people);
  const stuck = new Set(answer?.stalled.map(({ caseId }) => caseId)).size;
  const days = answer?.stalled.map((row) => row.days) ?? [];
  const longest = formats.count(Math.max(0, ...days));
  const finding: Finding = !answer
    ? [drill.start]
    : answer.cases === 0
      ? [drill.none(people)]
      : [
          drill.found(people, formats.count(answer.cases)),
          ...(stuck > 0
            ? [drill.foundStalled(formats.count(stuck)), drill.foundLongest(longest)]
            : [drill.foundAll]),
        ];
  return (
    <PageHead
      finding={finding}
      figures={
        answer
          ? [
              {
                name: drill.figures.cases,
                figure: formats.count(answer.cases),
                ...(answer.undecided > 0
                  ? { note: drill.figures.undecided(formats.count(answer.undecided)) }
                  : {}),
              },
              { name: drill.figures.carriedOn, figure: formats.count(answer.carriedOn) },
              {
                name: drill.figures.stalled,
                figure: formats.count(stuck),
                ...(stuck > 0 ? { tone: "amber" as const } : {}),
              },
              { name: drill.figures.days, figure: formats.count(days.reduce((sum, one) => sum + one, 0)) },
            ]
          : []
      }
      {...(answer ? { why: { words: drill.whyShort, whole: drill.why } } : {})}
      secondary={[{ words: drill.back, icon: <Undo2 size={15} strokeWidth={1.5} />, onClick: props.onBack }]}
    />
  );
}

/** The steps at which most days are lost; pressed: only those rows. */
function StepChips(props: {
  answer: DrillAnswer;
  step: string | null;
  onStep(step: string | null): void;
}): ReactNode {
  const { drill } = useWords();
  const formats = useFormats();
  return (
    <div className="q-drill-steps">
      <span className="q-muted q-small">{drill.bySteps}</span>
      {props.answer.bySteps.slice(0, 6).map((row) => {
        const key = `${row.matter} · ${row.step}`;
        return (
          <button
            key={key}
            type="button"
            className="q-chip"
            aria-pressed={props.step === key}
            onClick={() => props.onStep(props.step === key ? null : key)}
          >
            {key}
            <span className="q-chip-count">
              {drill.stepLine(formats.count(row.cases), formats.count(row.days))}
            </span>
          </button>
        );
      })}
    </div>
  );
}
