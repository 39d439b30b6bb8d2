// What a page shows before its first data: its own outline, not a spinner.
import type { ReactNode } from "react";
import { useWords } from "./words.tsx";
import "./notes.css";

const lines = [62, 48, 55, 40, 58, 44, 52, 38, 60, 46];

export function PageSkeleton(): ReactNode {
  const { frame } = useWords();
  return (
    <div className="q-page" role="status" aria-busy="true" aria-label={frame.loading}>
      <div style={{ padding: "20px 16px", display: "grid", gap: 14 }}>
        <span className="q-skeleton" style={{ width: "46%", height: 18 }} />
        <span className="q-skeleton" style={{ width: "30%" }} />
      </div>
      <div style={{ padding: "16px", display: "grid", gap: 20, borderTop: "1px solid var(--c-line)" }}>
        {lines.map((width) => (
          <span key={width} className="q-skeleton" style={{ width: `${width}%` }} />
        ))}
      </div>
    </div>
  );
}
