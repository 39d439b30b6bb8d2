// The smallest cover against every choice of sets.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskOf, smallestCover } from "../../../../shared/rules/analysis/set-cover.ts";

const sized = (mask: number): number => mask.toString(2).replaceAll("0", "").length;
/** By trying every choice. */
function fewest(universe: bigint, sets: readonly bigint[]): number | null {
  let best: number | null = null;
  for (let choice = 0; choice < 1 << sets.length; choice += 1) {
    const all = sets.reduce((sum, set, at) => ((choice >> at) & 1 ? sum | set : sum), 0n);
    if ((all & universe) === universe && (best === null || sized(choice) < best)) best = sized(choice);
  }
  return best;
}

describe("the smallest cover", () => {
  it("is as small as any choice of sets", () => {
    const set = fc.uniqueArray(fc.nat(7), { maxLength: 5 }).map(maskOf);
    fc.assert(
      fc.property(fc.array(set, { maxLength: 9 }), set, (sets, universe) => {
        const cover = smallestCover(universe, sets);
        const least = fewest(universe, sets);
        expect(cover?.chosen.length ?? null).toBe(least);
        if (!cover) return;
        expect(cover.isProved).toBe(true);
        const all = cover.chosen.reduce((sum, at) => sum | (sets[at] ?? 0n), 0n);
        expect(all & universe).toBe(universe);
      }),
      { numRuns: 400 },
    );
  });

  it("is not fooled by the largest set", () => {
    // Greedy takes the four in the middle and then needs two more.
    const cover = smallestCover(maskOf([0, 1, 2, 3, 4, 5]), [
      maskOf([1, 2, 3, 4]),
      maskOf([0, 1, 2]),
      maskOf([3, 4, 5]),
    ]);
    expect(cover).toEqual({ chosen: [1, 2], isProved: true, least: 2 });
  });

  it("says when it was cut off, and when nothing will do", () => {
    const pairs = [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 0],
    ].map(maskOf);
    expect(smallestCover(maskOf([0, 1, 2, 3, 4]), pairs, 1)).toMatchObject({ isProved: false, least: 2 });
    expect(smallestCover(maskOf([0, 1, 2, 3, 4]), pairs)).toMatchObject({ isProved: true });
    expect(smallestCover(maskOf([9]), pairs)).toBeNull();
  });
});
