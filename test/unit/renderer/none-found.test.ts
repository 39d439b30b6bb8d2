// "No conflict found" says by how many rules, over how many approvals, and how many could not be applied.
import { expect, test } from "vitest";
import { isFiltered } from "../../../renderer/journeys/conflicts/filters.ts";
import { en } from "../../../shared/words/en.ts";
import { zh } from "../../../shared/words/zh.ts";

test("it names all three numbers, on both pages and in both languages", () => {
  for (const words of [zh, en])
    for (const said of [
      words.conflicts.none("117", "1,771", "91"),
      words.overview.findingNone("117", "1,771", "91"),
    ])
      for (const number of ["117", "1,771", "91"]) expect(said).toContain(number);
});

test("filters are blamed only where there are any: whatever is open in the panel, or a chip, filters nothing", () => {
  const query = (search: string) => ({
    get: (key: string) => new URLSearchParams(search).get(key),
    set: () => {},
  });
  expect(isFiltered(query(""))).toBe(false);
  expect(isFiltered(query("open=1&show=high"))).toBe(false);
  expect(isFiltered(query("rule=P-25"))).toBe(true);
});
