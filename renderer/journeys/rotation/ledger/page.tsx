// The tenure ledger: who has sat where for how long, who is due, what is to be looked at; the unit's own policies beside it.
import { FileDown } from "lucide-react";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { useAsk } from "../../../data/ask.ts";
import type { LedgerLineRow } from "../../../data/types.ts";
import { useReadOnly } from "../../../data/workbook.ts";
import { useQueryState } from "../../../parts/address-query.ts";
import { useWhen } from "../../../parts/frame-state.ts";
import { type Finding, type KeyFigure, PageHead } from "../../../parts/page-head.tsx";
import { PageSkeleton } from "../../../parts/page-skeleton.tsx";
import { RotationTabs } from "../../../parts/rotation-tabs.tsx";
import { Trouble } from "../../../parts/trouble.tsx";
import { useFormats, useWords } from "../../../parts/words.tsx";
import { NoKeyPosts } from "../no-key-posts.tsx";
import { LinePanel } from "./line-panel.tsx";
import { PoliciesPanel } from "./policies-panel.tsx";
import { LedgerTable, lineKey } from "./table.tsx";
import "../tenure.css";

export default function LedgerPage(): ReactNode {
  const { rotation, tenure, common } = useWords();
  const when = useWhen();
  const [, navigate] = useLocation();
  const query = useQueryState();
  const readOnly = useReadOnly("sheets.save");
  const ledger = useAsk("tenure.ledger", { day: when.asOf, knownOn: when.knownOn });
  const lines = ledger.value?.lines ?? [];
  const head = useHead(lines);
  if (ledger.isWaiting) return <PageSkeleton />;
  const opened = lines.find((line) => lineKey(line) === query.get("open")) ?? null;
  const isOnPolicies = query.get("panel") === "policies";
  return (
    <div className="q-page">
      <RotationTabs />
      {ledger.value && lines.length === 0 ? (
        <NoKeyPosts />
      ) : (
        <>
          <PageHead
            {...head}
            why={{ words: tenure.policyWhy }}
            primary={{
              words: rotation.exportLedger,
              icon: <FileDown size={15} strokeWidth={1.5} />,
              onClick: () => navigate("/reports?what=tenure"),
            }}
            secondary={[
              {
                words: tenure.policies,
                onClick: () =>
                  query.set({ panel: isOnPolicies ? null : "policies", open: null }, { quiet: true }),
              },
            ]}
          />
          <Trouble fault={ledger.fault} action={{ words: common.retry, onClick: ledger.again }} />
          <div className="q-split">
            <div className="q-list">
              <LedgerTable lines={lines} query={query} selected={opened ? lineKey(opened) : null} />
            </div>
            {isOnPolicies ? (
              <PoliciesPanel
                canWrite={readOnly === null && when.asOf === null && when.knownOn === null}
                onClose={() => query.set({ panel: null }, { quiet: true })}
              />
            ) : opened ? (
              <LinePanel
                key={lineKey(opened)}
                line={opened}
                onClose={() => query.set({ open: null }, { quiet: true })}
              />
            ) : null}
          </div>
        </>
      )}
    </div>
  );
}

function useHead(lines: readonly LedgerLineRow[]): { finding: Finding; figures: KeyFigure[] } {
  const { rotation, tenure, common } = useWords();
  const formats = useFormats();
  const of = (...states: readonly LedgerLineRow["state"][]): LedgerLineRow[] =>
    lines.filter((line) => states.includes(line.state));
  const count = (list: readonly unknown[]): string => formats.count(list.length);
  const [overdue, near] = [of("overdue"), of("near", "due")];
  const concerned = lines.filter((line) => line.concerns.length > 0);
  const longest = Math.max(0, ...overdue.map((line) => -(line.daysLeft ?? 0)));
  const link = (words: string, query: string) => ({ words, href: `/rotation/ledger?${query}` });
  const finding: Finding = [
    rotation.finding(count(lines.filter(({ state }) => state !== "rotated"))),
    ...(overdue.length + near.length + concerned.length > 0 ? [rotation.findingWith] : []),
    ...(overdue.length > 0 ? [link(rotation.findingOverdue(count(overdue)), "state=overdue")] : []),
    ...(overdue.length > 0 && near.length > 0 ? [common.comma] : []),
    ...(near.length > 0 ? [link(rotation.findingNear(count(near)), "state=near")] : []),
    ...(concerned.length > 0 && overdue.length + near.length > 0 ? [common.comma] : []),
    ...(concerned.length > 0 ? [link(tenure.findingConcerns(count(concerned)), "state=concern")] : []),
    rotation.findingEnd,
  ];
  const figures: KeyFigure[] = [
    {
      name: rotation.figures.overdue,
      figure: count(overdue),
      ...(overdue.length > 0
        ? { tone: "red" as const, note: rotation.figures.worst(formats.count(longest)) }
        : {}),
      href: "/rotation/ledger?state=overdue",
    },
    {
      name: rotation.figures.near,
      figure: count(near),
      note: rotation.figures.nearNote,
      ...(near.length > 0 ? { tone: "amber" as const } : {}),
      href: "/rotation/ledger?state=near",
    },
    {
      name: rotation.figures.exempt,
      figure: count(of("exempt")),
      href: "/rotation/exemptions",
    },
    {
      name: tenure.concernsFigure,
      figure: count(concerned),
      ...(concerned.length > 0 ? { tone: "amber" as const } : {}),
      href: "/rotation/ledger?state=concern",
    },
  ];
  return { finding, figures };
}
