// One line that reminds of the delegations that end within seven days of the day shown.
import type { ReactNode } from "react";
import { Link } from "wouter";
import { addDays } from "../../../shared/domain/day.ts";
import { useAsk } from "../../data/ask.ts";
import { useFrame } from "../../parts/frame-state.ts";
import { Mark } from "../../parts/marks.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

export function DelegationsEnding(): ReactNode {
  const { delegations: words } = useWords();
  const formats = useFormats();
  const { day, knownOn } = useFrame();
  const { value } = useAsk("delegations.list", { day, knownOn });
  const [first, ...others] = (value?.rows ?? []).filter(({ id }) => value?.endingSoon.includes(id));
  if (!first || first.until === null) return null;
  const count = formats.count(others.length + 1);
  const { giver, receiver, authority } = first;
  return (
    <p className="q-rule-trouble">
      <Mark shape="warning" />
      <span>
        {words.remind(count)}
        {words.remindOne(
          giver.name,
          receiver.name,
          words.what(authority.matter, authority.step),
          addDays(first.until, -1),
        )}
        {others.length > 0 ? words.remindMore(count) : ""}
      </span>
      <Link className="q-link" href="/matrix/delegations?show=soon">
        {words.remindLink}
      </Link>
    </p>
  );
}
