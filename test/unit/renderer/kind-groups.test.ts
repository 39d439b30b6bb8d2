// Every kind of rule has exactly one column of the overview.
import { expect, test } from "vitest";
import { kindGroups } from "../../../renderer/journeys/overview/questions.ts";
import { kinds } from "../../../shared/domain/rule-kinds.ts";

test("no kind is left out of the overview, none is counted twice", () => {
  expect(kindGroups.flatMap((group) => group.kinds).toSorted()).toEqual(kinds.toSorted());
});
