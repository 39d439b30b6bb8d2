// The studio's numbers are the check's: whatever a draft is shown to find is what is stored once it is saved.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Rule } from "../../../shared/domain/rule.ts";
import { kinds } from "../../../shared/domain/rule-kinds.ts";
import { draftOf, judge } from "../../../shared/rules/reading/draft.ts";
import { fill } from "../../../shared/rules/reading/read.ts";
import { settle } from "../../../shared/rules/reading/settle.ts";
import { faultOf, value } from "../../builders/desk.ts";
import { type SampleService, sampleService } from "../../builders/sample-service.ts";

let desk: SampleService;
beforeAll(async () => {
  desk = sampleService();
  await value(desk.client.workbook.sample({ grant: null, size: "small", endsOn: "2026-03-05" }));
}, 120_000);
afterAll(() => {
  expect(desk.bugs).toEqual([]);
  desk.close();
});
const patience = { timeout: 120_000 };

const ruleOf = async (id: string): Promise<Rule> => (await value(desk.client.studio.open({ id }))).row.rule;
const preview = async (rule: Rule) => value(desk.client.studio.preview({ rule }));
/** What the check stores for a rule. */
const stored = async (ruleId: string): Promise<number> => {
  await value(desk.client.conflicts.check({}));
  const { rows } = await value(desk.client.conflicts.list({}));
  return rows.filter((row) => row.ruleId === ruleId).length;
};
const changed = (rule: Rule, changes: Record<string, unknown>): Rule => {
  let draft = draftOf(rule);
  for (const [key, to] of Object.entries(changes)) draft = fill(draft, key, to);
  const { rule: judged, troubles } = judge(draft);
  if (!judged) throw new Error(JSON.stringify(troubles));
  return settle(judged, rule);
};

/** A rule of each kind with its duties, counts or lines moved so that more or fewer are found. */
const edits: [string, Record<string, unknown>][] = [
  ["P-01", { "parameters.duties": ["need_make", "need_review", "accept", "pay_exec", "doc_make"] }],
  ["P-24", { "scope.areas": ["contract"] }],
  ["RF-13", { "parameters.check": "missing", "parameters.quietDays": 10 }],
  ["RF-08", { "parameters.reasons": ["absent", "before-joining", "after-leaving"] }],
  ["RF-10", { "parameters.minCases": 4 }],
  ["RF-10", { "parameters.threshold": 10_000_000 }],
  ["T-13", { "parameters.minPersons": 6 }],
  ["P-10", { "parameters.types": ["other_interest"] }],
];

test.each(edits)("%s with %j finds after saving what was shown before", patience, async (id, changes) => {
  const rule = await ruleOf(id);
  const draft = changed(rule, changes);
  const shown = await preview(draft);
  expect(shown.now).toBe(await stored(id));
  // Without another first day it is a correction: the whole log is what is stored.
  expect(shown.saved).toEqual(shown.log);
  const { change } = await value(desk.client.rules.save({ rule: draft }));
  expect(await stored(id)).toBe(shown.saved.count);
  await value(desk.client.journal.undo({ seq: change?.seq ?? 0 }));
  expect(await stored(id)).toBe(shown.now);
});

test("some of these drafts find more and some find less", patience, async () => {
  const moved = await Promise.all(
    edits.map(async ([id, changes]) => (await preview(changed(await ruleOf(id), changes))).log),
  );
  expect(moved.some(({ added }) => added.count > 0)).toBe(true);
  expect(moved.some(({ spared }) => spared.count > 0)).toBe(true);
  for (const { added, spared } of moved) {
    expect(added.rows.length).toBe(Math.min(5, added.count));
    expect(spared.rows.length).toBe(Math.min(5, spared.count));
    for (const row of added.rows) expect(row.sentence.zh).not.toBe("");
  }
});

test("from a day on, what lies before it stays; shown and stored alike", patience, async () => {
  const rule = await ruleOf("T-13");
  const strict = changed(rule, { "parameters.minPersons": 6 });
  const whole = await preview(strict);
  const day = whole.log.added.rows[0]?.day ?? "";
  expect(whole.log.added.count).toBeGreaterThan(1);
  const shown = await preview({ ...strict, inForce: { from: day, until: null } });
  expect(shown.log).toEqual(whole.log);
  expect(shown.saved.count).toBeLessThanOrEqual(whole.saved.count);
  const { change } = await value(
    desk.client.rules.save({ rule: { ...strict, inForce: { from: day, until: null } } }),
  );
  expect(await stored("T-13")).toBe(shown.saved.count);
  const { versions } = await value(desk.client.studio.open({ id: "T-13" }));
  expect(versions.map(({ version, isInUse, rule: kept }) => [version, isInUse, kept.inForce])).toEqual([
    [rule.version + 1, true, { from: day, until: null }],
    [rule.version, true, { from: null, until: day }],
  ]);
  // A correction of the later version leaves the earlier alone.
  const corrected = changed((await value(desk.client.studio.open({ id: "T-13" }))).row.rule, {
    severity: "low",
  });
  const again = await preview(corrected);
  expect([again.now, again.log.count, again.saved.count]).toEqual([
    shown.saved.count,
    shown.saved.count,
    shown.saved.count,
  ]);
  await value(desk.client.journal.undo({ seq: change?.seq ?? 0 }));
});

test(
  "a new rule of every kind starts under a free id, is judged, and finds when saved what was shown",
  patience,
  async () => {
    const ids = new Set<string>();
    for (const kind of kinds) {
      const { rule } = await value(desk.client.studio.start({ kind }));
      expect(rule).toMatchObject({
        id: expect.stringMatching(/^OWN-\d{3}$/),
        kind,
        citation: { mark: "unit" },
      });
      // An id is never given twice, even if its first rule was undone.
      expect(ids.has(rule.id)).toBe(false);
      ids.add(rule.id);
      const shown = await preview(rule);
      expect(shown.now).toBe(0);
      const { change } = await value(desk.client.rules.save({ rule }));
      expect((await value(desk.client.studio.open({ id: rule.id }))).row.pack).toBe("own");
      if (kind === "separate-duties" || kind === "tempo") {
        expect(await stored(rule.id)).toBe(shown.saved.count);
        await value(desk.client.journal.undo({ seq: change?.seq ?? 0 }));
        expect(await stored(rule.id)).toBe(0);
      } else await value(desk.client.journal.undo({ seq: change?.seq ?? 0 }));
    }
  },
);

test("a copy is the unit's own and finds what its model finds", patience, async () => {
  const { rule } = await value(desk.client.studio.start({ copyOf: "RF-10" }));
  expect(rule.citation).toEqual({ source: "本单位规定（参照 RF-10）", mark: "unit", authority: "unit_rule" });
  const model = await preview(await ruleOf("RF-10"));
  expect((await preview(rule)).log.added.count).toBe(model.now);
});

test(
  "while another rule judges for it a rule lists nothing; changed, it is judged by itself",
  patience,
  async () => {
    const rule = await ruleOf("RF-10");
    const { rule: copied } = await value(desk.client.studio.start({ copyOf: "RF-10" }));
    const shared: Rule = { ...copied, sameCheckAs: rule.id };
    const shown = await preview(shared);
    expect(shown.judgedBy?.id).toBe("RF-10");
    expect(shown.saved.count).toBe(0);
    const { change } = await value(desk.client.rules.save({ rule: shared }));
    expect(await stored(shared.id)).toBe(0);
    const { judgesFor } = await value(desk.client.studio.open({ id: "RF-10" }));
    expect(judgesFor.map(({ id }) => id)).toContain(shared.id);
    const own = changed(shared, { "parameters.threshold": 10_000_000 });
    expect(own.sameCheckAs).toBeNull();
    expect((await preview(own)).log.count).toBeGreaterThan(0);
    await value(desk.client.journal.undo({ seq: change?.seq ?? 0 }));
  },
);

test("a stopped rule is listed as such and comes back as it was", patience, async () => {
  const listed = async () => (await value(desk.client.studio.stopped({}))).rules.map(({ rule }) => rule.id);
  const before = await ruleOf("P-10");
  expect(await listed()).not.toContain("P-10");
  await value(desk.client.rules.remove({ id: "P-10" }));
  expect(await listed()).toContain("P-10");
  expect((await value(desk.client.studio.open({ id: "P-10" }))).isInUse).toBe(false);
  const { change } = await value(desk.client.studio.resume({ id: "P-10" }));
  expect((await value(desk.client.studio.open({ id: "P-10" }))).row).toMatchObject({ rule: before });
  expect(await listed()).not.toContain("P-10");
  // What was begun and undone was never in use.
  expect((await listed()).filter((id) => id.startsWith("OWN-"))).toEqual([]);
  expect((await faultOf(desk.client.studio.resume({ id: "P-10" }))).code).toBe("missing");
  await value(desk.client.journal.undo({ seq: change?.seq ?? 0 }));
  expect(await listed()).toContain("P-10");
  await value(desk.client.studio.resume({ id: "P-10" }));
});

test(
  "a rule that could never find anything is not saved; what was adopted stands in the journal",
  patience,
  async () => {
    const rule = await ruleOf("P-01");
    if (rule.kind !== "separate-duties") throw new Error("P-01 keeps duties apart");
    const silent: Rule = {
      ...rule,
      version: rule.version + 1,
      parameters: { ...rule.parameters, maxHeld: 2 },
    };
    expect((await faultOf(desk.client.rules.save({ rule: silent }))).message.zh).toContain("至多只能填 1");
    const { change } = await value(desk.client.rules.save({ rule: changed(rule, { effect: "note" }) }));
    const { entries } = await value(desk.client.journal.list({}));
    expect(entries.find(({ seq }) => seq === change?.seq)?.summary.zh).toContain(
      "本单位采用，办理前核对：按默认处理 → 只记录",
    );
    await value(desk.client.journal.undo({ seq: change?.seq ?? 0 }));
  },
);

test("the rows shown are findings of the rule asked about", patience, async () => {
  const { log } = await preview(changed(await ruleOf("T-13"), { "parameters.minPersons": 6 }));
  expect(log.added.rows.map(({ ruleId, kind }) => [ruleId, kind])).toEqual(
    log.added.rows.map(() => ["T-13", "two-person"]),
  );
});
