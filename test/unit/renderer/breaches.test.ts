// What the validator finds, brought back to the move that it is about.
import { describe, expect, it } from "vitest";
import { type Breach, moveOfBreach } from "../../../renderer/journeys/rotation/breaches.ts";
import type { DraftMove } from "../../../renderer/journeys/rotation/hand-edits.ts";

const move = (key: string, day: string, personId: string, from: string, to: string): DraftMove => ({
  key,
  chain: 1,
  day,
  personId,
  fromPostId: from,
  toPostId: to,
});
const breach = (personId: string | null, postId: string | null, from: string): Breach => ({
  constraint: "posts-held",
  postId,
  personId,
  from,
  until: "2030-01-01",
  sentence: { zh: "", en: "" },
});
/** He goes to Q and from there on to R; somebody else comes to R too. */
const moves = [
  move("to-q", "2028-01-24", "he", "P", "Q"),
  move("to-r", "2027-03-01", "he", "Q", "R"),
  move("other", "2027-06-01", "she", "S", "R"),
];

describe("the move that a breach is most about", () => {
  it("is the person's own of that very day, though another of theirs arrives at the post", () => {
    expect(moveOfBreach(breach("he", "Q", "2027-03-01"), moves)?.key).toBe("to-r");
  });
  it("is the nearest of the post where nobody is named", () => {
    expect(moveOfBreach(breach(null, "R", "2027-05-20"), moves)?.key).toBe("other");
  });
  it("is none where neither person nor post moves", () => {
    expect(moveOfBreach(breach("nobody", null, "2027-03-01"), moves)).toBeNull();
  });
});
