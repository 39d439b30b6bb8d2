// By when each seat must be over, against the page read again, on seeded small offices.
import { expect, test } from "vitest";
import { smallOffice } from "../unit/rotation/small-facts.ts";
import { handByOf } from "./rotation-hand-by.ts";

const sizes = [
  { keyPosts: 3, ordinaryPosts: 1, reserve: 1, months: 12 },
  { keyPosts: 5, ordinaryPosts: 2, reserve: 2, months: 14 },
  { keyPosts: 8, ordinaryPosts: 2, reserve: 2, months: 24 },
];

test("each seat is to be over when the page says", () => {
  const seen = new Map<string, number>();
  for (let seed = 0; seed < 300; seed++) {
    const { problem } = smallOffice(
      seed,
      sizes[seed % sizes.length] ?? { keyPosts: 3, ordinaryPosts: 1, reserve: 1, months: 12 },
    );
    const said = problem.posts
      .flatMap((post) =>
        post.seats.map(({ personId, handBy, excused }) => ({ postId: post.id, personId, handBy, excused })),
      )
      .sort((a, b) => (a.postId + a.personId < b.postId + b.personId ? -1 : 1));
    expect(said, `office ${seed}`).toEqual(handByOf(problem));
    for (const { excused } of said) seen.set(String(excused), (seen.get(String(excused)) ?? 0) + 1);
  }
  expect([...seen.keys()].sort()).toEqual(["notice", "null", "share"]);
});
