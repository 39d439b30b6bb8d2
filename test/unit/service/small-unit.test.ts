// A unit with too few people: which rules to give up at least weight, with which grants, and what watches then.
import { expect, test } from "vitest";
import type { TierDetail } from "../../../shared/contract/staffing.ts";
import type { Edit } from "../../../shared/domain/edit.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import { office } from "../../builders/office.ts";
import * as row from "../../builders/rows.ts";
import { bringIn, type Desk, newWorkbook, value } from "../../builders/service.ts";

const day = "2026-03-05";

/** The office with its two steps granted: applying to both handlers, approving to the head of section. */
async function smallOffice(): Promise<{ desk: Desk; matterId: string; ids: Map<string, string> }> {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  await bringIn(desk, [
    {
      kind: "authorities",
      header: ["事项编码", "环节编码", "岗位编码", "生效日期"],
      rows: [
        ["M1", "S1", "P1", "2020-01-01"],
        ["M1", "S1", "P3", "2020-01-01"],
        ["M1", "S2", "P2", "2020-01-01"],
      ],
    },
  ]);
  const { rows } = await value(desk.client.sheets.list({ kind: "people" }));
  const { rows: matters } = await value(desk.client.sheets.list({ kind: "matters" }));
  return {
    desk,
    matterId: matters[0]?.id ?? "",
    ids: new Map(rows.map(({ id, values }) => [String(values.staffNo), id])),
  };
}
const given = (...rules: Rule[]): Edit[] => rules.map((rule) => ({ op: "rule", rule }));
const staffNos = (detail: TierDetail): string[] => detail.witness.map(({ person }) => person.staffNo);

test("with enough people nothing is joined", async () => {
  const { desk, matterId } = await smallOffice();
  const detail = await value(desk.client.staffing.tier({ day, matterId, upTo: null }));
  expect(detail.status).toBe("staffed");
  expect(detail.minimum).toBe(2);
  expect(staffNos(detail)[1]).toBe("002");
  expect(detail.join).toEqual([]);
});

test("more people than there are on one step: the rule on their number is given up, with a witness from elsewhere", async () => {
  const { desk, matterId } = await smallOffice();
  const four = row.rule(
    "Y-04",
    "two-person",
    { duty: "proc_handle", minPersons: 4, isOdd: false },
    { severity: "low" },
  );
  const two = row.rule("Y-02", "two-person", { duty: "proc_handle", minPersons: 2, isOdd: false });
  const detail = await value(
    desk.client.staffing.tier({ day, matterId, upTo: null, edits: given(four, two) }),
  );
  expect(detail.status).toBe("impossible");
  expect(detail.reason[0]?.en).toContain("needs 4 people (Y-04) (3 of them show it); 2 may do it");
  expect(detail.advice).toEqual([]);
  expect(detail.join.map(({ ruleId }) => ruleId)).toEqual(["Y-04"]);
  expect(detail.join[0]?.control.en).toContain("witness");
  expect(detail.join[0]?.source.en).toContain("until the original is checked");
});

test("the lighter of two rules that cannot both be kept is given up", async () => {
  const { desk, matterId } = await smallOffice();
  const alike = row.rule(
    "Y-01",
    "same-person",
    { duties: ["proc_handle", "proc_decide"] },
    { severity: "medium" },
  );
  const rise = row.rule("Y-03", "seniority", { earlier: "proc_handle", later: "proc_decide" });
  const detail = await value(
    desk.client.staffing.tier({ day, matterId, upTo: null, edits: given(alike, rise) }),
  );
  expect(detail.status).toBe("impossible");
  expect(detail.join.map(({ ruleId }) => ruleId)).toEqual(["Y-01"]);
});

test("one person left: grants and joined duties together are advised, and are enough", async () => {
  const { desk, matterId, ids } = await smallOffice();
  const apart = row.rule("Y-05", "separate-duties", { duties: ["proc_handle", "proc_decide"], maxHeld: 1 });
  const without = ["001", "003"].map((staffNo) => ids.get(staffNo) ?? "");
  const asked = { day, matterId, upTo: null, without };
  const detail = await value(desk.client.staffing.tier({ ...asked, edits: given(apart) }));
  expect(detail.status).toBe("impossible");
  expect(detail.join.map(({ ruleId }) => ruleId)).toContain("Y-05");
  const [advice] = detail.advice;
  expect(advice?.sentence.zh).toContain("李四 办“申请”，再照下面合并职责");
  // Every rule that is named given up: the grants do the rest.
  const { rules } = await value(desk.client.rules.list({}));
  const named = new Set(detail.join.map(({ ruleId }) => ruleId));
  const ended = rules
    .filter(({ rule }) => named.has(rule.id))
    .map(({ rule }) => ({ ...rule, inForce: { from: null, until: "2020-01-01" } }));
  const after = await value(
    desk.client.staffing.tier({ ...asked, edits: [...given(...ended), ...(advice?.edits ?? [])] }),
  );
  expect(after.status).toBe("staffed");
  expect(new Set(staffNos(after))).toEqual(new Set(["002"]));
});
