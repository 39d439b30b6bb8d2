// Two plans beside each other: their figures, and line by line what differs.
import { Select } from "antd";
import { GitCompareArrows } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { useAsk } from "../../data/ask.ts";
import type { Answered } from "../../data/names.ts";
import type { Plan } from "../../data/types.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import type { DataColumn, GroupChoice } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { usePlanOptions } from "./plan-picker.tsx";

type Compared = Answered<"rotation.compare">;
type Line = Compared["lines"][number];
const kinds = ["person", "day", "only-b", "only-a", "same"] as const;
const byKind = [{ key: "day", descending: false }];
const keyOf = ({ kind, a, b }: Line): string =>
  `${kind}.${a?.person.id}.${a?.day}.${a?.to?.id}.${b?.person.id}.${b?.day}.${b?.to?.id}`;

export function Compare(props: {
  plan: Plan;
  plans: Answered<"rotation.plans">["plans"];
  query: AddressQuery;
  onNew(): void;
}): ReactNode {
  const { plan, query } = props;
  const { rotation } = useWords();
  const others = props.plans.filter(({ id }) => id !== plan.id);
  const options = usePlanOptions(others);
  const asked = query.get("with") ?? plan.basePlanId;
  const other = others.find(({ id }) => id === asked) ?? others[0];
  const { value, fault, isWaiting } = useAsk("rotation.compare", other ? { a: other.id, b: plan.id } : null);
  if (!other)
    return (
      <EmptyState
        icon={<GitCompareArrows size={32} strokeWidth={1.25} />}
        title={rotation.compareEmptyTitle}
        why={rotation.compareEmptyWhy}
        primary={{ words: rotation.makePlan, onClick: props.onNew }}
      />
    );
  return (
    <>
      <div className="q-tools">
        <span className="q-second q-small">{rotation.compareWith}</span>
        <Select
          aria-label={rotation.compareWith}
          value={other.id}
          options={options}
          popupMatchSelectWidth={false}
          style={{ width: 300 }}
          onChange={(next) => query.set({ with: next }, { quiet: true })}
        />
      </div>
      <Trouble fault={fault} />
      {isWaiting ? <PageSkeleton /> : value ? <Compared value={value} /> : null}
    </>
  );
}

function Compared(props: { value: Compared }): ReactNode {
  const { value } = props;
  const { rotation } = useWords();
  const formats = useFormats();
  const say = useText();
  const columns = useMemo<DataColumn<Line>[]>(() => {
    const { columns: words } = rotation;
    const either = (line: Line): NonNullable<Line["a"]> | null => line.b ?? line.a;
    const change = (a: string | undefined, b: string | undefined): ReactNode =>
      a === undefined || b === undefined || a === b ? (
        (b ?? a ?? "")
      ) : (
        <>
          <s className="q-muted">{a}</s> {b}
        </>
      );
    return [
      {
        key: "kind",
        title: rotation.difference,
        width: 84,
        value: ({ kind }) => rotation.kinds[kind],
        cell: ({ kind }) => (
          <span className="q-tag" {...(kind === "same" ? {} : { "data-tone": "accent" })}>
            {rotation.kinds[kind]}
          </span>
        ),
      },
      {
        key: "to",
        title: words.to,
        width: 160,
        value: (line) => either(line)?.to?.name ?? rotation.reserve,
      },
      {
        key: "person",
        title: words.person,
        width: 140,
        value: (line) => either(line)?.person.name ?? "",
        cell: ({ a, b }) => change(a?.person.name, b?.person.name),
      },
      {
        key: "day",
        title: words.day,
        width: 190,
        filter: "day",
        value: (line) => either(line)?.day ?? "",
        cell: ({ a, b }) => change(a?.day, b?.day),
      },
      {
        key: "from",
        title: words.from,
        width: 150,
        value: (line) => either(line)?.from?.name ?? rotation.reserve,
      },
      {
        key: "reason",
        title: words.reason,
        width: 280,
        grows: true,
        filter: "text",
        value: (line) => {
          const move = either(line);
          return move ? say(move.reason) : "";
        },
      },
    ];
  }, [rotation, say]);
  const groups = useMemo<GroupChoice<Line>[]>(
    () => [
      {
        key: "kind",
        title: rotation.difference,
        of: ({ kind }) => ({ key: kind, words: rotation.kinds[kind], order: kinds.indexOf(kind) }),
        note: (lines) => formats.count(lines.length),
      },
    ],
    [rotation, formats],
  );
  return (
    <div className="q-plans">
      <dl className="q-plans-figures" aria-label={rotation.compareFigures}>
        {value.figures.map((figure) => (
          <div key={figure.name.en} {...(figure.a.zh === figure.b.zh ? {} : { "data-differs": "" })}>
            <dt>{say(figure.name)}</dt>
            <dd>
              {figure.a.zh === figure.b.zh ? (
                say(figure.b)
              ) : (
                <>
                  <span className="q-muted">{say(figure.a)} →</span> <b>{say(figure.b)}</b>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <DataTable
        id="rotation.compare"
        label={rotation.views.compare}
        columns={columns}
        rows={value.lines}
        rowKey={keyOf}
        groups={groups}
        startGroup="kind"
        startSort={byKind}
      />
    </div>
  );
}
