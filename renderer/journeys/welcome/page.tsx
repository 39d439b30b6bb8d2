// The first page: what is open, the sample unit, a workbook of one's own, recent ones, and the notice on secrets.
import { FolderOpen, History } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useLocation } from "wouter";
import { useData } from "../../data/provider.tsx";
import { useTell } from "../../data/tell.ts";
import type { WorkbookState } from "../../data/types.ts";
import { useWorkbookState } from "../../data/workbook.ts";
import type { Finding, PageAction } from "../../parts/page-head.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { Notice } from "./notice.tsx";
import { OwnForm } from "./own-form.tsx";
import { RecentList } from "./recent-list.tsx";
import { SampleCard } from "./sample-card.tsx";
import "./welcome.css";

export default function Welcome(): ReactNode {
  const { welcome } = useWords();
  const formats = useFormats();
  const { shell } = useData();
  const [, navigate] = useLocation();
  const state = useWorkbookState().value;
  const [isAcknowledged, setAcknowledged] = useState(false);
  const [isReminded, setReminded] = useState(false);
  const [isEntering, setEntering] = useState(false);
  const sample = useTell("workbook.sample");
  const create = useTell("workbook.create");
  const open = useTell("workbook.open");
  const openRecent = useTell("workbook.openRecent");
  const forget = useTell("workbook.forgetRecent");
  const restore = useTell("workbook.restore");
  const close = useTell("workbook.close");
  const isBusy = [sample, create, open, openRecent, restore, close].some((one) => one.isBusy);
  const fault =
    [sample, create, open, openRecent, forget, restore, close].find((one) => one.fault)?.fault ?? null;
  const book = state?.open ?? null;
  const isAllowed = isAcknowledged || book !== null;

  // Entered once the window itself knows of the workbook: until then no other page can be shown.
  useEffect(() => {
    if (isEntering && book) navigate("/overview");
  }, [isEntering, book, navigate]);
  const enter = (next: WorkbookState | null): void => {
    if (next?.open) setEntering(true);
  };
  /** Nothing opens before the notice on secrets has been read. */
  const guarded = (work: () => Promise<WorkbookState | null>) => (): void => {
    if (!isAllowed) setReminded(true);
    else void work().then(enter);
  };
  const openSample = guarded(() => sample.tell({ grant: null }, { label: welcome.sampleLabel }));
  const openOther = guarded(async () => {
    const file = await shell.chooseFile("workbook");
    return file ? open.tell({ grant: file.grant }) : null;
  });
  const restoreBackup = guarded(async () => {
    const from = await shell.chooseFile("workbook");
    const to = from ? await shell.chooseSave(from.name, "workbook") : null;
    return from && to
      ? restore.tell({ from: from.grant, to: to.grant }, { label: welcome.restoreLabel })
      : null;
  });
  const makeOwn = (unitName: string, timeZone: string): void =>
    guarded(async () => {
      const file = await shell.chooseSave(unitName, "workbook");
      return file ? create.tell({ grant: file.grant, unitName, timeZone }) : null;
    })();

  const recent = state?.recent ?? [];
  const last = recent.find((one) => !one.isMissing);
  const count = (kind: string): string => formats.count(book?.counts[kind] ?? 0);
  const finding: Finding = book
    ? [
        welcome.leadOpen(book.unitName),
        welcome.leadCounts(count("people"), count("posts"), count("approvals")),
      ]
    : [welcome.lead];
  const primary: PageAction = book
    ? { words: welcome.continue_, onClick: () => navigate("/overview") }
    : last
      ? {
          words: welcome.openRecent(last.name),
          onClick: guarded(() => openRecent.tell({ id: last.id })),
          busy: openRecent.isBusy,
        }
      : { words: welcome.sample, onClick: openSample, busy: sample.isBusy };
  return (
    <div className="q-page">
      <PageHead
        finding={finding}
        primary={primary}
        {...(book
          ? {
              secondary: [{ words: welcome.closeBook, onClick: () => void close.tell({}), disabled: isBusy }],
            }
          : {})}
        figures={
          book
            ? [
                { name: welcome.figures.people, figure: count("people"), href: "/organisation/people" },
                { name: welcome.figures.posts, figure: count("posts"), href: "/organisation/posts" },
                { name: welcome.figures.authorities, figure: count("authorities"), href: "/matrix" },
                { name: welcome.figures.approvals, figure: count("approvals"), href: "/approvals" },
              ]
            : []
        }
      />
      <Trouble fault={fault} />
      <div className="q-welcome q-scroll">
        <Notice
          isAcknowledged={isAllowed}
          isReminded={isReminded && !isAllowed}
          onAcknowledge={setAcknowledged}
          isSettled={book !== null}
        />
        <div className="q-welcome-ways">
          <SampleCard isMain={!book && !last} isBusy={sample.isBusy} onOpen={openSample} />
          <OwnForm isBusy={create.isBusy} onCreate={makeOwn} />
        </div>
        <section className="q-welcome-recent" aria-label={welcome.recent}>
          <div className="q-row">
            <h2>{welcome.recent}</h2>
            <span className="q-grow" />
            <button type="button" className="q-chip" onClick={openOther} disabled={isBusy}>
              <FolderOpen size={15} strokeWidth={1.5} aria-hidden="true" />
              {welcome.openOther}
            </button>
            <button type="button" className="q-chip" onClick={restoreBackup} disabled={isBusy}>
              <History size={15} strokeWidth={1.5} aria-hidden="true" />
              {welcome.restore}
            </button>
          </div>
          <RecentList
            recent={recent}
            onOpen={(id) => guarded(() => openRecent.tell({ id }))()}
            onForget={(id) => void forget.tell({ id })}
          />
        </section>
        <p className="q-muted q-small">{welcome.roles}</p>
      </div>
    </div>
  );
}
