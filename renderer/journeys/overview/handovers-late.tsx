// One line where papers of the rotation are late: notices, handovers, follow-ups; nothing where none is.
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useAsk } from "../../data/ask.ts";
import { Mark } from "../../parts/marks.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

const nothing = {};
const at = "/rotation/handovers";

export function HandoversLate(): ReactNode {
  const { handovers, common } = useWords();
  const { overview: words } = handovers;
  const formats = useFormats();
  const { value } = useAsk("handovers.attention", nothing);
  const [first] = value?.first ?? [];
  if (!value || !first) return null;
  const { lateNotices, stuckHandovers, overdueFollowUps } = value;
  const parts = [
    ...(lateNotices > 0 ? [words.late(formats.count(lateNotices))] : []),
    ...(stuckHandovers > 0 ? [words.stuck(formats.count(stuckHandovers))] : []),
    ...(overdueFollowUps > 0 ? [words.overdue(formats.count(overdueFollowUps))] : []),
    words.first(first.person.name, first.post?.name ?? handovers.reserve, formats.count(first.days)),
  ];
  const href =
    first.what === "notice"
      ? `${at}?view=notices&show=late`
      : first.what === "follow-up"
        ? `${at}?view=follow-ups&show=overdue`
        : `${at}?show=stuck`;
  return (
    <p className="q-rule-trouble" data-note="handovers">
      <Mark shape="late" />
      <span>
        {parts.join(common.comma)}
        {common.fullStop}
      </span>
      <Link className="q-link" href={href}>
        {words.link}
      </Link>
    </p>
  );
}
