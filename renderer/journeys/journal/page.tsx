// The journal: every write in order, its chain verified on demand, changes taken back by new entries.
import { Copy, ListChecks, Undo2 } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { useAsk } from "../../data/ask.ts";
import type { Answered } from "../../data/names.ts";
import { useTell } from "../../data/tell.ts";
import type { JournalEntry } from "../../data/types.ts";
import { useReadOnly, useWorkbook } from "../../data/workbook.ts";
import { writtenToast } from "../../data/written.ts";
import { useQueryState } from "../../parts/address-query.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import type { DataColumn } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

const most = 1000;
const newestFirst = [{ key: "seq", descending: true }];

export default function Journal(): ReactNode {
  const { journal, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const toast = useToast();
  const book = useWorkbook();
  const query = useQueryState();
  const before = Number(query.get("before")) || null;
  const { value, fault, isWaiting, again } = useAsk("journal.list", { before, limit: most });
  const verify = useTell("journal.verify");
  const [verified, setVerified] = useState<{ found: Answered<"journal.verify">; at: number } | null>(null);
  const entries = value?.entries ?? [];
  const oldest = Math.min(...entries.map((entry) => entry.seq), Number.POSITIVE_INFINITY);
  const columns = useColumns();
  if (isWaiting) return <PageSkeleton />;

  const check = async (): Promise<void> => {
    const found = await verify.tell({}, { label: journal.verifyLabel });
    if (found) setVerified({ found, at: Date.now() });
  };
  const copyHead = async (): Promise<void> => {
    await navigator.clipboard.writeText(book?.journalHead ?? "");
    toast.say({ words: journal.headCopied });
  };
  return (
    <div className="q-page">
      <PageHead
        finding={[
          journal.finding(formats.count(value?.total ?? 0)),
          verified
            ? verified.found.brokenAt === null
              ? journal.findingVerified(
                  formats.count(verified.found.entries),
                  formats.instant(verified.at).slice(11, 16),
                )
              : journal.findingBroken(formats.count(verified.found.brokenAt))
            : "",
          journal.findingEnd,
        ]}
        figures={[
          { name: journal.figures.entries, figure: formats.count(value?.total ?? 0) },
          {
            name: journal.figures.last,
            figure: entries[0] ? formats.instant(entries[0].at).slice(0, 16) : "—",
          },
          {
            name: journal.head,
            figure: book?.journalHead.slice(0, 12) ?? "—",
            onClick: () => void copyHead(),
          },
        ]}
        why={{ words: journal.headWhy }}
        primary={{
          words: journal.verify,
          icon: <ListChecks size={16} strokeWidth={1.75} />,
          busy: verify.isBusy,
          onClick: () => void check(),
        }}
        secondary={[
          {
            words: journal.copyHead,
            icon: <Copy size={15} strokeWidth={1.5} />,
            onClick: () => void copyHead(),
          },
        ]}
      />
      <Trouble fault={fault ?? verify.fault} action={{ words: common.retry, onClick: again }} />
      {verified?.found.brokenAt != null ? (
        <p className="q-prose q-red" role="alert">
          {say(verified.found.message)}
        </p>
      ) : null}
      <DataTable
        id="journal"
        label={journal.list}
        columns={columns}
        rows={entries}
        rowKey={(entry) => String(entry.seq)}
        startSort={newestFirst}
        tools={<span className="q-muted q-small">{journal.noSecondWhy}</span>}
        toolsEnd={
          <>
            {before === null ? null : (
              <button type="button" className="q-chip" onClick={() => query.set({ before: null })}>
                {journal.newest}
              </button>
            )}
            {oldest > 1 && entries.length === most ? (
              <button type="button" className="q-chip" onClick={() => query.set({ before: String(oldest) })}>
                {journal.older}
              </button>
            ) : null}
          </>
        }
        tone={(entry) => (entry.undoneBy === null ? null : "dim")}
        empty={<EmptyState title={journal.empty} why={journal.emptyWhy} />}
      />
    </div>
  );
}

function useColumns(): readonly DataColumn<JournalEntry>[] {
  const said = useWords();
  const { journal } = said;
  const formats = useFormats();
  const say = useText();
  const toast = useToast();
  const readOnly = useReadOnly("journal.undo");
  const { tell } = useTell("journal.undo");
  return useMemo<DataColumn<JournalEntry>[]>(() => {
    const { columns } = journal;
    const undo = async (entry: JournalEntry): Promise<void> => {
      const done = await tell({ seq: entry.seq });
      if (done) toast.say(writtenToast(done, journal.undoing(say(entry.summary)), null, said));
    };
    const stateOf = (entry: JournalEntry): string =>
      entry.undoneBy !== null
        ? journal.undone(formats.count(entry.undoneBy))
        : entry.undoOf !== null
          ? journal.undoes(formats.count(entry.undoOf))
          : entry.secondPerson === "none"
            ? journal.noSecond
            : "";
    return [
      {
        key: "seq",
        title: columns.seq,
        width: 64,
        align: "end",
        value: (entry) => entry.seq,
        text: (entry) => formats.count(entry.seq),
      },
      {
        key: "at",
        title: columns.at,
        width: 152,
        filter: "none",
        value: (entry) => entry.at,
        text: (entry) => formats.instant(entry.at),
      },
      { key: "actor", title: columns.actor, width: 120, value: (entry) => entry.actor },
      {
        key: "summary",
        title: columns.summary,
        width: 300,
        grows: true,
        filter: "text",
        value: (entry) => say(entry.summary),
      },
      {
        key: "action",
        title: columns.action,
        width: 140,
        startsHidden: true,
        value: (entry) => entry.action,
      },
      {
        key: "rows",
        title: columns.rows,
        width: 76,
        align: "end",
        value: (entry) => entry.rows,
        text: (entry) => formats.count(entry.rows),
      },
      {
        key: "hash",
        title: columns.hash,
        width: 120,
        filter: "text",
        value: (entry) => entry.hash,
        cell: (entry) => <span className="q-muted">{entry.hash.slice(0, 12)}</span>,
      },
      {
        key: "state",
        title: columns.state,
        width: 180,
        value: stateOf,
        cell: (entry) =>
          entry.canUndo && readOnly === null ? (
            <button
              type="button"
              className="q-link q-row"
              style={{ gap: 4 }}
              onClick={(event) => {
                event.stopPropagation();
                void undo(entry);
              }}
            >
              <Undo2 size={14} strokeWidth={1.5} aria-hidden="true" />
              {journal.undo}
              {entry.secondPerson === "none" ? <span className="q-muted">{journal.noSecond}</span> : null}
            </button>
          ) : (
            <span className="q-muted">{stateOf(entry)}</span>
          ),
      },
    ];
  }, [journal, formats, say, toast, tell, readOnly, said]);
}
