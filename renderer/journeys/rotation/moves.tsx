// The moves of a plan, each with its reason and who else could.
import { type ReactNode, useMemo } from "react";
import type { Plan, PlanMove } from "../../data/types.ts";
import { DataTable } from "../../parts/data-table.tsx";
import type { DataColumn, GroupChoice } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import { moveKey } from "./hand-edits.ts";

const byDay = [{ key: "day", descending: false }];

const keyOf = (move: PlanMove): string => moveKey(move);

export function Moves(props: { plan: Plan; picked: string | null; onPick(key: string): void }): ReactNode {
  const { rotation } = useWords();
  const formats = useFormats();
  const say = useText();
  const columns = useMemo<DataColumn<PlanMove>[]>(() => {
    const { columns: words } = rotation;
    return [
      { key: "day", title: words.day, width: 104, filter: "day", value: (move) => move.day },
      {
        key: "chain",
        title: words.chain,
        width: 56,
        align: "end",
        value: (move) => move.chain,
      },
      {
        key: "person",
        title: words.person,
        width: 96,
        value: (move) => move.person.name,
        cell: (move) => <b className="q-strong">{move.person.name}</b>,
      },
      {
        key: "staffNo",
        title: words.staffNo,
        width: 84,
        filter: "text",
        value: (move) => move.person.staffNo,
      },
      { key: "from", title: words.from, width: 150, value: (move) => move.from?.name ?? rotation.reserve },
      { key: "to", title: words.to, width: 150, value: (move) => move.to?.name ?? rotation.reserve },
      {
        key: "department",
        title: words.department,
        width: 130,
        startsHidden: true,
        value: (move) => move.to?.department ?? move.from?.department ?? null,
      },
      {
        key: "reason",
        title: words.reason,
        width: 260,
        grows: true,
        filter: "text",
        value: (move) => say(move.reason),
      },
      {
        key: "alternatives",
        title: words.alternatives,
        width: 180,
        filter: "text",
        value: (move) => (move.alternatives ? say(move.alternatives) : null),
      },
    ];
  }, [rotation, say]);
  const groups = useMemo<GroupChoice<PlanMove>[]>(
    () => [
      {
        key: "chain",
        title: rotation.groups.chain,
        of: (move) => ({
          key: String(move.chain),
          words: rotation.chain(formats.count(move.chain)),
          order: move.chain,
        }),
        note: (moves) => {
          const days = moves.map((move) => move.day).sort();
          return rotation.chainNote(
            formats.count(new Set(moves.map((move) => move.person.id)).size),
            days[0] ?? "",
            days.at(-1) ?? "",
            days[0] === days.at(-1),
          );
        },
      },
      {
        key: "post",
        title: rotation.groups.post,
        of: (move) => ({ key: move.to?.id ?? "", words: move.to?.name ?? rotation.reserve }),
      },
    ],
    [rotation, formats],
  );
  return (
    <DataTable
      id="rotation.moves"
      label={`${say(props.plan.name)} ${rotation.views.moves}`}
      columns={columns}
      rows={props.plan.moves}
      rowKey={keyOf}
      groups={groups}
      startGroup="chain"
      startSort={byDay}
      selected={props.picked}
      onOpen={(move) => props.onPick(keyOf(move))}
    />
  );
}
