// The ladder of a step against every amount that could matter, one by one.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Authority } from "../../../../shared/domain/authority.ts";
import { coversAmount } from "../../../../shared/domain/money.ts";
import { ladderOf } from "../../../../shared/rules/design/ladder.ts";
import { indexFacts } from "../../../../shared/rules/facts.ts";
import * as row from "../../../builders/rows.ts";

const view = indexFacts(
  row.world({
    posts: [row.post("k1"), row.post("k2", { level: "section" }), row.post("k3", { level: "head" })],
  }),
  "2026-03-02",
);
const bound = fc.option(fc.integer({ min: 1, max: 9 }), { nil: null });
const rows = fc.array(
  fc.record({
    over: bound,
    upTo: bound,
    holder: fc.constantFrom("k1", "k2", "k3", "person"),
  }),
  { minLength: 1, maxLength: 5 },
);
const named = (given: { over: number | null; upTo: number | null; holder: string }[]): Authority[] =>
  given.map(({ over, upTo, holder }, nth) =>
    row.authority(`u${nth}`, "s1", {
      over,
      upTo,
      ...(holder === "person" ? { personId: "p1" } : { postId: holder }),
    }),
  );

describe("the ladder", () => {
  it("puts every amount into exactly one piece, with exactly those who cover it", () => {
    fc.assert(
      fc.property(rows, (given) => {
        const authorities = named(given);
        const ladder = ladderOf(view, authorities);
        if (authorities.every((one) => one.over === null && one.upTo === null)) {
          expect(ladder).toBeNull();
          return;
        }
        const pieces = ladder?.pieces ?? [];
        expect(pieces[0]?.over).toBe(0);
        expect(pieces.at(-1)?.upTo).toBeNull();
        for (const [nth, piece] of pieces.entries()) expect(piece.over).toBe(pieces[nth - 1]?.upTo ?? 0);
        for (let amount = 1; amount <= 11; amount += 1) {
          const own = pieces.filter((piece) => coversAmount(piece, amount));
          expect(own).toHaveLength(1);
          const covering = authorities.filter((one) => coversAmount(one, amount));
          expect(own[0]?.authorityIds).toEqual(covering.map(({ id }) => id).sort());
          const posts = new Set(covering.flatMap((one) => one.postId ?? []));
          expect(own[0]?.is).toBe(covering.length === 0 ? "gap" : posts.size > 1 ? "overlap" : "covered");
        }
        expect(ladder?.isSound).toBe(pieces.every(({ is }) => is === "covered"));
      }),
      { numRuns: 500 },
    );
  });

  it("is sound when each tier begins where the one before it ends", () => {
    const sound = named([
      { over: null, upTo: 3, holder: "k1" },
      { over: 3, upTo: 7, holder: "k2" },
      { over: 7, upTo: null, holder: "k3" },
    ]);
    expect(ladderOf(view, sound)).toMatchObject({ isSound: true, pieces: [{}, {}, {}] });
    expect(ladderOf(view, sound.slice(1))?.pieces[0]).toMatchObject({ over: 0, upTo: 3, is: "gap" });
  });
});
