// The second opinion over an open workbook: it agrees, is kept with the check it is about, and hides no disagreement.
import { expect, test } from "vitest";
import type { Question } from "../../../db/queries/second-opinion/question.ts";
import { questions } from "../../../db/queries/second-opinion/questions.ts";
import { type Desk, faultOf, openDesk, value } from "../../builders/service.ts";

async function sampleDesk(secondQuestions?: readonly Question[]): Promise<Desk> {
  const desk = openDesk(secondQuestions ? { secondQuestions } : {});
  await value(desk.client.workbook.sample({ grant: desk.writes("s.quanheng"), size: "small" }));
  return desk;
}
const opinionOf = async (desk: Desk) => (await value(desk.client.conflicts.opinion({}))).opinion;
/** The SQL of separate-duties that finds nothing. */
const deaf = questions.map((question) =>
  question.kind === "separate-duties"
    ? { ...question, sql: `SELECT q.* FROM (${question.sql}) q WHERE q.r < 0` }
    : question,
);

test("the sample unit's conflicts are found again, and the outcome stands until something changes", async () => {
  const desk = await sampleDesk();
  await value(desk.client.conflicts.check({}));
  expect(await opinionOf(desk)).toBeNull();
  const opinion = await value(desk.client.conflicts.secondOpinion({}));
  expect(opinion.defects).toEqual([]);
  expect(opinion.conflicts).toBeGreaterThan(5);
  expect(opinion.twice + opinion.once.length).toBe(opinion.rules);
  expect(opinion.twice).toBeGreaterThan(50);
  expect(await opinionOf(desk)).toEqual(opinion);
  const { open } = await value(desk.client.workbook.state({}));
  expect(open?.isCheckStale).toBe(false);

  const [act] = (await value(desk.client.sheets.list({ kind: "approvals" }))).rows;
  await value(desk.client.sheets.remove({ kind: "approvals", id: act?.id ?? "" }));
  expect(await opinionOf(desk)).toBeNull();
  expect((await faultOf(desk.client.conflicts.secondOpinion({}))).code).toBe("refused");
  await value(desk.client.conflicts.check({}));
  expect((await value(desk.client.conflicts.secondOpinion({}))).disagreements).toBe(0);
  expect(desk.bugs).toEqual([]);
});

test("whoever shows the journal's head is told that it has moved", async () => {
  const desk = await sampleDesk();
  await value(desk.client.conflicts.check({}));
  const told: string[] = [];
  desk.onChanged((namespaces) => told.push(...namespaces));
  await value(desk.client.conflicts.secondOpinion({}));
  expect(told).toEqual(expect.arrayContaining(["conflicts", "journal", "workbook"]));
});

test("a disagreement is answered, kept in the journal and shown again", async () => {
  const desk = await sampleDesk(deaf);
  await value(desk.client.conflicts.check({}));
  const { rows } = await value(desk.client.conflicts.list({}));
  const missed = rows.filter(({ kind }) => kind === "separate-duties");
  expect(missed.length).toBeGreaterThan(0);
  const opinion = await value(desk.client.conflicts.secondOpinion({}));
  expect(opinion.disagreements).toBe(missed.length);
  expect(opinion.disputed).toEqual([...new Set(missed.map(({ ruleId }) => ruleId))].sort());
  for (const defect of opinion.defects) {
    expect(defect).toMatchObject({ sqlDay: null, engineDay: expect.any(String) });
    const row = missed.find(({ ruleId, day }) => ruleId === defect.ruleId && day === defect.engineDay);
    expect(defect.about).toContain(row?.cases[0]?.caseNo ?? "a case number");
    expect(missed.map(({ ruleId, day }) => `${ruleId} ${day}`)).toContain(
      `${defect.ruleId} ${defect.engineDay}`,
    );
  }
  expect(await opinionOf(desk)).toEqual(opinion);
  const { entries } = await value(desk.client.journal.list({}));
  expect(entries[0]?.summary.en).toContain("disagrees");
});

test("stopped in the middle it writes nothing and leaves no table behind", async () => {
  const desk = await sampleDesk();
  await value(desk.client.conflicts.check({}));
  const before = (await value(desk.client.workbook.state({}))).open?.journalSeq;
  const signal = { aborted: false };
  const reply = await desk.server.run(
    "conflicts.secondOpinion",
    {},
    {
      signal,
      progress: (_label: unknown, done: number) => {
        if (done > 5) signal.aborted = true;
      },
    },
  );
  expect(reply).toMatchObject({ ok: false, fault: { code: "refused" } });
  expect((await value(desk.client.workbook.state({}))).open?.journalSeq).toBe(before);
  // What was left behind would stand in the way of the next.
  expect((await value(desk.client.conflicts.secondOpinion({}))).disagreements).toBe(0);
});
