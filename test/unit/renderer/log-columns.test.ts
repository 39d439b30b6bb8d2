// The wizard's first guess of a log's columns: the names of XES before words that other headers may hold too.
import { expect, test } from "vitest";
import { emptyMapping, isMapped } from "../../../renderer/journeys/approvals/wizard-state.ts";

test("a log in XES is mapped at once, whatever other columns hold the same words", () => {
  const headers = [
    "case:creator",
    "case:concept:name",
    "Activity",
    "concept:name",
    "org:resource",
    "time:timestamp",
  ];
  const mapping = emptyMapping(headers);
  expect(mapping).toMatchObject({
    caseColumn: "case:concept:name",
    activityColumn: "concept:name",
    personColumn: "org:resource",
    timeColumn: "time:timestamp",
  });
  expect(isMapped(mapping)).toBe(true);
});

test("a table is mapped by the words in its headers", () => {
  expect(emptyMapping(["业务编号", "环节", "办理人", "办理时间"])).toMatchObject({
    caseColumn: "业务编号",
    activityColumn: "环节",
    personColumn: "办理人",
    timeColumn: "办理时间",
  });
  expect(isMapped(emptyMapping(["a", "b"]))).toBe(false);
});
