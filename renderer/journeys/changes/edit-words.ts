// An edit's sentence cut for the table: what it is of, and every piece of it as it was and as it will be.

export interface EditPiece {
  /** Empty where nothing was before, or where the piece only says something. */
  before: string;
  after: string;
}

/**
 * "采购项目 · 付款审批 · 财务科长：≤ 5 万元 → ≤ 10 万元，至 2026-12-31 → 2027-12-31": the title ends at the first colon,
 * pieces are parted by commas, before and after by an arrow.
 */
export function cutSentence(sentence: string): { what: string; pieces: EditPiece[] } {
  const colon = /：|: /.exec(sentence);
  if (!colon) return { what: sentence, pieces: [] };
  return {
    what: sentence.slice(0, colon.index),
    pieces: sentence
      .slice(colon.index + colon[0].length)
      .split(/，|, /)
      .map((piece) => {
        const arrow = piece.indexOf(" → ");
        return arrow < 0
          ? { before: "", after: piece.trim() }
          : { before: piece.slice(0, arrow).trim(), after: piece.slice(arrow + 3).trim() };
      })
      .filter(({ before, after }) => before !== "" || after !== ""),
  };
}
