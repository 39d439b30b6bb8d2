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
const nothing = { appearing: [], vanishing: [], remaining: null };
const shownAtOnce = 2;

/** Nothing while the amount cannot be read; how it is read is told in the unit shown, for a bare number has none. */
export function TypedPreview(props: { ground: Ground; at: CellAddress; typed: string }): ReactNode {
  const { ground, typed } = props;
  const { stepId, postId } = props.at;
  const { matrixWork, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const unit = useUnit();
  const settled = useSettled(typed, typed);
  const { tiers, edits } = useMemo(() => {
    const at = { stepId, postId };
    const read = settled.trim() === "" ? null : parseTiers(settled, unit, tiersAt(ground, at));
    return { tiers: read, edits: read === null ? noEdits : putRanges(ground, at, read) };
  }, [ground, stepId, postId, settled, unit]);
  const { value } = useAsk(
    "matrix.preview",
    edits.length === 0 ? null : { day: ground.day, edits: [...edits] },
  );
  if (tiers === null || tiers.length === 0) return null;
  const amounts = tiers.map((tier) => formats.range(tier, unit)).join(common.comma);
  const { appearing, vanishing, remaining } = value && edits.length > 0 ? value : nothing;
  return (
    <div aria-live="polite" data-preview="">
      <p>{matrixWork.readAs(amounts, common[unit])}</p>
      {remaining !== null && appearing.length + vanishing.length === 0 ? (
        <p>{matrixWork.unchanged(formats.count(remaining))}</p>
      ) : null}
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
