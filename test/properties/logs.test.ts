// Any log printed as csv, XES and gzipped XES gives one answer, and it is what plain counting gives.
import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openDesk, value } from "../builders/service.ts";
import { countPairs, csvOf, type Trace, usualGlobals, xesGzOf, xesOf } from "../fixtures/event-logs.ts";

const activities = ["申请", "Approve & pay", "approve & pay", 'say "<x>"', "two\nlines", "Ame\u0301lie"];
const persons = [null, "王五", "O'Neil, Jr.", "o'neil, jr.", "NONE", "a;b\tc", "𠮷", "User_1"];
const names = ["1", "01", "件-3", "A&B", "1 "];
const event = fc.record({
  activity: fc.constantFrom(...activities),
  person: fc.constantFrom(...persons),
  time: fc
    .integer({ min: 0, max: 5 })
    .map((hour) => (hour === 0 ? "no time" : `2024-03-05T0${hour}:00:00.000+01:00`)),
});
const log: fc.Arbitrary<Trace[]> = fc.array(
  fc.record({ name: fc.constantFrom(...names), events: fc.array(event, { maxLength: 7 }) }),
  { maxLength: 6 },
);
const columns = {
  caseColumn: "case:concept:name",
  activityColumn: "concept:name",
  personColumn: "org:resource",
  timeColumn: "time:timestamp",
};
/** As words compare: trimmed, NFC. */
const plain = (traces: readonly Trace[]): Trace[] =>
  traces.map(({ name, events }) => ({
    name: name.trim(),
    events: events.map((one) => ({ ...one, activity: one.activity.normalize("NFC") })),
  }));

test("csv, XES and gzipped XES agree with each other and with plain counting", async () => {
  const desk = openDesk();
  const pairs = activities.flatMap((one, at) =>
    activities.slice(at + 1).map((other): [string, string] => [one, other]),
  );
  let conflicts = 0;
  await fc.assert(
    fc.asyncProperty(log, async (traces) => {
      const files = {
        "log.csv": csvOf(traces),
        "log.xes": xesOf(traces, usualGlobals),
        "log.xes.gz": xesGzOf(traces, usualGlobals),
      };
      const answers = [];
      for (const [name, content] of Object.entries(files)) {
        writeFileSync(desk.at(name), content);
        const { warnings: _, ...answer } = await value(
          desk.client.logs.check({ grant: desk.reads(name), mapping: columns, pairs }),
        );
        answers.push(answer);
      }
      const [csv, xes, gz] = answers;
      expect(xes).toEqual(csv);
      expect(gz).toEqual(csv);
      for (const [at, [one, other]] of pairs.entries()) {
        const counted = countPairs(plain(traces), one.normalize("NFC"), other.normalize("NFC"));
        const { id, casesWithBoth, casesInConflict } = csv!.rules[at]!;
        const hits = csv!.conflicts
          .filter((conflict) => conflict.rule === id)
          .map((conflict) => `${conflict.case}/${conflict.person}`)
          .sort();
        expect({ casesWithBoth, casesInConflict, hits }).toEqual(counted);
        conflicts += hits.length;
      }
    }),
    { numRuns: 60 },
  );
  // The logs are worth asking.
  expect(conflicts).toBeGreaterThan(40);
});
