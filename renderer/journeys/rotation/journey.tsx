// The rotation journey: plan, ledger and their neighbours, by the second part of the address.
import type { ComponentType, ReactNode } from "react";
import { useLocation } from "wouter";
import ExemptionsPage from "./exemptions/page.tsx";
import LedgerPage from "./ledger/page.tsx";
import PlanPage from "./plan-page.tsx";
import SwapsPage from "./swaps/page.tsx";

const pages: Readonly<Record<string, ComponentType>> = {
  ledger: LedgerPage,
  exemptions: ExemptionsPage,
  swaps: SwapsPage,
};

export default function RotationJourney(): ReactNode {
  const [path] = useLocation();
  const Page = pages[path.split("/")[2] ?? ""] ?? PlanPage;
  return <Page />;
}
