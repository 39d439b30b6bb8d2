// A matter from every template through the real service: directly, and as a change set that a second person approves; both say the same.
import { expect, test } from "vitest";
import {
  type Draft,
  editsOf,
  emptyRung,
  lacksOf,
  startDraft,
} from "../../../renderer/journeys/matrix/wizard/draft.ts";
import { templates } from "../../../shared/domain/templates/template.ts";
import { office } from "../../builders/office.ts";
import { bringIn, type Desk, newWorkbook, value } from "../../builders/service.ts";
import { approved, today, twoPeople, view } from "../../builders/two-people.ts";

async function filled(
  desk: Desk,
  templateId: string,
): Promise<{ draft: Draft; edits: ReturnType<typeof editsOf> }> {
  const shown = await value(desk.client.matrix.view({ day: today }));
  const template = templates.find(({ id }) => id === templateId);
  if (!template) throw new Error(`no template ${templateId}`);
  const post = (code: string): string => shown.posts.find((one) => one.code === code)?.id ?? "";
  const start = startDraft(template, shown, today);
  const draft: Draft = {
    ...start,
    name: "新事项",
    docNo: "青财〔2026〕5号",
    seats: Object.fromEntries(
      template.seats.map(({ key, isOutside }, nth) => [key, isOutside ? [] : [post(`P${(nth % 3) + 1}`)]]),
    ),
    ladder: [
      { ...emptyRung(1), postId: post("P2"), upTo: 5_000_000 },
      { ...emptyRung(2), postId: post("P1"), upTo: null, isCollective: true },
    ],
  };
  expect(lacksOf(draft, shown)).toEqual([]);
  let made = 0;
  const edits = editsOf(draft, "zh", () => {
    made += 1;
    return `${templateId}-${made}`;
  });
  return { draft, edits };
}
const saying = async (desk: Desk, code: string) => {
  const shown = await value(desk.client.matrix.view({ day: today }));
  const matter = shown.matters.find((one) => one.code === code);
  const posts = new Map(shown.posts.map((one) => [one.id, one.code]));
  return matter?.steps.map(({ id, name, duty, isRequired }) => ({
    name,
    duty,
    isRequired,
    cells: shown.cells
      .filter(({ stepId }) => stepId === id)
      .map((cell) =>
        [posts.get(cell.postId ?? ""), cell.over, cell.upTo, cell.isCollective, cell.docNo].join(" "),
      )
      .sort(),
  }));
};

test.each(templates.map(({ id }) => id))(
  "%s: written as one change, with the ladder where it goes by amount",
  async (id) => {
    const desk = await newWorkbook();
    await bringIn(desk, office());
    const { draft, edits } = await filled(desk, id);
    const { change } = await value(desk.client.matrix.apply({ edits, day: today }));
    expect(change).not.toBeNull();
    const steps = (await saying(desk, draft.code)) ?? [];
    expect(steps).toHaveLength(draft.template.steps.length);
    for (const [nth, step] of draft.template.steps.entries()) {
      const isOutside = draft.template.seats.find(({ key }) => key === step.seat)?.isOutside ?? false;
      expect(steps[nth]?.cells, step.name.zh).toHaveLength(step.byAmount ? 2 : isOutside ? 0 : 1);
    }
    const { steps: able } = await value(
      desk.client.matrix.whoCould({ day: today, area: draft.template.area, amount: 5_000_000 }),
    );
    const byAmount = new Set(draft.template.steps.filter((step) => step.byAmount).map(({ name }) => name.zh));
    for (const step of able.filter(({ stepName }) => byAmount.has(stepName)))
      expect(step.people.map(({ person }) => person.staffNo)).toEqual(["002"]);
    expect(desk.bugs).toEqual([]);
  },
);

test("with a second person it goes into a draft, and approved it says what a direct change says", async () => {
  const desk = await twoPeople();
  const { draft, edits } = await filled(desk, "gov-proc");
  const taken = await value(desk.client.matrix.apply({ edits, day: today }));
  expect(taken.change).toBeNull();
  expect(await saying(desk, draft.code)).toBeUndefined();
  const id = taken.draft?.id ?? "";
  expect((await view(desk, id)).edits).toHaveLength(edits.length);
  await value(desk.client.changes.submit({ id }));
  await approved(desk, id);

  const alone = await newWorkbook();
  await bringIn(alone, office());
  const direct = await filled(alone, "gov-proc");
  await value(alone.client.matrix.apply({ edits: direct.edits, day: today }));
  expect(await saying(desk, draft.code)).toEqual(await saying(alone, direct.draft.code));
  expect(desk.bugs).toEqual([]);
});
