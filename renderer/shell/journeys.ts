// The register of journeys, in the order of the work; an entry appears in the rail when its journey exists.
import {
  Blend,
  CircleHelp,
  FileStack,
  FileText,
  Flame,
  Grid3x3,
  HandHelping,
  LayoutDashboard,
  ListTree,
  type LucideIcon,
  NotebookTabs,
  PencilLine,
  RefreshCw,
  SlidersHorizontal,
  Users,
  UsersRound,
} from "lucide-react";
import type { ComponentType } from "react";
import type { Words } from "../../shared/words/zh.ts";

export interface Journey {
  key: keyof Words["frame"]["journeys"];
  /** The first part of its addresses: "/conflicts"; the journey routes what follows itself. */
  path: string;
  icon: LucideIcon;
  /** A module whose default export is the page. */
  load: () => Promise<{ default: ComponentType }>;
  /** Reached by address or palette only. */
  hidden?: boolean;
  /** Works without an open workbook. */
  needsNoWorkbook?: boolean;
}

export const journeys: readonly Journey[] = [
  {
    key: "overview",
    path: "/overview",
    icon: LayoutDashboard,
    load: () => import("../journeys/overview/page.tsx"),
  },
  {
    key: "organisation",
    path: "/organisation",
    icon: Users,
    load: () => import("../journeys/organisation/page.tsx"),
  },
  {
    key: "delegations",
    path: "/matrix/delegations",
    icon: HandHelping,
    load: () => import("../journeys/delegations/page.tsx"),
    hidden: true,
  },
  {
    key: "matrix",
    path: "/matrix",
    icon: Grid3x3,
    load: () => import("../journeys/matrix/page.tsx"),
  },
  {
    key: "changes",
    path: "/matrix/changes",
    icon: FileStack,
    load: () => import("../journeys/changes/page.tsx"),
    hidden: true,
  },
  {
    key: "gate",
    path: "/approvals/gate",
    icon: CircleHelp,
    load: () => import("../journeys/gate/page.tsx"),
    hidden: true,
  },
  {
    key: "approvals",
    path: "/approvals",
    icon: PencilLine,
    load: () => import("../journeys/approvals/page.tsx"),
  },
  {
    key: "conflicts",
    path: "/conflicts",
    icon: Blend,
    load: () => import("../journeys/conflicts/journey.tsx"),
  },
  {
    key: "drill",
    path: "/staffing/drill",
    icon: Flame,
    load: () => import("../journeys/drill/page.tsx"),
    hidden: true,
  },
  {
    key: "staffing",
    path: "/staffing",
    icon: UsersRound,
    load: () => import("../journeys/staffing/page.tsx"),
  },
  {
    key: "handovers",
    path: "/rotation/handovers",
    icon: RefreshCw,
    load: () => import("../journeys/handovers/page.tsx"),
    hidden: true,
  },
  {
    key: "rotation",
    path: "/rotation",
    icon: RefreshCw,
    load: () => import("../journeys/rotation/journey.tsx"),
  },
  {
    key: "reports",
    path: "/reports",
    icon: FileText,
    load: () => import("../journeys/reports/page.tsx"),
  },
  {
    key: "journal",
    path: "/journal",
    icon: ListTree,
    load: () => import("../journeys/journal/page.tsx"),
  },
  {
    key: "settings",
    path: "/settings",
    icon: SlidersHorizontal,
    load: () => import("../journeys/settings/page.tsx"),
  },
  {
    key: "welcome",
    path: "/welcome",
    icon: NotebookTabs,
    load: () => import("../journeys/welcome/page.tsx"),
    needsNoWorkbook: true,
  },
];
