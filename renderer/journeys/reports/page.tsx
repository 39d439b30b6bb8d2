// Reports: choose one, see it as it will be printed, take it away with a receipt.
import { Button, Select } from "antd";
import { FileDown, FileSpreadsheet } from "lucide-react";
import { type ReactNode, useState } from "react";
import { flushSync } from "react-dom";
import { useLocation } from "wouter";
import { severities } from "../../../shared/domain/conflict.ts";
import { areaNames, areas } from "../../../shared/domain/duty.ts";
import { type Language, languages } from "../../../shared/words/language.ts";
import { useAsk } from "../../data/ask.ts";
import { useData } from "../../data/provider.tsx";
import { useTell } from "../../data/tell.ts";
import type { Receipt, ReportRequest } from "../../data/types.ts";
import { useQueryState } from "../../parts/address-query.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { useFrame, useWhen } from "../../parts/frame-state.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import { useReceipt } from "../../parts/receipt.tsx";
import { ScrollBox } from "../../parts/scroll-box.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useLanguage, useWords } from "../../parts/words.tsx";
import { ReportSheet } from "./sheet.tsx";
import "./reports.css";

const kinds = ["conflicts", "tenure", "plan", "matrix", "staffing"] as const;
/** Asked for from the page of what they are about. */
const asked = [
  "delegation",
  "change-set",
  "notices",
  "handovers",
  "follow-ups",
  "notice",
  "handover",
] as const;
const formats = ["xlsx", "pdf", "csv", "json"] as const;
type Format = (typeof formats)[number];
const languageNames: Record<Language, string> = { zh: "中文", en: "English" };
const mostShown = 200;
const nothing = {};

export default function Reports(): ReactNode {
  const { reports, common } = useWords();
  const written = useFormats();
  const say = useText();
  const own = useLanguage();
  const { day, unit } = useFrame();
  const when = useWhen();
  const [, navigate] = useLocation();
  const query = useQueryState();
  const { shell } = useData();
  const receipts = useReceipt();
  const build = useTell("reports.build");
  const store = useTell("reports.store");
  const ledgers = useTell("reports.ledgers");
  const [isPrinting, setPrinting] = useState(false);

  const what = [...kinds, ...asked].find((one) => one === query.get("what")) ?? "conflicts";
  const format: Format = formats.find((one) => one === query.get("format")) ?? "xlsx";
  const language = languages.find((one) => one === query.get("language")) ?? own;
  const plans = useAsk("rotation.plans", nothing).value?.plans ?? [];
  const planId = what === "plan" ? (query.get("plan") ?? plans.at(0)?.id ?? null) : null;
  const request: ReportRequest | null =
    what === "plan" && planId === null
      ? null
      : {
          what,
          language,
          ...when,
          planId,
          delegationId: query.get("delegation"),
          changeSetId: query.get("set"),
          paperId: query.get("paper"),
          filter: {
            area: query.get("area"),
            severity: query.get("severity"),
            basis: query.get("basis"),
            ruleId: query.get("rule"),
            personId: query.get("person"),
          },
        };
  const { value: document, fault, isWaiting } = useAsk("reports.document", request);

  const shown = (receipt: Receipt | null, grant: string): void => {
    if (receipt) receipts.show(receipt, { words: reports.reveal, onClick: () => void shell.reveal(grant) });
  };
  const take = async (): Promise<void> => {
    if (!document || !request) return;
    const file = await shell.chooseSave(document.title, format);
    if (!file) return;
    if (format !== "pdf")
      return shown(await build.tell({ ...request, format, grant: file.grant }), file.grant);
    // Paper shows every row: drawn before the picture of the page is taken.
    flushSync(() => setPrinting(true));
    try {
      const bytes = new Uint8Array(await shell.print());
      const title = { zh: document.title, en: document.title };
      shown(await store.tell({ title, bytes, grant: file.grant }), file.grant);
    } finally {
      setPrinting(false);
    }
  };
  const takeLedgers = async (): Promise<void> => {
    const file = await shell.chooseSave(reports.ledgersFile, "xlsx");
    if (file) shown(await ledgers.tell({ grant: file.grant, money: unit, ...when }), file.grant);
  };
  const isBusy = build.isBusy || store.isBusy || isPrinting;
  const option = (value: string, label: string) => ({ value, label });
  return (
    <div className="q-page">
      <PageHead
        finding={
          document
            ? [
                reports.finding(document.title, written.count(document.rows.length)),
                document.journalHead
                  ? reports.findingTail(document.journalHead.slice(0, 12))
                  : common.fullStop,
              ]
            : [reports.choose]
        }
        why={{ words: reports.privacy }}
        primary={{
          words: reports.save(reports.formats[format]),
          icon: <FileDown size={16} strokeWidth={1.75} />,
          disabled: !document,
          busy: isBusy,
          onClick: () => void take(),
        }}
        secondary={[
          {
            words: reports.ledgers,
            icon: <FileSpreadsheet size={15} strokeWidth={1.5} />,
            busy: ledgers.isBusy,
            hint: reports.ledgersWhy(common[unit]),
            onClick: () => void takeLedgers(),
          },
        ]}
      />
      <Trouble fault={fault ?? build.fault ?? store.fault ?? ledgers.fault} />
      <div className="q-reports">
        <div className="q-reports-choice q-no-print">
          <div className="q-report-kinds">
            {[...kinds, ...asked.filter((one) => one === what)].map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={what === one}
                onClick={() => query.set({ what: one, rule: null, person: null })}
              >
                <b>{reports.kinds[one]}</b>
                <small>{reports.kindsWhy[one]}</small>
              </button>
            ))}
          </div>
          {what === "plan" && plans.length > 0 ? (
            <div>
              <label htmlFor="report-plan">{reports.plan}</label>
              <Select
                id="report-plan"
                value={planId}
                style={{ width: "100%" }}
                options={plans.map((plan) => option(plan.id, say(plan.name)))}
                onChange={(next) => query.set({ plan: next })}
              />
            </div>
          ) : null}
          {what === "conflicts" ? (
            <>
              <div>
                <label htmlFor="report-severity">{reports.severity}</label>
                <Select
                  id="report-severity"
                  value={query.get("severity") ?? ""}
                  style={{ width: "100%" }}
                  options={[
                    option("", reports.any),
                    ...severities.map((one) => option(one, common.severity[one])),
                  ]}
                  onChange={(next) => query.set({ severity: next || null })}
                />
              </div>
              <div>
                <label htmlFor="report-basis">{reports.basis}</label>
                <Select
                  id="report-basis"
                  value={query.get("basis") ?? ""}
                  style={{ width: "100%" }}
                  options={[
                    option("", reports.any),
                    option("actual", common.actual),
                    option("potential", common.potential),
                  ]}
                  onChange={(next) => query.set({ basis: next || null })}
                />
              </div>
              <div>
                <label htmlFor="report-area">{reports.area}</label>
                <Select
                  id="report-area"
                  value={query.get("area") ?? ""}
                  style={{ width: "100%" }}
                  options={[option("", reports.any), ...areas.map((one) => option(one, say(areaNames[one])))]}
                  onChange={(next) => query.set({ area: next || null })}
                />
              </div>
            </>
          ) : null}
          <div>
            <label htmlFor="report-language">{reports.language}</label>
            <Select
              id="report-language"
              value={language}
              style={{ width: "100%" }}
              options={languages.map((one) => option(one, languageNames[one]))}
              onChange={(next) => query.set({ language: next === own ? null : next })}
            />
          </div>
          <div>
            <h2 id="report-format">{reports.format}</h2>
            <fieldset
              className="q-segments"
              aria-labelledby="report-format"
              style={{ margin: 0, padding: 0, width: "max-content" }}
            >
              {formats.map((one) => (
                <button
                  key={one}
                  type="button"
                  aria-pressed={format === one}
                  title={reports.formats[one]}
                  onClick={() => query.set({ format: one })}
                >
                  {one.toUpperCase()}
                </button>
              ))}
            </fieldset>
          </div>
          {when.asOf === null ? null : <p className="q-amber">{reports.asOf(day)}</p>}
        </div>
        <ScrollBox className="q-reports-paper" label={reports.preview}>
          {request === null ? (
            <EmptyState title={reports.noPlan} why={reports.noPlanHelp} />
          ) : isWaiting ? (
            <PageSkeleton />
          ) : document ? (
            <ReportSheet document={document} most={isPrinting ? null : mostShown} />
          ) : null}
          {request === null ? (
            <div style={{ display: "grid", justifyItems: "center" }}>
              <Button onClick={() => navigate("/rotation/timeline")}>{reports.goToRotation}</Button>
            </div>
          ) : null}
        </ScrollBox>
      </div>
    </div>
  );
}
