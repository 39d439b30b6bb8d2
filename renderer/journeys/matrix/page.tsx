// The authority matrix on any day: asked of the service, begun from a template where there is none.
import { Grid3x3 } from "lucide-react";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { useAsk } from "../../data/ask.ts";
import { useQueryState } from "../../parts/address-query.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { useFrame } from "../../parts/frame-state.ts";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../parts/words.tsx";
import { Board } from "./board.tsx";
import { Wizard } from "./wizard/wizard.tsx";
import "./matrix.css";

export default function Matrix(): ReactNode {
  const { matrix, matterTemplate, common } = useWords();
  const { day, knownOn } = useFrame();
  const [, navigate] = useLocation();
  const query = useQueryState();
  const { value, fault, isWaiting, again } = useAsk("matrix.view", { day, knownOn });
  if (isWaiting) return <PageSkeleton />;
  if (!value)
    return (
      <div className="q-page">
        <Trouble fault={fault} action={{ words: common.retry, onClick: again }} />
      </div>
    );
  if (query.get("new") === "template")
    return (
      <Wizard
        view={value}
        onClose={() => query.set({ new: null })}
        onMade={(code) =>
          query.set({ new: null, area: null, matter: `code:${code}`, step: null, column: null })
        }
      />
    );
  if (value.matters.length === 0)
    return (
      <div className="q-page">
        <EmptyState
          isPage
          icon={<Grid3x3 size={32} strokeWidth={1.25} />}
          title={matrix.emptyTitle}
          why={matrix.emptyWhy}
          primary={{ words: matterTemplate.open, onClick: () => query.set({ new: "template" }) }}
          secondary={{ words: matrix.emptyImport, onClick: () => navigate("/approvals/import") }}
        />
      </div>
    );
  return <Board view={value} />;
}
