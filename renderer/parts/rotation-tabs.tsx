// The pages of the rotation journey, one beside the other: plan, ledger, handovers, exemptions and forced leave, swaps between units.
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { useWords } from "./words.tsx";
import "./rotation-tabs.css";

/** In the order of the work; a tab appears when its page exists. */
export const rotationTabs = [
  { key: "plan", href: "/rotation" },
  { key: "ledger", href: "/rotation/ledger" },
  { key: "handovers", href: "/rotation/handovers" },
  { key: "exemptions", href: "/rotation/exemptions" },
  { key: "swaps", href: "/rotation/swaps" },
] as const satisfies readonly { key: RotationTab; href: string }[];
export type RotationTab = "plan" | "ledger" | "handovers" | "exemptions" | "swaps";

const ownPaths: readonly string[] = rotationTabs.map(({ href }) => href);

/** `counts`: what waits on a page, beside its name; `end`: what stands at the right of the strip. */
export function RotationTabs(props: {
  counts?: Partial<Record<RotationTab, number>>;
  end?: ReactNode;
}): ReactNode {
  const { rotation } = useWords();
  const [path] = useLocation();
  const own = `/${path.split("/").slice(1, 3).join("/")}`;
  const here = ownPaths.includes(own) ? own : "/rotation";
  return (
    <div className="q-tabs q-no-print">
      <nav aria-label={rotation.tabsLabel}>
        {rotationTabs.map(({ key, href }) => {
          const count = props.counts?.[key] ?? 0;
          return (
            <Link key={key} href={href} {...(here === href ? { "aria-current": "page" as const } : {})}>
              {rotation.tabs[key]}
              {count > 0 ? <span className="q-chip-count">{count}</span> : null}
            </Link>
          );
        })}
      </nav>
      <span className="q-grow" />
      {props.end}
    </div>
  );
}
