// Change sets through the real service: drafts, submission, maker ≠ checker, what approval writes, staleness, days, branches.

import { expect, test } from "vitest";
import { addDays } from "../../../shared/domain/day.ts";
import type { Edit } from "../../../shared/domain/edit.ts";
import { type Desk, faultOf, newWorkbook, value } from "../../builders/service.ts";
import {
  approved,
  authority,
  ceiling,
  draft,
  head,
  today,
  twoPeople,
  view,
} from "../../builders/two-people.ts";

const cells = async (desk: Desk, day: string) =>
  (await value(desk.client.matrix.view({ day }))).cells
    .map(({ code, upTo, from, until }) => `${code} ${upTo} ${from} ${until}`)
    .sort();

test("a draft is submitted by one and approved by another, and holds from its day", async () => {
  const desk = await twoPeople();
  const before = await cells(desk, today);
  const { id, number } = await draft(desk, [await ceiling(desk, "SQ-2", 10_000_000)]);
  expect(number).toBe("TZ-2026-001");
  const begun = await view(desk, id);
  expect(begun.set).toMatchObject({ state: "draft", madeBy: "王编制", editCount: 1, effectiveDay: today });
  expect(begun.edits[0]?.sentence.zh).toContain("≤ 5 万元 → ≤ 10 万元");
  expect(begun.edits[0]?.sentence.en).toContain("≤ CNY 50,000 → ≤ CNY 100,000");
  expect(begun.effect).toBeNull();
  expect(begun.may).toMatchObject({ edit: null, submit: null, withdraw: null });
  expect(begun.may.approve).not.toBeNull();
  await value(desk.client.changes.submit({ id }));
  expect(await cells(desk, today)).toEqual(before);
  await approved(desk, id);
  const done = await view(desk, id);
  expect(done.set).toMatchObject({
    state: "approved",
    submittedBy: "王编制",
    decidedBy: "李审核",
    effectiveDay: today,
    approvedIn: await head(desk),
  });
  expect(done.edits[0]?.sentence).toEqual(begun.edits[0]?.sentence);
  expect(done.effect?.people.length).toBeGreaterThan(0);
  expect(await cells(desk, today)).toEqual([
    "SQ-1 null 2020-01-01 null",
    `SQ-2/${today} 10000000 ${today} null`,
  ]);
  expect(await cells(desk, "2026-03-04")).toEqual([
    "SQ-1 null 2020-01-01 null",
    `SQ-2 5000000 2020-01-01 ${today}`,
  ]);
  const { entries } = await value(desk.client.journal.list({ limit: 1 }));
  expect(entries[0]).toMatchObject({ action: "approve", actor: "李审核", role: "configurator+reviewer" });
  expect(entries[0]?.summary.zh).toContain("起草 王编制，审核 李审核");
  expect((await value(desk.client.journal.verify({}))).brokenAt).toBeNull();
  expect(desk.bugs).toEqual([]);
});

test("whoever made, edited or submitted it never decides, whatever their roles", async () => {
  const desk = await twoPeople();
  const { id } = await draft(desk, [await ceiling(desk, "SQ-2", 10_000_000)]);
  await value(desk.client.changes.submit({ id }));
  const headSeq = await head(desk);
  const self = await faultOf(desk.client.changes.approve({ id, headSeq }));
  expect(self.code).toBe("refused");
  expect(self.message.zh).toContain("李审核");
  expect((await faultOf(desk.client.changes.reject({ id, reason: "不妥" }))).code).toBe("refused");
  expect((await view(desk, id)).set.state).toBe("submitted");

  // Whose edit was dropped again, and whose edit was copied, has had a hand in it all the same.
  const other = await draft(desk, [await ceiling(desk, "SQ-2", 7_000_000)]);
  await desk.as(desk.checker);
  const edit = await ceiling(desk, "SQ-1", 9_000_000);
  await value(desk.client.changes.edit({ id: other.id, edits: [edit] }));
  const key = (await view(desk, other.id)).edits[1]?.key ?? "";
  await value(desk.client.changes.dropEdit({ id: other.id, keys: [key] }));
  await desk.as(desk.maker);
  await value(desk.client.changes.submit({ id: other.id }));
  await desk.as(desk.checker);
  expect((await view(desk, other.id)).may.approve?.zh).toContain("不得审核");
  expect((await faultOf(desk.client.changes.approve({ id: other.id, headSeq: await head(desk) }))).code).toBe(
    "refused",
  );
  const copy = await value(desk.client.changes.start({ name: "照抄", day: today, copyOf: id }));
  await value(desk.client.changes.submit({ id: copy.id }));
  await desk.as(desk.maker);
  expect((await faultOf(desk.client.changes.approve({ id: copy.id, headSeq: await head(desk) }))).code).toBe(
    "refused",
  );
});

test("with one local person there is no second one, and nothing is approved", async () => {
  const desk = await newWorkbook();
  const values = { code: "M9", name: "零星采购", area: "gov_proc" };
  const { id } = await draft(desk, [{ op: "save", kind: "matters", id: "m-9", values }]);
  await value(desk.client.changes.submit({ id }));
  const refused = await faultOf(desk.client.changes.approve({ id, headSeq: await head(desk) }));
  expect(refused.code).toBe("refused");
  expect(refused.message.zh).toContain("登记");
});

test("what was changed since the base is named, and a rebase keeps the others' cells", async () => {
  const desk = await twoPeople();
  const { id } = await draft(desk, [await ceiling(desk, "SQ-2", 10_000_000)]);
  const rival = await authority(desk, "SQ-2");
  const noted = await draft(desk, [
    { op: "save", kind: "authorities", id: rival.id, values: { ...rival.values, until: "2027-01-01" } },
  ]);
  await value(desk.client.changes.submit({ id: noted.id }));
  await approved(desk, noted.id);
  const stale = await faultOf(desk.client.changes.submit({ id }));
  expect(stale.code).toBe("stale");
  expect(stale.message.zh).toContain("1 处");
  expect((await view(desk, id)).edits[0]).toMatchObject({ isStale: true });
  expect((await view(desk, id)).edits[0]?.sinceBase?.zh).toContain("李审核");
  await value(desk.client.changes.rebase({ id }));
  const rebased = await view(desk, id);
  expect(rebased.edits[0]).toMatchObject({
    isStale: false,
    edit: { values: { upTo: 10_000_000, until: "2027-01-01" } },
  });
  await value(desk.client.changes.submit({ id }));
  await approved(desk, id);
  expect(await cells(desk, today)).toContain(`SQ-2/${today} 10000000 ${today} 2027-01-01`);
});

test("approval needs the effect on today's head", async () => {
  const desk = await twoPeople();
  const { id } = await draft(desk, [await ceiling(desk, "SQ-2", 10_000_000)]);
  const early = await head(desk);
  await value(desk.client.changes.edit({ id, edits: [await ceiling(desk, "SQ-1", 100)] }));
  await value(desk.client.changes.submit({ id }));
  const headSeq = await head(desk);
  await value(desk.client.sheets.save({ kind: "suppliers", id: null, values: { code: "S9", name: "甲" } }));
  await desk.as(desk.checker);
  for (const seq of [early, headSeq, headSeq + 50])
    expect((await faultOf(desk.client.changes.approve({ id, headSeq: seq }))).code).toBe("stale");
  const effect = await value(desk.client.changes.simulate({ id }));
  // Looked at before midnight, approved after it: another day, another effect.
  const yesterday = { id, headSeq: effect.headSeq, day: addDays(effect.day, -1) };
  expect((await faultOf(desk.client.changes.approve(yesterday))).code).toBe("stale");
  await value(desk.client.changes.approve({ id, headSeq: effect.headSeq, day: effect.day }));
  expect((await view(desk, id)).effect?.headSeq).toBe(effect.headSeq);
});

test("a later day waits, an earlier one is a correction with reason and document no.", async () => {
  const desk = await twoPeople();
  const later = await draft(desk, [await ceiling(desk, "SQ-2", 10_000_000)], { day: "2026-06-01" });
  await value(desk.client.changes.submit({ id: later.id }));
  await approved(desk, later.id);
  expect(await cells(desk, "2026-05-31")).toContain("SQ-2 5000000 2020-01-01 2026-06-01");
  expect(await cells(desk, "2026-06-01")).toContain("SQ-2/2026-06-01 10000000 2026-06-01 null");

  const early = await draft(desk, [await ceiling(desk, "SQ-1", 800)], { day: "2026-01-01" });
  expect((await view(desk, early.id)).lacks).toHaveLength(2);
  expect((await view(desk, early.id)).set.isCorrection).toBe(true);
  expect((await faultOf(desk.client.changes.submit({ id: early.id }))).code).toBe("invalid");
  const why = { name: "更正", day: "2026-01-01", reason: "漏录", docNo: "青财〔2025〕9号" };
  await value(desk.client.changes.describe({ id: early.id, ...why }));
  await value(desk.client.changes.submit({ id: early.id }));
  desk.setDay("2026-03-20");
  await approved(desk, early.id);
  expect((await view(desk, early.id)).set).toMatchObject({ effectiveDay: "2026-01-01", isCorrection: true });
  expect(await cells(desk, "2026-01-01")).toContain("SQ-1/2026-01-01 800 2026-01-01 null");
});

test("one submitted in time and approved late holds from its approval", async () => {
  const desk = await twoPeople();
  const { id } = await draft(desk, [await ceiling(desk, "SQ-2", 10_000_000)], { day: "2026-03-07" });
  await value(desk.client.changes.submit({ id }));
  desk.setDay("2026-03-20");
  await approved(desk, id);
  expect((await view(desk, id)).set).toMatchObject({ effectiveDay: "2026-03-20", isCorrection: false });
  expect(await cells(desk, "2026-03-19")).toContain("SQ-2 5000000 2020-01-01 2026-03-20");
});

test("rows without a period and removals cannot wait", async () => {
  const desk = await twoPeople();
  const { rows } = await value(desk.client.sheets.list({ kind: "matters" }));
  const [matter] = rows;
  if (!matter) throw new Error("no matter");
  const renamed = {
    op: "save" as const,
    kind: "matters" as const,
    id: matter.id,
    values: { ...matter.values, name: "新名" },
  };
  const one = await draft(desk, [renamed], { day: "2026-06-01" });
  expect((await faultOf(desk.client.changes.submit({ id: one.id }))).code).toBe("invalid");
  const gone = {
    op: "remove" as const,
    kind: "authorities" as const,
    id: (await authority(desk, "SQ-1")).id,
  };
  const two = await draft(desk, [gone], { day: "2026-06-01" });
  expect((await faultOf(desk.client.changes.submit({ id: two.id }))).code).toBe("invalid");
  const added = { code: "M9", name: "零星采购", area: "gov_proc" };
  const three = await draft(desk, [{ op: "save", kind: "matters", id: "m-9", values: added }], {
    day: "2026-06-01",
  });
  await value(desk.client.changes.submit({ id: three.id }));
});

test("branches stand side by side until one is approved; the other drafts are superseded and kept", async () => {
  const desk = await twoPeople();
  const one = await draft(desk, [await ceiling(desk, "SQ-2", 10_000_000)]);
  const two = await value(
    desk.client.changes.start({
      name: "另一法",
      day: today,
      branchOf: one.id,
      edits: [await ceiling(desk, "SQ-2", 8_000_000)],
    }),
  );
  expect((await view(desk, two.id)).branches.map(({ id }) => id)).toEqual([one.id]);
  await value(desk.client.changes.submit({ id: one.id }));
  await approved(desk, one.id);
  const kept = await view(desk, two.id);
  expect(kept.set).toMatchObject({ state: "superseded", decidedBy: "李审核", decision: one.number });
  expect(kept.edits).toHaveLength(1);
  expect((await faultOf(desk.client.changes.submit({ id: two.id }))).code).toBe("refused");
  const again = await value(desk.client.changes.start({ name: "再来", day: today, copyOf: two.id }));
  expect((await view(desk, again.id)).edits).toHaveLength(1);
});

test("a rejected set keeps its reason, a withdrawn one stays; neither moves again", async () => {
  const desk = await twoPeople();
  const one = await draft(desk, [await ceiling(desk, "SQ-2", 10_000_000)]);
  expect((await faultOf(desk.client.changes.reject({ id: one.id, reason: "x" }))).code).toBe("refused");
  await value(desk.client.changes.submit({ id: one.id }));
  expect(
    (await faultOf(desk.client.changes.edit({ id: one.id, edits: [await ceiling(desk, "SQ-1", 1)] }))).code,
  ).toBe("refused");
  await desk.as(desk.checker);
  await value(desk.client.changes.reject({ id: one.id, reason: "依据不足" }));
  expect((await view(desk, one.id)).set).toMatchObject({
    state: "rejected",
    decision: "依据不足",
    decidedBy: "李审核",
  });
  await desk.as(desk.maker);
  const two = await draft(desk, [await ceiling(desk, "SQ-2", 10_000_000)]);
  expect(two.number).toBe("TZ-2026-002");
  await value(desk.client.changes.withdraw({ id: two.id, reason: "" }));
  for (const { id } of [one, two]) {
    expect((await faultOf(desk.client.changes.submit({ id }))).code).toBe("refused");
    expect((await faultOf(desk.client.changes.withdraw({ id, reason: "" }))).code).toBe("refused");
    expect((await faultOf(desk.client.changes.rebase({ id }))).code).toBe("refused");
  }
  const { sets } = await value(desk.client.changes.list({ states: ["withdrawn"] }));
  expect(sets.map(({ number }) => number)).toEqual(["TZ-2026-002"]);
});

test("edits of one row are one edit; values are checked as a form's", async () => {
  const desk = await twoPeople();
  const { id } = await draft(desk, [await ceiling(desk, "SQ-2", 10_000_000)]);
  const row = await authority(desk, "SQ-2");
  await value(desk.client.changes.edit({ id, edits: [await ceiling(desk, "SQ-2", 9_000_000)] }));
  await value(
    desk.client.changes.edit({
      id,
      edits: [{ op: "end", kind: "authorities", id: row.id, until: "2026-12-01" }],
    }),
  );
  const { edits } = await view(desk, id);
  expect(edits).toHaveLength(1);
  expect(edits[0]?.edit).toMatchObject({ op: "save", values: { upTo: 9_000_000, until: "2026-12-01" } });
  const bad = {
    op: "save" as const,
    kind: "authorities" as const,
    id: row.id,
    values: { ...row.values, stepId: "no" },
  };
  expect(await faultOf(desk.client.changes.edit({ id, edits: [bad] }))).toMatchObject({
    code: "invalid",
    where: { column: "环节编码" },
  });
  const missing = { op: "end" as const, kind: "authorities" as const, id: "no", until: "2027-01-01" };
  expect((await faultOf(desk.client.changes.edit({ id, edits: [missing] }))).code).toBe("missing");
  // A step that only the set has may be referred to by it.
  const { rows } = await value(desk.client.sheets.list({ kind: "matters" }));
  const step = { matterId: rows[0]?.id ?? "", code: "S9", name: "复核", position: 9, duty: "pay_approve" };
  await value(
    desk.client.changes.edit({
      id,
      edits: [
        { op: "save", kind: "authorities", id: "a-9", values: { ...row.values, code: null, stepId: "s-9" } },
        { op: "save", kind: "steps", id: "s-9", values: step },
      ],
    }),
  );
  await value(desk.client.changes.edit({ id, edits: [{ op: "remove", kind: "authorities", id: "a-9" }] }));
  expect((await view(desk, id)).edits.map(({ key }) => key)).toEqual([`authorities/${row.id}`, "steps/s-9"]);
});

test("rules go through a set: a new version holds from its day, a stopped one is out of use", async () => {
  const desk = await twoPeople();
  const { rules } = await value(desk.client.rules.list({}));
  const [first, second] = rules.map(({ rule }) => rule);
  if (!first || !second) throw new Error("no rules");
  const next = {
    ...first,
    version: first.version + 1,
    severity: "low" as const,
    inForce: { from: "2026-04-01", until: null },
  };
  const { id } = await draft(desk, [
    { op: "rule", rule: next },
    { op: "stop", ruleId: second.id },
  ]);
  expect((await view(desk, id)).edits[1]?.sentence.zh).toContain("停用");
  await value(desk.client.changes.submit({ id }));
  await approved(desk, id);
  const opened = await value(desk.client.studio.open({ id: first.id }));
  expect(opened.versions.map(({ version, rule }) => [version, rule.inForce.until])).toEqual([
    [next.version, null],
    [first.version, "2026-04-01"],
  ]);
  expect((await value(desk.client.studio.open({ id: second.id }))).isInUse).toBe(false);
  const stale = await faultOf(draftFault(desk, [{ op: "rule", rule: next }]));
  expect(stale.code).toBe("stale");
});
const draftFault = (desk: Desk, edits: Parameters<typeof draft>[1]) =>
  desk.client.changes.start({ name: "x", day: today, edits });

test("the effect says what can no longer be staffed, who loses what, and is kept with submission and approval", async () => {
  const desk = await twoPeople();
  const { id: row } = await authority(desk, "SQ-2");
  const { id } = await draft(desk, [{ op: "end", kind: "authorities", id: row, until: today }]);
  const effect = await value(desk.client.changes.simulate({ id }));
  expect(effect.staffing).toEqual([
    {
      matterId: expect.any(String),
      matterName: "政府采购",
      upTo: 5_000_000,
      before: "staffed",
      after: "impossible",
      minimumBefore: 2,
      minimumAfter: null,
    },
  ]);
  expect(effect.people.map(({ name, gains, loses }) => [name, gains.length, loses.length])).toEqual([
    ["李四", 0, 1],
  ]);
  expect(effect.appearing.some(({ type }) => type === "gap")).toBe(true);
  await value(desk.client.changes.submit({ id }));
  expect((await view(desk, id)).effect).toEqual(effect);
});

test("the paper of a set tells every edit before and after, its effect and both names", async () => {
  const desk = await twoPeople();
  const { id: row } = await authority(desk, "SQ-1");
  const { id, number } = await draft(
    desk,
    [
      await ceiling(desk, "SQ-2", 10_000_000),
      { op: "end", kind: "authorities", id: row, until: today },
      { op: "save", kind: "matters", id: "m-9", values: { code: "M9", name: "零星采购", area: "gov_proc" } },
    ],
    { reason: "限额调整", docNo: "青财〔2026〕3号" },
  );
  await value(desk.client.changes.submit({ id }));
  await approved(desk, id);
  for (const [language, before, after, act] of [
    ["zh", "≤ 5 万元", `≤ 10 万元，自 ${today} 起`, "更改"],
    ["en", "≤ CNY 50,000", `≤ CNY 100,000, from ${today}`, "Changed"],
  ] as const) {
    const paper = await value(
      desk.client.reports.document({ what: "change-set", changeSetId: id, language }),
    );
    expect(paper.title).toContain(number);
    expect(paper.rows[0]).toEqual([1, act, expect.stringContaining("采购科长"), before, after]);
    expect(paper.rows).toHaveLength(3);
    expect(paper.filters.map((line) => line.value).join()).toMatch(/王编制.*李审核/);
    expect(paper.notes.join()).toMatch(/2026-03-05.*李四|李四/);
  }
  const grant = desk.writes("调整单.xlsx");
  const receipt = await value(
    desk.client.reports.build({ what: "change-set", changeSetId: id, format: "xlsx", grant }),
  );
  expect(receipt.rows).toBe(3);
  const missing = desk.client.reports.document({ what: "change-set", changeSetId: "no" });
  expect((await faultOf(missing)).code).toBe("missing");
});

test("the paper of a set that was withdrawn names nobody who checked it", async () => {
  const desk = await twoPeople();
  const { id } = await draft(desk, [await ceiling(desk, "SQ-2", 10_000_000)]);
  await value(desk.client.changes.submit({ id }));
  await value(desk.client.changes.withdraw({ id, reason: "另拟" }));
  const { filters } = await value(
    desk.client.reports.document({ what: "change-set", changeSetId: id, language: "zh" }),
  );
  const lines = Object.fromEntries(filters.map(({ name, value: said }) => [name, said]));
  expect(lines).toMatchObject({ 撤回: expect.stringContaining("王编制"), 撤回理由: "另拟" });
  expect(Object.keys(lines)).not.toContain("审核");
});

test("saving a row from the day on which another has taken over already does not write over that one", async () => {
  const desk = await twoPeople();
  const { id } = await draft(desk, [await ceiling(desk, "SQ-2", 10_000_000)], { day: "2026-07-01" });
  await value(desk.client.changes.submit({ id }));
  await approved(desk, id);
  const coming = await authority(desk, "SQ-2/2026-07-01");
  const { id: rowId, values } = await authority(desk, "SQ-2");
  const later = await draft(desk, [
    {
      op: "save",
      kind: "authorities",
      id: rowId,
      values: { ...values, upTo: 7, from: "2026-07-01", until: null },
    },
  ]);
  const refused = await faultOf(desk.client.changes.submit({ id: later.id }));
  expect(refused).toMatchObject({ code: "invalid" });
  expect(refused.message.zh).toContain("SQ-2/2026-07-01");
  expect(await authority(desk, "SQ-2/2026-07-01")).toEqual(coming);
});

test("an id stands for one thing, and an end is a day", async () => {
  const desk = await twoPeople();
  const person = (await value(desk.client.sheets.list({ kind: "people" }))).rows[0]?.id ?? "";
  const matter = (id: string): Edit => ({
    op: "save",
    kind: "matters",
    id,
    values: { code: "M9", name: "零星采购", area: "gov_proc" },
  });
  const { id, values } = await authority(desk, "SQ-2");
  const duty: Edit = {
    op: "save",
    kind: "duties",
    id: "new",
    values: { code: "x_1", name: "验", type: "execute" },
  };
  for (const edits of [
    [matter(person)],
    [matter(desk.checker)],
    [matter(id)],
    [matter("")],
    [duty, matter("new")],
    [{ op: "end", kind: "authorities", id, until: "不定" } satisfies Edit],
    [{ op: "end", kind: "authorities", id, until: "2026-02-30" } satisfies Edit],
  ])
    expect((await faultOf(desk.client.changes.start({ name: "新编号", day: today, edits }))).code).toBe(
      "invalid",
    );
  await draft(desk, [matter("new"), { op: "end", kind: "authorities", id, until: "2026-12-01" }]);
  expect((await authority(desk, "SQ-2")).values).toEqual(values);
});

test("of branches that were all submitted one is approved; the others can only be rejected or withdrawn", async () => {
  const desk = await twoPeople();
  const one = await draft(desk, [await ceiling(desk, "SQ-2", 10_000_000)]);
  const edits = [await ceiling(desk, "SQ-1", 5_000_000)];
  const branch = { name: "另一法", day: today, branchOf: one.id, edits };
  const two = await value(desk.client.changes.start(branch));
  for (const { id } of [one, two]) await value(desk.client.changes.submit({ id }));
  await approved(desk, one.id);
  expect((await view(desk, two.id)).lacks[0]?.zh).toContain(one.number);
  await desk.as(desk.checker);
  const refused = await faultOf(desk.client.changes.approve({ id: two.id, headSeq: await head(desk) }));
  expect(refused.message.en).toContain(one.number);
  expect((await authority(desk, "SQ-1")).values.upTo).toBeNull();
  await value(desk.client.changes.reject({ id: two.id, reason: "已有定论" }));
  // A branch begun after the choice asks a new question.
  await desk.as(desk.maker);
  const later = await value(desk.client.changes.start(branch));
  await value(desk.client.changes.submit({ id: later.id }));
  await approved(desk, later.id);
});

test("the effect of a draft is worked out once, and again as soon as a fact or an edit differs", async () => {
  let breaths = 0;
  const breathe = async (): Promise<void> => {
    breaths += 1;
  };
  const desk = await twoPeople({ breathe });
  const { id } = await draft(desk, [await ceiling(desk, "SQ-2", 10_000_000)]);
  const asked = async (work: Promise<unknown>): Promise<boolean> => {
    const before = breaths;
    await work;
    return breaths > before;
  };
  const simulated = () => value(desk.client.changes.simulate({ id }));
  expect(await asked(simulated())).toBe(true);
  expect(await asked(simulated())).toBe(false);
  await value(desk.client.changes.edit({ id, edits: [await ceiling(desk, "SQ-2", 20_000_000)] }));
  expect(await asked(simulated())).toBe(true);
  expect(await asked(value(desk.client.changes.submit({ id })))).toBe(false);
  await desk.as(desk.checker);
  const { headSeq } = await simulated();
  expect(headSeq).toBe(await head(desk));
  await value(
    desk.client.sheets.save({ kind: "departments", id: null, values: { code: "D9", name: "新科" } }),
  );
  expect(await asked(simulated())).toBe(true);
  expect(await asked(approved(desk, id))).toBe(false);
});
