// Under the field over a cell: what the amount typed so far would do to the design check.
import { type ReactNode, useMemo } from "react";
import { parseTiers } from "../../../shared/domain/amount-words.ts";
import { useAsk } from "../../data/ask.ts";
import { useUnit } from "../../parts/frame-state.ts";
import type { CellAddress } from "../../parts/matrix-cell.ts";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import { type Ground, putRanges, tiersAt } from "./cell-edits.ts";
import { useSettled } from "./edit-preview.tsx";

const noEdits: readonly never[] = [];
const shownAtOnce = 2;

/** Nothing while the amount cannot be read, or changes nothing. */
export function TypedPreview(props: { ground: Ground; at: CellAddress; typed: string }): ReactNode {
  const { ground, typed } = props;
  const { stepId, postId } = props.at;
  const { matrixWork } = useWords();
  const formats = useFormats();
  const say = useText();
  const unit = useUnit();
  const settled = useSettled(typed, typed);
  const edits = useMemo(() => {
    const at = { stepId, postId };
    const tiers = settled.trim() === "" ? null : parseTiers(settled, unit, tiersAt(ground, at));
    return tiers === null ? noEdits : putRanges(ground, at, tiers);
  }, [ground, stepId, postId, settled, unit]);
  const { value } = useAsk(
    "matrix.preview",
    edits.length === 0 ? null : { day: ground.day, edits: [...edits] },
  );
  if (!value || edits.length === 0) return null;
  const { appearing, vanishing, remaining } = value;
  return (
    <div aria-live="polite" data-preview="">
      {appearing.length + vanishing.length === 0 ? matrixWork.unchanged(formats.count(remaining)) : null}
      {vanishing.length > 0 ? <p>{matrixWork.vanishing(formats.count(vanishing.length))}</p> : null}
      {appearing.length > 0 ? (
        <p className="q-red q-strong">{matrixWork.appearing(formats.count(appearing.length))}</p>
      ) : null}
      {appearing.slice(0, shownAtOnce).map((finding) => (
        <p key={finding.key}>{say(finding.sentence)}</p>
      ))}
    </div>
  );
}
