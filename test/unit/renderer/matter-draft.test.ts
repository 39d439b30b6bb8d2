// A matter from a template: nothing is assumed about amounts, suggestions come from who does the duty already, the edits hang together.
import { expect, test } from "vitest";
import {
  editsOf,
  emptyRung,
  lacksOf,
  ladderSteps,
  startDraft,
  suggestedPosts,
  tiersOf,
} from "../../../renderer/journeys/matrix/wizard/draft.ts";
import { builtInDuties } from "../../../shared/domain/duty.ts";
import { templates } from "../../../shared/domain/templates/template.ts";

const wan = 1_000_000;
const procurement = templates.find(({ area }) => area === "gov_proc");
if (!procurement) throw new Error("no template");
const post = (id: string, name: string, level: "handler" | "head" | "section") => ({
  id,
  code: id,
  name,
  level,
  department: "采购科",
  isKey: false,
  holders: [],
});
const view = {
  day: "2026-03-05",
  matters: [{ id: "m", code: "SX-001", name: "旧", area: "gov_proc" as const, cases: 0, steps: [] }],
  posts: [
    post("p1", "采购经办岗", "handler"),
    post("p2", "局长", "head"),
    post("p3", "出纳", "handler"),
    post("p4", "财务科长", "section"),
  ],
  cells: [],
  findings: [],
};

test("one template for each pilot area, each duty in the catalogue, ladders only where something is authorised", () => {
  expect(templates.map(({ area }) => area)).toEqual([
    "budget_alloc",
    "state_asset",
    "gov_invest",
    "gov_proc",
    "pub_trade",
    "pub_works",
  ]);
  const types = new Map(builtInDuties.map(({ code, type }) => [code, type]));
  for (const template of templates) {
    expect(template.steps.filter(({ isTerminal }) => isTerminal)).toHaveLength(1);
    expect(new Set(template.steps.map(({ code }) => code)).size).toBe(template.steps.length);
    for (const step of template.steps) {
      if (step.byAmount) expect(types.get(step.duty), step.code).toBe("authorise");
      const seat = template.seats.find(({ key }) => key === step.seat);
      if (seat?.isOutside) expect(step.isRequired, `${template.id} ${step.code}`).toBe(false);
    }
  }
});

test("a fresh draft has no name and no amount, and says so", () => {
  const draft = startDraft(procurement, view, "2026-03-05");
  expect(draft.code).toBe("SX-002");
  expect(tiersOf(draft.ladder)).toEqual([]);
  expect(lacksOf(draft, view)).toEqual(["name", "ladder"]);
  expect(lacksOf({ ...draft, name: "零星采购", code: "SX-001", byAmount: new Set() }, view)).toEqual([
    "code-taken",
  ]);
});

test("posts are suggested by name and level, and by the duty they do already; outsiders never", () => {
  expect(suggestedPosts(procurement, "buyer", view)).toEqual(["p1"]);
  expect(suggestedPosts(procurement, "cashier", view)).toEqual(["p3"]);
  expect(suggestedPosts(procurement, "expert", view)).toEqual([]);
  const doing = {
    ...view,
    matters: [
      {
        ...view.matters[0]!,
        steps: [
          {
            id: "s",
            code: "1",
            name: "付款",
            position: 1,
            duty: "pay_execute",
            dutyName: { zh: "付款", en: "pay" },
            dutyType: "execute" as const,
            isRequired: true,
          },
        ],
      },
    ],
    posts: [...view.posts, post("p5", "支付岗", "handler")],
    cells: Array.from({ length: 2 }, (_, nth) => ({
      authorityId: `a${nth}`,
      code: "",
      stepId: "s",
      postId: "p5",
      person: null,
      level: null,
      over: null,
      upTo: null,
      from: "2020-01-01",
      until: null,
      grant: "general" as const,
      isCollective: false,
      isSubDelegable: false,
      docNo: null,
    })),
  };
  expect(suggestedPosts(procurement, "cashier", doing)).toEqual(["p5"]);
});

test("tiers follow one another; a bound of one's own may leave a gap; unanswered rungs are none", () => {
  const rung = (id: number, postId: string | null, upTo: number | null | undefined, over?: number) => ({
    ...emptyRung(id),
    postId,
    upTo,
    over,
  });
  expect(
    tiersOf([
      rung(1, "p4", 5 * wan),
      rung(2, "p2", undefined),
      rung(3, "p2", 20 * wan),
      rung(4, "p2", null, 30 * wan),
    ]),
  ).toMatchObject([
    { postId: "p4", over: null, upTo: 5 * wan },
    { postId: "p2", over: 5 * wan, upTo: 20 * wan },
    { postId: "p2", over: 30 * wan, upTo: null },
  ]);
  const draft = startDraft(procurement, view, "2026-03-05");
  expect(
    lacksOf({ ...draft, name: "x", ladder: [rung(1, "p4", 5 * wan), rung(2, "p2", 5 * wan)] }, view),
  ).toEqual(["tier"]);
});

test("the edits: a matter, its steps in order, an authority for every post and tier", () => {
  let made = 0;
  const start = startDraft(procurement, view, "2026-03-05");
  const draft = {
    ...start,
    name: " 零星采购 ",
    steps: new Set(["02", "17", "18"]),
    seats: { ...start.seats, user: ["p1"], cashier: ["p3"] },
    ladder: [
      { ...emptyRung(1), postId: "p4", upTo: 5 * wan },
      { ...emptyRung(2), postId: "p2", upTo: null, isCollective: true },
    ],
  };
  expect(ladderSteps(draft).map(({ duty }) => duty)).toEqual(["pay_approve"]);
  const edits = editsOf(draft, "zh", () => {
    made += 1;
    return `id-${made}`;
  });
  expect(edits.map((edit) => (edit.op === "save" ? `${edit.kind} ${edit.id}` : edit.op))).toEqual([
    "matters id-1",
    "steps id-2",
    "authorities id-3",
    "steps id-4",
    "authorities id-5",
    "authorities id-6",
    "steps id-7",
    "authorities id-8",
  ]);
  expect(edits[0]).toMatchObject({ values: { name: "零星采购", code: "SX-002", area: "gov_proc" } });
  expect(edits[5]).toMatchObject({
    values: { matterId: "id-1", stepId: "id-4", postId: "p2", over: 5 * wan, upTo: null, isCollective: true },
  });
});
