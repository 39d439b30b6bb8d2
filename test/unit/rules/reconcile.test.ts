// reconcile: what becomes of stored conflicts after a check of today.
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../shared/domain/conflict.ts";
import type { Kind } from "../../../shared/domain/rule-kinds.ts";
import { reconcile, type StoredConflict } from "../../../shared/rules/reconcile.ts";

const finding = (given: Partial<Finding> = {}): Finding => ({
  ruleId: "r",
  ruleVersion: 1,
  groupKey: "g",
  subject: "p1",
  anchor: "",
  basis: "actual",
  severity: "high",
  personIds: ["p1"],
  caseIds: ["c1"],
  matterId: "m1",
  departmentId: null,
  amount: 100,
  day: "2026-03-01",
  from: null,
  until: null,
  evidence: [{ kind: "approval", id: "v1" }],
  sentence: { zh: "。", en: "." },
  ...given,
});
const stored = (id: string, given: Partial<StoredConflict> = {}): StoredConflict => ({
  ...finding(),
  id,
  state: "open",
  firstSeen: 1,
  ...given,
});
const of = (kind: Kind) => (): Kind => kind;

describe("reconcile", () => {
  it("opens what is new and keeps what is the same", () => {
    const same = stored("x1");
    const fresh = finding({ subject: "p2" });
    expect(reconcile([same], [finding(), fresh], of("separate-duties"))).toEqual({
      opened: [fresh],
      updated: [],
      reopened: [],
      closed: [],
      unchanged: [same],
    });
  });

  it("updates on more evidence, closes what is gone, reopens what is back", () => {
    const more = finding({
      evidence: [
        { kind: "approval", id: "v1" },
        { kind: "approval", id: "v2" },
      ],
    });
    const open = stored("x1");
    const gone = stored("x2", { subject: "p2" });
    const back = stored("x3", { subject: "p3", state: "closed-by-facts" });
    const result = reconcile([open, gone, back], [more, finding({ subject: "p3" })], of("separate-duties"));
    expect(result.updated).toEqual([{ stored: open, finding: more }]);
    expect(result.closed).toEqual([gone]);
    expect(result.reopened.map((one) => one.stored.id)).toEqual(["x3"]);
    expect(result.opened).toEqual([]);
  });

  it("leaves closed ones that stay away alone", () => {
    const result = reconcile([stored("x1", { state: "closed-by-facts" })], [], of("separate-duties"));
    expect(Object.values(result).flat()).toEqual([]);
  });

  it("follows an overlap or term whose ends were corrected, by the days they share", () => {
    const term = { anchor: "2026-01-01", from: "2026-01-01", until: "2026-03-01" };
    const moved = finding({ anchor: "2026-02-01", from: "2026-02-01", until: null });
    const apart = finding({ anchor: "2026-03-01", from: "2026-03-01", until: null });
    const known = stored("x1", term);
    expect(reconcile([known], [moved], of("never-together")).updated).toEqual([
      { stored: known, finding: moved },
    ]);
    const away = reconcile([known], [apart], of("never-together"));
    expect([away.opened, away.closed]).toEqual([[apart], [known]]);
    expect(reconcile([known], [moved], of("separate-duties")).updated).toEqual([]);
    expect(reconcile([known], [moved], of("relation")).updated).toHaveLength(1);
    const dayless = [
      stored("x2", { subject: "p1+p2", anchor: "" }),
      finding({ subject: "p1+p2", anchor: "x" }),
    ] as const;
    expect(reconcile([dayless[0]], [dayless[1]], of("relation")).updated).toEqual([]);
    const renamed = finding({ ...moved, groupKey: "other post" });
    expect(reconcile([known], [renamed], of("tenure")).updated).toHaveLength(1);
    expect(reconcile([known], [renamed], of("never-together")).updated).toEqual([]);
  });

  it("follows a cluster while it shares a case, and gives one finding to one conflict", () => {
    const cluster = { anchor: "c1", caseIds: ["c1", "c2", "c3"] };
    const shifted = finding({ anchor: "c2", caseIds: ["c2", "c3", "c4"] });
    const elder = stored("x1", { ...cluster, firstSeen: 1 });
    const younger = stored("x2", { ...cluster, anchor: "c3", caseIds: ["c3"], firstSeen: 2 });
    const result = reconcile([younger, elder], [shifted], of("split-amount"));
    expect(result.updated).toEqual([{ stored: elder, finding: shifted }]);
    expect(result.closed).toEqual([younger]);
  });

  it("takes the highest version where two versions of a rule find the same", () => {
    const result = reconcile([], [finding({ ruleVersion: 2 }), finding()], of("separate-duties"));
    expect(result.opened.map(({ ruleVersion }) => ruleVersion)).toEqual([2]);
  });
});
