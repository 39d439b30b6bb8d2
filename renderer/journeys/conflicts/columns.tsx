// The columns of the conflict list and the ways to group it.
import { useMemo } from "react";
import { areaNames } from "../../../shared/domain/duty.ts";
import { kindNames } from "../../../shared/domain/rule-kinds.ts";
import type { ConflictRow } from "../../data/types.ts";
import { Amount } from "../../parts/amount.tsx";
import { useUnit } from "../../parts/frame-state.ts";
import { SeverityMark } from "../../parts/severity-mark.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import type { DataColumn, GroupChoice } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import { severityRank, weightOf } from "./filters.ts";

export function useConflictColumns(): readonly DataColumn<ConflictRow>[] {
  const { conflicts, common, explain } = useWords();
  const formats = useFormats();
  const unit = useUnit();
  const say = useText();
  return useMemo<DataColumn<ConflictRow>[]>(() => {
    const { columns } = conflicts;
    const stateOf = (row: ConflictRow): string =>
      row.verdict && row.state === "open" ? explain.states[row.verdict.state] : common.states[row.state];
    const names = (row: ConflictRow): string => row.people.map((person) => person.name).join(common.listing);
    return [
      {
        key: "severity",
        title: columns.severity,
        width: 44,
        align: "center",
        filter: "choices",
        value: severityRank,
        text: (row) => common.severity[row.severity],
        cell: (row) => <SeverityMark severity={row.severity} />,
      },
      // Kept narrow so that amount and day stay in sight beside the open panel.
      { key: "rule", title: columns.rule, width: 60, value: (row) => row.ruleId },
      {
        key: "what",
        title: columns.what,
        width: 140,
        fits: false,
        grows: true,
        value: (row) => say(row.title),
      },
      { key: "people", title: columns.people, width: 84, fits: false, value: names },
      {
        key: "amount",
        title: columns.amount(common[unit]),
        width: 96,
        align: "end",
        filter: "money",
        value: (row) => row.amount,
        text: (row) => formats.money(row.amount, unit),
        cell: (row) => <Amount fen={row.amount} />,
      },
      { key: "day", title: columns.day, width: 100, filter: "day", value: (row) => row.day },
      {
        key: "basis",
        title: columns.basis,
        width: 68,
        value: (row) => (row.basis === "actual" ? common.actual : common.potential),
      },
      {
        key: "state",
        title: columns.state,
        width: 76,
        value: (row) => stateOf(row),
        cell: (row) =>
          row.verdict && row.state === "open" ? (
            <span className="q-second">{explain.states[row.verdict.state]}</span>
          ) : (
            <StateMark state={row.state} />
          ),
      },
      {
        key: "sentence",
        title: columns.sentence,
        width: 320,
        filter: "text",
        startsHidden: true,
        value: (row) => say(row.sentence),
      },
      {
        key: "department",
        title: columns.department,
        width: 120,
        startsHidden: true,
        value: (row) => row.department?.name ?? null,
      },
      {
        key: "matter",
        title: columns.matter,
        width: 140,
        startsHidden: true,
        value: (row) => row.matter?.name ?? null,
      },
      {
        key: "area",
        title: columns.area,
        width: 110,
        startsHidden: true,
        value: (row) => say(areaNames[row.area]),
      },
      {
        key: "kind",
        title: columns.kind,
        width: 90,
        startsHidden: true,
        value: (row) => say(kindNames[row.kind]),
      },
      {
        key: "cases",
        title: columns.cases,
        width: 130,
        filter: "text",
        startsHidden: true,
        value: (row) => row.cases.map((one) => one.caseNo).join(common.listing),
      },
      {
        key: "evidence",
        title: columns.evidence,
        width: 60,
        align: "end",
        startsHidden: true,
        value: (row) => row.evidence,
      },
      {
        key: "firstSeen",
        title: columns.firstSeen,
        width: 100,
        filter: "day",
        startsHidden: true,
        value: (row) => (row.firstSeen === null ? null : formats.dayOf(row.firstSeen)),
      },
      {
        key: "weight",
        title: explain.triage.title,
        width: 64,
        align: "end",
        startsHidden: true,
        value: weightOf,
      },
    ];
  }, [conflicts, common, explain, formats, unit, say]);
}

export function useConflictGroups(): readonly GroupChoice<ConflictRow>[] {
  const { conflicts, common } = useWords();
  const formats = useFormats();
  const unit = useUnit();
  const say = useText();
  return useMemo<GroupChoice<ConflictRow>[]>(() => {
    const note = (rows: readonly ConflictRow[]): string =>
      conflicts.groupNote(
        formats.count(rows.length),
        formats.sum(
          rows.reduce((sum, row) => sum + (row.amount ?? 0), 0),
          unit,
        ),
      );
    const choice = (
      key: keyof typeof conflicts.groups,
      of: (row: ConflictRow) => { key: string; words: string },
    ): GroupChoice<ConflictRow> => ({ key, title: conflicts.groups[key], of, note });
    return [
      choice("rule", (row) => ({ key: row.ruleId, words: `${row.ruleId} ${say(row.title)}` })),
      choice("person", (row) => ({
        key: row.people.map((person) => person.id).join(),
        words: row.people.map((person) => person.name).join(common.listing) || conflicts.nobody,
      })),
      choice("department", (row) => ({
        key: row.department?.id ?? "",
        words: row.department?.name ?? conflicts.noDepartment,
      })),
      choice("matter", (row) => ({
        key: row.matter?.id ?? "",
        words: row.matter?.name ?? conflicts.noMatter,
      })),
      choice("area", (row) => ({ key: row.area, words: say(areaNames[row.area]) })),
    ];
  }, [conflicts, common, formats, unit, say]);
}
