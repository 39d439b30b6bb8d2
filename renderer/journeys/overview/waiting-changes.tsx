// One line where change sets wait for the person at work: to review, else drafts left lying.
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useTurns } from "../../data/change-turns.ts";
import { Mark } from "../../parts/marks.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

export function WaitingChanges(): ReactNode {
  const { changes: words, common } = useWords();
  const formats = useFormats();
  const found = useTurns() ?? [];
  const review = found.filter(({ turn }) => turn === "review");
  const drafts = found.filter(({ turn, set }) => turn === "draft" && set.editCount > 0);
  const [first] = [...review, ...drafts];
  if (!first) return null;
  const parts = [
    ...(review.length > 0 ? [words.noteReview(formats.count(review.length))] : []),
    ...(drafts.length > 0 ? [words.noteDrafts(formats.count(drafts.length))] : []),
  ];
  const isOne = review.length + drafts.length === 1;
  return (
    <p className="q-rule-trouble" data-note="changes">
      <Mark shape={review.length > 0 ? "half" : "waiting"} />
      <span>
        {parts.join(common.comma)}
        {common.fullStop}
      </span>
      <Link className="q-link" href={isOne ? `/matrix/changes/${first.set.id}` : "/matrix/changes"}>
        {words.noteLink}
      </Link>
    </p>
  );
}
