// The matching of swap offers against trying every set of cycles, on seeded small files.
import { expect, test } from "vitest";
import { type OffersFile, postClasses, printOffers } from "../../shared/domain/swap-offer.ts";
import { matchSwaps } from "../../shared/rotation/swap-matching.ts";
import { seeded } from "../builders/source.ts";
import { bestMatching } from "./swaps.ts";

const worlds = 400;
const months = ["2027-01", "2027-02", "2027-03", "2027-04"];

function filesOf(seed: number): OffersFile[] {
  const source = seeded(seed);
  const pick = (most: number): number => source.int(0, most - 1);
  let id = 0;
  const fresh = (): string => `${pick(10)}${id++}`.padStart(32, "0");
  return Array.from({ length: 2 + pick(3) }, () => ({
    format: "quanheng-swap-offers" as const,
    version: 1 as const,
    fileId: fresh(),
    label: null,
    madeOn: "2026-11-27",
    offers: Array.from({ length: 1 + pick(2) }, () => {
      const at = pick(3);
      return {
        offerId: fresh(),
        postClass: postClasses[pick(2)] ?? "cashier",
        postLevel: pick(6) === 0 ? ("section" as const) : ("handler" as const),
        postNeeds: pick(3) === 0 ? ["q1"] : [],
        personLevel: pick(6) === 0 ? ("section" as const) : ("handler" as const),
        personSkills: pick(2) === 0 ? ["q1"] : [],
        accepts: pick(2) === 0 ? [] : [postClasses[pick(2)] ?? "cashier"],
        fromMonth: months[at] ?? "2027-01",
        toMonth: months[at + pick(4 - at)] ?? "2027-04",
      };
    }),
  }));
}

test("the matching is the best of all matchings, whatever the order of the files", () => {
  let cycles = 0;
  let long = 0;
  for (let seed = 0; seed < worlds; seed++) {
    const files = filesOf(seed);
    const answer = matchSwaps(files);
    const said = answer.cycles.map(({ offerIds, month }) => ({ ids: offerIds.join(" "), month }));
    expect(said, `seed ${seed}`).toEqual(bestMatching(files).cycles);
    expect(answer.isBest).toBe(true);
    expect(answer.atMost).toBe(answer.cycles.flatMap(({ offerIds }) => offerIds).length);
    const turned = files.toReversed().map((file) => ({ ...file, offers: file.offers.toReversed() }));
    expect(matchSwaps(turned).cycles, `seed ${seed}`).toEqual(answer.cycles);
    cycles += answer.cycles.length;
    long += answer.cycles.filter(({ offerIds }) => offerIds.length > 2).length;
  }
  expect(cycles).toBeGreaterThan(worlds / 2);
  expect(long).toBeGreaterThan(10);
});

test("a spent budget is told, with a bound that holds", () => {
  const files = Array.from({ length: 5 }, (_, seed) => filesOf(seed + 1000)).flat();
  const short = matchSwaps(files, 20);
  expect(short.isBest).toBe(false);
  const full = matchSwaps(files);
  expect(short.atMost).toBeGreaterThanOrEqual(full.cycles.flatMap(({ offerIds }) => offerIds).length);
});

test("the same offers print the same bytes", () => {
  const [file] = filesOf(3);
  if (!file) throw new Error("no file");
  const turned = Object.fromEntries(Object.entries(file).toReversed()) as unknown as OffersFile;
  expect(printOffers(turned)).toBe(printOffers(file));
});
