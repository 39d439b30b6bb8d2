// One line where the rules themselves contradict each other: no way of working keeps them all.
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useAsk } from "../../data/ask.ts";
import { Mark } from "../../parts/marks.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

const nothing = {};

export function RuleTrouble(): ReactNode {
  const { health } = useWords().packs;
  const formats = useFormats();
  const findings = useAsk("packs.hygiene", nothing).value?.findings ?? [];
  const count = findings.filter(({ type }) => type === "contradiction").length;
  if (count === 0) return null;
  return (
    <p className="q-rule-trouble">
      <Mark shape="warning" />
      <span>{health.overview(formats.count(count))}</span>
      <Link className="q-link" href="/settings/health?show=contradiction">
        {health.overviewLink}
      </Link>
    </p>
  );
}
