// The gaps and overlaps of a ladder in words; neighbours of one sort are one span to the reader.
import { type Fen, formatMoney } from "../../../shared/domain/money.ts";
import type { Level } from "../../../shared/domain/organisation.ts";
import type { LadderPiece } from "../../../shared/rules/design/ladder.ts";
import { useUnit } from "../../parts/frame-state.ts";
import { useWords } from "../../parts/words.tsx";

export function useLadderWords(): (
  pieces: readonly LadderPiece[],
) => { is: LadderPiece["is"]; words: string }[] {
  const { matrixWork, common } = useWords();
  const unit = useUnit();
  const money = (fen: Fen): string => {
    const short = formatMoney(fen, unit).replace(/\.?0+$/, "");
    return unit === "wan" ? common.inWan(short) : common.inYuan(short);
  };
  const { ladder } = matrixWork;
  const spanOf = ({ over, upTo }: Pick<LadderPiece, "over" | "upTo">): string => {
    if (upTo === null) return ladder.above(money(over));
    return over === 0 ? ladder.below(money(upTo)) : ladder.span(money(over), money(upTo));
  };
  return (pieces) => {
    const spans: (LadderPiece & { named: Set<Level> })[] = [];
    for (const piece of pieces) {
      const last = spans.at(-1);
      if (last && last.is === piece.is && last.upTo === piece.over) {
        last.upTo = piece.upTo;
        for (const level of piece.levels) last.named.add(level);
      } else spans.push({ ...piece, named: new Set(piece.levels) });
    }
    return spans
      .filter(({ is }) => is !== "covered")
      .map((span) => ({
        is: span.is,
        words:
          span.is === "gap"
            ? ladder.gap(spanOf(span))
            : ladder.overlap(
                spanOf(span),
                [...span.named].map((level) => common.levels[level]).join(common.listing),
              ),
      }));
  };
}
