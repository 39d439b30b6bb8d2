// The conflicts journey: the list, concentration, and amount tiers, by the second part of the address.
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import Concentration from "./concentration.tsx";
import Conflicts from "./page.tsx";
import Tiers from "./tiers.tsx";
import { viewOf } from "./views.tsx";

const pages = { conflicts: Conflicts, concentration: Concentration, tiers: Tiers };

export default function ConflictsJourney(): ReactNode {
  const [path] = useLocation();
  const Page = pages[viewOf(path)];
  return <Page />;
}
