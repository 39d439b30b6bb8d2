// Settings: the rules and the unit's own numbers, the workbook as a file, the look of this window.
import { Archive, FileDown, FileUp, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { useAsk } from "../../data/ask.ts";
import { useData } from "../../data/provider.tsx";
import { useTell } from "../../data/tell.ts";
import type { RuleRow } from "../../data/types.ts";
import { useReadOnly, useWorkbook } from "../../data/workbook.ts";
import { useQueryState } from "../../parts/address-query.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import { useReceipt } from "../../parts/receipt.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useLanguage, useWords } from "../../parts/words.tsx";
import { BookSettings, useBackup } from "./book-settings.tsx";
import { HealthPage } from "./health-page.tsx";
import { NewRulePanel } from "./new-rule-panel.tsx";
import { OfferPage } from "./offer-page.tsx";
import { PackNews } from "./pack-news.tsx";
import { PairPanel } from "./pair-panel.tsx";
import { ownPack, RuleList } from "./rule-list.tsx";
import { RuleStudio } from "./rule-studio.tsx";
import { WindowSettings } from "./window-settings.tsx";
import "./settings.css";

const tabs = ["rules", "health", "workbook", "window"] as const;
const nothing = {};

export default function Settings(): ReactNode {
  const { settings } = useWords();
  const [path, navigate] = useLocation();
  const tab = tabs.find((one) => one === path.split("/")[2]) ?? "rules";
  const book = useWorkbook();
  const backup = useBackup(book);
  const bar = (
    <nav className="q-setting-tabs" aria-label={settings.tab}>
      {tabs.map((one) => (
        <button
          key={one}
          type="button"
          className="q-chip"
          aria-pressed={tab === one}
          onClick={() => navigate(`/settings/${one}`)}
        >
          {settings.tabs[one]}
        </button>
      ))}
    </nav>
  );
  const query = useQueryState();
  if (tab === "rules" && query.get("compare") !== null) return <OfferPage bar={bar} query={query} />;
  if (tab === "rules") return <Rules bar={bar} />;
  if (tab === "health") return <HealthPage bar={bar} />;
  return (
    <div className="q-page">
      <PageHead
        finding={[
          tab === "workbook" && book
            ? settings.workbookFinding(book.unitName, book.name)
            : settings.windowFinding,
        ]}
        {...(tab === "workbook"
          ? {
              primary: {
                words: settings.backup,
                icon: <Archive size={16} strokeWidth={1.75} />,
                busy: backup.isBusy,
                onClick: backup.run,
              },
            }
          : {})}
      />
      {backup.fault}
      {bar}
      {tab === "workbook" && book ? <BookSettings book={book} /> : null}
      {tab === "window" ? <WindowSettings /> : null}
    </div>
  );
}

const none: readonly RuleRow[] = [];

function Rules(props: { bar: ReactNode }): ReactNode {
  const { settings, rules, studio, common, reports } = useWords();
  const formats = useFormats();
  const say = useText();
  const receipts = useReceipt();
  const { shell } = useData();
  const readOnly = useReadOnly("rules.save");
  const query = useQueryState();
  const { value, fault, isWaiting, again } = useAsk("rules.list", nothing);
  const stopped = useAsk("studio.stopped", nothing).value?.rules ?? none;
  const language = useLanguage();
  const takeOut = useTell("packs.export");
  if (isWaiting) return <PageSkeleton />;
  const rows = value?.rules ?? none;
  const own = rows.filter((row) => row.pack === ownPack).length;
  const not = rows.filter((row) => row.notApplicable !== null).length;
  const recalled = rows.filter((row) => row.rule.citation.mark === "recalled").length;
  const add = query.get("add");
  const hasStudio = query.get("open") !== null || query.get("new") !== null;
  const newRule = {
    words: studio.newRule,
    icon: <Plus size={16} strokeWidth={1.75} />,
    disabled: readOnly !== null,
    ...(readOnly ? { hint: say(readOnly) } : {}),
    onClick: () => query.set({ add: "rule", open: null, new: null }),
  };

  // A file is compared first: what it changes, and its effect, is read before anything is taken.
  const importPack = async (): Promise<void> => {
    const file = await shell.chooseFile("rules");
    if (file) query.set({ compare: "file", file: file.grant, open: null, add: null, new: null });
  };
  const exportPack = async (): Promise<void> => {
    const file = await shell.chooseSave(rules.exportName, "rules");
    const receipt = file && (await takeOut.tell({ grant: file.grant, language }));
    if (file && receipt)
      receipts.show(receipt, { words: reports.reveal, onClick: () => void shell.reveal(file.grant) });
  };
  return (
    <div className="q-page">
      <PageHead
        finding={[
          settings.finding(formats.count(rows.length)),
          own > 0 ? settings.findingOwn(formats.count(own)) : "",
          ...(not > 0
            ? [
                common.comma,
                { words: settings.findingNot(formats.count(not)), onClick: () => query.set({ show: "not" }) },
              ]
            : []),
          settings.findingEnd,
        ]}
        figures={[
          {
            name: settings.figures.own,
            figure: formats.count(own),
            onClick: () => query.set({ show: "own" }),
          },
          {
            name: settings.figures.not,
            figure: formats.count(not),
            onClick: () => query.set({ show: "not" }),
          },
          {
            name: settings.figures.recalled,
            figure: formats.count(recalled),
            note: settings.figures.recalledNote,
            ...(recalled > 0 ? { tone: "amber" as const } : {}),
          },
        ]}
        // While a rule is open, saving it is the next step.
        {...(hasStudio || add ? {} : { primary: newRule })}
        secondary={[
          ...(hasStudio ? [newRule] : []),
          {
            words: rules.import_,
            icon: <FileUp size={15} strokeWidth={1.5} />,
            disabled: readOnly !== null,
            onClick: () => void importPack(),
          },
          {
            words: rules.export_,
            icon: <FileDown size={15} strokeWidth={1.5} />,
            busy: takeOut.isBusy,
            onClick: () => void exportPack(),
          },
        ]}
      />
      {props.bar}
      <PackNews onRead={() => query.set({ compare: "built-in", open: null, add: null, new: null })} />
      <Trouble fault={fault ?? takeOut.fault} action={{ words: common.retry, onClick: again }} />
      <div className="q-split">
        <div className="q-list">
          <RuleList rows={rows} stopped={stopped} query={query} />
        </div>
        {add === "pair" ? (
          <PairPanel onClose={() => query.set({ add: null })} />
        ) : add === "rule" ? (
          <NewRulePanel
            onChoose={(kind) => query.set({ new: kind, add: null })}
            onPair={() => query.set({ add: "pair" })}
            onClose={() => query.set({ add: null })}
          />
        ) : hasStudio ? (
          <RuleStudio query={query} />
        ) : null}
      </div>
    </div>
  );
}
