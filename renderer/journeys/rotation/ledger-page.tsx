// The page of the tenure ledger: who has sat where for how long, and who is due.
import { FileDown } from "lucide-react";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { useAsk } from "../../data/ask.ts";
import { useQueryState } from "../../parts/address-query.ts";
import { useWhen } from "../../parts/frame-state.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import { RotationTabs } from "../../parts/rotation-tabs.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../parts/words.tsx";
import { Ledger } from "./ledger.tsx";
import { NoKeyPosts } from "./no-key-posts.tsx";
import { useTenureHead } from "./tenure-head.ts";

export default function LedgerPage(): ReactNode {
  const { rotation, common } = useWords();
  const when = useWhen();
  const [, navigate] = useLocation();
  const query = useQueryState();
  const ledger = useAsk("rotation.ledger", { day: when.asOf, knownOn: when.knownOn });
  const rows = ledger.value?.rows ?? [];
  const head = useTenureHead(rows);
  if (ledger.isWaiting) return <PageSkeleton />;
  return (
    <div className="q-page">
      <RotationTabs />
      {ledger.value && rows.length === 0 ? (
        <NoKeyPosts />
      ) : (
        <>
          <PageHead
            {...head}
            primary={{
              words: rotation.exportLedger,
              icon: <FileDown size={15} strokeWidth={1.5} />,
              onClick: () => navigate("/reports?what=tenure"),
            }}
          />
          <Trouble fault={ledger.fault} action={{ words: common.retry, onClick: ledger.again }} />
          <div className="q-split">
            <div className="q-list">
              <Ledger rows={rows} query={query} />
            </div>
          </div>
        </>
      )}
    </div>
  );
}
