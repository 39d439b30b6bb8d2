// The acts behind a conflict, case by case in order; within one case those that clash are joined by a bracket.
import type { ReactNode } from "react";
import { daysBetween } from "../../../shared/domain/day.ts";
import type { Act, ConflictRow } from "../../data/types.ts";
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

export function Courses(props: { row: ConflictRow; acts: readonly Act[] }): ReactNode {
  const { row, acts } = props;
  const { conflicts, common } = useWords();
  const formats = useFormats();
  const unit = useUnit();
  const say = useText();
  if (acts.length === 0) return null;
  const cases = [...byCase(acts)];

  const clashOf = (own: readonly Act[]): Clash[] => {
    const evidence = own.filter((act) => act.isEvidence);
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
  return cases.map(([caseId, own]) => (
    <PanelSection
      key={caseId}
      title={cases.length === 1 ? conflicts.course : (own[0]?.caseNo ?? "")}
      note={conflicts.courseNote(formats.count(own.length), own[0]?.day ?? "", own.at(-1)?.day ?? "")}
      end={common[unit]}
    >
      <CaseTimeline
        label={conflicts.course}
        acts={own.map((act) => ({
          id: act.id,
          day: act.day,
          clock: formats.clock(act.at),
          duty: act.duty.type,
          step: act.step.name || say(act.duty.name),
          person: act.person?.name ?? common.unknown,
          post: act.post?.name ?? "",
          onBehalfOf: act.onBehalfOf?.name ?? null,
          amount: act.amount,
        }))}
        clashes={clashOf(own)}
      />
    </PanelSection>
  ));
}

const isBy = (act: Act, people: ReadonlySet<string>): boolean =>
  (act.person !== null && people.has(act.person.id)) ||
  (act.onBehalfOf !== null && people.has(act.onBehalfOf.id));
