// Feeds the frame from the data service: workbook and its state, counts, what the last check said, what the palette finds.
import { useEffect, useMemo } from "react";
import { useAsk } from "../data/ask.ts";
import { useTurns } from "../data/change-turns.ts";
import { type Desk, useData, useLinkState } from "../data/provider.tsx";
import type { OpenWorkbook } from "../data/types.ts";
import { useReadOnly, useWorkbookState } from "../data/workbook.ts";
import type { BookState, Workbook } from "../parts/frame-state.ts";
import { useText } from "../parts/text.ts";
import { useFormats, useLanguage, useWords } from "../parts/words.tsx";
import { useWork } from "../parts/work.tsx";
import { type FrameSource, noSource, type PaletteEntry } from "./frame-source.ts";
import { noonOf } from "./noon.ts";
import { OperatorSeat } from "./operator-seat.tsx";
import { matchWords } from "./palette.tsx";

const mostFound = 30;

/** Running calls appear in the status line. */
function useDesk(): void {
  const { desk } = useData();
  const work = useWork();
  const language = useLanguage();
  useEffect(() => {
    const own: Desk = {
      start: ({ label, cancel }) => {
        const handle = work.start({ name: label?.[language] ?? "", cancel });
        return {
          report: (progress) =>
            handle.report({ name: progress.label[language], done: progress.done, total: progress.total }),
          end: handle.end,
        };
      },
    };
    desk.current = own;
    return () => {
      if (desk.current === own) desk.current = null;
    };
  }, [desk, work.start, language, work]);
}

/** Nothing has come in yet, so nothing waits for a check. */
const isEmpty = ({ counts }: OpenWorkbook): boolean =>
  [counts.people, counts.posts, counts.cases, counts.approvals].every((n) => (n ?? 0) === 0);

function useBook(open: OpenWorkbook | null): Workbook | null {
  const link = useLinkState();
  const { works } = useWork();
  const { faults, overview } = useWords();
  const say = useText();
  const readOnly = useReadOnly("conflicts.check");
  return useMemo(() => {
    if (!open) return null;
    const state: BookState =
      link === "lost" || link === "failed"
        ? "attention"
        : works.length > 0
          ? "checking"
          : readOnly
            ? "readOnly"
            : open.isCheckStale && !isEmpty(open)
              ? "attention"
              : "saved";
    const note =
      link === "lost"
        ? faults.lost
        : link === "failed"
          ? faults.failed
          : readOnly
            ? say(readOnly)
            : open.isCheckStale && !isEmpty(open)
              ? overview.stale
              : null;
    return { name: open.unitName, state, zone: open.timeZone, ...(note === null ? {} : { note }) };
  }, [open, link, works.length, faults, overview, say, readOnly]);
}

function useFind(open: OpenWorkbook | null): (query: string) => readonly PaletteEntry[] {
  const { common, frame } = useWords();
  const people = useAsk("sheets.list", open ? { kind: "people", day: null } : null).value;
  const posts = useAsk("sheets.list", open ? { kind: "posts", day: null } : null).value;
  const matters = useAsk("sheets.list", open ? { kind: "matters", day: null } : null).value;
  const sets = useTurns();
  const entries = useMemo<PaletteEntry[]>(() => {
    const from = (
      rows: typeof people,
      group: string,
      note: string,
      go: (id: string) => string,
    ): PaletteEntry[] =>
      (rows?.rows ?? []).map((row) => ({
        id: row.id,
        words: String(row.values.name ?? ""),
        note: String(row.values[note] ?? ""),
        group,
        go: go(row.id),
      }));
    return [
      ...from(people, common.person, "staffNo", (id) => `/organisation/people?open=${id}`),
      ...from(posts, common.post, "code", (id) => `/organisation/posts?open=${id}`),
      ...(sets ?? []).map(({ set }) => ({
        id: set.id,
        words: set.name,
        note: set.number,
        group: frame.journeys.changes,
        go: `/matrix/changes/${set.id}`,
      })),
      ...from(matters, common.matter, "code", (id) => `/matrix?matter=${id}`),
    ];
  }, [people, posts, matters, sets, common, frame]);
  return (query) => {
    if (query.trim() === "") return [];
    return entries
      .map((entry) => ({
        entry,
        fit: Math.max(matchWords(entry.words, query), entry.note?.startsWith(query.trim()) ? 0.9 : 0),
      }))
      .filter(({ fit }) => fit > 0)
      .sort((a, b) => b.fit - a.fit)
      .slice(0, mostFound)
      .map(({ entry }) => entry);
  };
}

export function useLiveSource(): FrameSource {
  useDesk();
  const state = useWorkbookState();
  const open = state.value?.open ?? null;
  const { frame, overview: words } = useWords();
  const formats = useFormats();
  const workbook = useBook(open);
  const find = useFind(open);
  const overview = useAsk("conflicts.overview", open ? { asOf: null } : null).value;
  const waiting = useTurns()?.filter(({ turn }) => turn === "review").length ?? 0;
  return useMemo<FrameSource>(() => {
    if (!open || !workbook) return { ...noSource, now: Date.now() };
    const check = open.lastCheck;
    return {
      workbook,
      now: noonOf(open.today, open.timeZone),
      Seat: OperatorSeat,
      counts: {
        conflicts: { n: open.openConflicts, alarming: (overview?.highConflicts ?? 0) > 0 },
        matrix: { n: waiting, alarming: false },
        rotation: { n: overview?.overdue ?? 0, alarming: (overview?.overdue ?? 0) > 0 },
      },
      status: {
        // Why nothing can be written stands in sight, not in a hint alone.
        left:
          workbook.state === "readOnly" && workbook.note
            ? workbook.note
            : check
              ? words.rulesUsed(formats.count(check.rules), formats.count(check.notApplicable.length))
              : words.neverChecked,
        right: check ? words.checkedAt(formats.instant(check.at).slice(0, 16)) : frame.noClassified,
      },
      find,
    };
  }, [open, workbook, overview, words, formats, frame, find, waiting]);
}
