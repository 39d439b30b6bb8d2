// The acts behind a conflict, case by case in order; within one case those that clash are joined by a bracket.
import { type ReactNode, useState } from "react";
import { daysBetween } from "../../../shared/domain/day.ts";
import type { Act, ConflictDetail, ConflictRow } from "../../data/types.ts";
import { CaseTimeline, type Clash } from "../../parts/case-timeline.tsx";
import { useUnit } from "../../parts/frame-state.ts";
import { PanelSection } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

function byCase(acts: readonly Act[]): Map<string, Act[]> {
  const cases = new Map<string, Act[]>();
  for (const act of acts) cases.set(act.caseId, [...(cases.get(act.caseId) ?? []), act]);
  return cases;
}

/** Cases with more acts than this are folded to the evidence and its neighbours. */
const wholeUpTo = 14;
function folded(acts: readonly Act[]): readonly Act[] {
  return acts.filter(
    (_, at) =>
      at === 0 ||
      at === acts.length - 1 ||
      [acts[at - 1], acts[at], acts[at + 1]].some((act) => act?.isEvidence),
  );
}

const isBy = (act: Act, people: ReadonlySet<string>): boolean =>
  (act.person !== null && people.has(act.person.id)) ||
  (act.onBehalfOf !== null && people.has(act.onBehalfOf.id));

export function Courses(props: {
  row: ConflictRow;
  detail: ConflictDetail;
  /** Acts that the proof needs: they stand out; null while it is not known. */
  needed: ReadonlySet<string> | null;
}): ReactNode {
  const { row, detail } = props;
  const { conflicts, common } = useWords();
  const formats = useFormats();
  const unit = useUnit();
  const say = useText();
  const [isWhole, setWhole] = useState(false);
  if (detail.acts.length === 0) return null;
  const cases = [...byCase(detail.acts)];
  const amountOf = new Map(detail.cases.map((one) => [one.id, one.amount]));

  const clashOf = (own: readonly Act[]): Clash[] => {
    const all = own.filter((act) => act.isEvidence);
    const proved = own.filter((act) => props.needed?.has(act.id));
    const evidence = proved.length > 1 ? proved : all;
    const [first] = evidence;
    const last = evidence.at(-1);
    if (!first || !last) return [];
    const subjects = new Set(row.people.map((person) => person.id));
    const isOnePerson = row.people.length === 1 && evidence.every((act) => isBy(act, subjects));
    return [
      {
        acts: evidence.map((act) => act.id),
        rule: row.ruleId,
        notes: [
          ...(isOnePerson ? [conflicts.samePerson] : []),
          conflicts.days(formats.count(daysBetween(first.day, last.day))),
        ],
      },
    ];
  };
  return cases.map(([caseId, own]) => {
    const isLong = own.length > wholeUpTo;
    const shown = isLong && !isWhole ? folded(own) : own;
    return (
      <PanelSection
        key={caseId}
        title={cases.length === 1 ? conflicts.course : (own[0]?.caseNo ?? "")}
        note={conflicts.courseNote(formats.count(own.length), own[0]?.day ?? "", own.at(-1)?.day ?? "")}
        end={
          <>
            {isLong ? (
              <button type="button" className="q-link" onClick={() => setWhole(!isWhole)}>
                {isWhole ? conflicts.fold : conflicts.unfold(formats.count(own.length - shown.length))}
              </button>
            ) : null}{" "}
            {common[unit]}
          </>
        }
      >
        <CaseTimeline
          label={conflicts.course}
          acts={shown.map((act) => ({
            id: act.id,
            day: act.day,
            clock: formats.clock(act.at),
            duty: act.duty.type,
            step: act.step.name || say(act.duty.name),
            person: act.person?.name ?? common.unknown,
            post: act.post?.name ?? "",
            onBehalfOf: act.onBehalfOf?.name ?? null,
            // An act is judged by its own amount, else by its case's.
            amount: act.amount ?? amountOf.get(caseId) ?? null,
          }))}
          clashes={clashOf(own)}
        />
      </PanelSection>
    );
  });
}
