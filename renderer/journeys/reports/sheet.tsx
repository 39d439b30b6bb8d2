// A report as it will be printed: what it says, on what it stands, its table, its notes. The same element becomes the PDF.
import type { ReactNode } from "react";
import { stampOf } from "../../../shared/domain/day.ts";
import { formatYuan } from "../../../shared/domain/money.ts";
import type { ReportColumn, ReportDocument, ReportValue } from "../../../shared/domain/report.ts";
import { en } from "../../../shared/words/en.ts";
import { zh } from "../../../shared/words/zh.ts";
import { useFormats } from "../../parts/words.tsx";

const cellWords = (column: ReportColumn, value: ReportValue): string =>
  value === null
    ? ""
    : column.type === "money" && typeof value === "number"
      ? formatYuan(value)
      : String(value);

const dictionaries = { zh, en };

/** Columns whose first rows hold more characters than this get room. */
const longFrom = 28;
const sampled = 60;

/** `most`: rows drawn on screen; null draws all, as paper needs. */
export function ReportSheet(props: { document: ReportDocument; most: number | null }): ReactNode {
  const formats = useFormats();
  const { document, most } = props;
  // A report speaks its own language, whatever the window speaks.
  const { reports } = dictionaries[document.language];
  const rows = most === null ? document.rows : document.rows.slice(0, most);
  return (
    <article
      className="q-report"
      style={{ minWidth: Math.max(760, document.columns.length * 86) }}
      lang={document.language === "zh" ? "zh-CN" : "en"}
    >
      <header>
        <h2>{document.title}</h2>
        <p>
          <b>{document.unitName}</b>
          <span>{stampOf(document.generatedAt, document.timeZone).slice(0, 16)}</span>
        </p>
        <dl>
          {document.filters.map((filter) => (
            <div key={filter.name + filter.value}>
              <dt>{filter.name}</dt>
              <dd>{filter.value}</dd>
            </div>
          ))}
          {document.journalHead ? (
            <div>
              <dt>{reports.journalHead}</dt>
              <dd>
                <code>{document.journalHead}</code>
              </dd>
            </div>
          ) : null}
        </dl>
      </header>
      <ReportTable columns={document.columns} rows={rows} />
      {rows.length < document.rows.length ? (
        <p className="q-muted q-no-print">
          {reports.previewNote(formats.count(rows.length), formats.count(document.rows.length))}
        </p>
      ) : null}
      {(document.parts ?? []).map((part) => (
        <section key={part.key}>
          <h3>{part.title}</h3>
          <ReportTable columns={part.columns} rows={most === null ? part.rows : part.rows.slice(0, most)} />
        </section>
      ))}
      {document.rules.length > 0 ? (
        <p className="q-report-rules">
          {document.rules.map((rule) => `${rule.name} v${rule.version}`).join(" · ")}
        </p>
      ) : null}
      <footer>
        {document.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        <p>{reports.privacy}</p>
      </footer>
    </article>
  );
}

function ReportTable(props: { columns: ReportColumn[]; rows: ReportValue[][] }): ReactNode {
  const longColumns = new Set(
    props.columns.flatMap((_, c) =>
      props.rows.slice(0, sampled).some((row) => String(row[c] ?? "").length > longFrom) ? [c] : [],
    ),
  );
  return (
    <table>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th key={column.key} scope="col" data-type={column.type}>
              {column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a printed row is its place in the report
          <tr key={at}>
            {props.columns.map((column, c) => (
              <td
                key={column.key}
                data-type={column.type}
                {...(longColumns.has(c) ? { "data-long": "" } : {})}
              >
                {cellWords(column, row[c] ?? null)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
