// Approvals: the list of what was done, and the wizard that brings more in.
import { lazy, type ReactNode, Suspense } from "react";
import { useLocation } from "wouter";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import { ApprovalList } from "./approval-list.tsx";
import "./approvals.css";

const Wizard = lazy(() => import("./wizard.tsx"));

export default function Approvals(): ReactNode {
  const [path] = useLocation();
  return path.split("/")[2] === "import" ? (
    <Suspense fallback={<PageSkeleton />}>
      <Wizard />
    </Suspense>
  ) : (
    <ApprovalList />
  );
}
