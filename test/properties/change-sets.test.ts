// Properties through the real service: approval writes what the overlay says; sets move along their states alone; nothing is lost.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ChangeSetState, Edit } from "../../shared/domain/edit.ts";
import { withEdits } from "../../shared/domain/edited.ts";
import { type Desk, value } from "../builders/service.ts";
import { approved, ceiling, draft, head, today, twoPeople, view } from "../builders/two-people.ts";

type Rows = Record<string, unknown>[];
const kinds = { authorities: "authorities", matters: "matters", "post-duties": "postDuties" } as const;
async function governed(desk: Desk): Promise<Record<string, Rows>> {
  const read = Object.entries(kinds).map(async ([kind, field]) => {
    const { rows } = await value(desk.client.sheets.list({ kind: kind as keyof typeof kinds }));
    return [
      field,
      rows.map(({ id, values: { matterId, ...values } }) => ({ ...values, id }) as Record<string, unknown>),
    ] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}
/** Keys in any order, rows in any order. */
const printed = (rows: Rows): string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();

const anyDraw = fc.record({
  op: fc.constantFrom("raise", "until", "later", "end", "remove", "add", "rename", "post-duty"),
  row: fc.nat(1),
  number: fc.integer({ min: 1, max: 9 }),
});
const days = ["2026-03-20", "2026-04-01", "2026-12-31"];

test("approved rows are those of the overlay on the facts before", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(anyDraw, { minLength: 1, maxLength: 4, selector: ({ op, row }) => `${op}${row}` }),
      fc.constantFrom(today, "2026-03-10"),
      async (draws, day) => {
        const desk = await twoPeople();
        try {
          const { rows } = await value(desk.client.sheets.list({ kind: "authorities" }));
          const { rows: matters } = await value(desk.client.sheets.list({ kind: "matters" }));
          const edits = draws.flatMap(({ op, row: at, number }): Edit[] => {
            const row = rows[at];
            const [matter] = matters;
            if (!row || !matter) return [];
            const save = (values: object, id = row.id): Edit => ({
              op: "save",
              kind: "authorities",
              id,
              values: { ...row.values, ...values },
            });
            switch (op) {
              case "raise":
                return [save({ upTo: number * 100 })];
              case "until":
                return [save({ until: days[number % 3] ?? null })];
              case "later":
                return [save({ from: days[number % 3] ?? today, upTo: number })];
              case "end":
                // A row that is moved to a day and ended on it would be refused, and rightly.
                if (draws.some((other) => other.op === "later" && other.row === at)) return [];
                return [{ op: "end", kind: "authorities", id: row.id, until: days[number % 3] ?? today }];
              case "remove":
                return day === today ? [{ op: "remove", kind: "authorities", id: row.id }] : [];
              case "add":
                return [save({ code: `N-${number}`, from: "2025-01-01" }, `new-${at}`)];
              case "rename":
                return day === today
                  ? [
                      {
                        op: "save",
                        kind: "matters",
                        id: matter.id,
                        values: { ...matter.values, name: `事项${number}` },
                      },
                    ]
                  : [];
              default:
                return [
                  {
                    op: "save",
                    kind: "post-duties",
                    id: `duty-${at}`,
                    values: {
                      postId: row.values.postId ?? null,
                      duty: "cashier",
                      from: days[number % 3] ?? today,
                    },
                  },
                ];
            }
          });
          if (edits.length === 0) return;
          const { id } = await draft(desk, edits, { day });
          const kept = (await view(desk, id)).edits.map(({ edit }) => edit);
          const before = await governed(desk);
          await value(desk.client.changes.submit({ id }));
          await approved(desk, id);
          const wanted = withEdits(before as never, kept, day) as unknown as Record<string, Rows>;
          const after = await governed(desk);
          for (const field of Object.values(kinds)) {
            const stored = after[field] ?? [];
            const keys = Object.keys(stored[0] ?? {});
            const said = (wanted[field] ?? []).map((row) =>
              Object.fromEntries(keys.map((key) => [key, row[key] ?? null])),
            );
            expect(printed(stored), field).toEqual(printed(said));
          }
          expect(desk.bugs).toEqual([]);
        } finally {
          desk.close();
        }
      },
    ),
    { numRuns: 15 },
  );
}, 120_000);

type Deed = "edit" | "describe" | "rebase" | "submit" | "withdraw" | "reject" | "approve";
const moves: Record<Deed, { from: ChangeSetState[]; to: ChangeSetState | null; checks: boolean }> = {
  edit: { from: ["draft"], to: null, checks: false },
  describe: { from: ["draft"], to: null, checks: false },
  rebase: { from: ["draft"], to: null, checks: false },
  submit: { from: ["draft"], to: "submitted", checks: false },
  withdraw: { from: ["draft", "submitted"], to: "withdrawn", checks: false },
  reject: { from: ["submitted"], to: "rejected", checks: true },
  approve: { from: ["submitted"], to: "approved", checks: true },
};
const anyDeed = fc.record({
  deed: fc.constantFrom(...(Object.keys(moves) as Deed[])),
  by: fc.constantFrom("maker", "checker", "nobody"),
});

test("a set moves as defined, by whom it may, and whatever happened stays", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyDeed, { minLength: 1, maxLength: 7 }), async (deeds) => {
      const desk = await twoPeople();
      try {
        const edit = await ceiling(desk, "SQ-2", 10_000_000);
        const { id } = await draft(desk, [edit]);
        const hands = new Set(["maker"]);
        let state: ChangeSetState = "draft";
        for (const { deed, by } of deeds) {
          await desk.as(by === "nobody" ? null : desk[by]);
          const { changes } = desk.client;
          const headSeq = await head(desk);
          const reply = await {
            edit: () => changes.edit({ id, edits: [edit] }),
            describe: () => changes.describe({ id, name: "x", day: today, reason: "", docNo: null }),
            rebase: () => changes.rebase({ id }),
            submit: () => changes.submit({ id }),
            withdraw: () => changes.withdraw({ id, reason: "" }),
            reject: () => changes.reject({ id, reason: "r" }),
            approve: () => changes.approve({ id, headSeq }),
          }[deed]();
          const { from, to, checks } = moves[deed];
          const may = by !== "nobody" && from.includes(state) && !(checks && hands.has(by));
          expect(reply.ok, `${deed} by ${by} in ${state}`).toBe(may);
          if (!may) continue;
          if (!checks && deed !== "withdraw") hands.add(by);
          state = to ?? state;
        }
        const kept = await view(desk, id);
        expect(kept.set.state).toBe(state);
        expect(kept.edits).toHaveLength(1);
        expect((await value(desk.client.changes.list({}))).sets).toHaveLength(1);
        expect((await value(desk.client.journal.verify({}))).brokenAt).toBeNull();
        expect(desk.bugs).toEqual([]);
      } finally {
        desk.close();
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
