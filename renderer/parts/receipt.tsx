// What was written, shown until it is closed or another page is opened: file, size, rows, SHA-256 and the journal head it stands on.
import { Check, Copy, X } from "lucide-react";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { useLocation } from "wouter";
import { useFormats, useWords } from "./words.tsx";
import "./receipt.css";

export interface WrittenFile {
  fileName: string;
  bytes: number;
  sha256: string;
  rows: number | null;
  journalHead: string | null;
}
interface Receipts {
  show(file: WrittenFile, action?: { words: string; onClick(): void }): void;
}
interface Shown {
  /** The page it was written from: elsewhere it would lie over what one came for. */
  path: string;
  file: WrittenFile;
  action: { words: string; onClick(): void } | null;
}
const ReceiptContext = createContext<Receipts>({ show: () => {} });
export const useReceipt = (): Receipts => useContext(ReceiptContext);

export function ReceiptProvider(props: { children: ReactNode }): ReactNode {
  const [path] = useLocation();
  const [shown, setShown] = useState<Shown | null>(null);
  const receipts = useMemo<Receipts>(
    () => ({ show: (file, action) => setShown({ path, file, action: action ?? null }) }),
    [path],
  );
  return (
    <ReceiptContext value={receipts}>
      {props.children}
      {shown?.path === path ? <ReceiptCard {...shown} onClose={() => setShown(null)} /> : null}
    </ReceiptContext>
  );
}

function ReceiptCard(props: Shown & { onClose(): void }): ReactNode {
  const { common, reports } = useWords();
  const formats = useFormats();
  const { file, action } = props;
  return (
    <section className="q-receipt q-no-print" aria-label={reports.receipt} aria-live="polite">
      <div className="q-row">
        <Check size={16} strokeWidth={2} color="var(--c-accent)" aria-hidden="true" />
        <b className="q-strong q-ellipsis" title={file.fileName}>
          {reports.written(file.fileName)}
        </b>
        <span className="q-grow" />
        <button type="button" className="q-icon-button" aria-label={common.close} onClick={props.onClose}>
          <X size={14} strokeWidth={1.5} />
        </button>
      </div>
      <dl>
        <dt>{reports.size}</dt>
        <dd>
          {reports.bytes(formats.count(file.bytes))}
          {file.rows === null ? "" : `${common.dot}${common.rows(formats.count(file.rows))}`}
        </dd>
        <dt>SHA-256</dt>
        <dd>
          <code>{file.sha256}</code>
          <button
            type="button"
            className="q-icon-button"
            title={common.copy}
            aria-label={`${common.copy} SHA-256`}
            onClick={() => void navigator.clipboard.writeText(file.sha256)}
          >
            <Copy size={14} strokeWidth={1.5} />
          </button>
        </dd>
        {file.journalHead ? (
          <>
            <dt>{reports.journalHead}</dt>
            <dd>
              <code>{file.journalHead.slice(0, 16)}</code>
            </dd>
          </>
        ) : null}
      </dl>
      {action ? (
        <button type="button" className="q-link" onClick={action.onClick}>
          {action.words}
        </button>
      ) : null}
    </section>
  );
}
