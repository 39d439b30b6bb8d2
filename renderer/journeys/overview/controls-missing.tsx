// One line that reminds of exemptions whose control has no evidence for a past period, and of forced leaves to be looked at.
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useAsk } from "../../data/ask.ts";
import { useWhen } from "../../parts/frame-state.ts";
import { Mark } from "../../parts/marks.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

export function ControlsMissing(): ReactNode {
  const { exemption, leave } = useWords().tenure;
  const formats = useFormats();
  const when = useWhen();
  const asked = { day: when.asOf, knownOn: when.knownOn };
  const exemptions = useAsk("tenure.exemptions", asked).value?.rows ?? [];
  const leaves = useAsk("leaves.list", asked).value?.rows ?? [];
  const missing = exemptions.filter(
    ({ state, periods }) => state !== "ended" && periods.some((period) => period.state === "missing"),
  );
  const waiting = leaves.filter(({ concerns }) => concerns.length > 0);
  const [first] = missing;
  if (!first && waiting.length === 0) return null;
  return (
    <p className="q-rule-trouble">
      <Mark shape="warning" />
      <span>
        {first ? exemption.remind(formats.count(missing.length), first.person.name, first.post.name) : ""}
        {waiting.length > 0 ? leave.remind(formats.count(waiting.length)) : ""}
      </span>
      <Link
        className="q-link"
        href={first ? "/rotation/exemptions?show=missing" : "/rotation/exemptions?view=leaves&show=concerns"}
      >
        {exemption.remindLink}
      </Link>
    </p>
  );
}
