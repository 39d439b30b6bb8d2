// The health of the rules: what contradicts, what is redundant, what can never find anything, what no rule looks at.
import { HeartPulse } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { Link, useLocation } from "wouter";
import { hygieneTypes } from "../../../shared/domain/rule-hygiene.ts";
import { useAsk } from "../../data/ask.ts";
import type { HygieneFinding } from "../../data/types.ts";
import { useQueryState } from "../../parts/address-query.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { type Finding, type KeyFigure, PageHead } from "../../parts/page-head.tsx";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import type { DataColumn, GroupChoice } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { HealthPanel, ruleAddress } from "./health-panel.tsx";

const shows = ["contradiction", "redundant", "idle", "uncovered"] as const;
type Show = (typeof shows)[number];
const typesOf: Record<Show, readonly HygieneFinding["type"][]> = {
  contradiction: ["contradiction"],
  redundant: ["duplicate", "subsumed"],
  idle: ["never-fires"],
  uncovered: ["uncovered", "unnamed-duty"],
};
interface Line extends HygieneFinding {
  key: string;
}
const nothing = {};
/** By what it is about, so that its address outlives changes of the others. */
const keyOf = ({ type, rules, matters }: HygieneFinding): string =>
  [type, ...[...rules, ...matters].map(({ id }) => id)].join("+");
const none: readonly HygieneFinding[] = [];

export function HealthPage(props: { bar: ReactNode }): ReactNode {
  const { packs, common } = useWords();
  const { health } = packs;
  const formats = useFormats();
  const say = useText();
  const query = useQueryState();
  const [, navigate] = useLocation();
  const { value, fault, isWaiting, again } = useAsk("packs.hygiene", nothing);
  const findings = value?.findings ?? none;
  const show = shows.find((one) => one === query.get("show")) ?? null;
  const lines = useMemo<Line[]>(() => findings.map((one) => ({ ...one, key: keyOf(one) })), [findings]);
  const opened = lines.find(({ key }) => key === query.get("open"));
  const rows = useMemo(
    () => (show ? lines.filter(({ type }) => typesOf[show].includes(type)) : lines),
    [lines, show],
  );
  const columns = useMemo<DataColumn<Line>[]>(
    () => [
      {
        key: "type",
        title: health.columns.type,
        width: 96,
        value: (row) => health.types[row.type],
        cell: (row) => (
          <span className="q-tag" data-tone={row.type === "contradiction" ? "red" : undefined}>
            {health.types[row.type]}
          </span>
        ),
      },
      {
        key: "rules",
        title: health.columns.rules,
        width: 150,
        filter: "text",
        value: (row) => row.rules.map(({ id }) => id).join(common.listing) || null,
        cell: (row) =>
          row.rules.map(({ id, title }, at) => (
            <span key={id}>
              {at > 0 ? common.listing : ""}
              <Link
                className="q-link"
                href={ruleAddress(id)}
                title={say(title)}
                aria-label={health.open(id)}
                onClick={(event) => event.stopPropagation()}
              >
                {id}
              </Link>
            </span>
          )),
      },
      {
        key: "sentence",
        title: health.columns.sentence,
        width: 420,
        grows: true,
        filter: "text",
        value: (row) => say(row.sentence),
      },
      {
        key: "advice",
        title: health.columns.advice,
        width: 260,
        filter: "text",
        value: (row) => say(row.advice),
      },
      {
        key: "matters",
        title: health.columns.matters,
        width: 130,
        startsHidden: true,
        value: (row) => row.matters.map(({ name }) => name).join(common.listing) || null,
      },
    ],
    [health, common, say],
  );
  const groups = useMemo<GroupChoice<Line>[]>(
    () => [
      {
        key: "type",
        title: health.byType,
        of: ({ type }) => ({ key: type, words: health.types[type], order: hygieneTypes.indexOf(type) }),
      },
    ],
    [health],
  );
  if (isWaiting) return <PageSkeleton />;
  const countOf = (one: Show): number => findings.filter(({ type }) => typesOf[one].includes(type)).length;
  const said = shows.filter((one) => countOf(one) > 0);
  const finding: Finding = [
    health.finding(formats.count(value?.rules ?? 0)),
    ...(said.length === 0
      ? [health.clean]
      : said.flatMap((one, at) => [
          at > 0 ? common.listing : "",
          { words: health[one](formats.count(countOf(one))), onClick: () => query.set({ show: one }) },
        ])),
    said.length === 0 ? "" : packs.end,
  ];
  return (
    <div className="q-page">
      <PageHead
        finding={finding}
        figures={shows.map(
          (one): KeyFigure => ({
            name: health.figures[one],
            figure: formats.count(countOf(one)),
            ...(one === "contradiction" && countOf(one) > 0 ? { tone: "red" as const } : {}),
            onClick: () => query.set({ show: show === one ? null : one }),
          }),
        )}
      />
      {props.bar}
      <Trouble fault={fault} action={{ words: common.retry, onClick: again }} />
      {value && findings.length === 0 ? (
        <EmptyState
          icon={<HeartPulse size={32} strokeWidth={1.25} />}
          title={health.emptyTitle}
          why={health.emptyWhy}
          primary={{ words: health.toRules, onClick: () => navigate("/settings/rules") }}
        />
      ) : (
        <div className="q-split">
          <div className="q-list">
            <DataTable
              id="rule-health"
              label={health.list}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.key}
              selected={opened?.key ?? null}
              onOpen={(row) => query.set({ open: row.key }, { quiet: query.get("open") !== null })}
              groups={groups}
              startGroup="type"
              tools={[null, ...shows].map((one) =>
                one !== null && countOf(one) === 0 ? null : (
                  <button
                    key={one ?? "all"}
                    type="button"
                    className="q-chip"
                    aria-pressed={show === one}
                    onClick={() => query.set({ show: one })}
                  >
                    {one === null ? health.all : health.figures[one]}
                    <span className="q-chip-count">
                      {formats.count(one === null ? findings.length : countOf(one))}
                    </span>
                  </button>
                ),
              )}
            />
          </div>
          {opened ? (
            <HealthPanel key={opened.key} row={opened} onClose={() => query.set({ open: null })} />
          ) : null}
        </div>
      )}
    </div>
  );
}
