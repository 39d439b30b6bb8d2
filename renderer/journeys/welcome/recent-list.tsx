// Workbooks opened before, newest first; one that has gone stays until it is taken off the list.
import { FileSpreadsheet, X } from "lucide-react";
import type { ReactNode } from "react";
import type { WorkbookState } from "../../data/types.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

export function RecentList(props: {
  recent: WorkbookState["recent"];
  onOpen(id: string): void;
  onForget(id: string): void;
}): ReactNode {
  const { welcome } = useWords();
  const formats = useFormats();
  if (props.recent.length === 0) return <p className="q-muted">{welcome.noRecent}</p>;
  return (
    <ul>
      {props.recent.map((one) => (
        <li key={one.id}>
          <FileSpreadsheet size={16} strokeWidth={1.5} aria-hidden="true" />
          <button
            type="button"
            className="q-link q-ellipsis"
            disabled={one.isMissing}
            onClick={() => props.onOpen(one.id)}
          >
            {one.name}
          </button>
          <span className="q-muted q-ellipsis q-grow">{one.folder}</span>
          <span className={one.isMissing ? "q-amber" : "q-muted"}>
            {one.isMissing ? welcome.missing : welcome.openedAt(formats.instant(one.openedAt).slice(0, 16))}
          </span>
          <button
            type="button"
            className="q-icon-button"
            title={welcome.forget}
            aria-label={`${welcome.forget} ${one.name}`}
            onClick={() => props.onForget(one.id)}
          >
            <X size={14} strokeWidth={1.5} />
          </button>
        </li>
      ))}
    </ul>
  );
}
